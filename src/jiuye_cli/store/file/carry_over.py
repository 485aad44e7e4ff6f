"""What left the house stays on record when an older copy is put back.

Paper cannot be called back: its row codes and print numbers must go on meaning
the same people, case numbers are never given out twice, and who looked at what
stays known.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from jiuye_cli.store.file.connection import connect, header_version, sentences

_LOGS = ("look", "night", "printed_figure")


def carry_over(was: Path, database: Path) -> None:
    """Bring what was handed out, as `was` knows it, into the database that has just been restored.

    Nothing is done when the two are of different versions of the program.
    """
    if header_version(was) != header_version(database):
        return
    conn = connect(database)
    try:
        with sentences(database):
            conn.execute("ATTACH DATABASE ? AS was", (str(was),))
            conn.execute("BEGIN IMMEDIATE")
            _numbers(conn)
            _sheets(conn)
            for table in _LOGS:
                conn.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM was.{table}")
            conn.execute("COMMIT")
    finally:
        conn.close()


def _numbers(conn: sqlite3.Connection) -> None:
    """Case numbers given out since are not given out again."""
    conn.execute(
        "UPDATE main.serial SET last = max(last, coalesce("
        "(SELECT w.last FROM was.serial w WHERE w.name = main.serial.name), 0))"
    )


def _sheets(conn: sqlite3.Connection) -> None:
    """Sheets and rows handed out since; a row withdrawn since stays withdrawn."""
    for table, key in (("sheet", "for_date"), ("sheet_row", "for_date, row, seat")):
        told = [row[1] for row in conn.execute(f"PRAGMA main.table_info({table})")]
        names = ", ".join(f'"{name}"' for name in told if name != "id")
        withdrawn = table == "sheet_row" and "withdrawn = max(withdrawn, excluded.withdrawn)"
        conn.execute(
            f"INSERT INTO main.{table}({names}) SELECT {names} FROM was.{table} WHERE 1 "
            f"ON CONFLICT({key}) DO {f'UPDATE SET {withdrawn}' if withdrawn else 'NOTHING'}"
        )

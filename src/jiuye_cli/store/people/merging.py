"""Moving what one file holds into another: values, rows of lists, rows of every room."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jiuye_cli.core.fields.catalogue import LIST_TABLES
from jiuye_cli.store.file.history import told_tables
from jiuye_cli.store.file.operation import Writing

STAYS = frozenset({"person", "evidence", *LIST_TABLES.values()})
"""Tables whose rows are moved one value or one row at a time."""


def move_columns(change: Writing, kept: int, gone: int, names: Sequence[str]) -> None:
    """Write some columns of one person over another's, and empty what may stand only once."""
    conn = change.conn
    row = conn.execute("SELECT * FROM person WHERE id = ?", (gone,)).fetchone()
    conn.execute("UPDATE person SET 身份证号 = NULL, household = NULL WHERE id = ?", (gone,))
    conn.execute(
        "UPDATE person SET household = coalesce(household, ?) WHERE id = ?",
        (row["household"], kept),
    )
    with_names = [*names, "pinyin", "initials"] if "姓名" in names else names
    for name in with_names:
        conn.execute(f'UPDATE person SET "{name}" = ? WHERE id = ?', (row[name], kept))


def move_evidence(change: Writing, kept: int, gone: int, names: Iterable[str]) -> None:
    """Let the grade, source and date of moved values go with them."""
    for name in names:
        told = (gone, name)
        row = change.conn.execute(
            "SELECT * FROM evidence WHERE person = ? AND field = ?", told
        ).fetchone()
        change.conn.execute("DELETE FROM evidence WHERE person = ? AND field = ?", (kept, name))
        if row is not None:
            change.conn.execute(
                "UPDATE evidence SET person = ? WHERE person = ? AND field = ?", (kept, *told)
            )


def move_listed(
    change: Writing,
    kept: int,
    rows: Mapping[str, Sequence[int]],
    twins: Mapping[str, dict[int, int]],
) -> None:
    """Move rows of lists, by list; what points at a row with a twin is pointed at the twin."""
    for name, numbers in rows.items():
        for number in numbers:
            change.conn.execute(
                f'UPDATE "{LIST_TABLES[name]}" SET person = ? WHERE id = ?', (kept, number)
            )
    for name, pairs in twins.items():
        for table, column in _pointing_at(change.conn, LIST_TABLES[name]):
            for ours, theirs in pairs.items():
                change.conn.execute(
                    f'UPDATE "{table}" SET "{column}" = ? WHERE "{column}" = ?', (ours, theirs)
                )


def move_rooms(change: Writing, kept: int, gone: int) -> dict[str, int]:
    """Move the rows of every room; by table, how many could not go because the kept file has its own."""
    left = {}
    for table in told_tables(change.conn):
        columns = {row[1] for row in change.conn.execute(f'PRAGMA table_info("{table}")')}
        if table in STAYS or "person" not in columns:
            continue
        change.conn.execute(
            f'UPDATE OR IGNORE "{table}" SET person = ? WHERE person = ?', (kept, gone)
        )
        stayed = change.conn.execute(
            f'SELECT count(*) FROM "{table}" WHERE person = ?', (gone,)
        ).fetchone()[0]
        if stayed:
            left[table] = stayed
    return left


def move_paper(change: Writing, kept: int, gone: int) -> None:
    """Let rows of sheets that name the other file lead to the kept one when they are entered."""
    change.conn.execute("UPDATE sheet_row SET person = ? WHERE person = ?", (kept, gone))


def _pointing_at(conn: sqlite3.Connection, table: str) -> Iterator[tuple[str, str]]:
    for other in told_tables(conn):
        for row in conn.execute(f'PRAGMA foreign_key_list("{other}")'):
            if row[2] == table:
                yield other, row[3]

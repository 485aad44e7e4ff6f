"""Erase a person: rows, past and name in the told commands (《个人信息保护法》第四十七条)."""

from __future__ import annotations

import sqlite3

from jiuye_cli.store.history import told_tables
from jiuye_cli.store.operation import Writing

ERASED = "（已删除）"
NAMED_BY_OTHERS = (("welfare_helped", "neighbour"),)
"""Rows in which someone else's file names a person: the table, and the column with the case number."""


def erase(change: Writing, number: int, name: str) -> int:
    """Delete every row about one person and the images of those rows; how many rows went.

    Cannot be undone: the operation that stays names only the case number. With
    `secure_delete` on, the freed bytes are overwritten.
    """
    conn = change.conn
    conn.execute("PRAGMA defer_foreign_keys=ON")
    touched = [
        r[0]
        for r in conn.execute("SELECT DISTINCT operation FROM change WHERE person = ?", (number,))
    ]
    gone = sum(_clear(conn, table, number) for table in told_tables(conn) if table != "person")
    gone += sum(_unname(conn, table, column, number) for table, column in NAMED_BY_OTHERS)
    gone += conn.execute("DELETE FROM person WHERE id = ?", (number,)).rowcount
    conn.execute("DELETE FROM change WHERE person = ?", (number,))
    for operation in touched:
        conn.execute(
            "UPDATE operation SET command = replace(command, ?, ?) WHERE id = ?",
            (name, ERASED, operation),
        )
    conn.execute("UPDATE operation SET undoes = id WHERE id = ?", (change.id,))
    _note(conn, change.id, number)
    return gone


def _clear(conn: sqlite3.Connection, table: str, number: int) -> int:
    columns = {row[1] for row in conn.execute(f'PRAGMA table_info("{table}")')}
    if "person" not in columns:
        return 0
    return conn.execute(f'DELETE FROM "{table}" WHERE person = ?', (number,)).rowcount


def _unname(conn: sqlite3.Connection, table: str, column: str, number: int) -> int:
    """Take a person out of other people's rows, and out of what the history holds of these."""
    gone = conn.execute(f'DELETE FROM "{table}" WHERE "{column}" = ?', (number,)).rowcount
    conn.execute(
        f"DELETE FROM change WHERE \"table\" = ? AND ? IN (json_extract(before, '$.{column}'), "
        f"json_extract(after, '$.{column}'))",
        (table, number),
    )
    return gone


def _note(conn: sqlite3.Connection, operation: int, number: int) -> None:
    """That a file was erased stays in the history; what was in it does not."""
    conn.execute(
        'INSERT INTO change(operation, "table", "key", before, after) VALUES (?, ?, ?, NULL, NULL)',
        (operation, "erased", number),
    )

"""A change to the file: one transaction, one group in the history, one undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from jiuye_cli.store.file.connection import sentences


@dataclass(slots=True)
class Writing:
    """An open change; `id` is its number in the history, `changed` whether rows moved."""

    id: int
    conn: sqlite3.Connection
    at: datetime
    who: str
    command: str
    changed: bool = False


@contextmanager
def operation(
    conn: sqlite3.Connection, command: str, *, who: str, at: datetime, undoes: int | None = None
) -> Iterator[Writing]:
    """Open one `BEGIN IMMEDIATE` transaction; commit when the block ends, roll back when it raises.

    A block that changes no row leaves no trace in the history. What the user is
    told goes out after this block, so that nothing is acknowledged that is not kept.
    """
    with sentences():
        conn.execute("BEGIN IMMEDIATE")
    try:
        with sentences():
            number = conn.execute(
                "INSERT INTO operation(at, who, command, undoes) VALUES (?, ?, ?, ?)",
                (at.isoformat(timespec="seconds"), who, command, undoes),
            ).lastrowid
        assert number is not None
        writing = Writing(number, conn, at, who, command)
        with sentences():
            yield writing
            writing.changed = _moved(conn, number)
            if not writing.changed:
                conn.execute("DELETE FROM operation WHERE id = ?", (number,))
            conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise


def _moved(conn: sqlite3.Connection, number: int) -> bool:
    return (
        conn.execute("SELECT 1 FROM change WHERE operation = ? LIMIT 1", (number,)).fetchone()
        is not None
    )

"""The log of looks: who saw, printed or handed out unmasked data, which columns, of how many."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from jiuye_cli.store.file.connection import sentences


@dataclass(frozen=True, slots=True)
class Look:
    """One look: local time, user, what, which columns, how many people, what for."""

    id: int
    at: str
    who: str
    what: str
    columns: str
    people: int
    purpose: str


def note(
    conn: sqlite3.Connection,
    *,
    at: datetime,
    who: str,
    what: str,
    columns: str,
    people: int,
    purpose: str = "",
) -> int:
    """Write one look down at once; its number (on paper: the print's number)."""
    with sentences():
        done = conn.execute(
            "INSERT INTO look(at, who, what, columns, people, purpose) VALUES (?, ?, ?, ?, ?, ?)",
            (at.isoformat(timespec="seconds"), who, what, columns, people, purpose),
        )
    return int(done.lastrowid or 0)


def looks(conn: sqlite3.Connection, limit: int = 50) -> list[Look]:
    """The newest looks first."""
    rows = conn.execute(
        "SELECT id, at, who, what, columns, people, purpose FROM look ORDER BY id DESC LIMIT ?",
        (limit,),
    )
    return [Look(*row) for row in rows]

"""Households: their 户编号, and who moves into which."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping


def codes(conn: sqlite3.Connection) -> Mapping[int, str | None]:
    """The 户编号 of every household, None where it is not known."""
    return {row[0]: row[1] for row in conn.execute("SELECT id, 户编号 FROM household")}


def move_in(conn: sqlite3.Connection, person: int, with_whom: int) -> None:
    """Put a person into another's household, opening one where the other has none."""
    home = conn.execute("SELECT household FROM person WHERE id = ?", (with_whom,)).fetchone()[0]
    if home is None:
        home = conn.execute("INSERT INTO household DEFAULT VALUES").lastrowid
        conn.execute("UPDATE person SET household = ? WHERE id = ?", (home, with_whom))
    conn.execute(
        "UPDATE person SET household = ?1, 户编号 = coalesce((SELECT 户编号 FROM household WHERE id = ?1), 户编号) "
        "WHERE id = ?2",
        (home, person),
    )

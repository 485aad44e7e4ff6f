"""Is the file whole, and are its tables those of this program."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from jiuye_cli.store.file.connection import connect, sentences
from jiuye_cli.store.file.schema import create


def faults(conn: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with the file; empty when it is whole.

    An integrity check is blind to about one damage in five: the proof of a
    copy is its checksum.
    """
    with sentences():
        found = [row[0] for row in conn.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
        found += [
            f"{row[0]} 表第 {row[1]} 行指向不存在的记录"
            for row in conn.execute("PRAGMA foreign_key_check")
        ]
    return found


def strayed(conn: sqlite3.Connection) -> list[str]:
    """The tables and triggers that are missing or are not what this program makes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "fresh.db"
        create(path)
        fresh = connect(path, read_only=True)
        try:
            expected = _shape(fresh)
        finally:
            fresh.close()
    now = _shape(conn)
    return sorted(name for name, shape in expected.items() if now.get(name) != shape)


def _shape(conn: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Each table with its columns, each trigger with its text."""
    shape: dict[str, tuple[str, ...]] = {}
    for kind, name, sql in conn.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    ).fetchall():
        if kind == "table":
            shape[name] = tuple(row[1] for row in conn.execute(f'PRAGMA table_info("{name}")'))
        elif kind == "trigger":
            shape[name] = (sql,)
    return shape

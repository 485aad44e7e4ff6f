"""Taking back what an earlier version of a row told, when the row is entered again."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import Any

from jiuye_cli.store.file.history import Change, changes

NOT_TOLD = frozenset({"contact", "phone"})
"""Tables that an entered row writes itself, correction or not."""


def take_back_told(
    conn: sqlite3.Connection, person: int, contact: int, fields: Collection[str] | None
) -> list[str]:
    """Put back what entering a contact wrote into someone's file; the names of the fields put back.

    `fields` limits it to those, None means all. What was changed again since stays as it is.
    """
    told = [
        change
        for operation in _entries_of(conn, contact)
        for change in changes(conn, operation)
        if change.person == person and change.table not in NOT_TOLD
    ]
    names = [name for change in reversed(told) for name in _put_back(conn, change, fields)]
    return list(dict.fromkeys(names))


def _entries_of(conn: sqlite3.Connection, contact: int) -> list[int]:
    """The commands that wrote a contact and still stand, oldest first."""
    rows = conn.execute(
        "SELECT DISTINCT c.operation FROM change c JOIN operation o ON o.id = c.operation "
        'WHERE c."table" = \'contact\' AND c."key" = ? AND o.undone_by IS NULL '
        "AND o.undoes IS NULL ORDER BY c.operation",
        (contact,),
    )
    return [row[0] for row in rows]


def _put_back(
    conn: sqlite3.Connection, change: Change, fields: Collection[str] | None
) -> list[str]:
    before, after = change.before or {}, change.after or {}
    moved = {name for name in before | after if before.get(name) != after.get(name)}
    if change.table == "evidence":
        names = {str((before or after)["field"])}
        columns = moved if fields is None or names & set(fields) else set()
    else:
        names = columns = moved if fields is None else moved & set(fields)
    if not columns or not _still_says(conn, change, columns):
        return []
    _restore(conn, change, columns)
    return sorted(names)


def _still_says(conn: sqlite3.Connection, change: Change, columns: Collection[str]) -> bool:
    row = conn.execute(f'SELECT * FROM "{change.table}" WHERE id = ?', (change.key,)).fetchone()
    if row is None or change.after is None:
        return row is None and change.after is None
    now: dict[str, Any] = dict(row)
    return all(now.get(name) == change.after.get(name) for name in columns)


def _restore(conn: sqlite3.Connection, change: Change, columns: Collection[str]) -> None:
    if change.before is None:
        conn.execute(f'DELETE FROM "{change.table}" WHERE id = ?', (change.key,))
        return
    row = change.before if change.after is None else {n: change.before.get(n) for n in columns}
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    values = tuple(row.values())
    if change.after is None:
        conn.execute(f'INSERT INTO "{change.table}"({names}) VALUES ({marks})', values)
        return
    told = ", ".join(f'"{name}" = ?' for name in row)
    conn.execute(f'UPDATE "{change.table}" SET {told} WHERE id = ?', (*values, change.key))

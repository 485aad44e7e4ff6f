"""The past of every row: one group a command, JSON images before and after, undo.

Triggers made from the schema write the images, so that no write path can escape
the history and undo needs to know nothing about the tables.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jiuye_cli.errors import RefusedError

if TYPE_CHECKING:
    from sqlite_utils import Database

UNTOLD = frozenset(
    {"operation", "change", "look", "serial", "sheet", "sheet_row", "night", "printed_figure"}
)
"""Tables without a past: the history itself, the log of looks, the case numbers given out, paper."""


def create_tables(db: Database) -> None:
    """The tables of the history."""
    db["operation"].create(  # type: ignore[union-attr]
        {"id": int, "at": str, "who": str, "command": str, "undoes": int, "undone_by": int},
        pk="id", strict=True, not_null={"at", "who", "command"},
    )  # fmt: skip
    db["change"].create(  # type: ignore[union-attr]
        {"id": int, "operation": int, "table": str, "key": int, "person": int, "before": str, "after": str},
        pk="id", strict=True, not_null={"operation", "table", "key"},
        foreign_keys=[("operation", "operation", "id")],
    )  # fmt: skip
    db["change"].create_index(["operation"])  # type: ignore[union-attr]
    db["change"].create_index(["person"])  # type: ignore[union-attr]


def told_tables(conn: sqlite3.Connection) -> list[str]:
    """The tables whose rows have a history, by name."""
    rows = conn.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name")
    return [r[0] for r in rows if r[0] not in UNTOLD and not r[0].startswith("sqlite_")]


def create_triggers(conn: sqlite3.Connection) -> None:
    """Make, afresh, the triggers that write each row's images into `change`."""
    for table in told_tables(conn):
        names = [r[1] for r in conn.execute(f'PRAGMA table_info("{table}")')]
        owner = "id" if table == "person" else "person" if "person" in names else None
        for event, before, after in (
            ("INSERT", None, "NEW"),
            ("UPDATE", "OLD", "NEW"),
            ("DELETE", "OLD", None),
        ):
            row = after or before
            conn.execute(f'DROP TRIGGER IF EXISTS "{table}_{event.lower()}"')
            conn.execute(
                f'CREATE TRIGGER "{table}_{event.lower()}" AFTER {event} ON "{table}" {_when(names, event)} BEGIN '
                'INSERT INTO "change"(operation, "table", "key", person, before, after) VALUES ('
                f"(SELECT max(id) FROM operation), '{table}', {row}.id, "
                f"{f'{row}.{owner}' if owner else 'NULL'}, {_image(names, before)}, {_image(names, after)}); END"
            )


def _when(names: list[str], event: str) -> str:
    """An update that changes nothing is no change."""
    if event != "UPDATE":
        return ""
    return "WHEN " + " OR ".join(f'OLD."{n}" IS NOT NEW."{n}"' for n in names)


def _image(names: list[str], row: str | None) -> str:
    if row is None:
        return "NULL"
    pairs = ", ".join(f"'{n}', {row}.\"{n}\"" for n in names)
    # Merging into {} drops the NULLs, which are most of a row
    return f"json_patch('{{}}', json_object({pairs}))"


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after, its empty columns left out; None where it did not exist."""

    table: str
    key: int
    person: int | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Operation:
    """One command that changed something: when (ISO local time), by whom, which words."""

    id: int
    at: str
    who: str
    command: str
    undoes: int | None
    undone_by: int | None


@dataclass(frozen=True, slots=True)
class Size:
    """How many people and rows one command touched."""

    people: int
    rows: int


def operations(
    conn: sqlite3.Connection, person: int | None = None, limit: int = 50
) -> list[Operation]:
    """The newest commands first, all or those that touched one person."""
    where = (
        ""
        if person is None
        else "WHERE id IN (SELECT operation FROM change WHERE person = :person)"
    )
    rows = conn.execute(
        f"SELECT id, at, who, command, undoes, undone_by FROM operation {where} ORDER BY id DESC LIMIT :limit",
        {"person": person, "limit": limit},
    )
    return [Operation(*row) for row in rows]


def sizes(
    conn: sqlite3.Connection, told: Sequence[Operation], person: int | None = None
) -> Mapping[int, Size]:
    """How much each command touched, or each touched of one person; the images stay unread."""
    rows = conn.execute(
        "SELECT operation, count(DISTINCT person), count(*) FROM change "
        "WHERE operation IN (SELECT value FROM json_each(?)) AND person IS coalesce(?, person) "
        "GROUP BY operation",
        (json.dumps([one.id for one in told]), person),
    )
    found = {row[0]: Size(row[1], row[2]) for row in rows}
    return {one.id: found.get(one.id, Size(0, 0)) for one in told}


def changes(
    conn: sqlite3.Connection, operation: int, person: int | None = None
) -> Iterator[Change]:
    """The rows one command changed, or changed of one person, in the order it changed them."""
    for row in conn.execute(
        'SELECT "table", "key", person, before, after FROM change '
        "WHERE operation = ? AND person IS coalesce(?, person) ORDER BY id",
        (operation, person),
    ):
        yield Change(row[0], row[1], row[2], _loads(row[3]), _loads(row[4]))


def last_told(conn: sqlite3.Connection, before: int) -> str:
    """When the command before this one was given (ISO local time); empty where there was none."""
    row = conn.execute(
        "SELECT at FROM operation WHERE id < ? ORDER BY id DESC LIMIT 1", (before,)
    ).fetchone()
    return row[0] if row else ""


def undoable(conn: sqlite3.Connection) -> list[Operation]:
    """The commands that can still be taken back, newest first."""
    rows = conn.execute(
        "SELECT id, at, who, command, undoes, undone_by FROM operation "
        "WHERE undone_by IS NULL AND undoes IS NULL ORDER BY id DESC LIMIT 200"
    )
    return [Operation(*row) for row in rows]


def take_back(conn: sqlite3.Connection, operation: int, by: int) -> int:
    """Put every row that one command changed back as it was; how many rows.

    Raises `RefusedError` when a later command, not itself taken back, changed one of them.
    """
    told = list(changes(conn, operation))
    conn.execute("PRAGMA defer_foreign_keys=ON")
    for change in reversed(told):
        if _row(conn, change.table, change.key) != change.after:
            raise RefusedError(
                f"第 {operation} 次操作之后又改过同一处，要先撤销后面的操作。什么都没有动。"
            )
        _put(conn, change)
    conn.execute("UPDATE operation SET undone_by = ? WHERE id = ?", (by, operation))
    return len(told)


def _row(conn: sqlite3.Connection, table: str, key: int) -> dict[str, Any] | None:
    row = conn.execute(f'SELECT * FROM "{table}" WHERE id = ?', (key,)).fetchone()
    return {name: value for name, value in dict(row).items() if value is not None} if row else None


def _put(conn: sqlite3.Connection, change: Change) -> None:
    before = change.before
    if before is None:
        conn.execute(f'DELETE FROM "{change.table}" WHERE id = ?', (change.key,))
    elif change.after is None:
        names = ", ".join(f'"{n}"' for n in before)
        marks = ", ".join("?" for _ in before)
        conn.execute(
            f'INSERT INTO "{change.table}"({names}) VALUES ({marks})', tuple(before.values())
        )
    else:
        columns = list(before | change.after)
        told = ", ".join(f'"{n}" = ?' for n in columns)
        values = (before.get(n) for n in columns)
        conn.execute(f'UPDATE "{change.table}" SET {told} WHERE id = ?', (*values, change.key))


def _loads(image: str | None) -> dict[str, Any] | None:
    return json.loads(image) if image else None

"""Take back whole commands."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from jiuye_cli.errors import RefusedError
from jiuye_cli.store.file import history
from jiuye_cli.store.file.history import Change, Operation, Size
from jiuye_cli.store.file.operation import Writing


@dataclass(frozen=True, slots=True)
class Step:
    """One command that can be taken back, and the rows it changed."""

    operation: Operation
    size: Size
    changes: tuple[Change, ...]


def preview(conn: sqlite3.Connection, count: int) -> list[Step]:
    """The newest `count` commands that can be taken back, newest first.

    Raises `RefusedError` when there are fewer.
    """
    known = history.undoable(conn)
    if len(known) < count:
        raise RefusedError(
            "没有可以撤销的操作了。" if not known else f"能撤销的只有 {len(known)} 次操作，没有动。"
        )
    sizes = history.sizes(conn, known[:count])
    return [Step(one, sizes[one.id], tuple(history.changes(conn, one.id))) for one in known[:count]]


def take_back(change: Writing, steps: list[Step]) -> None:
    """Undo each step, newest first, in one transaction.

    Raises `RefusedError` when someone changed the same rows in between.
    """
    for step in steps:
        history.take_back(change.conn, step.operation.id, change.id)
    change.conn.execute(
        "UPDATE operation SET undoes = ? WHERE id = ?", (steps[-1].operation.id, change.id)
    )

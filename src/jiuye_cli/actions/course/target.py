"""Yearly targets and how far they are reached."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from jiuye_cli.core.course.target import Reached, Target
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.file.measures import MEASURES, reached, targets
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.tables.target import TARGET


def set_target(change: Writing, target: Target) -> Target:
    """Set a year's target, or change it; `NotFoundError` for a figure there is not."""
    if target.measure not in MEASURES:
        near = nearest(target.measure, MEASURES) or "。"
        raise NotFoundError(
            f"没有“{target.measure}”这个数{near}可定任务的：{'、'.join(MEASURES)}。"
        )
    known = TARGET.where(change.conn, "year = ? AND measure = ?", target.year, target.measure)
    if known:
        TARGET.update(
            change.conn,
            known[0].id,
            wanted=target.wanted,
            source=target.source,
            set_on=target.set_on,
        )
        return replace(target, id=known[0].id)
    return replace(target, id=TARGET.insert(change.conn, target))


def progress(conn: sqlite3.Connection, year: int) -> list[Reached]:
    """Every target of a year with what was reached and who is behind it."""
    return [
        Reached(one, *reached(conn, MEASURES[one.measure], year)) for one in targets(conn, year)
    ]

"""The green channel's rosters, and each person's pass."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from jiuye_cli.core.course.green import Arrival, Pass
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.tables.green import ARRIVAL, PASS


def current(conn: sqlite3.Connection) -> Arrival:
    """The newest roster that is not closed; `NotFoundError` when there is none."""
    found = ARRIVAL.where(conn, "closed_on IS NULL", order="id DESC")
    if not found:
        raise NotFoundError("绿色通道现在没有名单。来了一批人：jiuye green start 花名册.xls")
    return found[0]


def passes(conn: sqlite3.Connection, arrival: int) -> list[Pass]:
    """The passes of a roster, in its order."""
    return PASS.where(conn, "arrival = ?", arrival, order="place, id")


def pass_of(conn: sqlite3.Connection, arrival: Arrival, person: int) -> Pass:
    """One person's pass; `NotFoundError` when they are not on the roster."""
    found = PASS.where(conn, "arrival = ? AND person = ?", arrival.id, person)
    if not found:
        raise NotFoundError(f"{person} 号不在“{arrival.name}”里。加上：jiuye green add {person}")
    return found[0]


def first_waiting(conn: sqlite3.Connection, arrival: int) -> Pass | None:
    """The first in the roster who is still to be served."""
    found = PASS.where(
        conn,
        "arrival = ? AND done_at IS NULL AND skipped_why IS NULL",
        arrival,
        order="place, id LIMIT 1",
    )
    return found[0] if found else None


def queue_up(conn: sqlite3.Connection, arrival: int, people: Iterable[int]) -> int:
    """Add people to a roster, after those on it, each once; how many are new."""
    known = {one.person for one in passes(conn, arrival)}
    new = [person for person in dict.fromkeys(people) if person not in known]
    for place, person in enumerate(new, len(known) + 1):
        PASS.insert(conn, Pass(arrival, person, place))
    return len(new)

"""What other rooms' tables tell of that calls for a call: troubles at work."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from jiuye_cli.core.callback.events import TROUBLE, Event
from jiuye_cli.store.tables import course


def events_by_person(conn: sqlite3.Connection) -> Mapping[int, list[Event]]:
    """The open troubles at work, by case number."""
    found: dict[int, list[Event]] = defaultdict(list)
    for one in course.TROUBLE.where(conn, "settled_on IS NULL"):
        found[one.person].append(Event(TROUBLE, one.day, one.kind.value))
    return found

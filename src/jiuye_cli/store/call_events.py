"""What other rooms' tables tell of that calls for a call: troubles at work, slips without an answer."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from jiuye_cli.core.callback.events import TROUBLE, Event
from jiuye_cli.store.referrals import referral_events
from jiuye_cli.store.tables import course


def events_by_person(conn: sqlite3.Connection) -> Mapping[int, list[Event]]:
    """The open troubles at work and the slips whose answer is to come, by case number."""
    found: dict[int, list[Event]] = defaultdict(list)
    for one in course.TROUBLE.where(conn, "settled_on IS NULL"):
        found[one.person].append(Event(TROUBLE, one.day, one.kind.value))
    for person, events in referral_events(conn).items():
        found[person] += events
    return found

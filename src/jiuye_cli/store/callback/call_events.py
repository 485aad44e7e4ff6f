"""What other rooms' tables tell of that calls for a call: troubles at work, slips, refusals for now."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from jiuye_cli.core.callback.events import TROUBLE, Event
from jiuye_cli.core.referral.refusal import RefusalRules
from jiuye_cli.store.posts.referrals import referral_events, referrals_to_ask_again
from jiuye_cli.store.tables import placement


def events_by_person(conn: sqlite3.Connection, refusals: RefusalRules) -> Mapping[int, list[Event]]:
    """Open troubles at work, slips whose answer is to come, refusals to come back to; by case number."""
    found: dict[int, list[Event]] = defaultdict(list)
    for one in placement.TROUBLE.where(conn, "settled_on IS NULL"):
        found[one.person].append(Event(TROUBLE, one.day, one.kind.value))
    for person, events in referral_events(conn).items():
        found[person] += events
    for person, again in referrals_to_ask_again(conn, refusals).items():
        found[person] += again
    return found

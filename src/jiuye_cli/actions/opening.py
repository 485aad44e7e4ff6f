"""What would open more posts: employers to ring, the fewest calls, the report for the village."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from jiuye_cli.actions.seekers import Matching, Sought, seek
from jiuye_cli.core.opening.asks import Shortage, asks_of, shortages
from jiuye_cli.core.opening.employer_call import EmployerCall
from jiuye_cli.core.opening.plan import plan_calls
from jiuye_cli.core.opening.report import UnlockRow, unlock_report
from jiuye_cli.core.opening.ring import Ring, RingPage, ring_list
from jiuye_cli.core.posts.post import Employer
from jiuye_cli.store import posts, referrals
from jiuye_cli.store.operation import Writing


def employers_to_ring(
    conn: sqlite3.Connection, matching: Matching, today: date, *, plan: bool = False
) -> RingPage:
    """Whom to ring and what to say; with `plan` only the fewest calls, in order."""
    sought = seek(conn, matching, today)
    short = shortages(sought.seekers.values(), sought.board)
    rings = _rings(conn, sought, short, matching, today)
    numbers = tuple(one.person for one in short)
    if not plan:
        return RingPage(tuple(rings), None, numbers)
    planned = plan_calls(short)
    by_employer = {one.employer.id: one for one in rings}
    chosen = tuple(by_employer[number] for number in planned.employers)
    return RingPage(chosen, planned, numbers)


def ring_for(conn: sqlite3.Connection, person: int, matching: Matching, today: date) -> list[Ring]:
    """The employers who could help one person, with the sentence to say."""
    sought = seek(conn, matching, today, [person])
    short = shortages(sought.seekers.values(), sought.board)
    return [one for one in _rings(conn, sought, short, matching, today) if person in one.people]


def _rings(
    conn: sqlite3.Connection,
    sought: Sought,
    short: Sequence[Shortage],
    matching: Matching,
    today: date,
) -> list[Ring]:
    overdue: dict[int, list[int]] = defaultdict(list)
    for one in referrals.still_open(conn):
        if one.is_overdue(today):
            overdue[one.post].append(one.person)
    return ring_list(
        posts.read_employers(conn),
        posts.read_posts(conn),
        asks_of(opening for one in short for opening in one.openings),
        overdue,
        [one.person for one in short],
        matching.rules,
        today,
    )


def unlock_village(conn: sqlite3.Connection, matching: Matching, today: date) -> list[UnlockRow]:
    """The single changes that would open posts to the people who look for work."""
    sought = seek(conn, matching, today)
    return unlock_report(sought.seekers.values(), sought.board, sought.means)


def note_employer_call(
    change: Writing, word: str, *, reached: bool, day: date, who: str, note: str | None
) -> Employer:
    """Note that an employer was rung; the employer."""
    employer = posts.find_employer(change.conn, word)
    referrals.put_employer_call(
        change.conn, EmployerCall(employer.id, day, reached, who=who, note=note)
    )
    return employer

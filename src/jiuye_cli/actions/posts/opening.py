"""What would open more posts: employers to ring, the fewest calls, the report for the village."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from jiuye_cli.actions.posts.seekers import Matching, Sought, seek
from jiuye_cli.core.opening.asks import Shortage, asks_of, shortages
from jiuye_cli.core.opening.employer_call import EmployerCall
from jiuye_cli.core.opening.plan import plan_calls
from jiuye_cli.core.opening.report import UnlockRow, unlock_report
from jiuye_cli.core.opening.ring import Ring, RingPage, ring_list
from jiuye_cli.core.posts.post import Employer
from jiuye_cli.core.referral.asking_again import asked_again
from jiuye_cli.core.referral.referral import Side
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.posts import posts, referrals


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
    employers, every = posts.read_employers(conn), posts.read_posts(conn)
    rung_on = {one.id: one.rung_on for one in employers}
    heard_of = {one.id: rung_on.get(one.employer) or date.min for one in every}
    return ring_list(
        employers,
        every,
        asks_of(opening for one in short for opening in one.openings),
        _answers_late(conn, heard_of, matching, today),
        [one.person for one in short],
        matching.rules,
        today,
    )


def _answers_late(
    conn: sqlite3.Connection, heard_of: Mapping[int, date], matching: Matching, today: date
) -> Mapping[int, list[int]]:
    """By post the people an employer owes an answer on.

    `heard_of` is the day each post's employer was last reached.
    """
    late: dict[int, list[int]] = defaultdict(list)
    for one in referrals.still_open(conn):
        if one.is_overdue(today):
            late[one.post].append(one.person)
    for person, own in referrals.by_person(conn).items():
        for again in asked_again(own, matching.refusals):
            post = again.referral.post
            unheard = heard_of.get(post, date.min) < again.day <= today
            if again.side is Side.EMPLOYER and unheard:
                late[post].append(person)
    return late


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

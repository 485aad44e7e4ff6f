"""Employers and workshops before the rules that pay them, and the people placed with them."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from jiuye_cli.actions.policy.judging import Bench
from jiuye_cli.core.fields.value import Record
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.core.policy.verdict import Judged, judge_all
from jiuye_cli.core.posts.hires import employer_facts, hire_record
from jiuye_cli.core.posts.post import Employer
from jiuye_cli.core.posts.workshop import Workshop
from jiuye_cli.store.people import people
from jiuye_cli.store.people.records import read_record
from jiuye_cli.store.posts import posts
from jiuye_cli.store.tables.placement import PLACEMENT

OF_FIRMS, OF_WORKSHOPS = "用人单位", "车间"


def placed_with(conn: sqlite3.Connection) -> Mapping[int, list[tuple[int, Record]]]:
    """For each employer the people who work there through us, with the record of the job."""
    found: dict[int, list[tuple[int, Record]]] = defaultdict(list)
    for one in PLACEMENT.where(conn, "employer IS NOT NULL"):
        job = read_record(conn, "就业经历", one.job)
        if job is not None and one.employer is not None and not isinstance(job.get("止"), date):
            found[one.employer].append((one.person, job))
    return found


def workshops(conn: sqlite3.Connection, bench: Bench, today: date) -> list[Workshop]:
    """The 帮扶车间 with their headcounts, placements, open posts and what they can claim."""
    placed = placed_with(conn)
    open_posts = Counter(one.employer for one in posts.read_posts(conn) if one.is_open(today))
    return [
        Workshop(
            one,
            tuple(sorted({person for person, _ in placed.get(one.id, ())})),
            open_posts[one.id],
            tuple(
                (v.policy.name, v.verdict.word)
                for v in employer_verdicts(conn, one, placed.get(one.id, ()), bench, today)
                if v.policy.beneficiary == OF_WORKSHOPS
            ),
        )
        for one in posts.read_employers(conn)
        if one.is_workshop
    ]


def employer_verdicts(
    conn: sqlite3.Connection,
    employer: Employer,
    placed: Iterable[tuple[int, Record]],
    bench: Bench,
    today: date,
) -> tuple[Judged, ...]:
    """What an employer, or a workshop, can claim under the rules of the place."""
    jobs = list(placed)
    known = {one.id: one.facts for one in people.read_people(conn, today, [p for p, _ in jobs])}
    facts = employer_facts(employer, (hire_record(known[person], job) for person, job in jobs))
    who = (OF_FIRMS, OF_WORKSHOPS) if employer.is_workshop else (OF_FIRMS,)
    rules = [one for one in bench.shelf.rules_at(bench.place) if one.policy.beneficiary in who]
    return judge_all(rules, Claimant(facts), bench.moment(today), bench.shelf)

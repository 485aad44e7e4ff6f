"""Who looks for work on a day, and the open posts before them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.actions.policy.claimant import claimants
from jiuye_cli.actions.policy.judging import Bench
from jiuye_cli.core.better_off.change import Costs
from jiuye_cli.core.fields.value import UNKNOWN, Value
from jiuye_cli.core.matching.board import Board
from jiuye_cli.core.matching.limits import WELFARE_FACT
from jiuye_cli.core.matching.near import ClassOnOffer, Means
from jiuye_cli.core.matching.rules import MatchRules
from jiuye_cli.core.matching.seeker import Seeker, waits_since, with_derived
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.core.policy.weigh import Verdict, weigh
from jiuye_cli.core.posts.post import Rung
from jiuye_cli.core.referral.referral import last_offer, tries
from jiuye_cli.core.referral.refusal import RefusalRules, closed_by
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.truth import NO
from jiuye_cli.store.posts import posts, referrals
from jiuye_cli.store.tables.training import CLASS

WELFARE_POLICIES = ("乡村公益性岗位安置", "城镇公益性岗位安置")
"""The policies of which one must let someone hold a 公益岗."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What matching needs beside the people: the rules of the desk, of policies, of refusals, the costs."""

    bench: Bench
    rules: MatchRules
    refusals: RefusalRules
    costs: Costs


@dataclass(frozen=True, slots=True)
class Sought:
    """The people who look for work on a day, what the rules know of each, the open posts, the means."""

    seekers: Mapping[int, Seeker]
    claimants: Mapping[int, Claimant]
    board: Board
    means: Means


def seek(
    conn: sqlite3.Connection, matching: Matching, today: date, ids: Sequence[int] | None = None
) -> Sought:
    """The posts of the day and the people to match: those of `ids`, or everyone who looks for work."""
    day = _Day(conn, matching, today)
    chosen = [
        (person, claimant)
        for person, claimant in claimants(conn, matching.bench.shelf, today, ids)
        if ids is not None or day.looks_for_work(claimant)
    ]
    seekers = {person.id: day.seeker(person, claimant) for person, claimant in chosen}
    means = Means(_classes(conn, today), matching.rules.age_room)
    return Sought(seekers, {person.id: one for person, one in chosen}, day.board, means)


class _Day:
    """The posts and earlier offers of a day, before which each person is seen."""

    def __init__(self, conn: sqlite3.Connection, matching: Matching, today: date) -> None:
        self.matching, self.today = matching, today
        every_post = posts.read_posts(conn)
        self.posts = {post.id: post for post in every_post}
        self.board = Board(every_post, matching.rules, today)
        self.offers_welfare = any(post.rung is Rung.WELFARE for post in self.board.posts)
        self.offered = referrals.by_person(conn)
        self.opened = _opened(conn)

    def looks_for_work(self, claimant: Claimant) -> bool:
        """Whether the rules do not say that someone looks for nothing; not known counts as looking."""
        test = self.matching.rules.seeking
        return test is None or test(self._reading(claimant)) != NO

    def seeker(self, person: Person, claimant: Claimant) -> Seeker:
        """A person with what earlier offers came to."""
        own = self.offered.get(person.id, [])
        closed = closed_by(own, self.posts, self.matching.refusals, self.today)
        welfare = self._may_hold_welfare(claimant) if self.offers_welfare else UNKNOWN
        facts = with_derived(person.facts, self.today, **{WELFARE_FACT: welfare})
        return Seeker(
            id=person.id,
            name=person.name,
            facts=facts,
            waiting_since=waits_since(facts, self.opened[person.id], last_offer(own)),
            shut=closed.posts,
            tries=tries(own),
            paused_until=closed.paused_until,
            pause_why=closed.pause_why,
        )

    def _may_hold_welfare(self, claimant: Claimant) -> Value:
        """Whether a policy lets someone hold a 公益岗: yes, no, or still to be found out."""
        shelf = self.matching.bench.shelf
        rules = [r for r in self.matching.bench.rules(claimant) if r.id in WELFARE_POLICIES]
        verdicts = {weigh(r, claimant, self._reading(claimant), shelf).verdict for r in rules}
        if Verdict.ELIGIBLE in verdicts:
            return True
        return UNKNOWN if not verdicts or verdicts & {Verdict.UNKNOWN, Verdict.CONFIRM} else False

    def _reading(self, claimant: Claimant) -> Reading:
        bench = self.matching.bench
        return Reading(claimant.facts, bench.moment(self.today), bench.shelf.parameters)


def _opened(conn: sqlite3.Connection) -> dict[int, date]:
    rows = conn.execute("SELECT id, created_on FROM person")
    return {number: date.fromisoformat(day[:10]) if day else date.max for number, day in rows}


def _classes(conn: sqlite3.Connection, today: date) -> tuple[ClassOnOffer, ...]:
    """The classes that can still be joined."""
    return tuple(
        ClassOnOffer(one.name, one.trade, one.level or "", one.starts)
        for one in CLASS.where(conn, "closed_on IS NULL")
        if one.trade and (one.starts is None or one.starts >= today)
    )

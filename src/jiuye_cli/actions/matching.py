"""Who looks for work, which posts are open, and what each person is offered."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.actions.claimant import claimants
from jiuye_cli.actions.judging import Bench
from jiuye_cli.core.better_off.benefits import benefit_judge
from jiuye_cli.core.better_off.change import Costs, Judge, better_off
from jiuye_cli.core.fields.value import UNKNOWN, PartialSet, Value
from jiuye_cli.core.matching.board import Board
from jiuye_cli.core.matching.limits import WELFARE_FACT
from jiuye_cli.core.matching.near import ClassOnOffer, Means, near_misses, unlocks_of
from jiuye_cli.core.matching.pair import Pair, weigh
from jiuye_cli.core.matching.rules import MatchRules
from jiuye_cli.core.matching.seeker import Seeker, waits_since, with_derived
from jiuye_cli.core.matching.share import Shares, share
from jiuye_cli.core.opening.asks import asks_of, shortages
from jiuye_cli.core.opening.match import Match, Offer, PairWhy, best_offers, rung_of, shortfall
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.core.policy.weigh import weigh as weigh_rule
from jiuye_cli.core.posts.post import Post, Rung
from jiuye_cli.core.referral.kinds import POSTS, TRAINING
from jiuye_cli.core.referral.meter import Given, Meter, meter
from jiuye_cli.core.referral.referral import Referral, last_offer, tries
from jiuye_cli.core.referral.refusal import Raised, RefusalRules, closed_by, raised
from jiuye_cli.core.rules.moment import Reading
from jiuye_cli.core.rules.truth import NO
from jiuye_cli.store import find, posts, referrals
from jiuye_cli.store.people import read_person
from jiuye_cli.store.tables.course import CLASS, ENROLMENT, SERVICE

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
    """The people who look for work on a day, and the open posts before them."""

    seekers: Mapping[int, Seeker]
    judges: Mapping[int, Claimant]
    board: Board
    means: Means


def seek(
    conn: sqlite3.Connection, matching: Matching, today: date, ids: Sequence[int] | None = None
) -> Sought:
    """The posts of the day and the people to match: those of `ids`, or everyone who looks for work."""
    every_post = posts.read_posts(conn)
    board = Board(every_post, matching.rules, today)
    found: dict[int, Seeker] = {}
    standing: dict[int, Claimant] = {}
    offered = referrals.by_person(conn)
    opened = _opened(conn)
    known = {post.id: post for post in every_post}
    for person, claimant in claimants(conn, matching.bench.shelf, today, ids):
        if ids is None and not _looks_for_work(claimant, matching, today):
            continue
        own = offered.get(person.id, [])
        found[person.id] = _seeker(
            person, claimant, own, known, matching, today, opened[person.id], board
        )
        standing[person.id] = claimant
    return Sought(found, standing, board, Means(_classes(conn, today), matching.rules.age_room))


def _looks_for_work(claimant: Claimant, matching: Matching, today: date) -> bool:
    """Whether the rules do not say that someone looks for nothing; not known counts as looking."""
    test = matching.rules.seeking
    if test is None:
        return True
    return test(Reading(claimant.facts, matching.bench.moment(today))) != NO


def _seeker(
    person: Person,
    claimant: Claimant,
    own: Sequence[Referral],
    known: Mapping[int, Post],
    matching: Matching,
    today: date,
    opened: date,
    board: Board,
) -> Seeker:
    closed = closed_by(own, known, matching.refusals, today)
    offers_welfare = any(post.rung is Rung.WELFARE for post in board.posts)
    welfare = _may_hold_welfare(claimant, matching.bench, today) if offers_welfare else UNKNOWN
    facts = with_derived(person.facts, today, **{WELFARE_FACT: welfare})
    return Seeker(
        person.id,
        person.name,
        facts,
        waits_since(facts, opened, last_offer(own)),
        closed.posts,
        tries(own),
        closed.paused_until,
        closed.pause_why,
    )


def _may_hold_welfare(claimant: Claimant, bench: Bench, today: date) -> Value:
    """Whether a policy lets someone hold a 公益岗: yes, no, or still to be found out."""
    verdicts = {
        weigh_rule(
            rule,
            claimant,
            Reading(claimant.facts, bench.moment(today), bench.shelf.parameters),
            bench.shelf,
        ).verdict
        for rule in bench.rules(claimant)
        if rule.id in WELFARE_POLICIES
    }
    if Verdict.ELIGIBLE in verdicts:
        return True
    open_ones = {Verdict.UNKNOWN, Verdict.CONFIRM}
    return UNKNOWN if not verdicts or verdicts & open_ones else False


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


def match_person(conn: sqlite3.Connection, word: str, matching: Matching, today: date) -> Match:
    """The offers to the one person a word means."""
    number = find.who(conn, word).id
    sought = seek(conn, matching, today, [number])
    seeker = sought.seekers[number]
    pairs = () if seeker.is_paused(today) else best_offers(seeker, sought.board, today)
    return _match(seeker, pairs, sought, matching, today)


def match_everyone(
    conn: sqlite3.Connection,
    matching: Matching,
    today: date,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[list[Match], Shares]:
    """The offers to everyone who looks for work, seats shared fairly; in order of waiting."""
    sought = seek(conn, matching, today)
    active = [one for one in sought.seekers.values() if not one.is_paused(today)]
    shares = share(active, sought.board, progress)
    return list(_shared(active, shares, sought, matching, today)), shares


def _shared(
    active: Sequence[Seeker], shares: Shares, sought: Sought, matching: Matching, today: date
) -> Iterator[Match]:
    for seeker in sorted(active, key=lambda one: (one.waiting_since, one.id)):
        offered = shares.offers[seeker.id]
        pairs = [weigh(seeker, post, matching.rules, today) for post in offered]
        yield _match(seeker, pairs, sought, matching, today)


def _match(
    seeker: Seeker, pairs: Sequence[Pair], sought: Sought, matching: Matching, today: date
) -> Match:
    judge = _judge(sought.judges[seeker.id], matching, today)
    offers = tuple(
        Offer(pair, better_off(seeker, pair.post, judge, matching.costs, today)) for pair in pairs
    )
    short = shortfall(seeker, sought.board, [pair.post for pair in pairs])
    near = near_misses(seeker, sought.board, today, sought.means) if short.missing else ()
    asks = asks_of(one for s in shortages([seeker], sought.board) for one in s.openings)
    rung = rung_of(seeker, sought.board)
    return Match(seeker, offers, short, near, tuple(asks), rung, seeker.tries)


def _judge(claimant: Claimant, matching: Matching, today: date) -> Judge:
    facts = claimant.facts
    places = {
        n: str(facts.value(n)) for n in ("户籍地", "常住地") if isinstance(facts.value(n), str)
    }
    return benefit_judge(
        matching.bench.shelf, matching.bench.moment(today), claimant.receipts, places
    )


def why_pair(
    conn: sqlite3.Connection, word: str, post_word: str, matching: Matching, today: date
) -> PairWhy:
    """Why one post is, or is not, for one person: any pair, also the far ones and closed posts."""
    number = find.who(conn, word).id
    post = posts.find_post(conn, post_word, today)
    sought = seek(conn, matching, today, [number])
    seeker = sought.seekers[number]
    pair = weigh(seeker, post, matching.rules, today)
    judge = _judge(sought.judges[number], matching, today)
    unlocks = unlocks_of(seeker, post, pair.failing, sought.means) if not pair.shut else None
    change = better_off(seeker, post, judge, matching.costs, today)
    return PairWhy(Offer(pair, change), "；".join(one.say for one in unlocks or ()))


def meter_of(conn: sqlite3.Connection, person: int, matching: Matching, today: date) -> Meter:
    """The year's 3-1-1 meter of one person, counted from slips, services and classes."""
    given = [Given(POSTS, one.offered_on) for one in referrals.of_person(conn, person)]
    given += [Given(one.kind.value, one.day) for one in SERVICE.where(conn, "person = ?", person)]
    joined = ENROLMENT.where(conn, "person = ? AND left_on IS NULL", person)
    given += [Given(TRAINING, one.enrolled_on) for one in joined]
    return meter(given, matching.rules.standards[matching.rules.standard], today.year)


def notes_on(conn: sqlite3.Connection, person: int, matching: Matching, today: date) -> list[str]:
    """What a human has to look at before the next offer."""
    return [one.say for one in prompts_for(conn, person, matching, today)]


def prompts_for(
    conn: sqlite3.Connection, person: int, matching: Matching, today: date
) -> list[Raised]:
    """The prompts that someone's refusals raise on a day."""
    categories = read_person(conn, person, today).facts.value("人员类别")
    members = categories.yes if isinstance(categories, PartialSet) else categories
    known = members if isinstance(members, frozenset) else frozenset[str]()
    own = referrals.of_person(conn, person)
    return raised(own, matching.refusals, matching.bench.place, today, known)

"""What each person is offered: three posts, seats shared, why, and what has been given so far."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from jiuye_cli.actions.posts.seekers import Matching, Sought, seek
from jiuye_cli.core.better_off.benefits import benefit_judge
from jiuye_cli.core.better_off.change import Judge, better_off
from jiuye_cli.core.fields.value import PartialSet
from jiuye_cli.core.matching.near import near_misses, unlocks_of
from jiuye_cli.core.matching.pair import Pair, weigh
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.matching.share import Shares, share
from jiuye_cli.core.opening.asks import asks_of, shortages
from jiuye_cli.core.opening.match import Match, Offer, PairWhy, best_offers, rung_of, shortfall
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.core.referral.kinds import POSTS, TRAINING
from jiuye_cli.core.referral.meter import Given, Meter, meter
from jiuye_cli.core.referral.refusal import Raised, raised
from jiuye_cli.store.people import find
from jiuye_cli.store.people.people import read_person
from jiuye_cli.store.posts import posts, referrals
from jiuye_cli.store.tables.service import SERVICE
from jiuye_cli.store.tables.training import ENROLMENT


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
    judge = _judge(sought.claimants[seeker.id], matching, today)
    offers = tuple(
        Offer(pair, better_off(seeker, pair.post, judge, matching.costs, today)) for pair in pairs
    )
    short = shortfall(seeker, sought.board, [pair.post for pair in pairs])
    near = near_misses(seeker, sought.board, today, sought.means) if short.missing else ()
    asks = asks_of(one for s in shortages([seeker], sought.board) for one in s.openings)
    rung = rung_of(seeker, sought.board)
    return Match(seeker, offers, short, near, tuple(asks), rung, seeker.tries)


def _judge(claimant: Claimant, matching: Matching, today: date) -> Judge:
    bench = matching.bench
    rules = bench.rules(claimant)
    return benefit_judge(rules, bench.shelf, bench.moment(today), claimant.receipts)


def why_pair(
    conn: sqlite3.Connection, word: str, post_word: str, matching: Matching, today: date
) -> PairWhy:
    """Why one post is, or is not, for one person: any pair, also the far ones and closed posts."""
    number = find.who(conn, word).id
    post = posts.find_post(conn, post_word, today)
    sought = seek(conn, matching, today, [number])
    seeker = sought.seekers[number]
    pair = weigh(seeker, post, matching.rules, today)
    judge = _judge(sought.claimants[number], matching, today)
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

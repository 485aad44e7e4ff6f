"""Slips written, for paper and for lists: whom, which posts, until when the answer is due."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jiuye_cli.actions.matching import Matching, match_person, seek
from jiuye_cli.core.matching.pair import Pair, weigh
from jiuye_cli.core.people.card import Card
from jiuye_cli.core.posts.post import Post, Rung
from jiuye_cli.core.referral.referral import (
    Referral,
    before_the_floor,
)
from jiuye_cli.errors import RefusedError
from jiuye_cli.store import find, posts, referrals
from jiuye_cli.store.operation import Writing
from jiuye_cli.store.roll import cards


@dataclass(frozen=True, slots=True)
class Line:
    """One post on a slip: the referral, the post, and what was weighed."""

    referral: Referral
    post: Post
    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip as it was written: whom, which posts, until when; `tries` stand before a 公益岗."""

    number: int
    card: Card
    lines: tuple[Line, ...]
    reply_due: date
    tries: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()


def refer(
    change: Writing,
    word: str,
    post_words: Sequence[str],
    matching: Matching,
    today: date,
    *,
    anyway: bool = False,
    note: str | None = None,
) -> Slip:
    """Write a slip for a person with some posts, or with the best three where none are named.

    `RefusedError` for a post that is closed, that is before them already, or that
    a known limit stands against (unless `anyway`).
    """
    conn = change.conn
    person = find.who(conn, word).id
    chosen = _chosen(conn, person, post_words, matching, today)
    pairs = _weighed(conn, person, chosen, matching, today)
    _refuse(pairs, today, anyway=anyway)
    due = today + timedelta(days=matching.rules.reply_days)
    earlier = referrals.of_person(conn, person)
    batch, written = referrals.put_batch(
        conn, person, [one.post for one in pairs], today, due, note
    )
    lines = tuple(Line(one, pair.post, pair) for one, pair in zip(written, pairs, strict=True))
    tries = _tries(conn, earlier, chosen)
    return Slip(batch, cards(conn, [person])[person], lines, due, tries, _notes(lines, tries))


def _chosen(
    conn: sqlite3.Connection, person: int, words: Sequence[str], matching: Matching, today: date
) -> list[Post]:
    if words:
        return [posts.find_post(conn, word, today) for word in words]
    offers = match_person(conn, f"#{person}", matching, today).offers
    if not offers:
        raise RefusedError(f"眼下没有能推荐的岗位。jiuye match {person} 看差在哪里、该问哪家单位。")
    return [one.post for one in offers]


def _weighed(
    conn: sqlite3.Connection, person: int, chosen: Sequence[Post], matching: Matching, today: date
) -> list[Pair]:
    seeker = seek(conn, matching, today, [person]).seekers[person]
    distinct = {post.id: post for post in chosen}
    return [weigh(seeker, post, matching.rules, today) for post in distinct.values()]


def _refuse(pairs: Sequence[Pair], today: date, *, anyway: bool) -> None:
    for one in pairs:
        shut = one.post.shut_because(today)
        if shut:
            raise RefusedError(f"{one.post.id} 号岗位（{one.post.name}）{shut}，不能推荐了。")
        if anyway:
            continue
        if one.shut:
            raise RefusedError(
                f"{one.post.id} 号岗位（{one.post.name}）{one.shut}。确要再推荐就加 --yes。"
            )
        if one.failing:
            names = "、".join(limit.name for limit in one.failing)
            raise RefusedError(
                f"{one.post.id} 号岗位（{one.post.name}）{names}不合。"
                f"jiuye why {one.seeker.id} 岗{one.post.id} 看细处；确要推荐就加 --yes。"
            )


def _tries(
    conn: sqlite3.Connection, earlier: Sequence[Referral], chosen: Sequence[Post]
) -> tuple[Line, ...]:
    """What was tried on the rungs above, where one of the posts is a 公益岗."""
    if all(post.rung is not Rung.WELFARE for post in chosen):
        return ()
    tried = before_the_floor(earlier)
    named = {post.id: post for post in posts.read_posts(conn, [one.post for one in tried])}
    return tuple(Line(one, named[one.post]) for one in tried)


def _notes(lines: Sequence[Line], tries: Sequence[Line]) -> tuple[str, ...]:
    if any(one.post.rung is Rung.WELFARE for one in lines) and not tries:
        return ("公益岗是托底的，前面还没有推荐过别的岗位。",)
    return ()


@dataclass(frozen=True, slots=True)
class Listed:
    """One referral in a list: whom, where, how it stands."""

    referral: Referral
    card: Card
    post: Post


def listed(
    conn: sqlite3.Connection,
    today: date,
    *,
    word: str | None = None,
    everything: bool = False,
    due: bool = False,
) -> list[Listed]:
    """Referrals: those without an end, or all; of one person; or only those whose answer is overdue."""
    person = find.who(conn, word).id if word else None
    if everything or person is not None:
        found = referrals.of_person(conn, person) if person is not None else _all(conn)
    else:
        found = referrals.still_open(conn)
    if due:
        found = [one for one in found if one.is_overdue(today)]
    named = cards(conn, {one.person for one in found})
    known = {post.id: post for post in posts.read_posts(conn, sorted({one.post for one in found}))}
    return [Listed(one, named[one.person], known[one.post]) for one in found]


def _all(conn: sqlite3.Connection) -> list[Referral]:
    return [one for own in referrals.by_person(conn).values() for one in own]


def slip_of(conn: sqlite3.Connection, batch: int) -> list[Listed]:
    """The referrals on one slip, for paper."""
    found = referrals.of_slip(conn, batch)
    named = cards(conn, {one.person for one in found})
    known = {post.id: post for post in posts.read_posts(conn, [one.post for one in found])}
    return [Listed(one, named[one.person], known[one.post]) for one in found]

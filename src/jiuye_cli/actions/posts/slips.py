"""Slips written, for paper and for lists: whom, which posts, until when the answer is due."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from jiuye_cli.actions.posts.matching import match_person
from jiuye_cli.actions.posts.seekers import Matching, seek
from jiuye_cli.core.matching.pair import Pair, weigh
from jiuye_cli.core.posts.post import Post, Rung
from jiuye_cli.core.referral.referral import Referral, before_the_floor
from jiuye_cli.core.referral.slip import Line, Slip
from jiuye_cli.errors import RefusedError
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import find
from jiuye_cli.store.people.roll import cards
from jiuye_cli.store.posts import posts, referrals

NO_TRIES = "公益岗是托底的，前面还没有推荐过别的岗位。"


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
    for one in pairs:
        _refuse(one, today, anyway=anyway)
    due = today + timedelta(days=matching.rules.reply_days)
    earlier = referrals.of_person(conn, person)
    named = [one.post for one in pairs]
    batch, written = referrals.put_batch(conn, person, named, today, due, note)
    lines = lines_of(conn, written, {one.post.id: one for one in pairs})
    for_floor = any(post.rung is Rung.WELFARE for post in named)
    tries = lines_of(conn, before_the_floor(earlier)) if for_floor else []
    notes = (NO_TRIES,) if for_floor and not tries else ()
    return Slip(batch, lines[0].card, tuple(lines), due, tuple(tries), notes)


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


def _refuse(pair: Pair, today: date, *, anyway: bool) -> None:
    post = f"{pair.post.id} 号岗位（{pair.post.name}）"
    if gone := pair.post.shut_because(today):
        raise RefusedError(f"{post}{gone}，不能推荐了。")
    if anyway:
        return
    if pair.shut:
        raise RefusedError(f"{post}{pair.shut}。确要再推荐就加 --yes。")
    if pair.failing:
        names = "、".join(limit.name for limit in pair.failing)
        raise RefusedError(
            f"{post}{names}不合。jiuye why {pair.seeker.id} 岗{pair.post.id} 看细处；确要推荐就加 --yes。"
        )


def listed(
    conn: sqlite3.Connection,
    today: date,
    *,
    word: str | None = None,
    everything: bool = False,
    due: bool = False,
) -> list[Line]:
    """Referrals: those without an end, or all; of one person; or only those whose answer is overdue."""
    if word:
        found = referrals.of_person(conn, find.who(conn, word).id)
    elif everything:
        found = [one for own in referrals.by_person(conn).values() for one in own]
    else:
        found = referrals.still_open(conn)
    return lines_of(conn, [one for one in found if not due or one.is_overdue(today)])


def slip_of(conn: sqlite3.Connection, batch: int) -> list[Line]:
    """The referrals on one slip, for paper; `NotFoundError` for no such slip."""
    return lines_of(conn, referrals.of_slip(conn, batch))


def lines_of(
    conn: sqlite3.Connection, found: Iterable[Referral], pairs: dict[int, Pair] | None = None
) -> list[Line]:
    """Referrals with the people and posts they are about, in the order given."""
    chosen = list(found)
    named = cards(conn, {one.person for one in chosen})
    known = {post.id: post for post in posts.read_posts(conn, sorted({one.post for one in chosen}))}
    weighed = pairs or {}
    return [Line(one, known[one.post], named[one.person], weighed.get(one.post)) for one in chosen]

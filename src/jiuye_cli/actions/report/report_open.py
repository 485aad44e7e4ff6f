"""What stands behind a figure: people by their cards, posts and referrals by their names."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence

from jiuye_cli.actions.posts.slips import lines_of
from jiuye_cli.core.report.figure import (
    CLASS,
    EVENT,
    PERSON,
    POST,
    REFERRAL,
    SERVICE,
    SLIP,
    Figure,
)
from jiuye_cli.store import reports
from jiuye_cli.store.people import roll
from jiuye_cli.store.posts import posts
from jiuye_cli.store.tables.event import EVENT as EVENTS
from jiuye_cli.store.tables.posts import BATCH
from jiuye_cli.store.tables.posts import REFERRAL as REFERRALS
from jiuye_cli.store.tables.service import SERVICE as SERVICES
from jiuye_cli.store.tables.training import CLASS as CLASSES

Row = tuple[int, str]


def opened(conn: sqlite3.Connection, figure: Figure) -> list[Row]:
    """Each id behind a figure with what it stands for, in the order of the ids; numbers masked."""
    return [] if not figure.ids else _READERS[figure.of](conn, figure.ids)


def _people(conn: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    cards = roll.cards(conn, ids)
    why = reports.closing_words(conn, ids)
    return [
        (n, f"{cards[n]}{f'（注销：{why[n]}）' if n in why else ''}") for n in ids if n in cards
    ]


def _posts(conn: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    return [
        (one.id, f"{one.id} 号岗位 {one.employer_name} {one.name} {_seats(one.seats)}")
        for one in posts.read_posts(conn, ids)
    ]


def _seats(seats: int | None) -> str:
    return "人数未问到" if seats is None else f"招 {seats} 人"


def _slips(conn: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    chosen = [one for one in BATCH.where(conn) if one.id in set(ids)]
    cards = roll.cards(conn, {one.person for one in chosen})
    return [(one.id, f"{one.id} 号推荐单 {one.made_on} {cards[one.person]}") for one in chosen]


def _referrals(conn: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    chosen = [one for one in REFERRALS.where(conn) if one.id in set(ids)]
    return [
        (line.referral.id, f"{line.card}　{line.post.employer_name} {line.post.name} {line.referral.result.label}")
        for line in lines_of(conn, chosen)
    ]  # fmt: skip


def _classes(conn: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    chosen = [one for one in CLASSES.where(conn) if one.id in set(ids)]
    return [(one.id, f"{one.id} 号班 {one.name} {one.starts or '哪天开没记'}") for one in chosen]


def _events(conn: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    chosen = [one for one in EVENTS.where(conn) if one.id in set(ids)]
    return [(one.id, f"{one.id} 号活动 {one.day} {one.kind.value} {one.name}") for one in chosen]


def _services(conn: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    chosen = [one for one in SERVICES.where(conn) if one.id in set(ids)]
    cards = roll.cards(conn, {one.person for one in chosen})
    # What was said in 心理疏导 stays in the file
    return [(one.id, f"{one.day} {one.kind.value} {cards[one.person]}") for one in chosen]


_READERS: Mapping[str, Callable[[sqlite3.Connection, Sequence[int]], list[Row]]] = {
    PERSON: _people,
    POST: _posts,
    SLIP: _slips,
    REFERRAL: _referrals,
    CLASS: _classes,
    EVENT: _events,
    SERVICE: _services,
}

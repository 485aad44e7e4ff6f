"""Slips and referrals: written once, their results noted, read by person and by post."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from jiuye_cli.core.callback.events import ASK_AGAIN, REFERRED, Event
from jiuye_cli.core.opening.employer_call import EmployerCall
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.referral.asking_again import asked_again
from jiuye_cli.core.referral.referral import Batch, Referral, Result, Side
from jiuye_cli.core.referral.refusal import RefusalRules
from jiuye_cli.store.tables.posts import BATCH, EMPLOYER_CALL, REFERRAL

STILL_OPEN = "result IN ('offered', 'accepted', 'interview')"


def put_batch(
    conn: sqlite3.Connection,
    person: int,
    posts: Sequence[Post],
    day: date,
    due: date,
    note: str | None,
) -> tuple[int, list[Referral]]:
    """Write one slip with its posts; its number and the referrals as they were written."""
    batch = BATCH.insert(conn, Batch(person, day, note=note))
    for post in posts:
        REFERRAL.insert(conn, Referral(batch, person, post.id, post.rung, day, due))
    return batch, REFERRAL.where(conn, "batch = ?", batch)


def read_referral(conn: sqlite3.Connection, number: int) -> Referral:
    """One referral; `NotFoundError` if there is no such number."""
    return REFERRAL.get(conn, number)


def note_result(conn: sqlite3.Connection, number: int, **changes: object) -> None:
    """Note what became of a referral."""
    REFERRAL.update(conn, number, **changes)


def of_person(conn: sqlite3.Connection, person: int) -> list[Referral]:
    """All referrals of one person, oldest first."""
    return REFERRAL.where(conn, "person = ?", person)


def by_person(conn: sqlite3.Connection) -> Mapping[int, list[Referral]]:
    """All referrals of everyone, by person, oldest first."""
    found: dict[int, list[Referral]] = defaultdict(list)
    for one in REFERRAL.where(conn):
        found[one.person].append(one)
    return found


def still_open(conn: sqlite3.Connection, person: int | None = None) -> list[Referral]:
    """Referrals without an end, of one person or of everyone; the answer due first comes first."""
    if person is None:
        return REFERRAL.where(conn, STILL_OPEN, order="reply_due, id")
    return REFERRAL.where(conn, f"{STILL_OPEN} AND person = ?", person, order="reply_due, id")


def of_slip(conn: sqlite3.Connection, batch: int) -> list[Referral]:
    """The referrals on one slip, in the order they were written; `NotFoundError` for no such slip."""
    BATCH.get(conn, batch)
    return REFERRAL.where(conn, "batch = ?", batch)


def lapse_others(conn: sqlite3.Connection, person: int, kept: int, on: date) -> int:
    """Take back everything else still open for a person, who has found work; how many."""
    others = [one for one in still_open(conn, person) if one.id != kept]
    for one in others:
        REFERRAL.update(conn, one.id, result=Result.LAPSED, result_on=on)
    return len(others)


def referral_events(
    conn: sqlite3.Connection, ids: Sequence[int] | None = None
) -> Mapping[int, list[Event]]:
    """For each person the slips whose answer is still to come, as events that ask for a call."""
    names = _post_names(conn)
    slips: dict[tuple[int, date], list[str]] = defaultdict(list)
    for one in still_open(conn):
        if ids is None or one.person in ids:
            slips[one.person, one.offered_on].append(names[one.post])
    found: dict[int, list[Event]] = defaultdict(list)
    for (person, day), posts in sorted(slips.items()):
        found[person].append(Event(REFERRED, day, "、".join(posts)))
    return found


def referrals_to_ask_again(
    conn: sqlite3.Connection, rules: RefusalRules
) -> Mapping[int, list[Event]]:
    """For each person the refusals of their own to come back to, as events that ask for a call."""
    names = _post_names(conn)
    found: dict[int, list[Event]] = defaultdict(list)
    for person, own in by_person(conn).items():
        for again in asked_again(own, rules):
            if again.side is Side.PERSON:
                about = f"{names[again.referral.post]}，{again.reason}"
                found[person].append(Event(ASK_AGAIN, again.day, about))
    return found


def _post_names(conn: sqlite3.Connection) -> Mapping[int, str]:
    rows = conn.execute("SELECT id, coalesce(岗位名称, 工种, id || ' 号岗位') FROM post")
    return dict(rows.fetchall())


def put_employer_call(conn: sqlite3.Connection, call: EmployerCall) -> int:
    """Note a call to an employer; its number."""
    return EMPLOYER_CALL.insert(conn, call)


def employer_calls(conn: sqlite3.Connection, employer: int) -> list[EmployerCall]:
    """The calls to one employer, newest first."""
    return EMPLOYER_CALL.where(conn, "employer = ?", employer, order="day DESC, id DESC")

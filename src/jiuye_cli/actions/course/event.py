"""Events: people invited, what they answered, who came, agreed, was hired."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from jiuye_cli.actions.course.placement import Origin, Started, start
from jiuye_cli.core.course.event import Answer, Event, EventPage, Guest, Invitation, funnel, to_call
from jiuye_cli.core.fields.value import Evidence, Grade, Value
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.course import event as store
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import roll
from jiuye_cli.store.tables.event import EVENT, INVITATION


def add_event(change: Writing, values: Mapping[str, Any]) -> Event:
    """Add an event; `RefusedError` where kind or day was not told."""
    lacking = [word for word, key in (("类别", "kind"), ("日期", "day")) if values.get(key) is None]
    if lacking:
        raise RefusedError(f"活动要写{'、'.join(lacking)}，如 类别=招聘会 日期=2026-12-05。")
    one = Event(**values)
    return replace(one, id=EVENT.insert(change.conn, one))


def change_event(change: Writing, word: str, values: Mapping[str, Any]) -> Event:
    """Change what was said of an event."""
    one = EVENT.find(change.conn, word)
    EVENT.update(change.conn, one.id, **values)
    return replace(one, **values)


def invite(
    change: Writing, word: str, people: Sequence[int], today: date
) -> tuple[Event, int, int]:
    """Invite people; the event, how many are new, how many were invited before."""
    one = _standing(change.conn, word)
    known = {i.person for i in store.invitations(change.conn, one.id)}
    new = [person for person in people if person not in known]
    for person in new:
        INVITATION.insert(change.conn, Invitation(one.id, person, today))
    return one, len(new), len(people) - len(new)


def note_answer(
    change: Writing, word: str, people: Sequence[int], answer: Answer, on: date
) -> Event:
    """Note what invited people answered."""
    one = _standing(change.conn, word)
    for person in people:
        line = _line(change.conn, one, person)
        INVITATION.update(change.conn, line.id, answer=answer, answered_on=on)
    return one


def sign_in(change: Writing, word: str, people: Sequence[int], today: date) -> Event:
    """Note who came; who was not invited is added."""
    one = _standing(change.conn, word)
    if today < one.day:
        raise RefusedError(f"“{one.name}”{one.day} 才办，还不能签到。")
    for person in people:
        line = store.invitation_of(change.conn, one.id, person)
        if line is None:
            INVITATION.insert(change.conn, Invitation(one.id, person, today, came=True))
        else:
            INVITATION.update(change.conn, line.id, came=True)
    return one


def close_list(change: Writing, word: str) -> int:
    """Everyone invited who did not sign in did not come; how many."""
    one = EVENT.find(change.conn, word)
    missing = [i for i in store.invitations(change.conn, one.id) if i.came is None]
    for line in missing:
        INVITATION.update(change.conn, line.id, came=False)
    return len(missing)


def intend(change: Writing, word: str, people: Sequence[int], what: str, today: date) -> Event:
    """Note with whom people agreed on the spot (达成意向); they came, then."""
    one = sign_in(change, word, people, today)
    for person in people:
        INVITATION.update(change.conn, _line(change.conn, one, person).id, intention=what)
    return one


def hire(
    change: Writing, word: str, person: int, values: Mapping[str, Value], today: date
) -> Started:
    """Someone is hired through an event: the job begins in their file.

    The employer is the one they agreed with, unless another is told.
    """
    one = EVENT.find(change.conn, word)
    line = _line(change.conn, one, person)
    job: dict[str, Value] = {"渠道": one.name}
    if line.intention:
        job["单位"] = line.intention
    begun = start(
        change,
        person,
        {**job, **values},
        Evidence(Grade.TOLD, f"活动 {one.name}", today),
        origin=Origin(event=one.id),
    )
    INVITATION.update(change.conn, line.id, placement=begun.placement, came=True)
    return begun


def call_off(change: Writing, word: str, on: date, why: str) -> Event:
    """Call an event off."""
    one = _standing(change.conn, word)
    EVENT.update(change.conn, one.id, called_off_on=on, note=why or one.note)
    return one


def event_page(conn: sqlite3.Connection, word: str, today: date) -> EventPage:
    """An event with everyone on its list, and whom to ring about it still."""
    one = EVENT.find(conn, word)
    lines = store.invitations(conn, one.id)
    people = [line.person for line in lines]
    cards, phones = roll.cards(conn, people), roll.phones(conn, people)
    guests = tuple(Guest(cards[i.person], i, phones.get(i.person)) for i in lines)
    return EventPage(one, guests, funnel(lines), to_call(lines, one, today))


def event_pages(
    conn: sqlite3.Connection, today: date, *, everything: bool = False
) -> list[EventPage]:
    """The events to come and those of the last days, or all; the newest first."""
    found = EVENT.where(conn, order="day DESC, id DESC")
    kept = [one for one in found if everything or (one.day >= today and not one.called_off_on)]
    return [event_page(conn, str(one.id), today) for one in kept]


def _standing(conn: sqlite3.Connection, word: str) -> Event:
    one = EVENT.find(conn, word)
    if one.called_off_on:
        raise RefusedError(f"“{one.name}”{one.called_off_on} 已经取消了。")
    return one


def _line(conn: sqlite3.Connection, one: Event, person: int) -> Invitation:
    line = store.invitation_of(conn, one.id, person)
    if line is None:
        raise NotFoundError(
            f"{person} 号不在“{one.name}”的名单上。请人用 jiuye event invite {one.id} {person}"
        )
    return line

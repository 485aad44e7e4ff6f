"""Record what became of a call: the contact, the number's state, what was learnt."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.actions.callback.call_plan import subjects
from jiuye_cli.actions.people.change import change_file, typed_values
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.contact import Channel, Contact, Entered, Outcome, Status
from jiuye_cli.core.callback.due import next_due
from jiuye_cli.core.callback.entry.words import Result
from jiuye_cli.core.callback.handed.frozen import VISIT, SheetRow
from jiuye_cli.core.fields.value import Evidence, Grade, Value
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.callback import contacts, sheets
from jiuye_cli.store.callback.correction import take_back_told
from jiuye_cli.store.course import placement
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import find
from jiuye_cli.store.people.people import read_person

FARTHEST_DAYS = 366
"""How far ahead a call may be agreed upon: a slip in the year must not silence anybody."""
SHARED = frozenset(Outcome) - {Outcome.REACHED}
"""Outcomes that are true of everyone behind a number, not only of whom one asked for."""


@dataclass(frozen=True, slots=True)
class Called:
    """Who was called: the people a result is entered for, and the row it answers if any.

    `label` names them in the history; `others` share the number and still wait for their own result.
    """

    people: tuple[int, ...]
    label: str
    row: SheetRow | None = None
    others: tuple[SheetRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Details:
    """What goes with a result beside its boxes: note, the agreed day, who called, on which day."""

    note: str | None = None
    next_on: date | None = None
    caller: str = ""
    day: date | None = None


def called_by_row(
    conn: sqlite3.Connection, row: SheetRow, seat: int | None, outcome: Outcome
) -> Called:
    """Whom a result for a row is about: all behind the number, or who was asked for.

    A call that did not connect holds for everyone on the row; one that did holds
    for the person of that seat (the first unless given).
    """
    on_row = _on_file(conn, row)
    if outcome in SHARED and seat is None:
        return Called(tuple(one.person for one in on_row), "、".join(r.name for r in on_row), row)
    mine = next((one for one in on_row if one.seat == (seat or 1)), None)
    if mine is None:
        raise RefusedError(f"{row.code} 这一行没有第 {seat} 个人。")
    answered = sheets.answered_people(conn, row.for_date)
    others = (one for one in on_row if one.person != mine.person and one.person not in answered)
    return Called((mine.person,), mine.name, mine, tuple(others))


def _on_file(conn: sqlite3.Connection, row: SheetRow) -> list[SheetRow]:
    """The people of a row who still have a file: paper outlives what was undone or erased."""
    on_row = sheets.people_on_row(conn, row.for_date, row.row)
    known = sheets.names_of(conn, [one.person for one in on_row])
    found = [one for one in on_row if one.person in known]
    if not found:
        raise NotFoundError(f"{row.code} 这一行的人已经不在台账里了，没有记。")
    return found


def called_by_name(conn: sqlite3.Connection, word: str, today: date) -> Called:
    """The one person a word means, and their row of today's sheet if that has no answer yet."""
    found = find.who(conn, word)
    if found.closed:
        raise RefusedError(f"{found.name}的档案已经注销，没有记。")
    row = sheets.row_of(conn, today, found.id)
    if row and found.id in sheets.answered_people(conn, today):
        row = None
    return Called((found.id,), found.name, row)


def enter(
    change: Writing, calling: Calling, called: Called, result: Result, details: Details
) -> list[Entered]:
    """Record one result for everyone it is about, inside an open change.

    Entering a row again corrects what was entered for it. Raises `RefusedError`
    for an agreed day so far ahead that it would silence the person.
    """
    _refuse_far(details.next_on, change.at.date())
    return [_enter(change, calling, called, number, result, details) for number in called.people]


def _refuse_far(agreed: date | None, today: date) -> None:
    if agreed and (agreed - today).days > FARTHEST_DAYS:
        raise RefusedError(
            f"约在 {agreed.isoformat()}，一年以后了，到那天以前就没人打给他。年份写错了吗？先约近一点的日子。"
        )


def _enter(
    change: Writing,
    calling: Calling,
    called: Called,
    number: int,
    result: Result,
    details: Details,
) -> Entered:
    conn, today = change.conn, change.at.date()
    before = (
        contacts.answer_to(conn, number, called.row.for_date, called.row.row)
        if called.row
        else None
    )
    contact = _contact(change, called, number, result, details, before)
    changed = ["回访"] if contacts.put_contact(conn, contact) else []
    changed += _phone(conn, calling, contact, before)
    back = _taken_back(change, contact, before)
    learnt = _learnt(change, calling, contact, result)
    changed += [*(name for name in back if name not in learnt), *learnt]
    person = next(subjects(conn, calling, today, [number]))
    due = next_due(person.file, calling.rules, calling.calendar, today)
    due = calling.calendar.on_or_after(due) if due else None
    name = conn.execute("SELECT 姓名 FROM person WHERE id = ?", (number,)).fetchone()[0]
    known = read_person(conn, number, today).facts
    told = {one: known.value(one) for one in changed if one in known.values}
    return Entered(number, name, tuple(changed), due, told, _hint(conn, contact, today))


def _hint(conn: sqlite3.Connection, contact: Contact, today: date) -> str:
    """What the file still lacks about work begun or ended; empty where it lacks nothing."""
    has_job = placement.open_stint(conn, contact.person, today) is not None
    if contact.status is Status.LEFT and has_job:
        return f"那份活还没记离岗：jiuye placement end {contact.person} 原因 --on 哪天"
    if contact.status is Status.ON_THE_JOB and not has_job:
        return f"在哪里上班还没记：jiuye placement start {contact.person} 单位=… 起=… 月薪=…"
    return ""


def _contact(
    change: Writing,
    called: Called,
    number: int,
    result: Result,
    details: Details,
    before: Contact | None,
) -> Contact:
    """The contact as it will stand; a correction keeps what it does not mention."""
    row, today = called.row, change.at.date()
    day = details.day or (before.day if before else min(row.for_date, today) if row else today)
    is_visit = row is not None and row.kind == VISIT
    channel = result.channel or (Channel.VISIT if is_visit else Channel.PHONE)
    live = contacts.live_phones(change.conn, [number]).get(number, ())
    kept = before.phone if before else ""
    return Contact(
        day=day,
        outcome=result.outcome,
        channel=channel,
        next_on=details.next_on or (before.next_on if before else None),
        at=change.at.isoformat(timespec="seconds"),
        caller=details.caller or change.who,
        status=result.status,
        wish=result.wish,
        needs=result.needs,
        note=details.note if details.note is not None else (before.note if before else ""),
        phone=kept or (live[0].number if live and channel is Channel.PHONE else ""),
        sheet=row.for_date if row else None,
        row=row.row if row else None,
        person=number,
        id=before.id if before else 0,
    )


def _phone(
    conn: sqlite3.Connection, calling: Calling, contact: Contact, before: Contact | None
) -> list[str]:
    """Note a dead number on the phone, or take that note back when the result is corrected."""
    phone = contacts.phone_named(conn, contact.person, contact.phone) if contact.phone else None
    if phone is None:
        return []
    state = _state(calling, contact.outcome)
    if not state and before and _state(calling, before.outcome) == phone.state != "":
        # The correction says the number lives, or at least that nothing was known of it
        contacts.set_phone_state(conn, phone.id, "可用" if contact.is_real else None)
        return ["电话"]
    if state and phone.state != state:
        contacts.set_phone_state(conn, phone.id, state)
        return ["电话"]
    return []


def _state(calling: Calling, outcome: Outcome) -> str:
    rule = calling.rules.outcomes.get(outcome)
    return rule.phone_state if rule else ""


def _taken_back(change: Writing, contact: Contact, before: Contact | None) -> list[str]:
    """Put back what the row told before it is told anew; the names of the fields.

    Of boxes only what is ticked otherwise now. Fields typed beside them stay,
    unless it turns out that nobody was spoken to.
    """
    if before is None:
        return []
    fields = {"就业状态"} if contact.status != before.status else set[str]()
    fields |= {"就业意愿"} if contact.wish != before.wish else set()
    if before.is_real and not contact.is_real:
        return take_back_told(change.conn, contact.person, before.id, None)
    return take_back_told(change.conn, contact.person, before.id, fields) if fields else []


def _learnt(change: Writing, calling: Calling, contact: Contact, result: Result) -> list[str]:
    """Put what the person told into their file; the names of the fields that changed."""
    person = read_person(change.conn, contact.person, contact.day)
    words = [f"{name}={value}" for name, value in result.values.items()]
    values = typed_values(words, person.facts.values, calling.settings.region) if words else {}
    values = {**_told(calling, contact, person.facts.values), **values}
    if not values:
        return []
    heard = "回访" if contact.is_real else "回访时别人说的"
    evidence = Evidence(Grade.TOLD, heard, contact.day)
    return change_file(change, contact.person, values, evidence)


def _told(calling: Calling, contact: Contact, known: Mapping[str, Value]) -> dict[str, Value]:
    """What ticked boxes say of the person's fields."""
    told: dict[str, Value] = {}
    rule = calling.rules.statuses.get(contact.status.value) if contact.status else None
    if rule and known.get("就业状态") not in rule.keep:
        told["就业状态"] = rule.value
    if contact.wish:
        told["就业意愿"] = contact.wish
    return told


def waiting_names(others: Sequence[SheetRow]) -> str:
    """The people on a shared row who still wait for their own result."""
    return "、".join(f"{one.name}（{one.code}.{one.seat}）" for one in others)

"""Gather what decides each person's calls, and plan a day with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.candidate import Subject
from jiuye_cli.core.callback.due import CallFile
from jiuye_cli.core.callback.events import NEEDS, events_of
from jiuye_cli.core.callback.handed.frozen import SheetRow
from jiuye_cli.core.callback.handed.rota import on_duty
from jiuye_cli.core.callback.rules import Situations
from jiuye_cli.core.callback.sheet import Plan, Room, plan_sheet
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.store.callback import contacts, sheets
from jiuye_cli.store.callback.call_events import events_by_person
from jiuye_cli.store.callback.call_people import call_people
from jiuye_cli.store.course.course_events import course_events

CLOSED = "已注销"


def subjects(
    conn: sqlite3.Connection, calling: Calling, day: date, ids: Sequence[int] | None = None
) -> Iterator[Subject]:
    """Everyone as the planner sees them on a day, closed files included; or those of `ids`."""
    spoken = contacts.deciding_contacts(conn, day, ids)
    phones = contacts.live_phones(conn, ids)
    told = events_by_person(conn, calling.refusals)
    course = course_events(conn, calling.course, calling.calendar) if calling.course else {}
    situations, moment = Situations(calling.rules), Moment(day, calendar=calling.calendar)
    for one in call_people(conn, calling.rules.needs | NEEDS, day, ids):
        if one.closed_on:
            yield Subject(CallFile(one.id, one.opened_on, quiet=CLOSED))
            continue
        cadence, quiet = situations.of(Reading(one.facts, moment))
        file = CallFile(
            one.id,
            one.opened_on,
            cadence,
            (
                *events_of(one.facts),
                *told.get(one.id, ()),
                *course.get(one.id, ()),
                *calling.events.get(one.id, ()),
            ),
            spoken.get(one.id, ()),
            quiet,
        )
        numbers = tuple(phone.number for phone in phones.get(one.id, ()))
        yield Subject(file, numbers)


def callers_on(conn: sqlite3.Connection, calling: Calling, day: date) -> tuple[str, ...]:
    """Who calls on a day: the rota, else the coordinator, else nobody by name."""
    named = on_duty(contacts.rota(conn), day)
    return named or ((calling.settings.coordinator,) if calling.settings.coordinator else ())


def capacity_on(conn: sqlite3.Connection, calling: Calling, day: date) -> int:
    """How many calls a day holds: what one person can make, times those who call."""
    return calling.settings.calls_a_day * max(1, len(callers_on(conn, calling, day)))


def unreturned_people(conn: sqlite3.Connection, calling: Calling, day: date) -> frozenset[int]:
    """The people on earlier sheets of whom nothing was entered."""
    return frozenset(row.person for row in unreturned_rows(conn, calling, day))


def unreturned_rows(conn: sqlite3.Connection, calling: Calling, day: date) -> list[SheetRow]:
    """The rows of earlier sheets that never came back.

    A sheet of a day without work, of which nothing was entered, was only looked at.
    """
    rows = sheets.unreturned_rows(conn, day)
    days = {row.for_date for row in rows}
    looked_at = {
        d for d in days if not calling.calendar.is_working(d) and not sheets.was_used(conn, d)
    }
    return [row for row in rows if row.for_date not in looked_at]


def plan_day(
    conn: sqlite3.Connection, calling: Calling, day: date, *, leave: Collection[int] = ()
) -> Plan:
    """The sheet a day would have if it were made now; `leave` are people to leave out of it."""
    room = Room(capacity_on(conn, calling, day), calling.rules.visits_a_day)
    return plan_with(conn, calling, day, room, leave=leave)


def plan_with(
    conn: sqlite3.Connection,
    calling: Calling,
    day: date,
    room: Room,
    *,
    leave: Collection[int] = (),
) -> Plan:
    """The calls and visits that still find room on a day, and a reason for everyone else."""
    chosen = (s for s in subjects(conn, calling, day) if s.person not in leave)
    return plan_sheet(
        chosen,
        calling.rules,
        calling.calendar,
        day,
        room,
        unreturned_people(conn, calling, day),
        calling.stakes,
    )

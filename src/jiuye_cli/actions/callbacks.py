"""A day's sheet: looked at, frozen when it is handed out, and explained."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from jiuye_cli.actions.call_plan import (
    callers_on,
    capacity_on,
    plan_day,
    plan_with,
    unreturned_rows,
)
from jiuye_cli.actions.frozen_sheet import frozen_sheet
from jiuye_cli.core.callback.asking import asked
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.code import sheet_number
from jiuye_cli.core.callback.cover import cover_line
from jiuye_cli.core.callback.due import Due, said
from jiuye_cli.core.callback.frozen import CALL, VISIT, DaySheet, LeftOut, SheetHead, SheetRow
from jiuye_cli.core.callback.rota import shared_out
from jiuye_cli.core.callback.rules import CallRules
from jiuye_cli.core.callback.sheet import (
    Candidate,
    Plan,
    Room,
    shares_row,
    to_be_visited,
)
from jiuye_cli.core.people.person import Person
from jiuye_cli.store import contacts, people, sheets


def preview(conn: sqlite3.Connection, calling: Calling, day: date, at: datetime) -> DaySheet:
    """The sheet a day would have if it were made now."""
    plan = plan_day(conn, calling, day)
    rows = tuple(_rows(conn, calling, plan, first=1))
    return DaySheet(_head(conn, calling, plan, at), rows, False, left_out=plan.left_out)


def preview_renewed(
    conn: sqlite3.Connection, calling: Calling, day: date, at: datetime
) -> DaySheet:
    """The sheet a day would have if all but the rows that have answers were planned anew.

    A number once given out is not given to anyone else: new rows count on from the last.
    """
    kept = sheets.answered_rows(conn, day)
    done = {kind: len({r.row for r in kept if r.kind == kind}) for kind in (CALL, VISIT)}
    room = Room(
        max(0, capacity_on(conn, calling, day) - done[CALL]),
        max(0, calling.rules.visits_a_day - done[VISIT]),
        calls_before=done[CALL],
        visits_before=done[VISIT],
    )
    plan = plan_with(conn, calling, day, room, leave={r.person for r in kept})
    rows = tuple(_rows(conn, calling, plan, first=sheets.last_row(conn, day) + 1))
    return DaySheet(_head(conn, calling, plan, at), rows, False)


def hand_out(conn: sqlite3.Connection, made: DaySheet) -> DaySheet:
    """Freeze a planned sheet, unless the day has one by now. Stands inside an open change."""
    known = frozen_sheet(conn, made.head.for_date)
    if known:
        return known
    sheets.freeze(conn, made.head, made.rows)
    return replace(made, is_frozen=True)


def hand_out_renewed(conn: sqlite3.Connection, made: DaySheet) -> DaySheet:
    """Freeze a sheet planned anew in place of the rows without an answer. Stands inside an open change."""
    day = made.head.for_date
    kept = {row.person for row in sheets.withdraw(conn, day)}
    sheets.freeze(conn, made.head, [row for row in made.rows if row.person not in kept])
    renewed = frozen_sheet(conn, day)
    assert renewed is not None
    return renewed


def with_left_out(conn: sqlite3.Connection, calling: Calling, sheet: DaySheet) -> DaySheet:
    """The sheet together with everyone who has no row of their own, each with one reason."""
    if sheet.left_out is not None:
        return sheet
    on_it = [row for row in sheet.rows if row.kind == VISIT or row.seat > 1]
    room = Room(
        0,
        0,
        calls_before=len({r.row for r in sheet.calls}),
        visits_before=len(sheet.visits),
    )
    plan = plan_with(
        conn, calling, sheet.head.for_date, room, leave={row.person for row in sheet.rows}
    )
    told = [*plan.left_out, *(LeftOut(row.person, row.place) for row in on_it)]
    return replace(sheet, left_out=tuple(sorted(told, key=lambda one: one.person)))


def _head(conn: sqlite3.Connection, calling: Calling, plan: Plan, at: datetime) -> SheetHead:
    owed = unreturned_rows(conn, calling, plan.day)
    return SheetHead(
        id=0,
        for_date=plan.day,
        made_at=at.isoformat(timespec="seconds"),
        capacity=capacity_on(conn, calling, plan.day),
        callers=callers_on(conn, calling, plan.day),
        carried=plan.carried,
        unreturned=tuple(
            {"row": row.code, "sheet_no": sheet_number(row.for_date), "name": row.name}
            for row in owed
        ),
        warnings=_warnings(calling, plan.day),
    )


def _warnings(calling: Calling, day: date) -> tuple[str, ...]:
    calendar = calling.calendar
    found = list(calendar.warnings([day]))
    if not calendar.is_working(day):
        found.append(f"{day:%m-%d} 不是工作日，下一个工作日是 {calendar.next_working(day):%m-%d}。")
    return tuple(found)


def _rows(
    conn: sqlite3.Connection, calling: Calling, plan: Plan, *, first: int
) -> Iterator[SheetRow]:
    """The planned calls and then the visits as rows, numbered from `first`."""
    seated = [(CALL, call.people, call.seat) for call in plan.calls]
    seated += [(VISIT, (one,), to_be_visited(one)) for one in plan.visits]
    ids = [one.person for _, people_, _ in seated for one in people_]
    files = {person.id: person for person in people.read_people(conn, plan.day, ids)}
    helpers = [_helper(files[found[0].person]) for _, found, _ in seated]
    callers = shared_out(callers_on(conn, calling, plan.day), helpers)
    writer = _RowWriter(conn, calling, plan.day, ids)
    for number, ((kind, found, place), caller) in enumerate(
        zip(seated, callers, strict=True), first
    ):
        for seat, one in enumerate(found, 1):
            why = place if seat == 1 else shares_row(number)
            yield writer.row(one, files[one.person], kind, number, seat, why, caller)


def _helper(person: Person) -> str | None:
    value = person.facts.values.get("帮扶责任人")
    return value if isinstance(value, str) else None


class _RowWriter:
    """Puts one person's line of a sheet into words."""

    def __init__(
        self, conn: sqlite3.Connection, calling: Calling, day: date, ids: Sequence[int]
    ) -> None:
        self.calling, self.day = calling, day
        self.phones = contacts.live_phones(conn, ids)
        self.spoken = contacts.contacts_by_person(conn, ids)

    def row(
        self,
        one: Candidate,
        person: Person,
        kind: str,
        number: int,
        seat: int,
        place: str,
        caller: str | None,
    ) -> SheetRow:
        """The line as it is frozen and printed."""
        rules, due = self.calling.rules, one.due
        spoken = self.spoken.get(person.id, ())
        return SheetRow(
            id=0,
            for_date=self.day,
            row=number,
            seat=seat,
            kind=kind,
            person=person.id,
            name=person.name,
            group_name=_text(person, "组"),
            phones=tuple(phone.label for phone in self.phones.get(person.id, ())),
            address=_text(person, "住址") if kind == VISIT else None,
            last=spoken[-1].summary if spoken else None,
            reasons=said(due.reasons),
            parts=tuple(_plain_part(part) for part in one.urgency.parts),
            urgency=one.urgency.total,
            overdue_days=due.overdue_days,
            place=place,
            ask=tuple(self._asks(person)),
            wish=_text(person, "回访嘱咐"),
            advice=advice(due, rules, is_visit=kind == VISIT) or None,
            cover=self._cover(person, due),
            caller=caller,
        )

    def _asks(self, person: Person) -> Iterator[dict[str, Any]]:
        found = self.calling.questions.get(person.id, ())
        for ask in asked(found, person.facts, self.calling.rules):
            yield {
                "fact": ask.fact,
                "question": ask.question,
                "settles": ask.settles,
                "money": ask.money,
            }

    def _cover(self, person: Person, due: Due) -> str:
        village = self.calling.settings.village
        return cover_line(due.reasons, self.calling.rules.cover, name=person.name, village=village)


def advice(due: Due, rules: CallRules, *, is_visit: bool = False) -> str:
    """How to go about it this time: the rung of the ladder, the last outcome's hint, a long silence."""
    tried = due.attempts
    if tried.last is None:
        return ""
    told = [rules.unreachable_say if tried.is_unreachable else ""]
    if not is_visit:
        hint = rules.outcomes.get(tried.last.outcome)
        told = [tried.rung.advice if tried.rung else "", hint.advice if hint else "", *told]
    return "；".join(one for one in told if one)


def _plain_part(part: Any) -> dict[str, Any]:
    points = part.points
    whole = points == points.to_integral_value()
    return {
        "part": part.part,
        "points": int(points) if whole else float(points),
        "basis": part.basis,
    }


def _text(person: Person, name: str) -> str | None:
    value = person.facts.values.get(name)
    return value if isinstance(value, str) else None

"""Put a planned day into words: each person's line as it is frozen and printed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from jiuye_cli.actions.callback.call_plan import callers_on, unreturned_rows
from jiuye_cli.core.callback.asking import asked
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.candidate import Candidate
from jiuye_cli.core.callback.cover import cover_line, tells_hardship
from jiuye_cli.core.callback.due import Due, said
from jiuye_cli.core.callback.handed.frozen import CALL, VISIT, SheetRow
from jiuye_cli.core.callback.handed.rota import shared_out
from jiuye_cli.core.callback.rules import CallRules
from jiuye_cli.core.callback.sheet import Plan, shares_row, to_be_visited
from jiuye_cli.core.people.person import Person
from jiuye_cli.store.callback import contacts
from jiuye_cli.store.people import people

WISH_ON_FILE = "有嘱咐，看档案"
"""Stands on paper for a wish that would tell others of illness or hardship."""


def sheet_rows(
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
        self.owed = {row.person: row.code for row in unreturned_rows(conn, calling, day)}

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
            reasons=tuple(self._reasons(person.id, due)),
            parts=tuple(_plain_part(part) for part in one.urgency.parts),
            urgency=one.urgency.total,
            overdue_days=due.overdue_days,
            place=place,
            ask=tuple(self._asks(person)),
            wish=_wish(person),
            advice=advice(due, rules, is_visit=kind == VISIT) or None,
            cover=self._cover(person, due),
            caller=caller,
        )

    def _reasons(self, person: int, due: Due) -> Iterator[str]:
        yield from map(fit_for_paper, said(due.reasons))
        if person in self.owed:
            yield f"{self.owed[person]} 没回填"

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


def fit_for_paper(reason: str) -> str:
    """A reason as a sheet may print it: what it is about goes, where that tells of illness or hardship.

    >>> fit_for_paper("有事项快到期（残疾人创业补贴 12-01）"), fit_for_paper("上岗满7天（惠民服装厂 11-20）")
    ('有事项快到期', '上岗满7天（惠民服装厂 11-20）')
    """
    return reason.partition("（")[0] if tells_hardship(reason) else reason


def _wish(person: Person) -> str | None:
    """What is to be heeded in calling; only that there is something, where it tells too much."""
    wish = _text(person, "回访嘱咐")
    return WISH_ON_FILE if wish and tells_hardship(wish) else wish


def _text(person: Person, name: str) -> str | None:
    value = person.facts.values.get(name)
    return value if isinstance(value, str) else None

"""Why someone is, or is not, on a day's sheet, with the sum of their urgency."""

from __future__ import annotations

import sqlite3
from datetime import date

from jiuye_cli.actions.callback.call_plan import plan_day, subjects
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.due import Due, standing
from jiuye_cli.core.callback.handed.code import row_code
from jiuye_cli.core.callback.handed.why import WhyOnSheet
from jiuye_cli.core.callback.urgency import Part, urgency, with_money
from jiuye_cli.store.callback import contacts, sheets
from jiuye_cli.store.people import find


def why_on_sheet(conn: sqlite3.Connection, calling: Calling, word: str, day: date) -> WhyOnSheet:
    """Why the one person a word means is called on a day, or is not."""
    found = find.who(conn, word)
    subject = next(subjects(conn, calling, day, [found.id]))
    answer = standing(subject.file, calling.rules, calling.calendar, day)
    parts: tuple[Part, ...] = ()
    if isinstance(answer, Due):
        unreturned = found.id in {row.person for row in sheets.unreturned_rows(conn, day)}
        weights = calling.rules.weights
        sum_ = urgency(answer, weights, day, unreturned=unreturned)
        parts = with_money(sum_, calling.stakes([found.id]).get(found.id, 0), weights).parts
    row, verdict = _place(conn, calling, found.id, day)
    return WhyOnSheet(
        found.id,
        found.name,
        day,
        row,
        verdict,
        answer.overdue_days if isinstance(answer, Due) else 0,
        answer.reasons if isinstance(answer, Due) else (),
        parts,
        contacts.last_contact(conn, found.id),
    )


def _place(
    conn: sqlite3.Connection, calling: Calling, person: int, day: date
) -> tuple[str | None, str]:
    """The person's code and place on the day's sheet, frozen or as it would be made now."""
    frozen = sheets.row_of(conn, day, person)
    if frozen:
        return frozen.code, f"在名单上：{frozen.place}"
    if sheets.sheet_on(conn, day):
        return None, f"不在名单上：{_left_out(conn, calling, person, day)}"
    plan = plan_day(conn, calling, day)
    for number, call in enumerate(plan.calls, 1):
        if call.lead.person == person:
            return row_code(day, number), f"会在名单上：{call.seat}"
    reason = next(one.reason for one in plan.left_out if one.person == person)
    return None, f"不在名单上：{reason}"


def _left_out(conn: sqlite3.Connection, calling: Calling, person: int, day: date) -> str:
    from jiuye_cli.actions.callback.callbacks import with_left_out
    from jiuye_cli.actions.callback.frozen_sheet import frozen_sheet

    sheet = frozen_sheet(conn, day)
    assert sheet is not None
    told = with_left_out(conn, calling, sheet).left_out or ()
    return next(one.reason for one in told if one.person == person)

"""A day's sheet: looked at, frozen when it is handed out, and explained."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime

from jiuye_cli.actions.callback.call_plan import (
    callers_on,
    capacity_on,
    plan_day,
    plan_with,
    unreturned_rows,
)
from jiuye_cli.actions.callback.frozen_sheet import frozen_sheet, named
from jiuye_cli.actions.callback.sheet_rows import sheet_rows
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.handed.code import sheet_number
from jiuye_cli.core.callback.handed.frozen import CALL, VISIT, DaySheet, LeftOut, SheetHead
from jiuye_cli.core.callback.sheet import (
    Plan,
    Room,
)
from jiuye_cli.store.callback import sheets


def preview(conn: sqlite3.Connection, calling: Calling, day: date, at: datetime) -> DaySheet:
    """The sheet a day would have if it were made now."""
    plan = plan_day(conn, calling, day)
    rows = tuple(sheet_rows(conn, calling, plan, first=1))
    head = _head(conn, calling, plan, at)
    owed = tuple(named(conn, head))
    return DaySheet(head, rows, False, left_out=plan.left_out, unreturned=owed)


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
    rows = tuple(sheet_rows(conn, calling, plan, first=sheets.last_row(conn, day) + 1))
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
            {"row": row.code, "sheet_no": sheet_number(row.for_date), "id": row.person}
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

"""What the night leaves in the database: the frozen sheet, and a line on the run itself."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime

from jiuye_cli.actions.callback.callbacks import (
    hand_out,
    hand_out_renewed,
    preview,
    preview_renewed,
)
from jiuye_cli.actions.callback.course_reminders import reminders
from jiuye_cli.actions.callback.frozen_sheet import frozen_sheet
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.handed.frozen import DaySheet
from jiuye_cli.core.callback.handed.night import Night, missed_nights, night_warnings
from jiuye_cli.store.callback import sheets
from jiuye_cli.store.file.operation import Writing


def planned_sheet(
    conn: sqlite3.Connection, calling: Calling, day: date, at: datetime, *, renew: bool
) -> DaySheet:
    """The sheet the night will hand out; the one handed out already unless it is to be renewed.

    Planned under a reading connection, so that nobody who types has to wait.
    """
    known = frozen_sheet(conn, day)
    if known is None:
        return preview(conn, calling, day, at)
    return preview_renewed(conn, calling, day, at) if renew else known


def keep_sheet(change: Writing, planned: DaySheet, *, renew: bool) -> DaySheet:
    """Freeze what was planned; what someone froze meanwhile stays unless it is to be renewed."""
    if planned.is_frozen:
        return planned
    if renew and sheets.sheet_on(change.conn, planned.head.for_date):
        return hand_out_renewed(change.conn, planned)
    return hand_out(change.conn, planned)


def warnings_tonight(
    conn: sqlite3.Connection,
    calling: Calling,
    sheet: DaySheet,
    last_backup: date | None,
    today: date,
) -> list[str]:
    """The night's warnings: the sheet's own, missed nights, an old copy, rows that never came back.

    With them what of the course is due, as counts.
    """
    last = sheets.last_night(conn)
    missed = missed_nights(last.for_date if last else None, today, calling.calendar)
    told = night_warnings(
        missed=missed,
        last_backup=last_backup,
        today=today,
        unreturned=len(sheet.head.unreturned),
    )
    due = reminders(conn, calling.course, calling.calendar, today) if calling.course else []
    return [*sheet.head.warnings, *told, *due]


def copy_still_good(conn: sqlite3.Connection, day: date) -> Night | None:
    """The run that made this day's list, if nothing has changed in the database since its copy."""
    night = sheets.night_for(conn, day)
    return night if night and night.operation == sheets.newest_operation(conn) else None


def note_night(change: Writing, night: Night) -> None:
    """Write the run down, unless one just like it stands there already."""
    before = sheets.night_for(change.conn, night.for_date)
    if before and replace(before, id=0, ran_on=night.ran_on, ran_at=night.ran_at) == night:
        return
    sheets.note_night(change.conn, night)

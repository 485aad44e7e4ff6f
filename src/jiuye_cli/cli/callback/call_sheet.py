"""A day's sheet for the commands that show or print it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jiuye_cli.cli import desk
from jiuye_cli.cli.output import emit, emit_csv, emit_json

if TYPE_CHECKING:
    from jiuye_cli.core.callback.handed.frozen import DaySheet


def handed_out(day: date, command: str) -> DaySheet:
    """The day's sheet: the one handed out, else frozen now in the name of a command."""
    from jiuye_cli.actions.callback.frozen_sheet import frozen_sheet

    with desk.reading() as conn:
        known = frozen_sheet(conn, day)
        if known:
            return known
        from jiuye_cli.actions.callback.callbacks import hand_out, preview
        from jiuye_cli.cli.callback.calling import calling

        made = preview(conn, calling(), day, desk.now())
    with desk.writing(command) as change:
        return hand_out(change.conn, made)


def looked_at(day: date) -> DaySheet:
    """The day's sheet if it was handed out, else a preview that changes nothing."""
    from jiuye_cli.actions.callback.frozen_sheet import frozen_sheet

    with desk.reading() as conn:
        known = frozen_sheet(conn, day)
        if known:
            return known
        from jiuye_cli.actions.callback.callbacks import preview
        from jiuye_cli.cli.callback.calling import calling

        return preview(conn, calling(), day, desk.now())


def show(sheet: DaySheet, *, as_json: bool, as_csv: bool) -> None:
    """The sheet on the screen, as CSV, or as JSON with everyone who is not on it."""
    from jiuye_cli.render.callback import calls

    if as_json:
        from jiuye_cli.actions.callback.callbacks import with_left_out
        from jiuye_cli.cli.callback.calling import calling

        with desk.reading() as conn:
            emit_json(calls.sheet_json(with_left_out(conn, calling(), sheet)))
    elif as_csv:
        emit_csv(calls.CSV_HEADS, calls.csv_rows(sheet))
    else:
        from jiuye_cli.render.screen.table import screen_of

        emit(calls.sheet_screen(sheet, screen_of()))


def missed() -> str:
    """A sentence when nights were missed, nothing otherwise."""
    from jiuye_cli.core.callback.handed.night import missed_nights, missed_sentence
    from jiuye_cli.store.callback.sheets import last_night

    with desk.reading() as conn:
        night = last_night(conn)
    if night is None or night.for_date >= desk.today():
        return ""
    from jiuye_cli.files.calendar import work_calendar

    calendar = work_calendar(desk.workspace().policy_folders, desk.settings())
    return missed_sentence(missed_nights(night.for_date, desk.today(), calendar))

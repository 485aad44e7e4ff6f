"""The row of a sheet that a typed code means."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from jiuye_cli.core.callback.handed.code import RowCode, read_code, row_code
from jiuye_cli.core.callback.handed.frozen import SheetRow
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.callback import sheets

LOOKED_THROUGH = 10
"""How many sheets are tried when a row alone does not fit the current one."""


def row_meant(
    conn: sqlite3.Connection, typed: str, today: date
) -> tuple[SheetRow, int | None] | None:
    """The row and seat a text means; None when it is no row code at all.

    `07k` alone is a row of the current sheet: today's, else the last one before,
    else the next. `RefusedError` when the check character is wrong, `NotFoundError`
    when there is no such sheet or row, or several years have one.
    """
    code = read_code(typed)
    if code is None:
        return None
    day = _sheet_meant(conn, code, typed, today)
    found = sheets.people_on_row(conn, day, code.row)
    if not found:
        raise NotFoundError(f"{day:%m-%d} 的名单上没有第 {code.row} 行。")
    return found[0], code.seat


def _sheet_meant(conn: sqlite3.Connection, code: RowCode, typed: str, today: date) -> date:
    days = sheets.sheet_days(conn, code.day)
    if not days:
        of = f"{code.day} 这张" if code.day else "过"
        raise NotFoundError(f"还没有{of}名单。jiuye today 会做今天的。")
    if not code.day:
        return _current(days, code, typed, today)
    fitting = [day for day in days if code.fits(day)]
    if not fitting:
        raise RefusedError(_wrong(typed))
    if len(fitting) > 1:
        choices = "、".join(f"{day:%Y}{row_code(day, code.row)}" for day in fitting)
        raise NotFoundError(f"好几年都有这一行，请连年份一起打：{choices}。")
    return fitting[0]


def _current(days: Sequence[date], code: RowCode, typed: str, today: date) -> date:
    """The current sheet, if the check character agrees with it."""
    day = next((d for d in days if d <= today), min(days))
    if code.fits(day):
        return day
    others = [d for d in days[:LOOKED_THROUGH] if code.fits(d)]
    hint = f"像是 {row_code(others[0], code.row)}，要记那一行请打全。" if others else ""
    raise RefusedError(f"{_wrong(typed)}{hint}")


def _wrong(typed: str) -> str:
    return f"“{typed}”的校验字母对不上，可能打错了一位，请对着纸再看一眼。什么都没有记。"

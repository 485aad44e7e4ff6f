"""A day's sheet as it was handed out, and what of it has come back."""

from __future__ import annotations

import sqlite3
from datetime import date

from jiuye_cli.core.callback.handed.frozen import DaySheet
from jiuye_cli.store import contacts, sheets


def frozen_sheet(conn: sqlite3.Connection, day: date) -> DaySheet | None:
    """A day's sheet as it was handed out, None when none was."""
    head = sheets.sheet_on(conn, day)
    if head is None:
        return None
    rows = tuple(sheets.rows_on(conn, day))
    people_ = sorted(sheets.answered_people(conn, day))
    told = contacts.contacts_by_person(conn, people_) if people_ else {}
    return DaySheet(head, rows, True, {n: found[-1].summary for n, found in told.items()})

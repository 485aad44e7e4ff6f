"""A day's sheet as it was handed out, and what of it has come back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

from jiuye_cli.core.callback.handed.frozen import DaySheet, SheetHead
from jiuye_cli.store.callback import contacts, sheets


def frozen_sheet(conn: sqlite3.Connection, day: date) -> DaySheet | None:
    """A day's sheet as it was handed out, None when none was."""
    head = sheets.sheet_on(conn, day)
    if head is None:
        return None
    rows = tuple(sheets.rows_on(conn, day))
    people_ = sorted(sheets.answered_people(conn, day))
    told = contacts.contacts_by_person(conn, people_) if people_ else {}
    return DaySheet(
        head,
        rows,
        True,
        {n: found[-1].summary for n, found in told.items()},
        unreturned=tuple(named(conn, head)),
    )


def named(conn: sqlite3.Connection, head: SheetHead) -> Iterator[dict[str, Any]]:
    """The rows of earlier sheets that had not come back, with the names of those still on file."""
    names = sheets.names_of(conn, [one["id"] for one in head.unreturned])
    for one in head.unreturned:
        if one["id"] in names:
            yield {**one, "name": names[one["id"]]}

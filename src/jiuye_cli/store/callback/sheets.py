"""Sheets as they were handed out, which of their rows came back, and the nights that made them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from jiuye_cli.core.callback.handed.frozen import SheetHead, SheetRow
from jiuye_cli.core.callback.handed.night import Night
from jiuye_cli.store.tables.contacts import NIGHT, SHEET, SHEET_ROW

LOOKED_BACK = 90
"""Days after which a row that never came back is let go; the person stays due all the same."""

# Answered by its own code; or the person was called otherwise since; or was reached, told late
_ANSWERED = """EXISTS (
SELECT 1 FROM contact c, sheet s WHERE c.person = sheet_row.person AND s.for_date = sheet_row.for_date
AND (c.sheet = sheet_row.for_date AND c.row = sheet_row.row
     OR c.sheet IS NULL AND (c.day >= s.for_date OR c.at > s.made_at)
     OR c.outcome = '接通' AND c.at > s.made_at))"""


def sheet_on(conn: sqlite3.Connection, day: date) -> SheetHead | None:
    """The frozen sheet of a day, None when there is none."""
    found = SHEET.where(conn, "for_date = ?", day)
    return found[0] if found else None


def rows_on(conn: sqlite3.Connection, day: date) -> list[SheetRow]:
    """The rows of a day's sheet in printed order, without those withdrawn."""
    return SHEET_ROW.where(conn, "for_date = ? AND withdrawn = 0", day, order="row, seat")


def people_on_row(conn: sqlite3.Connection, day: date, row: int) -> list[SheetRow]:
    """The people behind one row number, withdrawn or not."""
    return SHEET_ROW.where(conn, "for_date = ? AND row = ?", day, row, order="seat")


def row_of(conn: sqlite3.Connection, day: date, person: int) -> SheetRow | None:
    """One person's row on a day's sheet."""
    found = SHEET_ROW.where(conn, "for_date = ? AND person = ? AND withdrawn = 0", day, person)
    return found[0] if found else None


def last_row(conn: sqlite3.Connection, day: date) -> int:
    """The highest row number ever given out on a day's sheet."""
    return int(
        conn.execute(
            "SELECT coalesce(max(row), 0) FROM sheet_row WHERE for_date = ?", (day.isoformat(),)
        ).fetchone()[0]
    )


def sheet_days(conn: sqlite3.Connection, ending: str = "") -> list[date]:
    """The days that have a sheet, newest first; those whose YYYYMMDD ends in the given digits."""
    rows = conn.execute(
        "SELECT for_date FROM sheet WHERE replace(for_date, '-', '') LIKE '%' || ? ORDER BY for_date DESC",
        (ending,),
    )
    return [date.fromisoformat(row[0]) for row in rows]


def freeze(conn: sqlite3.Connection, head: SheetHead, rows: Sequence[SheetRow]) -> None:
    """Put a day's sheet down as it is handed out; a sheet already there takes the new head and rows."""
    known = sheet_on(conn, head.for_date)
    if known is None:
        SHEET.insert(conn, head)
    else:
        told = {n: getattr(head, n) for n in SHEET.columns if n != "id"}
        SHEET.update(conn, known.id, **told)
    for row in rows:
        SHEET_ROW.insert(conn, row)


def answered_rows(conn: sqlite3.Connection, day: date) -> list[SheetRow]:
    """The rows of a day's sheet of which something has been entered."""
    answered = f"for_date = ? AND withdrawn = 0 AND {_ANSWERED}"
    return SHEET_ROW.where(conn, answered, day, order="row, seat")


def withdraw(conn: sqlite3.Connection, day: date) -> list[SheetRow]:
    """Take back the rows that have no answer yet; the rows that stay."""
    kept = answered_rows(conn, day)
    stays = {one.id for one in kept}
    for one in rows_on(conn, day):
        if one.id not in stays:
            SHEET_ROW.update(conn, one.id, withdrawn=True)
    return kept


def answered_people(conn: sqlite3.Connection, day: date) -> frozenset[int]:
    """The people on a day's sheet of whom something has been entered since it was made."""
    return frozenset(row.person for row in answered_rows(conn, day))


def unreturned_rows(conn: sqlite3.Connection, before: date) -> list[SheetRow]:
    """The rows of the newest sheet each person stood on before a day, as far as they never came back."""
    return SHEET_ROW.where(
        conn,
        "for_date < ? AND for_date >= ? AND withdrawn = 0 AND for_date = ("
        "SELECT max(o.for_date) FROM sheet_row o WHERE o.person = sheet_row.person AND o.withdrawn = 0 "
        f"AND o.for_date < ?) AND NOT {_ANSWERED} "
        "AND EXISTS (SELECT 1 FROM person p WHERE p.id = sheet_row.person AND p.closed_on IS NULL)",
        before,
        before - timedelta(days=LOOKED_BACK),
        before,
        order="for_date, row, seat",
    )


def names_of(conn: sqlite3.Connection, people: Sequence[int]) -> dict[int, str]:
    """The names of people who are on file, by case number."""
    marks = ", ".join("?" * len(people))
    rows = conn.execute(f"SELECT id, 姓名 FROM person WHERE id IN ({marks})", tuple(people))
    return {row[0]: row[1] for row in rows}


def was_used(conn: sqlite3.Connection, day: date) -> bool:
    """Whether any result was entered against a day's sheet."""
    row = conn.execute(
        "SELECT 1 FROM contact WHERE sheet = ? LIMIT 1", (day.isoformat(),)
    ).fetchone()
    return row is not None


def last_night(conn: sqlite3.Connection) -> Night | None:
    """The newest run of the night's work."""
    found = NIGHT.where(conn, order="id DESC LIMIT 1")
    return found[0] if found else None


def night_for(conn: sqlite3.Connection, day: date) -> Night | None:
    """The newest run that made a day's list."""
    found = NIGHT.where(conn, "for_date = ?", day, order="id DESC LIMIT 1")
    return found[0] if found else None


def note_night(conn: sqlite3.Connection, night: Night) -> int:
    """Write down what a night's run did."""
    return NIGHT.insert(conn, replace(night, id=0))


def newest_operation(conn: sqlite3.Connection) -> int:
    """The number of the newest change to the database; 0 before the first."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM operation").fetchone()[0])

"""What reports count that lies in more than one room, and what they said when they were printed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from jiuye_cli.core.fields.lists import CERTIFICATES
from jiuye_cli.core.report.figure import Figure
from jiuye_cli.core.report.printed import PrintedFigure
from jiuye_cli.store.file.connection import sentences
from jiuye_cli.store.tables.reports import PRINTED


def opened_between(conn: sqlite3.Connection, first: date, last: date) -> list[int]:
    """Whose files were opened between two days (both included)."""
    return _ids(conn, "created_on", first, last)


def closed_between(conn: sqlite3.Connection, first: date, last: date) -> list[int]:
    """Whose files were closed between two days (both included)."""
    return _ids(conn, "closed_on", first, last)


def closing_words(conn: sqlite3.Connection, ids: Iterable[int]) -> dict[int, str]:
    """Why files were closed, where it was said."""
    wanted = set(ids)
    rows = conn.execute("SELECT id, closed_why FROM person WHERE closed_why IS NOT NULL")
    return {row[0]: row[1] for row in rows if row[0] in wanted}


def certified_between(conn: sqlite3.Connection, first: date, last: date) -> list[int]:
    """Who was given a certificate between two days (both included)."""
    issued = CERTIFICATES.column("发证日期").name
    rows = conn.execute(
        f'SELECT DISTINCT person FROM certificate WHERE "{issued}" BETWEEN ? AND ? ORDER BY person',
        (first.isoformat(), last.isoformat()),
    )
    return [row[0] for row in rows]


def posts_entered_by(conn: sqlite3.Connection, day: date) -> frozenset[int]:
    """The numbers of the posts that had been entered when a day ended."""
    rows = conn.execute(
        "SELECT id FROM post WHERE substr(created_on, 1, 10) <= ?", (day.isoformat(),)
    )
    return frozenset(row[0] for row in rows)


def printed_before(conn: sqlite3.Connection, report: str, day: date) -> list[PrintedFigure]:
    """What the last report about a day before `day` said on paper."""
    newest = conn.execute(
        "SELECT max(day) FROM printed_figure WHERE report = ? AND day < ?",
        (report, day.isoformat()),
    ).fetchone()[0]
    return PRINTED.where(conn, "report = ? AND day = ?", report, newest) if newest else []


def note_printed(
    conn: sqlite3.Connection, report: str, day: date, figures: Iterable[Figure], at: str
) -> None:
    """Keep the numbers of a report about a day as they stand on the newest print, in one transaction."""
    with sentences():
        conn.execute("BEGIN IMMEDIATE")
        try:
            conn.execute(
                "DELETE FROM printed_figure WHERE report = ? AND day = ?", (report, day.isoformat())
            )
            for one in figures:
                PRINTED.insert(conn, PrintedFigure(report, day, one.name, int(one.value), at))
            conn.execute("COMMIT")
        except BaseException:
            conn.rollback()
            raise


def _ids(conn: sqlite3.Connection, column: str, first: date, last: date) -> list[int]:
    rows = conn.execute(
        f"SELECT id FROM person WHERE substr({column}, 1, 10) BETWEEN ? AND ? ORDER BY id",
        (first.isoformat(), last.isoformat()),
    )
    return [row[0] for row in rows]

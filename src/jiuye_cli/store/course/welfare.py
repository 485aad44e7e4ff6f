"""Welfare posts, who applied, who is on duty, whom they help, the months."""

from __future__ import annotations

import sqlite3
from datetime import date

from jiuye_cli.core.course.welfare import Helped, TermStage, WelfareMonth, WelfareTerm
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.tables.welfare import HELPED, WELFARE_MONTH, WELFARE_TERM


def current_term(conn: sqlite3.Connection, person: int) -> WelfareTerm:
    """Someone's way to or on a welfare post that has not ended; `NotFoundError` when there is none."""
    found = WELFARE_TERM.where(
        conn, "person = ? AND stage NOT IN (?, ?)", person, TermStage.ENDED.value, TermStage.REJECTED.value,
        order="id DESC",
    )  # fmt: skip
    if not found:
        raise NotFoundError(f"{person} 号没有在办的公益岗申请。申请用 jiuye welfare apply。")
    return found[0]


def terms(
    conn: sqlite3.Connection, *, stage: TermStage | None = None, post: int | None = None
) -> list[WelfareTerm]:
    """The terms that fit, in order of their numbers."""
    where, values = ["1"], list[object]()
    if stage is not None:
        where.append("stage = ?")
        values.append(stage.value)
    if post is not None:
        where.append("post = ?")
        values.append(post)
    return WELFARE_TERM.where(conn, " AND ".join(where), *values)


def on_duty_in(conn: sqlite3.Connection, first: date, last: date) -> list[WelfareTerm]:
    """The terms that were on duty for some day between two days (both included)."""
    return WELFARE_TERM.where(
        conn, "starts <= ? AND (left_on IS NULL OR left_on >= ?) AND job IS NOT NULL", last, first
    )


def on_duty_at_home(conn: sqlite3.Connection, person: int) -> list[str]:
    """The names of others in someone's household who are on duty."""
    rows = conn.execute(
        "SELECT o.姓名 FROM person me JOIN person o ON o.household = me.household AND o.id <> me.id "
        "JOIN welfare_term t ON t.person = o.id AND t.stage = ? WHERE me.id = ? ORDER BY o.id",
        (TermStage.ON_DUTY.value, person),
    )
    return [row[0] for row in rows]


def helped_by(conn: sqlite3.Connection, term: int, on: date) -> list[Helped]:
    """Whom a term looks after on a day."""
    return HELPED.where(conn, "term = ? AND (until IS NULL OR until >= ?)", term, on)


def months(conn: sqlite3.Connection, term: int) -> list[WelfareMonth]:
    """The months of a term, oldest first."""
    return WELFARE_MONTH.where(conn, "term = ?", term, order="month")


def month_of(conn: sqlite3.Connection, term: int, month: date) -> WelfareMonth | None:
    """One month of a term, if anything was noted of it."""
    found = WELFARE_MONTH.where(conn, "term = ? AND month = ?", term, month)
    return found[0] if found else None


def put_month(conn: sqlite3.Connection, term: WelfareTerm, month: date, **values: object) -> None:
    """Note days, points or grade of a month; what was noted before and is not named stays."""
    found = month_of(conn, term.id, month)
    number = (
        found.id if found else WELFARE_MONTH.insert(conn, WelfareMonth(term.id, term.person, month))
    )
    WELFARE_MONTH.update(conn, number, **values)

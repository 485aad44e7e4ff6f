"""The month's end on welfare posts: days on duty, assessment, the stipend."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from jiuye_cli.actions.course.welfare import term_page
from jiuye_cli.core.course.receipt import Receipt, refuse_double
from jiuye_cli.core.course.welfare import (
    Standard,
    TermPage,
    WelfareMonth,
    grade_of,
    refuse_points,
)
from jiuye_cli.core.people.card import Card
from jiuye_cli.core.rules.days import DAY, add_months
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.course import claim, welfare
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.tables.claim import RECEIPT


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One person's month on a welfare post; `short` says that the days are fewer than the standard's."""

    page: TermPage
    month: WelfareMonth | None
    short: bool


def month_lines(conn: sqlite3.Connection, month: date, standard: Standard) -> list[MonthLine]:
    """Everyone who was on duty for some day of a month, with what is noted of it."""
    lines = []
    for term in welfare.on_duty_in(conn, month, add_months(month, 1) - DAY):
        noted = welfare.month_of(conn, term.id, month)
        least = standard.days_a_month
        short = (
            noted is not None
            and noted.days is not None
            and least is not None
            and noted.days < least
        )
        lines.append(MonthLine(term_page(conn, term, month), noted, short))
    return lines


def note_days(
    change: Writing,
    month: date,
    standard: Standard,
    *,
    everyone: int | None,
    but: Mapping[int, int],
) -> list[MonthLine]:
    """Note the days of a month: `everyone` the same, `but` some people other days.

    Raises `NotFoundError` for someone who was not on duty, `RefusedError` for
    more days than the month has.
    """
    longest = (add_months(month, 1) - DAY).day
    for days in (*but.values(), *([everyone] if everyone is not None else [])):
        if not 0 <= days <= longest:
            raise RefusedError(f"{month:%Y-%m} 只有 {longest} 天，{days} 天不对。")
    lines = month_lines(change.conn, month, standard)
    _refuse_others(lines, but, month)
    for line in lines:
        term = line.page.term
        worked = but.get(term.person, everyone)
        if worked is not None:
            welfare.put_month(change.conn, term, month, days=worked)
    return month_lines(change.conn, month, standard)


def assess(
    change: Writing,
    person: int,
    month: date,
    points: Mapping[str, int],
    standard: Standard,
    *,
    grade: str | None,
    note: str | None,
) -> WelfareMonth:
    """Note the points of one person's month; the grade follows from them unless a human gives another."""
    refuse_points(points, standard)
    lines = month_lines(change.conn, month, standard)
    _refuse_others(lines, {person}, month)
    line = next(line for line in lines if line.page.term.person == person)
    before = {k: int(str(v)) for k, v in line.month.points.items()} if line.month else {}
    all_points = {**before, **points}
    given = grade or grade_of(all_points, standard)
    _refuse_grade(given, standard)
    welfare.put_month(change.conn, line.page.term, month, points=all_points, grade=given, note=note)
    return replace(WelfareMonth(line.page.term.id, person, month), points=all_points, grade=given)


def _refuse_grade(grade: str | None, standard: Standard) -> None:
    known = [name for name, _ in standard.grades]
    if grade is not None and grade not in known:
        raise RefusedError(f"等次没有“{grade}”，有：{'、'.join(known)}。")


def _refuse_others(lines: Collection[MonthLine], people: Collection[int], month: date) -> None:
    inside = {line.page.term.person for line in lines}
    strangers = [str(person) for person in people if person not in inside]
    if strangers:
        raise NotFoundError(f"{'、'.join(strangers)} 号 {month:%Y-%m} 没有在公益岗上，没有记。")


@dataclass(frozen=True, slots=True)
class Paid:
    """Who got the month's stipend, in all how much, and who stood out: short of days, graded last."""

    people: tuple[Card, ...]
    total: object
    doubtful: tuple[tuple[Card, str], ...]


def pay_month(
    change: Writing, month: date, on: date, standard: Standard, *, leave_out: Collection[int]
) -> Paid:
    """Note that everyone on duty in a month got the stipend, but those left out.

    Each becomes a receipt under the post's policy, which counts as a month there;
    a post without a policy cannot be paid. Who is short of days or graded last is
    named: whether to pay is for a human.
    """
    lines = [
        ln
        for ln in month_lines(change.conn, month, standard)
        if ln.page.term.person not in leave_out
    ]
    for line in lines:
        _receive(change, line.page, month, on)
    amounts = [line.page.post.stipend for line in lines]
    total = None if None in amounts else sum(a for a in amounts if a is not None)
    return Paid(tuple(ln.page.card for ln in lines), total, tuple(_doubts(lines, standard)))


def _receive(change: Writing, page: TermPage, month: date, on: date) -> None:
    post, term = page.post, page.term
    if post.policy is None:
        raise RefusedError(
            f"“{post.name}”没写按哪项政策发，先：jiuye welfare post {post.id} 政策=乡村公益性岗位安置"
        )
    receipt = Receipt(
        term.person,
        post.policy,
        on,
        amount=post.stipend,
        first=month,
        last=month,
        approved_on=term.starts,
    )
    refuse_double(receipt, claim.receipts(change.conn, term.person, post.policy))
    RECEIPT.insert(change.conn, receipt)


def _doubts(lines: Collection[MonthLine], standard: Standard) -> list[tuple[Card, str]]:
    worst = standard.grades[-1][0] if standard.grades else None
    found = []
    for line in lines:
        if line.month is None or line.month.days is None:
            found.append((line.page.card, "没记出勤"))
        elif line.short:
            found.append(
                (line.page.card, f"出勤 {line.month.days} 天，不够 {standard.days_a_month} 天")
            )
        elif line.month.grade is not None and line.month.grade == worst:
            found.append((line.page.card, f"考核{worst}"))
    return found

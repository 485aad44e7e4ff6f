"""Gather what happened in a period, as the file knows it by now."""

from __future__ import annotations

import sqlite3
from datetime import date

from jiuye_cli.actions.callback.call_plan import subjects
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.due import CallFile, Due, standing
from jiuye_cli.core.course.training import Enrolment
from jiuye_cli.core.report.happenings import Happenings, Period
from jiuye_cli.store import reports
from jiuye_cli.store.tables.contacts import CONTACT
from jiuye_cli.store.tables.posts import BATCH, REFERRAL
from jiuye_cli.store.tables.training import CLASS, ENROLMENT


def happenings(conn: sqlite3.Connection, calling: Calling, period: Period) -> Happenings:
    """What the file tells of a period today, later entries about its days included."""
    first, last = period.first, period.last
    due, overdue, lost = _calls(conn, calling, last)
    enrolments = ENROLMENT.where(conn)
    gone = reports.closed_between(conn, first, last)
    why = reports.closing_words(conn, gone)
    return Happenings(
        period,
        contacts=CONTACT.where(conn, "day BETWEEN ? AND ?", first, last),
        due=due,
        overdue=overdue,
        lost=lost,
        slips=BATCH.where(conn, "made_on BETWEEN ? AND ?", first, last),
        referrals=REFERRAL.where(
            conn,
            "offered_on BETWEEN ? AND ? OR result_on BETWEEN ? AND ?",
            first, last, first, last,
        ),
        enrolments=[one for one in enrolments if period.holds(one.enrolled_on)],
        in_class=_in_class(conn, enrolments, last),
        certified=reports.certified_between(conn, first, last),
        opened=reports.opened_between(conn, first, last),
        closed={one: why.get(one, "") for one in gone},
    )  # fmt: skip


def _calls(
    conn: sqlite3.Connection, calling: Calling, day: date
) -> tuple[list[int], list[int], list[int]]:
    """Who is to be called when a day ends, who of them is late, and who cannot be reached."""
    due, overdue, lost = [], [], []
    for one in subjects(conn, calling, day):
        if one.file.opened_on > day:
            continue
        answer = standing(one.file, calling.rules, calling.calendar, day)
        if isinstance(answer, Due):
            due.append(one.person)
            if answer.overdue_days:
                overdue.append(one.person)
        if not one.file.quiet and _is_lost(one.file, calling, day):
            lost.append(one.person)
    return due, overdue, lost


def _is_lost(file: CallFile, calling: Calling, day: date) -> bool:
    """Whether every try since the last real contact failed for longer than the rules wait."""
    limit = calling.rules.unreachable_after
    past = sorted((c for c in file.contacts if c.day <= day), key=lambda c: c.order)
    spoken = max((at for at, c in enumerate(past, 1) if c.is_real), default=0)
    tries = past[spoken:]
    return bool(limit and tries and limit.after(tries[0].day, calling.calendar) <= day)


def _in_class(conn: sqlite3.Connection, enrolments: list[Enrolment], day: date) -> list[int]:
    """Who sits in a class that is under way on a day."""
    under_way = {
        one.id
        for one in CLASS.where(conn)
        if one.starts is not None
        and one.starts <= day
        and (one.ends is None or one.ends >= day)
        and (one.closed_on is None or one.closed_on > day)
    }
    return [
        one.person
        for one in enrolments
        if one.training_class in under_way
        and one.enrolled_on <= day
        and (one.left_on is None or one.left_on > day)
    ]

"""Dated events of the course that call for a call: absences in a row, last days, steps, visits."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.callback.events import ABSENT, DEADLINE, STEP, VISIT, Event
from jiuye_cli.core.callback.span import Span
from jiuye_cli.core.course.claim import Stage
from jiuye_cli.core.course.rules import CourseRules
from jiuye_cli.core.course.training import Attendance, absent_since
from jiuye_cli.core.course.venture import base_of
from jiuye_cli.store.tables.claim import CLAIM
from jiuye_cli.store.tables.plan import PLAN_STEP
from jiuye_cli.store.tables.training import ATTENDANCE
from jiuye_cli.store.tables.venture import VENTURE_STEP, VENTURE_VISIT

NOT_SUBMITTED = (Stage.STARTED.value, Stage.RETURNED.value)


def course_events(
    conn: sqlite3.Connection, rules: CourseRules, calendar: WorkCalendar
) -> Mapping[int, list[Event]]:
    """What the course tells of each person, by case number."""
    found: dict[int, list[Event]] = defaultdict(list)
    told = (
        *_absences(conn, rules.absences_in_a_row),
        *_deadlines(conn),
        *_steps(conn),
        *_visits(conn, rules.venture_visits, calendar),
    )
    for person, event in told:
        found[person].append(event)
    return found


def _absences(conn: sqlite3.Connection, limit: int) -> Iterator[tuple[int, Event]]:
    running = (
        "enrolment IN (SELECT e.id FROM enrolment e JOIN training_class c ON c.id = e.training_class "
        "WHERE e.left_on IS NULL AND e.passed IS NULL AND c.closed_on IS NULL)"
    )
    marks: dict[int, list[Attendance]] = defaultdict(list)
    for one in ATTENDANCE.where(conn, running, order="day"):
        marks[one.enrolment].append(one)
    names = _class_names(conn)
    for enrolment, days in marks.items():
        since = absent_since(days, limit)
        if since is not None:
            yield days[0].person, Event(ABSENT, since, names[enrolment])


def _class_names(conn: sqlite3.Connection) -> dict[int, str]:
    rows = conn.execute(
        "SELECT e.id, c.name FROM enrolment e JOIN training_class c ON c.id = e.training_class"
    )
    return {row[0]: row[1] for row in rows}


def _deadlines(conn: sqlite3.Connection) -> Iterator[tuple[int, Event]]:
    """The last day of each claim that is not handed in."""
    for one in CLAIM.where(conn, "deadline IS NOT NULL AND stage IN (?, ?)", *NOT_SUBMITTED):
        assert one.deadline is not None
        yield one.person, Event(DEADLINE, one.deadline, one.policy)


def _steps(conn: sqlite3.Connection) -> Iterator[tuple[int, Event]]:
    """The day of each open step of a person's newest plan."""
    newest = "plan IN (SELECT max(id) FROM plan GROUP BY person)"
    for one in PLAN_STEP.where(
        conn, f"{newest} AND due_on IS NOT NULL AND done_on IS NULL AND dropped_on IS NULL"
    ):
        assert one.due_on is not None
        yield one.person, Event(STEP, one.due_on, one.what)


def _visits(
    conn: sqlite3.Connection, every: Span, calendar: WorkCalendar
) -> Iterator[tuple[int, Event]]:
    for person, day, base in visits_due(conn, every, calendar):
        yield person, Event(VISIT, day, base)


def visits_due(
    conn: sqlite3.Connection, every: Span, calendar: WorkCalendar
) -> Iterator[tuple[int, date, str]]:
    """The founders in an incubator: case number, the day of the next visit, the incubator."""
    steps = defaultdict(list)
    for step in VENTURE_STEP.where(conn, order="day, id"):
        steps[step.person].append(step)
    last: dict[int, date] = {v.person: v.day for v in VENTURE_VISIT.where(conn, order="day, id")}
    for person, own in steps.items():
        base = base_of(own)
        if base is not None:
            yield person, every.after(last.get(person, own[-1].day), calendar), base

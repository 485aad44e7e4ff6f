"""Classes, who is in them, who came."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from jiuye_cli.core.course.training import Attendance, Enrolment, Mark
from jiuye_cli.store.tables.training import ATTENDANCE, ENROLMENT


def enrolments(conn: sqlite3.Connection, training_class: int) -> list[Enrolment]:
    """Everyone who was ever enrolled in a class, in order of enrolment."""
    return ENROLMENT.where(conn, "training_class = ?", training_class)


def enrolment_of(conn: sqlite3.Connection, training_class: int, person: int) -> Enrolment | None:
    """One person's enrolment in a class, if there is one."""
    found = ENROLMENT.where(conn, "training_class = ? AND person = ?", training_class, person)
    return found[0] if found else None


def marks(conn: sqlite3.Connection, training_class: int) -> Mapping[int, list[Attendance]]:
    """The days of everyone in a class, by enrolment, in order of days."""
    found: dict[int, list[Attendance]] = defaultdict(list)
    inside = "enrolment IN (SELECT id FROM enrolment WHERE training_class = ?)"
    for one in ATTENDANCE.where(conn, inside, training_class, order="day, id"):
        found[one.enrolment].append(one)
    return found


def put_mark(
    conn: sqlite3.Connection, enrolment: Enrolment, day: date, mark: Mark, hours: int | None
) -> None:
    """Note one day of one person; a second note for the day replaces the first."""
    found = ATTENDANCE.where(conn, "enrolment = ? AND day = ?", enrolment.id, day)
    if found:
        ATTENDANCE.update(conn, found[0].id, mark=mark, hours=hours)
    else:
        ATTENDANCE.insert(conn, Attendance(enrolment.id, enrolment.person, day, mark, hours=hours))


def wishing(conn: sqlite3.Connection) -> list[tuple[int, str]]:
    """Case number and 培训意愿 of everyone with an open file who named a wish and is in no open class."""
    rows = conn.execute(
        "SELECT id, 培训意愿 FROM person WHERE closed_on IS NULL AND 培训意愿 IS NOT NULL AND id NOT IN "
        "(SELECT person FROM enrolment e JOIN training_class c ON c.id = e.training_class "
        "WHERE e.left_on IS NULL AND e.passed IS NULL AND c.closed_on IS NULL) ORDER BY id"
    )
    return [(row[0], row[1]) for row in rows]

"""What of the course is due, as counts: the night says them aloud, so no names."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.course.claim import Stage
from jiuye_cli.core.course.rules import CourseRules
from jiuye_cli.core.course.welfare import TermStage
from jiuye_cli.store.course.course_events import visits_due
from jiuye_cli.store.tables.claim import CLAIM
from jiuye_cli.store.tables.green import ARRIVAL, PASS
from jiuye_cli.store.tables.plan import PLAN_STEP
from jiuye_cli.store.tables.service import LOAN
from jiuye_cli.store.tables.training import CLASS
from jiuye_cli.store.tables.welfare import WELFARE_TERM

Count = Callable[[sqlite3.Connection, CourseRules, WorkCalendar, date], int]


def reminders(
    conn: sqlite3.Connection, rules: CourseRules, calendar: WorkCalendar, today: date
) -> list[str]:
    """One sentence for each kind of thing that is due, with the command that lists it."""
    counted = [(count(conn, rules, calendar, today), say) for count, say in _REMINDERS]
    return [say.format(number) for number, say in counted if number]


def _claims(
    conn: sqlite3.Connection, rules: CourseRules, calendar: WorkCalendar, today: date
) -> int:
    until = rules.claim_notice.after(today, calendar)
    waiting = (Stage.STARTED.value, Stage.RETURNED.value)
    return len(CLAIM.where(conn, "deadline <= ? AND stage IN (?, ?)", until, *waiting))


def _classes(conn: sqlite3.Connection, _: CourseRules, __: WorkCalendar, today: date) -> int:
    return len(CLASS.where(conn, "closed_on IS NULL AND ends < ?", today))


def _terms(
    conn: sqlite3.Connection, rules: CourseRules, calendar: WorkCalendar, today: date
) -> int:
    until = rules.term_notice.after(today, calendar)
    return len(WELFARE_TERM.where(conn, "stage = ? AND ends <= ?", TermStage.ON_DUTY.value, until))


def _steps(conn: sqlite3.Connection, _: CourseRules, __: WorkCalendar, today: date) -> int:
    newest = "plan IN (SELECT max(id) FROM plan GROUP BY person)"
    still = "done_on IS NULL AND dropped_on IS NULL"
    return len(PLAN_STEP.where(conn, f"{newest} AND due_on < ? AND {still}", today))


def _visits(
    conn: sqlite3.Connection, rules: CourseRules, calendar: WorkCalendar, today: date
) -> int:
    return sum(day <= today for _, day, _ in visits_due(conn, rules.venture_visits, calendar))


def _loans(conn: sqlite3.Connection, _: CourseRules, __: WorkCalendar, today: date) -> int:
    return len(LOAN.where(conn, "back_on IS NULL AND until < ?", today))


def _waiting(conn: sqlite3.Connection, _: CourseRules, __: WorkCalendar, ___: date) -> int:
    open_ones = ARRIVAL.where(conn, "closed_on IS NULL")
    still = "done_at IS NULL AND skipped_why IS NULL"
    return sum(len(PASS.where(conn, f"arrival = ? AND {still}", one.id)) for one in open_ones)


_REMINDERS: tuple[tuple[Count, str], ...] = (
    (_claims, "{} 份申领的期限快到了：jiuye claim list --due"),
    (_waiting, "绿色通道还有 {} 人没办：jiuye green left"),
    (_classes, "{} 个班该结班了：jiuye training list"),
    (_terms, "{} 个人的公益岗协议快到期：jiuye welfare list --due"),
    (_steps, "方案里 {} 步过了日子：jiuye plan due"),
    (_visits, "{} 家创业的该走访了：jiuye venture round"),
    (_loans, "{} 样东西该还没还：jiuye service lent"),
)

"""What commands of the course read first: its rules, and the days they reach."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jiuye_cli.cli import desk

if TYPE_CHECKING:
    from jiuye_cli.core.course.rules import CourseRules


def course_rules() -> CourseRules:
    """The numbers of the course, the village's own where it has them."""
    from jiuye_cli.files.course import course_rules as read

    return read(desk.workspace().policy_folders)


def terms_end_by() -> date:
    """The last day that counts as near for the end of a welfare term."""
    from jiuye_cli.core.calendar import WorkCalendar

    return course_rules().term_notice.after(desk.today(), WorkCalendar())


def any_day(text: str | None) -> date:
    """A typed day before or after today, the nearest where no year is written; today for None."""
    from jiuye_cli.core.course.when import read_near_day

    return read_near_day(text, desk.today()) if text else desk.today()


def coming_day(text: str) -> date:
    """A typed day from today on: 12-1, 周五, 3天后."""
    from jiuye_cli.core.callback.when import read_day

    return read_day(text, desk.today())


def what_and_day(text: str) -> tuple[str, date | None]:
    """`做什么@哪天` apart; no day where none is written."""
    what, _, day = text.replace("＠", "@").partition("@")
    return what.strip(), coming_day(day) if day.strip() else None


def due_by() -> date:
    """The last day that counts as near for a claim's last day."""
    from jiuye_cli.core.calendar import WorkCalendar

    return course_rules().claim_notice.after(desk.today(), WorkCalendar())

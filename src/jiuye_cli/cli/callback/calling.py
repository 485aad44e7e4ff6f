"""What every command about calls needs: the rules of calling, and the day that is meant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk

if TYPE_CHECKING:
    from jiuye_cli.actions.callback.call_questions import MoneyQuestions
    from jiuye_cli.core.callback.calling import Calling

ForOption = Annotated[
    str | None, typer.Option("--for", metavar="日期", help="哪一天的名单，如 明天、周一、11-23")
]


def calling() -> Calling:
    """The rules, the calendar and the settings of this workspace."""
    from jiuye_cli.core.callback.calling import Calling
    from jiuye_cli.files.calendar import work_calendar
    from jiuye_cli.files.calling import call_rules
    from jiuye_cli.files.course import course_rules
    from jiuye_cli.files.referral import refusal_rules

    folders, settings = desk.workspace().policy_folders, desk.settings()
    calendar, money = work_calendar(folders, settings), _questions()
    return Calling(
        call_rules(folders),
        calendar,
        settings,
        questions=money,
        stakes=money.at_stake,
        course=course_rules(folders),
        refusals=refusal_rules(folders),
    )


def _questions() -> MoneyQuestions:
    from functools import cache

    from jiuye_cli.actions.callback.call_questions import MoneyQuestions
    from jiuye_cli.cli.policy.bench import bench

    return MoneyQuestions(cache(bench), desk.reading, desk.today())


def day_meant(text: str | None) -> date | None:
    """The day that `--for` names, the nearest where no year is written; None when nothing was said."""
    from jiuye_cli.core.course.when import read_near_day

    return None if text is None else read_near_day(text, desk.today())

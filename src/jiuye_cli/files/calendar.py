"""The working days: 日历/年.yaml, and the village's own days off and on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from jiuye_cli.core.calendar import MONDAY_TO_FRIDAY, CalendarYear, WorkCalendar
from jiuye_cli.core.callback.calendar_file import read_calendar_year
from jiuye_cli.core.settings import Settings
from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.files.kept import read_kept

CALENDAR = "日历"
WEEKDAYS = "一二三四五六日"


def work_calendar(folders: Sequence[Path], settings: Settings) -> WorkCalendar:
    """The working days of all years that are known, with the village's own days off and on.

    设置.yaml may name 每周上班, 本地放假 and 本地上班. RuleFileError with all problems.
    """
    problems: list[Problem] = []
    years: dict[int, CalendarYear] = {}
    for folder in reversed(folders):
        for path in sorted((folder / CALENDAR).glob("*.yaml")):
            year, found = read_calendar_year(read_kept(path, f"{CALENDAR}/{path.name}"))
            years[year.year] = year
            problems += found
    off, worked = (frozenset(_days(settings, key, problems)) for key in ("本地放假", "本地上班"))
    week = _week(settings, problems)
    if problems:
        raise RuleFileError(problems)
    return WorkCalendar(years, off, worked, week)


def _days(settings: Settings, key: str, problems: list[Problem]) -> Iterator[date]:
    for text in _listed(settings, key):
        try:
            yield date.fromisoformat(text)
        except ValueError:
            problems.append(
                Problem(f"“{key}”里的“{text}”要写成 2026-11-21 这样的日期", "设置.yaml")
            )


def _week(settings: Settings, problems: list[Problem]) -> frozenset[int]:
    """The weekdays named under 每周上班, such as [周一, 周六]."""
    days = set()
    for text in _listed(settings, "每周上班"):
        if len(text) != 2 or text[0] != "周" or text[1] not in WEEKDAYS:
            problems.append(Problem(f"“每周上班”里的“{text}”要写成 周一 到 周日", "设置.yaml"))
        else:
            days.add(WEEKDAYS.index(text[1]))
    return frozenset(days) or MONDAY_TO_FRIDAY


def _listed(settings: Settings, key: str) -> list[str]:
    value = settings.raw.get(key)
    if isinstance(value, list):
        return [str(one) for one in value]
    return [str(value)] if value else []

"""The rule files of calling people back: 回访.yaml and the calendar years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from jiuye_cli.core.calendar import MONDAY_TO_FRIDAY, CalendarYear, WorkCalendar
from jiuye_cli.core.callback.calendar_file import read_calendar_year
from jiuye_cli.core.callback.reading import read_call_rules
from jiuye_cli.core.callback.rules import CallRules
from jiuye_cli.core.settings import Settings
from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.files.strict_yaml import read_yaml

RULES, CALENDAR = "回访.yaml", "日历"
WEEKDAYS = "一二三四五六日"


def call_rules(folders: Sequence[Path]) -> CallRules:
    """The rules of 回访.yaml, the village's own where it has one.

    `folders` are the rule folders, the village's first. RuleFileError with all problems.
    """
    path = next((f / RULES for f in folders if (f / RULES).is_file()), None)
    if path is None:
        raise RuleFileError([Problem("找不到回访规则，请重新安装程序", RULES)])
    rules, problems = read_call_rules(read_yaml(path.read_bytes(), path.name))
    if problems:
        raise RuleFileError(problems)
    return rules


def work_calendar(folders: Sequence[Path], settings: Settings) -> WorkCalendar:
    """The working days of all years that are known, with the village's own days off and on.

    设置.yaml may name 每周上班, 本地放假 and 本地上班. RuleFileError with all problems.
    """
    problems: list[Problem] = []
    years: dict[int, CalendarYear] = {}
    for folder in reversed(folders):
        for path in sorted((folder / CALENDAR).glob("*.yaml")):
            year, found = read_calendar_year(
                read_yaml(path.read_bytes(), f"{CALENDAR}/{path.name}")
            )
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

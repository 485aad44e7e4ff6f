"""The check-up of what the user wrote: settings, call rules, calendars, policies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from jiuye_cli.core.finding import Finding
from jiuye_cli.core.policy.lint import lint
from jiuye_cli.core.settings import Settings
from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.files.calendar import work_calendar
from jiuye_cli.files.calling import call_rules
from jiuye_cli.files.rule_folder import read_shelf
from jiuye_cli.files.settings import read_settings


def file_findings(home: Path, policy_folders: Sequence[Path], today: date) -> list[Finding]:
    """Every problem of the workspace's own files, and the calendar years that are missing soon."""
    found = list(_problems("设置", lambda: read_settings(home / "设置.yaml")))
    found += _problems("回访规则", lambda: call_rules(policy_folders))
    found += _problems("日历", lambda: work_calendar(policy_folders, Settings()))
    shelf, problems = read_shelf(policy_folders)
    found += [_finding("政策", problem) for problem in (*problems, *lint(shelf))]
    return found + list(_calendar(policy_folders, today))


def _problems(code: str, read: Callable[[], object]) -> Iterator[Finding]:
    try:
        read()
    except RuleFileError as error:
        for problem in error.problems:
            yield _finding(code, problem)


def _finding(code: str, problem: Problem) -> Finding:
    where = f"{problem.file}:{problem.line}" if problem.line else problem.file
    return Finding(code, where, problem.message, "改好这一行再体检一次")


def _calendar(folders: Sequence[Path], today: date) -> Iterator[Finding]:
    """From November on the next year's notice is out or near."""
    try:
        calendar = work_calendar(folders, Settings())
    except RuleFileError:
        return
    wanted = [today.year] + ([today.year + 1] if today.month >= 11 else [])
    for year in wanted:
        if year not in calendar.years:
            yield Finding(
                "日历",
                f"policies/日历/{year}.yaml",
                f"还没有 {year} 年的放假安排，先按周一到周五算",
                "通知出来后照 2026.yaml 的样子写一份",
            )

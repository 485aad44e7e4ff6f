"""One paper to be printed: its data, and what the log of prints must know."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from jiuye_cli.actions.policy.judging import Bench
from jiuye_cli.actions.posts.seekers import Matching
from jiuye_cli.actions.report.reports import Counting, Report
from jiuye_cli.core.course.rules import CourseRules
from jiuye_cli.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: whom (words as typed), which policies, region, day, large type, a number or name."""

    who: Sequence[str] = ()
    policies: Sequence[str] = ()
    region: str | None = None
    on: date | None = None
    large: bool = False
    where: str | None = None
    open: str | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """What every gatherer may need: the open file, the rules (read only when asked for), the day, the village.

    `progress` is told what is being done, how many are done, and of how many.
    """

    conn: sqlite3.Connection
    settings: Settings
    today: date
    now: datetime
    bench: Callable[[], Bench]
    counting: Callable[[], Counting]
    course: Callable[[], CourseRules]
    matching: Callable[[], Matching]
    progress: Callable[[str, int, int], None]
    home: str = ""
    backups: Sequence[Mapping[str, Any]] = ()

    def head(self) -> dict[str, Any]:
        """The part that all papers share; the print's number is filled in when it is logged."""
        return {
            "village": self.settings.village or "本村",
            "print_id": "",
            "printed_at": f"{self.now:%Y-%m-%d %H:%M}",
        }


@dataclass(frozen=True, slots=True)
class Gathered:
    """One document's data under its file name; how many people are on it, and which columns.

    `report` are the figures it says, to be held against the file when the next is printed.
    Papers of one `bundle` go into one file of that name.
    """

    stem: str
    data: dict[str, Any]
    people: int
    columns: str
    rows: Sequence[Sequence[object]] = ()
    heads: Sequence[str] = field(default_factory=tuple)
    report: Report | None = None
    bundle: str = ""

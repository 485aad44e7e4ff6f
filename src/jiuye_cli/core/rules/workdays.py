"""Working days, through whatever calendar is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from jiuye_cli.core.rules.days import DAY

MOST_STEPS = 4000


class WorkCalendar(Protocol):
    """Who knows which days are worked."""

    def is_workday(self, day: date) -> bool | None:
        """Whether `day` is worked; None where its year is not published yet."""


@dataclass(frozen=True, slots=True)
class Weekdays:
    """A calendar that knows no holidays: every year is one not published."""

    def is_workday(self, day: date) -> bool | None:  # noqa: ARG002
        """Always None: ask the weekday."""
        return None


def add_workdays(start: date, count: int, calendar: WorkCalendar) -> tuple[date, frozenset[int]]:
    """The last of `count` working days after `start`, and the years taken as plain weekdays.

    >>> add_workdays(date(2026, 11, 20), 1, Weekdays())
    (datetime.date(2026, 11, 23), frozenset({2026}))
    """
    day, left, guessed = start, min(count, MOST_STEPS), set[int]()
    while left > 0 and day < date.max:
        day += DAY
        worked = calendar.is_workday(day)
        if worked is None:
            guessed.add(day.year)
            worked = day.weekday() < 5
        left -= worked
    return day, frozenset(guessed)

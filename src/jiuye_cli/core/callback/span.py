"""Lengths of time as the rules write them: 7天, 5个工作日, 1个月, 半年."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.rules.days import add_months


class Unit(StrEnum):
    """What a length counts."""

    DAYS = "天"
    WORKING_DAYS = "个工作日"
    MONTHS = "个月"


_SPAN = re.compile(r"(\d{1,4})\s*(个工作日|工作日|天|日|周|星期|个月|月|年)")
_UNITS = {
    "天": (Unit.DAYS, 1),
    "日": (Unit.DAYS, 1),
    "周": (Unit.DAYS, 7),
    "星期": (Unit.DAYS, 7),
    "个工作日": (Unit.WORKING_DAYS, 1),
    "工作日": (Unit.WORKING_DAYS, 1),
    "个月": (Unit.MONTHS, 1),
    "月": (Unit.MONTHS, 1),
    "年": (Unit.MONTHS, 12),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time counted in days, working days or calendar months.

    >>> Span(1, Unit.MONTHS).after(date(2026, 1, 31), WorkCalendar())
    datetime.date(2026, 2, 28)
    """

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count}{self.unit.value}"

    @property
    def each(self) -> str:
        """How often something comes that comes every so long.

        >>> Span(1, Unit.MONTHS).each, Span(3, Unit.MONTHS).each
        ('每月', '每3个月')
        """
        return "每月" if (self.count, self.unit) == (1, Unit.MONTHS) else f"每{self}"

    def after(self, day: date, calendar: WorkCalendar) -> date:
        """The day this long after the given one."""
        return self._from(day, self.count, calendar)

    def before(self, day: date, calendar: WorkCalendar) -> date:
        """The day this long before the given one."""
        return self._from(day, -self.count, calendar)

    def _from(self, day: date, count: int, calendar: WorkCalendar) -> date:
        if self.unit is Unit.DAYS:
            return day + timedelta(days=count)
        if self.unit is Unit.MONTHS:
            return add_months(day, count)
        return calendar.add_working(day, count)


def read_span(text: str) -> Span:
    """The length a text names; ValueError when it names none.

    >>> str(read_span("2周")), str(read_span("半年")), str(read_span("5个工作日"))
    ('14天', '6个月', '5个工作日')
    """
    if text.strip() == "半年":
        return Span(6, Unit.MONTHS)
    found = _SPAN.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    unit, times = _UNITS[found[2]]
    return Span(int(found[1]) * times, unit)

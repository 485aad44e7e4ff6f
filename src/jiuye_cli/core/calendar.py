"""Working days by the state calendar: holidays, worked weekends (调休) and local days.

A year whose arrangement is not known yet falls back to Monday to Friday and
says so in `warnings`; it never fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Holiday:
    """One holiday of a year's notice: its days off and the weekend days worked for it.

    `first` and `last` are both off.
    """

    name: str
    first: date
    last: date
    worked: tuple[date, ...] = ()

    @property
    def days_off(self) -> Iterator[date]:
        """The days off, first to last."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A year's arrangement of holidays, with the number of the notice it comes from."""

    year: int
    holidays: tuple[Holiday, ...]
    notice: str = ""
    off: frozenset[date] = field(init=False)
    worked: frozenset[date] = field(init=False)

    def __post_init__(self) -> None:
        """Index the days once."""
        object.__setattr__(self, "off", frozenset(d for h in self.holidays for d in h.days_off))
        object.__setattr__(self, "worked", frozenset(d for h in self.holidays for d in h.worked))


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked; local days off and on overrule the state's.

    `week` are the weekdays worked (Monday is 0) where no notice says otherwise.

    >>> calendar = WorkCalendar()
    >>> calendar.next_working(date(2026, 11, 20)), calendar.add_working(date(2026, 11, 20), 3)
    (datetime.date(2026, 11, 23), datetime.date(2026, 11, 25))
    """

    years: Mapping[int, CalendarYear] = field(default_factory=dict)
    local_off: frozenset[date] = frozenset()
    local_worked: frozenset[date] = frozenset()
    week: frozenset[int] = MONDAY_TO_FRIDAY
    _known: dict[tuple[date, int], date] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def is_working(self, day: date) -> bool:
        """Whether the office works on this day."""
        if day in self.local_worked:
            return True
        if day in self.local_off:
            return False
        year = self.years.get(day.year)
        if year and day in year.worked:
            return True
        return day.weekday() in self.week and not (year and day in year.off)

    def on_or_after(self, day: date) -> date:
        """The day itself if it is worked, else the next that is."""
        return day if self.is_working(day) else self.add_working(day, 1)

    def next_working(self, day: date) -> date:
        """The first working day after this one."""
        return self._step(day, ONE_DAY)

    def previous_working(self, day: date) -> date:
        """The last working day before this one."""
        return self._step(day, -ONE_DAY)

    def add_working(self, day: date, count: int) -> date:
        """The `count`-th working day after the day, or before it when negative; 0 is the day itself."""
        known = self._known.get((day, count))
        if known is None:
            known, step = day, self.next_working if count > 0 else self.previous_working
            for _ in range(abs(count)):
                known = step(known)
            self._known[day, count] = known
        return known

    def working_days(self, after: date, until: date) -> int:
        """How many working days lie after the one day, up to and with the other."""
        return sum(
            self.is_working(after + timedelta(days=n)) for n in range(1, (until - after).days + 1)
        )

    def warnings(self, days: Iterable[date]) -> tuple[str, ...]:
        """A sentence for each year among the days whose arrangement is not known."""
        unknown = sorted({day.year for day in days} - set(self.years))
        return tuple(
            f"还没有 {year} 年的放假安排，先按周一到周五排；通知出来后在 policies/日历/{year}.yaml 里填上。"
            for year in unknown
        )

    def _step(self, day: date, step: timedelta) -> date:
        # A whole year without a working day means nobody works: the day after will do
        candidate = day
        try:
            for _ in range(366):
                candidate += step
                if self.is_working(candidate):
                    return candidate
            return day + step
        except OverflowError:
            return candidate

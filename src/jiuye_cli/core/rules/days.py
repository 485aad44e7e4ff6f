"""Days, months and birthdays as the rules count them.

A month on is the same day of the next month, clamped to its end. A birthday is
not clamped: who was born on 29 February turns older on 1 March in a common year.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

DAY = timedelta(days=1)
FAR = date.max


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` on, clamped to the month's end.

    Past the calendar's ends the first or last day there is.

    >>> add_months(date(2024, 8, 31), 6), add_months(date(2025, 3, 31), -1)
    (datetime.date(2025, 2, 28), datetime.date(2025, 2, 28))
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if year > MAXYEAR:
        return date.max
    if year < MINYEAR:
        return date.min
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def term_end(start: date, months: int) -> date:
    """The last day (included) of a term of whole months that begins on `start`.

    A month without that day ends the term on its own last day (民法典 第二百零二条).

    >>> term_end(date(2026, 10, 8), 12), term_end(date(2026, 1, 31), 1), term_end(date(2026, 3, 1), 6)
    (datetime.date(2027, 10, 7), datetime.date(2026, 2, 28), datetime.date(2026, 8, 31))
    """
    after = add_months(start, months)
    return after if after.day < start.day else days_after(after, -1)


def days_after(day: date, count: int = 1) -> date:
    """The day `count` days on, or back below zero; past the calendar's ends the last or first day.

    >>> days_after(date(2026, 2, 28)), days_after(date.max, 30)
    (datetime.date(2026, 3, 1), datetime.date(9999, 12, 31))
    """
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return FAR if count > 0 else date.min


def birthday(born: date, years: int) -> date:
    """The day on which someone turns `years`; 29 February counts as 1 March.

    >>> birthday(date(2000, 2, 29), 1), birthday(date(2000, 2, 29), 4)
    (datetime.date(2001, 3, 1), datetime.date(2004, 2, 29))
    """
    clamped = add_months(born, years * 12)
    return clamped if clamped.day == born.day or clamped in (date.min, date.max) else clamped + DAY


def months_between(start: date, end: date) -> int:
    """The most whole months that fit from `start` to `end`; below zero when `end` is earlier.

    >>> months_between(date(2024, 9, 1), date(2025, 8, 31)), months_between(date(2024, 9, 1), date(2025, 9, 1))
    (11, 12)
    """
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


@dataclass(frozen=True, slots=True)
class Moving:
    """A whole count that the passing of days moves: an age, months without work, months to go.

    `per` is how many months one step of the count takes (12 for years). A rising
    count starts at `anchor`; a falling one ends there. `rolls` counts birthdays.
    """

    count: int
    anchor: date
    per: int = 1
    falling: bool = False
    rolls: bool = False

    def reached(self, count: int) -> date:
        """The first day on which a rising count is at least, a falling one below, `count`."""
        if self.falling:
            return _first_day_below(self.anchor, count)
        if self.rolls:
            return birthday(self.anchor, count * self.per // 12)
        return add_months(self.anchor, count * self.per)

    def next_change(self) -> date:
        """The next day on which the count is another one."""
        return self.reached(self.count if self.falling else self.count + 1)


def _first_day_below(target: date, months: int) -> date:
    """The first day from which fewer than `months` whole months are left to `target`."""
    day = add_months(target, -months)
    while day < FAR and add_months(day + DAY, months) <= target:
        day += DAY
    return days_after(day)


def age_on(born: date, day: date) -> Moving:
    """The age in whole years on `day`, reached on the birthday.

    >>> age_on(date(1976, 2, 29), date(2026, 2, 28)).count
    49
    """
    years = day.year - born.year
    years -= birthday(born, years) > day
    return Moving(years, born, per=12, rolls=True)


def months_since(start: date, day: date) -> Moving:
    """Whole months passed from `start` to `day`."""
    return Moving(months_between(start, day), start)


def months_until(target: date, day: date) -> Moving:
    """Whole months left from `day` to `target`; below zero once it has passed."""
    return Moving(months_between(day, target), target, falling=True)

"""A date beside another date of the same person or record: `<创业.登记日期`, `≥失业登记日期 + 6个月`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.fields.value import NONE, UNKNOWN
from jiuye_cli.core.rules import truth
from jiuye_cli.core.rules.days import add_months, days_after
from jiuye_cli.core.rules.moment import FactName, Known, MovingDay
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.truth import Truth


@dataclass(frozen=True, slots=True)
class AgainstDay:
    """A date against another one, moved on by `months` or by `days`.

    Where there is no date, on either side, the answer is no.
    """

    sign: str
    other: FactName
    text: str
    months: int = 0
    days: int = 0

    @property
    def also(self) -> tuple[FactName, ...]:
        """The other date."""
        return (self.other,)

    def check(self, value: Known, reading: Reading) -> Truth:
        """Whether the two dates stand as the sign says."""
        other = reading.value(self.other)
        if value is NONE or other is NONE:
            return truth.NO
        if value is UNKNOWN or other is UNKNOWN:
            return truth.UNKNOWN
        one, two = _day(value), _day(other)
        if one is None or two is None:
            return truth.NO
        bound = self._moved(two)
        if isinstance(value, MovingDay):
            _note(bound, reading)
        elif isinstance(other, MovingDay):
            self._note_bound(one, reading)
        return truth.truth(_stands(self.sign, one, bound))

    def _moved(self, day: date) -> date:
        if self.months:
            return add_months(day, self.months)
        return days_after(day, self.days)

    def _note_bound(self, day: date, reading: Reading) -> None:
        """Tell when a bound that is always today passes a fixed day."""
        if self.months or self.days:
            reading.tomorrow()
        else:
            _note(day, reading)


def _note(day: date, reading: Reading) -> None:
    reading.note(day)
    reading.note(days_after(day))


def _day(value: Known) -> date | None:
    day = value.day if isinstance(value, MovingDay) else value
    return day if isinstance(day, date) else None


def _stands(sign: str, one: date, two: date) -> bool:
    return {
        "≥": one >= two, ">": one > two, "≤": one <= two, "<": one < two,
        "=": one == two, "≠": one != two,
    }[sign]  # fmt: skip

"""The tests a condition puts to one fact; each says yes, no or not known.

Every test tells the reading the next day on which its own answer can change.
Known to be none counts as zero in numbers, has no date, and equals nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Protocol

from jiuye_cli.core.fields.value import NONE, UNKNOWN, PartialSet
from jiuye_cli.core.rules import truth
from jiuye_cli.core.rules.days import FAR, Moving, add_months, days_after
from jiuye_cli.core.rules.membership import holds_any, is_filled
from jiuye_cli.core.rules.moment import FactName, Known, MovingDay
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.region import within
from jiuye_cli.core.rules.span import Span
from jiuye_cli.core.rules.truth import NO, YES, Truth

if TYPE_CHECKING:
    from jiuye_cli.core.rules.formula import Formula

Number = int | Decimal | Fraction


class Comparison(Protocol):
    """What a condition asks of one value."""

    @property
    def text(self) -> str:
        """The test as rules write it."""

    @property
    def also(self) -> tuple[FactName, ...]:
        """Other facts the test looks at."""

    def check(self, value: Known, reading: Reading) -> Truth:
        """Whether the value passes."""


@dataclass(frozen=True, slots=True)
class Filled:
    """有 or 无."""

    wanted: bool
    also: tuple[FactName, ...] = ()

    @property
    def text(self) -> str:
        """有 or 无."""
        return "有" if self.wanted else "无"

    def check(self, value: Known, reading: Reading) -> Truth:
        """Whether there is anything; not known where nobody asked."""
        filled = is_filled(value, reading)
        return filled if self.wanted else truth.opposite(filled)


@dataclass(frozen=True, slots=True)
class OneOf:
    """Is one of some words; a set has any of them. `without` turns it round."""

    wanted: frozenset[str | bool]
    text: str
    without: bool = False
    also: tuple[FactName, ...] = ()

    def check(self, value: Known, reading: Reading) -> Truth:
        """Whether the value is, or the set holds, one of the words."""
        found = self._found(value, reading)
        return truth.opposite(found) if self.without else found

    def _found(self, value: Known, reading: Reading) -> Truth:
        if value is UNKNOWN:
            return truth.UNKNOWN
        if value is NONE:
            return NO
        if isinstance(value, frozenset | PartialSet | tuple):
            return holds_any(value, self.wanted, reading)
        return YES if value in self.wanted else NO


@dataclass(frozen=True, slots=True)
class Contains:
    """Text that has a word in it."""

    word: str
    without: bool = False
    also: tuple[FactName, ...] = ()

    @property
    def text(self) -> str:
        """包含 or 不含 with the word."""
        return f"{'不含' if self.without else '包含'} {self.word}"

    def check(self, value: Known, reading: Reading) -> Truth:
        """Whether the word stands in the text."""
        if value is UNKNOWN:
            return truth.UNKNOWN
        found = isinstance(value, str) and self.word in value
        return YES if found is not self.without else NO


@dataclass(frozen=True, slots=True)
class InRegion:
    """Lies in a region, or in the place another fact names; a place told too roughly may lie there."""

    region: str
    text: str
    without: bool = False
    other: FactName | None = None

    @property
    def also(self) -> tuple[FactName, ...]:
        """The other place, where one is named."""
        return (self.other,) if self.other else ()

    def check(self, value: Known, reading: Reading) -> Truth:
        """Whether the place is inside."""
        region = reading.value(self.other) if self.other else self.region
        if value is UNKNOWN or region is UNKNOWN:
            return truth.UNKNOWN
        if not isinstance(value, str) or not isinstance(region, str):
            return NO
        if not within(value, region) and within(region, value):
            return truth.UNKNOWN
        return YES if within(value, region) is not self.without else NO


@dataclass(frozen=True, slots=True)
class Between:
    """A number between bounds; None is open. `without` turns it round (≠)."""

    low: Number | None
    high: Number | None
    text: str
    open_low: bool = False
    open_high: bool = False
    without: bool = False
    also: tuple[FactName, ...] = ()

    def check(self, value: Known, reading: Reading) -> Truth:
        """Whether the number lies within."""
        if isinstance(value, Moving):
            self._note(value, reading)
            value = value.count
        if value is UNKNOWN:
            return truth.UNKNOWN
        number = 0 if value is NONE else value
        if isinstance(number, bool) or not isinstance(number, int | Decimal | Fraction):
            return NO
        return YES if self.holds_number(number) else NO

    def holds_number(self, number: Number) -> bool:
        """Whether a known number passes."""
        return self._within(number) is not self.without

    def _within(self, number: Number) -> bool:
        if self.low is not None and (number <= self.low if self.open_low else number < self.low):
            return False
        return self.high is None or (number < self.high if self.open_high else number <= self.high)

    def _note(self, value: Moving, reading: Reading) -> None:
        """Tell when the moving count crosses either bound."""
        if self.low is not None:
            reading.note(value.reached(floor(self.low) + 1 if self.open_low else ceil(self.low)))
        if self.high is not None:
            reading.note(value.reached(ceil(self.high) if self.open_high else floor(self.high) + 1))


@dataclass(frozen=True, slots=True)
class Against:
    """A number against a formula over facts and parameters."""

    sign: str
    formula: Formula
    factor: Fraction
    text: str

    @property
    def also(self) -> tuple[FactName, ...]:
        """The facts of the formula."""
        return self.formula.facts

    def check(self, value: Known, reading: Reading) -> Truth:
        """Whether the comparison holds for everything the formula can be."""
        other = self.formula.value(reading)
        if isinstance(value, Moving):
            reading.note(value.next_change())
            value = value.count
        if value is UNKNOWN:
            return truth.UNKNOWN
        number = 0 if value is NONE else value
        if isinstance(number, bool) or not isinstance(number, int | Decimal | Fraction):
            return NO
        return compare(self.sign, Fraction(number) * self.factor, other)


def compare(sign: str, number: Fraction, other: Span) -> Truth:
    """A known number against one known within bounds.

    >>> compare("≤", Fraction(5), Span(Fraction(4), Fraction(6)))
    <Truth.UNKNOWN: 1>
    """
    above = _above(number, other, equal=sign in "≥<")
    if sign in "≥>":
        return above
    if sign in "≤<":
        return truth.opposite(above)
    same = _same(number, other)
    return same if sign == "=" else truth.opposite(same)


def _above(number: Fraction, other: Span, *, equal: bool) -> Truth:
    """Whether number > other, or ≥ with `equal`, for all the other can be."""
    if other.high is not None and (number >= other.high if equal else number > other.high):
        return YES
    if other.low is not None and (number < other.low if equal else number <= other.low):
        return NO
    return truth.UNKNOWN


def _same(number: Fraction, other: Span) -> Truth:
    if other.exact is not None:
        return YES if number == other.exact else NO
    below = other.low is not None and number < other.low
    beyond = other.high is not None and number > other.high
    return NO if below or beyond else truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class DateBetween:
    """A date between two days, both included; None is open."""

    first: date | None
    last: date | None
    text: str
    without: bool = False
    also: tuple[FactName, ...] = ()

    def check(self, value: Known, reading: Reading) -> Truth:
        """Whether the date lies within."""
        if isinstance(value, MovingDay):
            reading.note(self.first or FAR)
            reading.note(days_after(self.last) if self.last else FAR)
            value = value.day
        if value is UNKNOWN:
            return truth.UNKNOWN
        if not isinstance(value, date):
            return NO
        holds = (self.first is None or value >= self.first) and (
            self.last is None or value <= self.last
        )
        return YES if holds is not self.without else NO


@dataclass(frozen=True, slots=True)
class Elapsed:
    """How long ago a date was: `sign` is 内 (within), ≥ (full) or < (not yet full)."""

    sign: str
    count: int
    measure: str  # 月, 天 or 工作日
    text: str
    also: tuple[FactName, ...] = ()

    def check(self, value: Known, reading: Reading) -> Truth:
        """Whether the span has, or has not yet, gone by on the day of judging."""
        if value is UNKNOWN:
            return truth.UNKNOWN
        day = value.day if isinstance(value, MovingDay) else value
        if not isinstance(day, date):
            return NO
        full = self._full(day, reading)
        reading.note(day)
        if self.sign == "内":
            reading.note(days_after(full))
            return YES if day <= reading.on <= full else NO
        reading.note(full)
        if self.sign == "≥":
            return YES if reading.on >= full else NO
        return YES if day <= reading.on < full else NO

    def _full(self, day: date, reading: Reading) -> date:
        """The day on which the span after `day` is full."""
        if self.measure == "月":
            return add_months(day, self.count)
        if self.measure == "工作日":
            return reading.moment.calendar.add_working(day, self.count)
        return days_after(day, self.count)

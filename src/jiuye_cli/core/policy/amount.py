"""How much: a formula, bounds, a table by fact, or a figure nobody found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from jiuye_cli.core.fields.value import UNKNOWN
from jiuye_cli.core.rules import derive, truth
from jiuye_cli.core.rules.comparing import Comparison
from jiuye_cli.core.rules.formula import Formula
from jiuye_cli.core.rules.moment import FactName
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.span import NOTHING, Span, union


@dataclass(frozen=True, slots=True)
class NotFound:
    """There is money, but no source that was read says how much."""

    def span(self, reading: Reading) -> Span:
        """Nothing is known; never 0."""
        return NOTHING


@dataclass(frozen=True, slots=True)
class Bounded:
    """Only the bounds are known."""

    bounds: Span

    def span(self, reading: Reading) -> Span:
        """The bounds."""
        return self.bounds


@dataclass(frozen=True, slots=True)
class Computed:
    """A number or formula; `scale` brings it to yuan per payment."""

    formula: Formula
    scale: int = 1

    def span(self, reading: Reading) -> Span:
        """The formula's value."""
        found = self.formula.value(reading)
        if self.scale == 1:
            return found
        return Span(*(None if end is None else end * self.scale for end in (found.low, found.high)))


@dataclass(frozen=True, slots=True)
class Row:
    """One step of a table: the words it is for, and how much; `test` None is 其余."""

    label: str
    test: Comparison | None
    amount: Amount


@dataclass(frozen=True, slots=True)
class Table:
    """按档: the first row whose test the fact passes."""

    fact: FactName
    rows: tuple[Row, ...]

    def span(self, reading: Reading) -> Span:
        """The row's amount; the bounds over all rows still possible."""
        return union(row.amount.span(reading) for row in self.possible(reading)) or NOTHING

    def possible(self, reading: Reading) -> list[Row]:
        """The rows that the fact can still fall into, in order."""
        value, rows = reading.value(self.fact), []
        for row in self.rows:
            answer = truth.YES if row.test is None and value is not UNKNOWN else truth.UNKNOWN
            if row.test is not None:
                answer = row.test.check(value, reading)
            if answer is not truth.NO:
                rows.append(row)
            if answer is truth.YES:
                break
        return rows


@dataclass(frozen=True, slots=True)
class Least:
    """The smaller of two, as a lower region that tightens pays."""

    first: Amount
    second: Amount

    def span(self, reading: Reading) -> Span:
        """The smaller of what is known; bounds where one is not."""
        return self.first.span(reading).least(self.second.span(reading))


Amount: TypeAlias = NotFound | Bounded | Computed | Table | Least


def to_ask(amount: Amount, reading: Reading) -> tuple[str, ...]:
    """The facts whose answers would settle an amount; none where it is one number."""
    return tuple(dict.fromkeys(_to_ask(amount, reading)))


def _to_ask(amount: Amount, reading: Reading) -> Iterator[str]:
    if amount.span(reading).exact is not None:
        return
    if isinstance(amount, Computed):
        for fact in amount.formula.facts:
            yield from derive.to_ask(fact, reading)
    elif isinstance(amount, Table):
        yield from derive.to_ask(amount.fact, reading)
        for row in amount.possible(reading):
            yield from _to_ask(row.amount, reading)
    elif isinstance(amount, Least):
        yield from _to_ask(amount.first, reading)
        yield from _to_ask(amount.second, reading)

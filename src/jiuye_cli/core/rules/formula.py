"""Formulas over numbers, facts and parameters: exact, within bounds where not all is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import TypeAlias

from jiuye_cli.core.fields.value import NONE, UNKNOWN
from jiuye_cli.core.rules.days import Moving, months_between
from jiuye_cli.core.rules.moment import FactName, Known, MovingDay
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.span import NOTHING, Span, exactly
from jiuye_cli.core.rules.units import Unit


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the rule. `loose` has no unit and may take its neighbour's."""

    span: Span
    unit: Unit
    text: str
    loose: bool = False

    @property
    def facts(self) -> tuple[FactName, ...]:
        """None: a number needs nobody's answer."""
        return ()

    def value(self, reading: Reading) -> Span:
        """The number."""
        return self.span


@dataclass(frozen=True, slots=True)
class FactTerm:
    """A numeric fact, in base units."""

    fact: FactName
    unit: Unit
    factor: Fraction

    @property
    def text(self) -> str:
        """The fact's name."""
        return str(self.fact)

    @property
    def facts(self) -> tuple[FactName, ...]:
        """The fact itself."""
        return (self.fact,)

    def value(self, reading: Reading) -> Span:
        """The fact's number; nothing where it is not known."""
        value = reading.value(self.fact)
        if isinstance(value, Moving):
            reading.note(value.next_change())
            value = value.count
        if value is NONE:
            return exactly(0)
        if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
            return NOTHING
        return exactly(Fraction(value) * self.factor)


@dataclass(frozen=True, slots=True)
class ParameterTerm:
    """A parameter at the place and day of judging."""

    name: str
    kind: str | None
    unit: Unit
    kind_fact: str = ""

    @property
    def text(self) -> str:
        """The parameter as rules write it."""
        return f"{self.name}({self.kind})" if self.kind else self.name

    @property
    def facts(self) -> tuple[FactName, ...]:
        """The fact that tells which kind is used, where the rule does not."""
        return (FactName(self.kind_fact),) if self.kind_fact else ()

    def value(self, reading: Reading) -> Span:
        """The parameter's span; nothing where no figure was read."""
        parameter = reading.parameters.named.get(self.name)
        if parameter is None:
            return NOTHING
        kind = self.kind
        if self.kind_fact:
            answer = reading.named(self.kind_fact)
            kind = parameter.kind_of.get(answer) if isinstance(answer, str) else None
        found = parameter.at(reading.moment.place, reading.on, kind)
        reading.note(found.until)
        if found.source is not None:
            reading.sources[found.source] = None
        return found.span


@dataclass(frozen=True, slots=True)
class Sum:
    """Parts added, or taken away where the sign is -1."""

    parts: tuple[tuple[int, Formula], ...]
    unit: Unit

    @property
    def text(self) -> str:
        """The sum as rules write it."""
        words = "".join(f" {'+' if sign > 0 else '-'} {part.text}" for sign, part in self.parts)
        return words.removeprefix(" + ").strip()

    @property
    def facts(self) -> tuple[FactName, ...]:
        """The facts of all parts."""
        return tuple(f for _, part in self.parts for f in part.facts)

    def value(self, reading: Reading) -> Span:
        """The sum of the parts' spans."""
        total = exactly(0)
        for sign, part in self.parts:
            span = part.value(reading)
            total = total + (span if sign > 0 else -span)
        return total


@dataclass(frozen=True, slots=True)
class Product:
    """Parts multiplied, or divided by where the sign is -1."""

    parts: tuple[tuple[int, Formula], ...]
    unit: Unit

    @property
    def text(self) -> str:
        """The product as rules write it."""
        words = ""
        for sign, part in self.parts:
            body = f"({part.text})" if isinstance(part, Sum) else part.text
            words += f" {'×' if sign > 0 else '÷'} {body}"
        return words.removeprefix(" × ").strip()

    @property
    def facts(self) -> tuple[FactName, ...]:
        """The facts of all parts."""
        return tuple(f for _, part in self.parts for f in part.facts)

    def value(self, reading: Reading) -> Span:
        """The product of the parts' spans."""
        total = exactly(1)
        for sign, part in self.parts:
            span = part.value(reading)
            total = total.times(span) if sign > 0 else total.over(span)
        return total


@dataclass(frozen=True, slots=True)
class Call:
    """较小, 较大 or 取整 of its parts."""

    name: str
    parts: tuple[Formula, ...]
    unit: Unit

    @property
    def text(self) -> str:
        """The call as rules write it."""
        return f"{self.name}({', '.join(part.text for part in self.parts)})"

    @property
    def facts(self) -> tuple[FactName, ...]:
        """The facts of all parts."""
        return tuple(f for part in self.parts for f in part.facts)

    def value(self, reading: Reading) -> Span:
        """The smallest, the greatest, or the whole part."""
        spans = [part.value(reading) for part in self.parts]
        if self.name == "较小":
            return reduce(Span.least, spans)
        return reduce(Span.most, spans) if self.name == "较大" else spans[0].whole()


@dataclass(frozen=True, slots=True)
class Stretch:
    """天数 (both ends count) or 月数 (whole months) between two dates."""

    name: str
    start: FactName
    end: FactName
    unit: Unit

    @property
    def text(self) -> str:
        """The call as rules write it."""
        return f"{self.name}({self.start}, {self.end})"

    @property
    def facts(self) -> tuple[FactName, ...]:
        """Both dates."""
        return (self.start, self.end)

    def value(self, reading: Reading) -> Span:
        """The length; nothing while either date is not known."""
        start, end = (self._day(one, reading) for one in (self.start, self.end))
        if start is None or end is None:
            return NOTHING
        if self.name == "天数":
            return exactly(max(0, (end - start).days + 1))
        return exactly(max(0, months_between(start, end)))

    @staticmethod
    def _day(fact: FactName, reading: Reading) -> date | None:
        value: Known = reading.value(fact)
        if isinstance(value, MovingDay):
            reading.tomorrow()
            return value.day
        return value if isinstance(value, date) else None


Formula: TypeAlias = Number | FactTerm | ParameterTerm | Sum | Product | Call | Stretch


def open_facts(formula: Formula, reading: Reading) -> Iterator[FactName]:
    """The facts of a formula that are not known."""
    return (fact for fact in formula.facts if reading.value(fact) is UNKNOWN)

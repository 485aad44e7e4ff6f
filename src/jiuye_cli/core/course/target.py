"""Yearly targets, and how far the figures behind them have come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jiuye_cli.core.course.money import Money


@dataclass(frozen=True, slots=True)
class Target:
    """A number to reach in a year; `measure` is the figure that counts towards it."""

    year: int
    measure: str
    wanted: Money
    set_on: date
    id: int = 0
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """A target and what was reached: the figure, the people behind it, the rate in percent."""

    target: Target
    value: Money
    people: tuple[int, ...]

    @property
    def percent(self) -> Decimal | None:
        """How much of the target is reached, in percent to one place; None for a target of zero.

        >>> Reached(Target(2020, "转移就业", 470, date(2020, 1, 2)), 765, ()).percent
        Decimal('162.8')
        """
        if not self.target.wanted:
            return None
        rate = Decimal(self.value) * 100 / Decimal(self.target.wanted)
        return rate.quantize(Decimal("0.1"))

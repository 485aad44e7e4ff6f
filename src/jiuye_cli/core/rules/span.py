"""A number that may be known only within bounds, or not at all.

An open end is None. Numbers are exact fractions; rounding happens once, at the
very end, half up to the fen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TypeAlias

Bound: TypeAlias = Fraction | None


@dataclass(frozen=True, slots=True)
class Span:
    """From `low` to `high`, both included; None where there is no bound."""

    low: Bound
    high: Bound

    @property
    def exact(self) -> Fraction | None:
        """The one number this is, or None while it can be several."""
        return self.low if self.low is not None and self.low == self.high else None

    def __add__(self, other: Span) -> Span:
        """The sum; an open end stays open."""
        return Span(_add(self.low, other.low), _add(self.high, other.high))

    def __neg__(self) -> Span:
        """The mirror image."""
        return Span(_minus(self.high), _minus(self.low))

    def times(self, other: Span) -> Span:
        """The product, by its corners; open where a corner is open."""
        if self.exact == 0 or other.exact == 0:
            return exactly(0)
        if _never_below_zero(self) and _never_below_zero(other):
            return Span(_mul(self.low, other.low), _mul(self.high, other.high))
        corners = [_mul(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return NOTHING if None in corners else Span(*_ends(corners))

    def over(self, other: Span) -> Span:
        """The quotient; open where the divisor may be zero."""
        if other.low is None or other.high is None or other.low <= 0 <= other.high:
            return NOTHING
        return self.times(Span(1 / other.high, 1 / other.low))

    def least(self, other: Span) -> Span:
        """The smaller of two: its top is the lower of the tops known."""
        tops = [top for top in (self.high, other.high) if top is not None]
        return Span(_both(min, self.low, other.low), min(tops, default=None))

    def most(self, other: Span) -> Span:
        """The greater of two: its foot is the higher of the feet known."""
        feet = [foot for foot in (self.low, other.low) if foot is not None]
        return Span(max(feet, default=None), _both(max, self.high, other.high))

    def whole(self) -> Span:
        """Both ends without their fractions."""
        return Span(
            *(None if end is None else Fraction(floor(end)) for end in (self.low, self.high))
        )


NOTHING = Span(None, None)


def exactly(number: int | Decimal | Fraction | str) -> Span:
    """The span of one number."""
    value = Fraction(number)
    return Span(value, value)


def union(spans: Iterable[Span]) -> Span:
    """The bounds over several possibilities; open over none.

    >>> union([exactly(1000), exactly(2000)]) == Span(Fraction(1000), Fraction(2000))
    True
    """
    every = list(spans)
    if not every:
        return NOTHING
    low: Bound = every[0].low
    high: Bound = every[0].high
    for one in every[1:]:
        low, high = _both(min, low, one.low), _both(max, high, one.high)
    return Span(low, high)


def to_fen(number: Bound) -> Decimal | None:
    """Yuan rounded half up to the fen, away from zero; None stays None.

    >>> to_fen(Fraction(1000, 3)), to_fen(Fraction(1, 200)), to_fen(None)
    (Decimal('333.33'), Decimal('0.01'), None)
    """
    if number is None:
        return None
    fen = floor(abs(number) * 100 + Fraction(1, 2))
    yuan = Decimal(fen if number >= 0 else -fen) / 100
    return yuan.quantize(Decimal(1)) if yuan == yuan.to_integral_value() else yuan


def _never_below_zero(span: Span) -> bool:
    return span.low is not None and span.low >= 0


def _ends(corners: list[Bound]) -> tuple[Bound, Bound]:
    known = [one for one in corners if one is not None]
    return min(known), max(known)


def _both(pick: Callable[[Fraction, Fraction], Fraction], a: Bound, b: Bound) -> Bound:
    return None if a is None or b is None else pick(a, b)


def _add(a: Bound, b: Bound) -> Bound:
    return None if a is None or b is None else a + b


def _mul(a: Bound, b: Bound) -> Bound:
    return None if a is None or b is None else a * b


def _minus(a: Bound) -> Bound:
    return None if a is None else -a

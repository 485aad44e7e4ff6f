"""Units of amounts and formulas, so that months are never added to yuan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

BASES = {
    "元": ("元", Fraction(1)),
    "万元": ("元", Fraction(10_000)),
    "月": ("月", Fraction(1)),
    "个月": ("月", Fraction(1)),
    "年": ("月", Fraction(12)),
    "天": ("天", Fraction(1)),
    "日": ("天", Fraction(1)),
    "学时": ("学时", Fraction(1)),
    "课时": ("学时", Fraction(1)),
    "小时": ("小时", Fraction(1)),
    "人": ("人", Fraction(1)),
    "户": ("户", Fraction(1)),
    "次": ("次", Fraction(1)),
    "周岁": ("岁", Fraction(1)),
    "岁": ("岁", Fraction(1)),
    "人·月": ("人月", Fraction(1)),
}
"""Words people write for units: the base they measure, and how many of it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Powers of base units: 元/月 is {元: 1, 月: -1}; no powers is a plain ratio."""

    powers: tuple[tuple[str, int], ...] = ()

    def times(self, other: Unit, sign: int = 1) -> Unit:
        """The unit of a product, or of a quotient with `sign` -1."""
        total = dict(self.powers)
        for base, power in other.powers:
            total[base] = total.get(base, 0) + sign * power
        return _unit(total)

    def __str__(self) -> str:
        """As people write it: 元/月; 比例 for none."""
        above = "·".join(base for base, power in self.powers if power > 0)
        below = "".join(f"/{base}" for base, power in self.powers if power < 0)
        return (above or ("1" if below else "比例")) + below


RATIO = Unit()
YUAN = Unit((("元", 1),))
YUAN_A_MONTH = Unit((("元", 1), ("月", -1)))


def _unit(powers: Mapping[str, int]) -> Unit:
    return Unit(tuple(sorted((base, power) for base, power in powers.items() if power)))


def read_unit(text: str) -> tuple[Unit, Fraction] | None:
    """The unit people wrote and how many base units it is; None where it is no unit.

    >>> unit, factor = read_unit("元/年")
    >>> str(unit), factor
    ('元/月', Fraction(1, 12))
    """
    if not text or text == "比例":
        return RATIO, Fraction(1)
    if text == "%":
        return RATIO, Fraction(1, 100)
    first, *rest = text.split("/")
    if first not in BASES or any(one not in BASES for one in rest):
        return None
    base, factor = BASES[first]
    unit = _unit({base: 1})
    for one in rest:
        below, size = BASES[one]
        unit, factor = unit.times(_unit({below: 1}), -1), factor / size
    return unit, factor

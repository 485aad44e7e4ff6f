"""Yuan, as every record of the course holds it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

Money: TypeAlias = int | Decimal
"""Yuan: whole as `int`, else `Decimal` to the fen."""


def to_fen(amount: Decimal | int) -> Money:
    """An amount rounded half-up to the fen; whole yuan as `int`.

    >>> to_fen(Decimal("813.045")), to_fen(Decimal("600.00"))
    (Decimal('813.05'), 600)
    """
    rounded = Decimal(amount).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return int(rounded) if rounded == rounded.to_integral_value() else rounded

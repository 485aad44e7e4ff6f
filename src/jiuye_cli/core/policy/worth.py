"""Money of a version: yuan a payment, and yuan over the next twelve months."""

from __future__ import annotations

from jiuye_cli.core.policy.policy import Pay, Version
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.span import NOTHING, Span, exactly

MONTHS_A_YEAR = exactly(12)


def amount_of(version: Version, reading: Reading) -> Span:
    """Yuan a payment after caps and floors; nothing where it is not known."""
    if version.amount is None:
        return NOTHING
    span = version.amount.span(reading)
    for cap in version.caps:
        span = span.least(cap.span(reading))
    for floor in version.floors:
        span = span.most(floor.span(reading))
    return span


def worth(version: Version, amount: Span, months: Span, reading: Reading) -> Span:
    """Yuan over the next twelve months; nothing where there is no money or it is not known.

    `months` are those still to be paid, nothing where there is no such limit.
    """
    if version.amount is None or version.pay is None:
        return NOTHING
    total = amount.times(_payments(version, months, reading))
    return total if version.total_cap is None else total.least(version.total_cap.span(reading))


def _payments(version: Version, months: Span, reading: Reading) -> Span:
    """How many payments fall into a year."""
    if version.pay is Pay.MONTHLY:
        return MONTHS_A_YEAR if months == NOTHING else months.least(MONTHS_A_YEAR)
    if version.quantity is not None:
        return version.quantity.value(reading)
    return NOTHING if version.pay is Pay.HOURLY else exactly(1)

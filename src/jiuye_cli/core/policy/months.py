"""Months of a running payment: used by a whole group, left, and on to retirement.

The extension to retirement looks at what was frozen at first approval.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import floor

from jiuye_cli.core.policy.amount import Amount, Computed
from jiuye_cli.core.policy.count import Count, gated
from jiuye_cli.core.policy.grammar.amount import MONTHS_TO_GO
from jiuye_cli.core.policy.matter import Matter
from jiuye_cli.core.policy.policy import Receipt, Tally, Version
from jiuye_cli.core.rules.days import Moving, add_months, days_after, months_between
from jiuye_cli.core.rules.derive import unanswered
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.span import NOTHING, Span, exactly

PAST = exactly(-1)
"""Months to go for who has passed the retirement age."""


def months_left(matter: Matter, version: Version) -> Count:
    """Months still to be paid, after those used by the whole group."""
    if version.longest is None:
        return Count()
    tally, reading = version.tally, matter.reading
    counted = matter.shelf.tally_groups.get(tally.group, frozenset()) | {matter.policy.id}
    granted = [
        one
        for one in matter.claimant.receipts
        if one.policy in counted and one.policy not in tally.leaving_out and matter.is_about(one)
    ]
    used = sum(_length(one, reading) for one in granted)
    left = _longest(version.longest, used, reading) + exactly(-used)
    if tally.retirement_months is not None:
        extended = _extension(granted, tally, reading)
        if extended is None:
            return _perhaps_extended(left, reading)
        if extended is not NOTHING:
            return Count(months=extended) if extended != PAST else Count("已到退休年龄")
    return _left(left, granted, tally, reading)


def _longest(longest: Amount, used: int, reading: Reading) -> Span:
    """The most months; of 至退休 only the day matters on which those used are too many."""
    if isinstance(longest, Computed) and longest.formula is MONTHS_TO_GO:
        to_go = reading.named("距退休月数")
        if isinstance(to_go, Moving):
            reading.note(to_go.reached(used + 1))
            return exactly(to_go.count)
    return longest.span(reading)


def _left(left: Span, own: Sequence[Receipt], tally: Tally, reading: Reading) -> Count:
    if left.high is None or left.high > 0 or not own:
        return Count(
            months=Span(None if left.low is None else max(Fraction(0), left.low), left.high)
        )
    again = tally.again
    if again is None:
        return Count("月数已领满", months=exactly(0))
    last = max((one.end for one in own if one.end), default=None)
    ready = add_months(last, again.gap_months) if last else reading.on
    reading.note(ready)
    # Each new term is a grant with its own first approval
    terms = len({one.first for one in own if one.first})
    refused = Count("月数已领满", months=exactly(0))
    if reading.on < ready or terms > again.times:
        return refused
    return gated(again.gate, refused, reading)


def _perhaps_extended(left: Span, reading: Reading) -> Count:
    """Whether it goes on to retirement is not known: that matters once the months are used up."""
    if left.high is not None and left.high <= 0:
        return Count(missing=unanswered("距退休月数", reading.facts) or ("距退休月数",))
    return Count(months=Span(left.low, None))


def _extension(own: Sequence[Receipt], tally: Tally, reading: Reading) -> Span | None:
    """Months to retirement for who was near it at first approval; NOTHING for others; None not known."""
    to_go = _to_go_at_first(own, reading)
    now = reading.named("距退休月数")
    if isinstance(now, Moving):
        for count in (0, tally.retirement_months or 0):
            reading.note(now.reached(count))
        now = now.count
    if to_go is None:
        return None
    if tally.retirement_months is None or not 0 <= to_go < tally.retirement_months:
        return NOTHING
    if not isinstance(now, int):
        return None
    return exactly(now) if now >= 0 else PAST


def _to_go_at_first(own: Sequence[Receipt], reading: Reading) -> int | None:
    """距退休月数 on the day of first approval: frozen then, or computed for that day."""
    firsts = [one for one in own if one.first]
    if not firsts:
        return _whole(reading.named("距退休月数"))
    first = min(firsts, key=lambda one: one.first or date.max)
    frozen = first.snapshot.get("距退休月数")
    if isinstance(frozen, int):
        return frozen
    assert first.first is not None
    return _whole(reading.as_of(first.first).named("距退休月数"))


def _whole(value: object) -> int | None:
    if isinstance(value, Moving):
        return value.count
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _length(receipt: Receipt, reading: Reading) -> int:
    """Months a grant was paid for, up to the day judged."""
    if receipt.months is not None:
        return receipt.months
    if receipt.start is None:
        return 0
    paid = min(receipt.end or reading.on, reading.on)
    months = max(0, months_between(receipt.start, days_after(paid)))
    if receipt.end is None or reading.on < receipt.end:
        reading.note(days_after(add_months(receipt.start, months + 1), -1))
    return months


def whole_months(span: Span) -> int | None:
    """The months as the contract gives them: a whole number where it is one."""
    return None if span.exact is None else floor(span.exact)

"""The best legal set of what someone may claim, and what choosing it shuts.

Being eligible does not block, receiving does. The set with the most yuan over
twelve months wins; ties go to fewer papers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from jiuye_cli.core.policy.policy import Kept, Pay
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.policy.verdict import Judged
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.core.rules.days import add_months
from jiuye_cli.core.rules.span import to_fen

CLAIMABLE = (Verdict.ELIGIBLE, Verdict.CONFIRM)
MOST_WEIGHED = 24
"""Beyond so many options the rest are taken greedily, best first."""


@dataclass(frozen=True, slots=True)
class Shut:
    """An option that the choice shuts: by which chosen policy, and until when (None: for good, or not known)."""

    option: Judged
    by: Judged
    kept: Kept
    until: date | None


@dataclass(frozen=True, slots=True)
class Bundle:
    """The chosen options with a known amount, their yuan over twelve months, what they shut.

    `beside` are claimable options whose amount is not known.
    """

    chosen: tuple[Judged, ...]
    total: Decimal
    shuts: tuple[Shut, ...]
    beside: tuple[Judged, ...]


def best_bundle(judged: Sequence[Judged], shelf: Shelf, today: date) -> Bundle:
    """The best legal set among verdicts that may be claimed."""
    options = [one for one in judged if one.verdict in CLAIMABLE and one.pay is not None]
    known = [one for one in options if _yuan(one) is not None]
    chosen = best_set(known, lambda one: _yuan(one) or Fraction(0), shelf)
    left = [one for one in options if one not in chosen]
    shuts = tuple(shut for one in left if (shut := _shut(one, chosen, shelf, today)))
    total = sum((_yuan(one) or Fraction(0) for one in chosen), Fraction(0))
    beside = tuple(one for one in options if _yuan(one) is None)
    return Bundle(tuple(chosen), to_fen(total) or Decimal(0), shuts, beside)


def _yuan(one: Judged) -> Fraction | None:
    """Yuan that are certain over twelve months."""
    return one.worth.low


def best_set(
    options: Sequence[Judged], yuan: Callable[[Judged], Fraction], shelf: Shelf
) -> list[Judged]:
    """The set with the most yuan that may be combined; ties go to fewer papers."""
    ranked = sorted(options, key=lambda one: (-yuan(one), len(one.documents), one.policy.id))
    weighed, rest = ranked[:MOST_WEIGHED], ranked[MOST_WEIGHED:]
    chosen = _Search(weighed, yuan, shelf).best
    for one in rest:
        if may_join(one, chosen, shelf):
            chosen = [*chosen, one]
    return chosen


class _Search:
    """Branch and bound over options ranked by money."""

    def __init__(
        self, options: Sequence[Judged], yuan: Callable[[Judged], Fraction], shelf: Shelf
    ) -> None:
        self.options, self.shelf = options, shelf
        self.yuan = [yuan(one) for one in options]
        self.rest = [sum(self.yuan[at:], Fraction(0)) for at in range(len(options) + 1)]
        self.best: list[Judged] = []
        self.score = (Fraction(-1), 0)
        self.search(0, [], Fraction(0))

    def search(self, at: int, chosen: list[Judged], total: Fraction) -> None:
        score = (total, -sum(len(one.documents) for one in chosen))
        if at == len(self.options):
            if score > self.score:
                self.best, self.score = list(chosen), score
            return
        if total + self.rest[at] < self.score[0]:
            return
        one = self.options[at]
        if may_join(one, chosen, self.shelf):
            self.search(at + 1, [*chosen, one], total + self.yuan[at])
        self.search(at + 1, chosen, total)


def may_join(one: Judged, chosen: Sequence[Judged], shelf: Shelf) -> bool:
    """Whether an option may be claimed beside those chosen."""
    if any(conflict(one, other, shelf) for other in chosen):
        return False
    same = [other for other in chosen if other.policy.id == one.policy.id]
    if one.times_left is not None and len(same) >= one.times_left:
        return False
    limits = one.version.limits
    alike = [other for other in same if _alike(one, other, limits.same)]
    return not limits.same or len(alike) < limits.same_times


def _alike(one: Judged, other: Judged, columns: Sequence[str]) -> bool:
    a, b = one.record or {}, other.record or {}
    return all(column in a and a[column] == b.get(column) for column in columns)


def conflict(one: Judged, other: Judged, shelf: Shelf) -> Kept | None:
    """What keeps two options apart, or None."""
    kept = shelf.partners(one.policy.id, one.version).get(other.policy.id)
    kept = kept or shelf.partners(other.policy.id, other.version).get(one.policy.id)
    if kept is Kept.SAME_MATTER and not _same_matter(one, other):
        return None
    return kept


def _same_matter(one: Judged, other: Judged) -> bool:
    """Whether two options are about one thing; where that cannot be told, they are taken to be."""
    if one.record is None or other.record is None or one.policy.item != other.policy.item:
        return True
    return one.record == other.record


def _shut(one: Judged, chosen: Sequence[Judged], shelf: Shelf, today: date) -> Shut | None:
    for other in chosen:
        kept = conflict(one, other, shelf)
        if kept:
            return Shut(one, other, kept, _until(other, kept, today))
    return None


def _until(other: Judged, kept: Kept, today: date) -> date | None:
    """When a running payment that excludes another will have ended."""
    if kept is Kept.TOGETHER and other.pay is Pay.MONTHLY and other.months is not None:
        return add_months(today, other.months)
    return None

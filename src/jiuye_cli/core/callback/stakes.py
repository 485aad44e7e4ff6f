"""Whose money is worth adding up before a day is planned: those whom it can bring onto the sheet.

Judging a person against all policies takes time; knowing the most that money can
add to a sum, only those near enough to the last place need it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from jiuye_cli.core.callback.candidate import Candidate
from jiuye_cli.core.callback.rules import Weights
from jiuye_cli.core.callback.urgency import with_money

Stakes: TypeAlias = Callable[[Sequence[int]], Mapping[int, int]]
"""The most yuan over twelve months that answers can still change, by case number; who has none may lack."""


def no_stakes(people: Sequence[int]) -> Mapping[int, int]:
    """Nobody has money at stake, or nobody knows."""
    return {}


class Money:
    """Adds what waits for answers to the sums of candidates, to each once."""

    def __init__(self, weights: Weights, stakes: Stakes) -> None:
        self.weights, self.stakes = weights, stakes
        self.added: set[int] = set()

    def near(self, due: list[Candidate], places: int) -> list[Candidate]:
        """Added for those whom it can bring to one of so many places."""
        return self.of(due, in_reach(due, places, self.weights))

    def of(self, due: list[Candidate], people: Collection[int]) -> list[Candidate]:
        """Added for these people."""
        new = {c.person for c in due if c.person in people} - self.added
        if not new or not self.weights.judged_at_most:
            return due
        self.added.update(new)
        yuan = self.stakes(sorted(new))
        return [self._with(c, yuan.get(c.person, 0)) if c.person in new else c for c in due]

    def _with(self, candidate: Candidate, yuan: int) -> Candidate:
        return replace(candidate, urgency=with_money(candidate.urgency, yuan, self.weights))


def in_reach(due: Sequence[Candidate], places: int, weights: Weights) -> frozenset[int]:
    """Who could get one of so many places by the money at stake, or lose it to them.

    People of one number share a place. The nearest first, and no more than the
    rules judge in a day.
    """
    if places <= 0 or not weights.thousand_yuan or not weights.judged_at_most:
        return frozenset()
    best: dict[str, Decimal] = {}
    for one in due:
        best[one.place] = max(best.get(one.place, one.urgency.total), one.urgency.total)
    totals = sorted(best.values(), reverse=True)
    least = totals[min(places, len(totals)) - 1] if totals else Decimal(0)
    ceiling = weights.thousand_yuan * weights.thousand_yuan_at_most
    near = [one for one in due if not ceiling or one.urgency.total + ceiling >= least]
    near.sort(key=lambda one: one.rank)
    return frozenset(one.person for one in near[: weights.judged_at_most])

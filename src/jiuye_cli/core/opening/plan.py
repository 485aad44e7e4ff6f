"""The fewest calls to employers that bring everyone to three offers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from jiuye_cli.core.opening.asks import Shortage

SMALL = 14
"""Up to so many employers every set of calls is tried, so the plan is surely the shortest."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Employers to call, in order; `at_least` is the fewest any plan needs.

    `served` are the people brought as far as calls can bring them, `helpless`
    those who stay short even if every employer agrees to everything.
    """

    employers: tuple[int, ...]
    at_least: int
    served: tuple[int, ...]
    helpless: tuple[int, ...]

    @property
    def is_shortest(self) -> bool:
        """Whether no plan with fewer calls does the same."""
        return len(self.employers) == self.at_least


def plan_calls(shortages: Sequence[Shortage]) -> Plan:
    """The calls that bring everyone to what is owed, or as near as calls can.

    Few employers: the shortest plan. Many: the most helpful employer first
    (greedy), which needs at most H(k) times the calls of the shortest plan,
    where k is the most offers one call can bring and H(k) = 1 + 1/2 + … + 1/k.
    """
    gains = _gains(shortages)
    needs = {one.person: _reachable(one) for one in shortages}
    greedy = _greedy(gains, needs)
    least = _at_least(gains, sum(needs.values()))
    employers = _shortest(gains, needs, least, greedy) if len(gains) <= SMALL else greedy
    if len(gains) <= SMALL:
        least = len(employers)
    helpless = tuple(one.person for one in shortages if needs[one.person] < one.missing)
    served = tuple(one.person for one in shortages if needs[one.person])
    return Plan(employers, least, served, helpless)


def greedy_bound(shortages: Sequence[Shortage]) -> Fraction:
    """H(k): how many times longer than the shortest a greedy plan can be at worst.

    >>> greedy_bound([])
    Fraction(1, 1)
    """
    most = max((sum(gain.values()) for gain in _gains(shortages).values()), default=1)
    return sum((Fraction(1, n) for n in range(1, most + 1)), Fraction(0))


def _gains(shortages: Iterable[Shortage]) -> dict[int, dict[int, int]]:
    """For each employer how many new offers it could bring to whom, by their numbers."""
    gains: dict[int, dict[int, int]] = {}
    for one in shortages:
        for employer in sorted({opening.post.employer for opening in one.openings}):
            gains.setdefault(employer, {})[one.person] = one.gain(employer)
    return dict(sorted(gains.items()))


def _reachable(one: Shortage) -> int:
    return min(one.missing, len({opening.post.kind for opening in one.openings}))


def _greedy(gains: dict[int, dict[int, int]], needs: dict[int, int]) -> tuple[int, ...]:
    left, chosen, open_ones = dict(needs), list[int](), dict(gains)
    while any(left.values()):
        best = max(open_ones, key=lambda employer: (_help(open_ones[employer], left), -employer))
        chosen.append(best)
        for person, gain in open_ones.pop(best).items():
            left[person] = max(0, left[person] - gain)
    return tuple(chosen)


def _help(gain: dict[int, int], left: dict[int, int]) -> int:
    return sum(min(count, left[person]) for person, count in gain.items())


def _at_least(gains: dict[int, dict[int, int]], needed: int) -> int:
    """The fewest calls whose gains could ever add up to the need."""
    calls = 0
    for most in sorted((sum(gain.values()) for gain in gains.values()), reverse=True):
        if needed <= 0:
            break
        needed -= most
        calls += 1
    return calls


def _shortest(
    gains: dict[int, dict[int, int]], needs: dict[int, int], least: int, greedy: tuple[int, ...]
) -> tuple[int, ...]:
    for size in range(least, len(greedy)):
        for some in combinations(gains, size):
            if all(sum(gains[e].get(p, 0) for e in some) >= need for p, need in needs.items()):
                return tuple(e for e in greedy if e in some) + tuple(
                    e for e in some if e not in greedy
                )
    return greedy

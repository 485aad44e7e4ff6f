"""Sets of posts as bits of one whole number, and sums of points over all of them at once.

Points lie in planes: plane 3 holds, for every post, bit 3 of its sum. Adding to
five thousand posts and finding the best of them takes a few dozen operations
on whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def members(bits: int) -> Iterator[int]:
    """The positions that are set, lowest first.

    >>> list(members(0b1101))
    [0, 2, 3]
    """
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def add(planes: list[int], bits: int, points: int) -> None:
    """Add so many points (zero or more) to every position that is set.

    >>> planes = []
    >>> add(planes, 0b11, 3); add(planes, 0b01, 1)
    >>> [value(planes, at) for at in (0, 1, 2)]
    [4, 3, 0]
    """
    at = 0
    while points:
        if points & 1:
            _carry(planes, bits, at)
        points >>= 1
        at += 1


def _carry(planes: list[int], carry: int, at: int) -> None:
    while carry:
        if at >= len(planes):
            planes.extend([0] * (at + 1 - len(planes)))
        planes[at], carry = planes[at] ^ carry, planes[at] & carry
        at += 1


def value(planes: Sequence[int], at: int) -> int:
    """The sum at one position."""
    return sum((plane >> at & 1) << power for power, plane in enumerate(planes))


def best(planes: Sequence[int], among: int) -> int:
    """The position with the most points among those set; of equals the lowest. -1 among none.

    >>> planes = []
    >>> add(planes, 0b0110, 5)
    >>> best(planes, 0b1111), best(planes, 0b1001), best(planes, 0)
    (1, 0, -1)
    """
    for plane in reversed(planes):
        among = among & plane or among
    return (among & -among).bit_length() - 1


def best_first(planes: Sequence[int], among: int) -> Iterator[int]:
    """The positions set, most points first; of equals the lowest first."""
    while among:
        at = best(planes, among)
        yield at
        among ^= 1 << at

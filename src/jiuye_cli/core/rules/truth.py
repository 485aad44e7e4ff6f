"""Kleene's three truths: yes, no and not known.

The numbers make conjunction the least, disjunction the greatest and negation
the mirror, so both evaluators can use plain integers.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    """What a condition can be of a person of whom not everything is known."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    @property
    def word(self) -> str:
        """The English word of the contract: yes, no, unknown."""
        return self.name.lower()

    @property
    def mark(self) -> str:
        """The mark on screens and paper: ✓ ✗ ?"""
        return "✗?✓"[self]


NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES


def truth(value: bool) -> Truth:
    """A plain bool as a truth."""
    return YES if value else NO


def both(parts: Iterable[Truth]) -> Truth:
    """全部: no as soon as one is no; yes over nothing.

    >>> both([YES, UNKNOWN]), both([UNKNOWN, NO]), both([])
    (<Truth.UNKNOWN: 1>, <Truth.NO: 0>, <Truth.YES: 2>)
    """
    return min(parts, default=YES)


def either(parts: Iterable[Truth]) -> Truth:
    """任一: yes as soon as one is yes; no over nothing.

    >>> either([NO, UNKNOWN]), either([])
    (<Truth.UNKNOWN: 1>, <Truth.NO: 0>)
    """
    return max(parts, default=NO)


def opposite(part: Truth) -> Truth:
    """非: not known stays not known.

    >>> opposite(UNKNOWN), opposite(YES)
    (<Truth.UNKNOWN: 1>, <Truth.NO: 0>)
    """
    return Truth(2 - part)

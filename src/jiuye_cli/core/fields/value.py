"""What can be known of a field: a value, known to be none, or not known.

There is no default in place of an answer. `UNKNOWN` and `NONE` are two
different things, and neither is `False`, `0` or `""`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import TypeAlias


class Absent(Enum):
    """The two ways in which a field has no value."""

    UNKNOWN = "未问到"
    NONE = "无"

    def __bool__(self) -> bool:
        """Absent values have no truth: ask `is UNKNOWN` or `is NONE`."""
        raise TypeError("ask `is UNKNOWN` or `is NONE`")


UNKNOWN = Absent.UNKNOWN
NONE = Absent.NONE


@dataclass(frozen=True, slots=True)
class PartialSet:
    """A set of which only some members have been asked about.

    `yes` holds what is known to be in it, `no` what is known not to be; of all
    else nothing is known. A workbook's column 是否低保户 fills one member only.
    """

    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()


Record: TypeAlias = "Mapping[str, Value]"
"""One line of a list (a certificate, a job held); a missing key is unknown."""

Scalar: TypeAlias = str | int | Decimal | date | bool
Value: TypeAlias = Scalar | frozenset[str] | PartialSet | tuple[Record, ...] | Absent


class Grade(StrEnum):
    """How well a value is attested, weakest first (口头, 查看, 留存)."""

    TOLD = "told"
    SEEN = "seen"
    COPY = "copy"

    @property
    def label(self) -> str:
        """The word she reads: 口头 told, 查看 seen, 留存 copy held."""
        return {"told": "口头", "seen": "查看", "copy": "留存"}[self.value]


GRADES = (Grade.TOLD, Grade.SEEN, Grade.COPY)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who or what a value comes from, how well attested, and since when."""

    grade: Grade
    source: str
    noted_on: date


def weakest(grades: Iterable[Grade]) -> Grade | None:
    """The lowest grade among those given, or None when there are none.

    >>> weakest([Grade.COPY, Grade.TOLD])
    <Grade.TOLD: 'told'>
    """
    return min(grades, key=GRADES.index, default=None)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one subject (a person, an employer) by fact name.

    A name left out of `values` is unknown.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    def value(self, name: str) -> Value:
        """The value of a fact, `NONE`, or `UNKNOWN`."""
        return self.values.get(name, UNKNOWN)

    def grade(self, name: str) -> Grade | None:
        """How well the fact is attested; None where it carries no evidence."""
        evidence = self.evidence.get(name)
        return evidence.grade if evidence else None

"""The 3-1-1 meter: what was owed and given to someone in a calendar year, counted from the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.matching.rules import ServiceStandard


@dataclass(frozen=True, slots=True)
class Given:
    """One thing given on a day: a batch of posts, a service, a class."""

    kind: str
    day: date


@dataclass(frozen=True, slots=True)
class Meter:
    """How far a standard is met in a year."""

    standard: ServiceStandard
    year: int
    given: Mapping[str, int]

    @property
    def missing(self) -> Mapping[str, int]:
        """What is still owed this year."""
        owed = {
            kind: times - self.given.get(kind, 0) for kind, times in self.standard.yearly.items()
        }
        return {kind: times for kind, times in owed.items() if times > 0}

    def __str__(self) -> str:
        """Each kind as given/owed, in the order of the standard."""
        parts = (
            f"{kind}{self.given.get(kind, 0)}/{times}"
            for kind, times in self.standard.yearly.items()
        )
        return f"{self.standard.name}：{'  '.join(parts)}"


def meter(given: Iterable[Given], standard: ServiceStandard, year: int) -> Meter:
    """The meter of one person and year; a batch of posts counts once however many it names.

    >>> standard = ServiceStandard("311", {"岗位推荐": 3, "职业指导": 1, "培训": 1})
    >>> str(meter([Given("岗位推荐", date(2026, 3, 5)), Given("职业指导", date(2025, 3, 5))], standard, 2026))
    '311：岗位推荐1/3  职业指导0/1  培训0/1'
    """
    days = {(one.kind, one.day) for one in given if one.day.year == year}
    counts = {kind: sum(kind == other for other, _ in days) for kind in standard.yearly}
    return Meter(standard, year, counts)

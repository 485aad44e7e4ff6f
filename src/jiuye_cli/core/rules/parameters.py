"""Dated regional parameters: 最低工资, 低保标准, and the retirement schedule.

A figure that is known only within bounds (which tier a county is in was not
read) is a span; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jiuye_cli.core.rules.days import FAR, add_months, birthday, days_after
from jiuye_cli.core.rules.region import ancestry
from jiuye_cli.core.rules.source import Source
from jiuye_cli.core.rules.span import NOTHING, Span, union
from jiuye_cli.core.rules.units import RATIO, Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """A parameter's value in some regions from `start` to `end`, both included.

    `values` maps a kind (城市, 农村) to its span; the one kind "" where there are none.
    """

    regions: tuple[str, ...]
    start: date
    end: date
    values: Mapping[str, Span]
    source: Source


@dataclass(frozen=True, slots=True)
class Found:
    """What a look-up gave: the span, its source, and the next day it can be another."""

    span: Span
    source: Source | None
    until: date


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter over time and regions.

    `kind_fact` names the fact that tells which kind a person's is, `kind_of`
    maps its answers to kinds; an answer it does not hold leaves bounds.
    """

    name: str
    unit: Unit
    entries: tuple[Entry, ...]
    kind_fact: str = ""
    kind_of: Mapping[str, str] = field(default_factory=dict)
    by_region: Mapping[str, tuple[Entry, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the entries by region once."""
        regions = {region for entry in self.entries for region in entry.regions}
        index = {
            region: tuple(e for e in self.entries if region in e.regions) for region in regions
        }
        object.__setattr__(self, "by_region", index)

    def at(self, place: str, day: date, kind: str | None = None) -> Found:
        """The value at a place on a day; the bounds over all kinds where `kind` is None."""
        for region in reversed(ancestry(place)):
            if region in self.by_region:
                return _pick(self.by_region[region], day, kind)
        return Found(NOTHING, None, FAR)


def _pick(entries: Sequence[Entry], day: date, kind: str | None) -> Found:
    """The latest entry begun by `day`, unless it has ended."""
    begun = [one for one in entries if one.start <= day]
    later = min((one.start for one in entries if one.start > day), default=FAR)
    latest = max(begun, key=lambda one: one.start, default=None)
    if latest is None or latest.end < day:
        return Found(NOTHING, None, later)
    return Found(_of_kind(latest.values, kind), latest.source, min(later, days_after(latest.end)))


def _of_kind(values: Mapping[str, Span], kind: str | None) -> Span:
    if kind is not None:
        return values.get(kind, values.get("", NOTHING))
    return union(values.values())


@dataclass(frozen=True, slots=True)
class RetirementRow:
    """The delay of one category: every `per` months of birth add `adds`, up to `cap` months."""

    age: int
    since: date | None = None
    per: int = 1
    adds: int = 0
    cap: int = 0


@dataclass(frozen=True, slots=True)
class RetirementSchedule:
    """How categories retire for judgements made from `start` to `end`, both included."""

    start: date
    end: date
    rows: Mapping[str, RetirementRow]
    source: Source

    def retires_on(self, born: date, category: str) -> date | None:
        """The legal retirement date; None for a category the schedule does not hold."""
        row = self.rows.get(category)
        if row is None:
            return None
        delay = _delay(row, born)
        years, months = divmod(delay, 12)
        return add_months(born, row.age * 12 + delay) if months else birthday(born, row.age + years)


def _delay(row: RetirementRow, born: date) -> int:
    """Months of delay (P07): the tables go by the month of birth, for 29 February by February."""
    if row.since is None:
        return 0
    index = (born.year + row.age - row.since.year) * 12 + born.month - row.since.month
    return 0 if index < 0 else min(row.cap, (index // row.per + 1) * row.adds)


@dataclass(frozen=True, slots=True)
class Parameters:
    """All parameters of a rule folder, by name, and its retirement schedules."""

    named: Mapping[str, Parameter] = field(default_factory=dict)
    retirement: tuple[RetirementSchedule, ...] = ()

    def schedule(self, day: date) -> RetirementSchedule | None:
        """The retirement schedule in force on a day."""
        for one in self.retirement:
            if one.start <= day <= one.end:
                return one
        return None

    def schedule_until(self, day: date) -> date:
        """The next day on which another retirement schedule is in force."""
        edges = [one.start for one in self.retirement]
        edges += [days_after(one.end) for one in self.retirement]
        return min((edge for edge in edges if edge > day), default=FAR)

    def unit(self, name: str) -> Unit:
        """The unit of a parameter; a plain ratio where there is none of that name."""
        parameter = self.named.get(name)
        return parameter.unit if parameter else RATIO


NO_PARAMETERS = Parameters()

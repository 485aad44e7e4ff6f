"""The day and place of judging, and one reading of someone's facts on that day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.fields.value import UNKNOWN, Facts, Record, Value
from jiuye_cli.core.rules.days import FAR, Moving, days_after
from jiuye_cli.core.rules.parameters import NO_PARAMETERS, Parameters
from jiuye_cli.core.rules.region import NATION
from jiuye_cli.core.rules.source import Source


@dataclass(frozen=True, slots=True)
class MovingDay:
    """A date that is always the day of judging."""

    day: date


Known: TypeAlias = "Value | Moving | MovingDay | Fraction"
"""What a fact can be while judging: a typed value, or one that the days move."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where someone is judged.

    `today` is the day of judging. `apply_on` is the day of application where it
    is not today; ages and month counts are then of that day. `place` is where
    the claim is made; `calendar` knows the working days.
    """

    today: date
    apply_on: date | None = None
    place: str = NATION
    calendar: WorkCalendar = field(default_factory=WorkCalendar)

    @property
    def on(self) -> date:
        """The day that ages, months and versions are counted on."""
        return self.apply_on or self.today


@dataclass(frozen=True, slots=True)
class FactName:
    """A fact a rule names: a fact of the subject, or a column of a record in a list."""

    name: str
    of: str = ""

    def __str__(self) -> str:
        """As rules write it: 年龄, 证书.等级."""
        return f"{self.of}.{self.name}" if self.of else self.name


Derivation: TypeAlias = "Callable[[Reading], Known]"


class Reading:
    """One look at someone's facts on one day.

    It remembers the first later day on which anything it was asked can be
    different (`horizon`), so that nothing need be judged in between.
    """

    __slots__ = (
        "_derived",
        "_moves",
        "facts",
        "gates_help",
        "horizon",
        "moment",
        "on",
        "parameters",
        "scope",
        "sources",
        "values",
    )

    def __init__(
        self, facts: Facts, moment: Moment, parameters: Parameters = NO_PARAMETERS
    ) -> None:
        self.facts = facts
        self.values = facts.values
        self.moment = moment
        self.on = moment.on
        self.parameters = parameters
        self.horizon = FAR
        self.gates_help = False
        self.scope: dict[str, Record] = {}
        self.sources: dict[Source, None] = {}
        self._derived: dict[str, Known] = {}
        self._moves = moment.apply_on is None

    def note(self, day: date) -> None:
        """Something asked can be different from `day` on."""
        if self._moves and self.on < day < self.horizon:
            self.horizon = day

    def note_today(self, day: date) -> None:
        """Something that looks at today, not at the day of application, changes on `day`."""
        if self.moment.today < day < self.horizon:
            self.horizon = day

    def value(self, fact: FactName) -> Known:
        """What is known of a fact: as typed, derived, or not at all."""
        if fact.of:
            record = self.scope.get(fact.of)
            return UNKNOWN if record is None else record.get(fact.name, UNKNOWN)
        return self.named(fact.name)

    def named(self, name: str) -> Known:
        """What is known of a fact of the subject."""
        value = self.values.get(name, UNKNOWN)
        return self._derive(name) if value is UNKNOWN else value

    def _derive(self, name: str) -> Known:
        derivation = _derivations().get(name)
        if derivation is None:
            return UNKNOWN
        if self.scope:
            return derivation(self)
        if name not in self._derived:
            self._derived[name] = derivation(self)
        return self._derived[name]

    def on_day(self, day: date) -> Reading:
        """A fresh reading of the same facts on another day."""
        later = Reading(self.facts, replace(self.moment, today=day), self.parameters)
        later.scope.update(self.scope)
        return later

    def as_of(self, day: date) -> Reading:
        """A reading of the same facts as if it were about `day`, whatever today is."""
        frozen = Reading(self.facts, replace(self.moment, apply_on=day), self.parameters)
        frozen.scope.update(self.scope)
        return frozen

    def tomorrow(self) -> None:
        """What was asked is another thing every day."""
        self.note(days_after(self.on))


@cache
def _derivations() -> Mapping[str, Derivation]:
    """How derived facts are computed; they are computed from readings, so their module imports this one."""
    from jiuye_cli.core.rules.derive import DERIVATIONS

    return DERIVATIONS


def reading_of(values: Mapping[str, Value], day: date) -> Reading:
    """A reading of bare values on a day, for doctests and tests."""
    return Reading(Facts(values), Moment(day))

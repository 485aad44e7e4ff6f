"""The day and place of judging, and what may be asked of someone's facts on that day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Protocol, TypeAlias

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.fields.value import Facts, Record, Value
from jiuye_cli.core.rules.days import Moving
from jiuye_cli.core.rules.parameters import Parameters
from jiuye_cli.core.rules.region import NATION


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


class Look(Protocol):
    """What a derivation may ask: a look at someone's facts on one day."""

    facts: Facts
    moment: Moment
    on: date
    parameters: Parameters
    scope: dict[str, Record]

    def note(self, day: date) -> None:
        """Something asked can be different from `day` on."""

    def value(self, fact: FactName) -> Known:
        """What is known of a fact: as typed, derived, or not at all."""

    def named(self, name: str) -> Known:
        """What is known of a fact of the subject."""

"""One reading of someone's facts on the day of judging."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from jiuye_cli.core.fields.value import UNKNOWN, Facts, Record, Value
from jiuye_cli.core.rules.days import FAR, days_after
from jiuye_cli.core.rules.derive import DERIVATIONS
from jiuye_cli.core.rules.moment import FactName, Known, Moment
from jiuye_cli.core.rules.parameters import NO_PARAMETERS, Parameters
from jiuye_cli.core.rules.source import Source


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
        derivation = DERIVATIONS.get(name)
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


def reading_of(values: Mapping[str, Value], day: date) -> Reading:
    """A reading of bare values on a day, for doctests and tests."""
    return Reading(Facts(values), Moment(day))

"""The facts that can be computed for someone on a day, as plain values."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from jiuye_cli.core.fields.value import UNKNOWN, Facts, Value
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.rules.days import Moving
from jiuye_cli.core.rules.derive import BASES
from jiuye_cli.core.rules.moment import Known, Moment, MovingDay
from jiuye_cli.core.rules.parameters import NO_PARAMETERS, Parameters
from jiuye_cli.core.rules.reading import Reading


def derived_facts(
    facts: Facts,
    today: date,
    parameters: Parameters = NO_PARAMETERS,
    names: Collection[str] = BASES.keys(),
) -> Facts:
    """The derived facts that are known on a day: all, or those of `names`.

    >>> derived_facts(Facts({"出生日期": date(1970, 6, 1)}), date(2026, 5, 31)).values
    {'年龄': 55}
    """
    reading = Reading(facts, Moment(today), parameters)
    wanted = (name for name in BASES if name in names and name not in facts.values)
    known = {name: _plain(reading.named(name)) for name in wanted}
    return Facts({name: value for name, value in known.items() if value is not UNKNOWN})


def with_derived(
    person: Person,
    today: date,
    parameters: Parameters = NO_PARAMETERS,
    names: Collection[str] = BASES.keys(),
) -> Person:
    """The person with derived facts, all or those of `names`, among the known ones."""
    more = derived_facts(person.facts, today, parameters, names)
    return replace(
        person, facts=Facts({**more.values, **person.facts.values}, person.facts.evidence)
    )


def _plain(known: Known) -> Value:
    if isinstance(known, Moving):
        return known.count
    if isinstance(known, MovingDay):
        return known.day
    if isinstance(known, Fraction):
        return (
            int(known)
            if known.denominator == 1
            else Decimal(known.numerator) / Decimal(known.denominator)
        )
    return known

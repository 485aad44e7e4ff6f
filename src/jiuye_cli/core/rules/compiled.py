"""Conditions as closures: the fast yes, no or not known, without reasons.

Parts are judged in the order written and no further than needed. What the
reading was told of later days on the way is a sound horizon: until then the
same parts are looked at and give the same answers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from jiuye_cli.core.fields.value import NONE, UNKNOWN, Record
from jiuye_cli.core.rules.comparing import Between
from jiuye_cli.core.rules.condition import (
    All,
    AnyOf,
    Compare,
    Condition,
    Count,
    Every,
    Gate,
    Not,
    Some,
)
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.truth import Truth

Decision: TypeAlias = Callable[[Reading], int]
"""0 no, 1 not known, 2 yes: the numbers of Truth."""


def compiled(condition: Condition) -> Decision:
    """A closure that decides a condition over a reading."""
    match condition:
        case Compare():
            return _compare(condition)
        case All(parts):
            return _all([compiled(part) for part in parts])
        case AnyOf(parts):
            return _any([compiled(part) for part in parts])
        case Not(part):
            inner = compiled(part)
            return lambda reading: 2 - inner(reading)
        case Gate():
            return _gate(condition)
        case _:
            return _over_list(condition)


def decide(condition: Condition, reading: Reading) -> Truth:
    """One condition decided once."""
    return Truth(compiled(condition)(reading))


def _compare(condition: Compare) -> Decision:
    check, name, of = condition.test.check, condition.fact.name, condition.fact.of
    if of:

        def of_record(reading: Reading) -> int:
            record = reading.scope.get(of)
            return check(UNKNOWN if record is None else record.get(name, UNKNOWN), reading)

        return of_record

    def of_subject(reading: Reading) -> int:
        value = reading.values.get(name, UNKNOWN)
        return check(reading.named(name) if value is UNKNOWN else value, reading)

    return of_subject


def _all(parts: list[Decision]) -> Decision:
    def every(reading: Reading) -> int:
        least = 2
        for part in parts:
            one = part(reading)
            if one == 0:
                return 0
            if one < least:
                least = one
        return least

    return every


def _any(parts: list[Decision]) -> Decision:
    def either(reading: Reading) -> int:
        most = 0
        for part in parts:
            one = part(reading)
            if one == 2:
                return 2
            if one > most:
                most = one
        return most

    return either


def _gate(gate: Gate) -> Decision:
    name, helping = gate.fact, 2 if gate.helps else 0

    def answered(reading: Reading) -> int:
        value = reading.values.get(name, UNKNOWN)
        if value is UNKNOWN:
            return helping if reading.gates_help else 1
        return 2 if value is True else 0

    return answered


def _over_list(condition: Some | Every | Count) -> Decision:
    inner, of = compiled(condition.part), condition.of
    settle = _settlement(condition)

    def over(reading: Reading) -> int:
        records = records_of(of, reading)
        if records is None:
            return 1
        yes, perhaps = tally(of, records, inner, reading)
        return settle(yes, perhaps, len(records))

    return over


def records_of(of: str, reading: Reading) -> tuple[Record, ...] | None:
    """The records of a list: none at all is empty, unasked is None."""
    records = reading.values.get(of, UNKNOWN)
    if records is UNKNOWN or (records is not NONE and not isinstance(records, tuple)):
        return None
    return records if isinstance(records, tuple) else ()


def tally(
    of: str, records: tuple[Record, ...], inner: Decision, reading: Reading
) -> tuple[int, int]:
    """How many records are yes, and how many are not known."""
    outer = reading.scope.get(of)
    yes = perhaps = 0
    for record in records:
        reading.scope[of] = record
        one = inner(reading)
        yes += one == 2
        perhaps += one == 1
    if outer is None:
        reading.scope.pop(of, None)
    else:
        reading.scope[of] = outer
    return yes, perhaps


def _settlement(condition: Some | Every | Count) -> Callable[[int, int, int], int]:
    if isinstance(condition, Some):
        return lambda yes, perhaps, total: 2 if yes else 1 if perhaps else 0
    if isinstance(condition, Every):
        empty = 2 if condition.empty else 0
        return lambda yes, perhaps, total: empty if not total else _of_all(yes, perhaps, total)
    return lambda yes, perhaps, total: counted(condition.test, yes, yes + perhaps)


def _of_all(yes: int, perhaps: int, total: int) -> int:
    return 2 if yes == total else 1 if yes + perhaps == total else 0


def counted(test: Between, least: int, most: int) -> int:
    """A number known to lie from `least` to `most`, against a test of numbers."""
    answers = {test.holds_number(number) for number in range(least, most + 1)}
    return 1 if len(answers) > 1 else 2 if True in answers else 0

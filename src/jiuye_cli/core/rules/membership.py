"""Whether a set holds a word, for every shape in which a set can be known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeGuard

from jiuye_cli.core.fields.value import NONE, UNKNOWN, PartialSet, Record
from jiuye_cli.core.rules.days import days_after
from jiuye_cli.core.rules.moment import Known, Look
from jiuye_cli.core.rules.truth import NO, YES, Truth, either
from jiuye_cli.core.rules.truth import UNKNOWN as PERHAPS

MEMBER, ANSWER = "类别", "是否"
"""The columns of a dated set's rows: which member, and whether it holds (asked one by one)."""


def is_filled(value: Known, reading: Look) -> Truth:
    """Whether there is anything on the day of judging: none and empty are no, unasked is not known.

    >>> from jiuye_cli.core.rules.reading import reading_of
    >>> now = reading_of({}, date(2026, 11, 21))
    >>> is_filled(frozenset(), now), is_filled(PartialSet(no=frozenset({"低保"})), now)
    (<Truth.NO: 0>, <Truth.UNKNOWN: 1>)
    """
    if value is UNKNOWN:
        return PERHAPS
    if isinstance(value, PartialSet):
        return YES if value.yes else PERHAPS
    if is_dated_set(value):
        held = either(_on(row, reading) for row in value)
        return PERHAPS if held is NO and is_open_set(value) else held
    return NO if value is NONE or value in ((), frozenset(), "") else YES


def is_dated_set(value: Known) -> TypeGuard[tuple[Record, ...]]:
    """Whether a value is a set told in rows with 起 and 止, not a list of records."""
    return isinstance(value, tuple) and any(MEMBER in row for row in value)


def is_open_set(value: Known) -> bool:
    """Whether a set is known only in part: of members it does not name nothing is known.

    >>> is_open_set(PartialSet()), is_open_set(({"类别": "低保", "是否": False},)), is_open_set(frozenset())
    (True, True, False)
    """
    return isinstance(value, PartialSet) or (
        is_dated_set(value) and any(ANSWER in row for row in value)
    )


def holds_any(
    members: frozenset[str] | PartialSet | tuple[Record, ...],
    wanted: Iterable[str | bool],
    reading: Look,
) -> Truth:
    """Whether any of the wanted words is in the set on the day of judging."""
    return either(holds(members, str(word), reading) for word in wanted)


def holds(
    members: frozenset[str] | PartialSet | tuple[Record, ...], word: str, reading: Look
) -> Truth:
    """Whether one word is in the set on the day of judging."""
    if isinstance(members, PartialSet):
        if word in members.yes:
            return YES
        return NO if word in members.no else PERHAPS
    if isinstance(members, frozenset):
        return YES if word in members else NO
    return _in_rows(members, word, reading)


def _in_rows(rows: tuple[Record, ...], word: str, reading: Look) -> Truth:
    """Dated rows of a set; rows that say 是否 know only the members they name."""
    named = [row for row in rows if row.get(MEMBER) == word]
    if named:
        return either(_on(row, reading) for row in named)
    return PERHAPS if is_open_set(rows) else NO


def _on(row: Record, reading: Look) -> Truth:
    if row.get(ANSWER, True) is False:
        return NO
    start, end = row.get("起"), row.get("止")
    if isinstance(start, date):
        reading.note(start)
        if reading.on < start:
            return NO
    if isinstance(end, date):
        reading.note(days_after(end))
        if reading.on > end:
            return NO
    return YES

"""Whether a set holds a word, for every shape in which a set can be known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jiuye_cli.core.fields.value import NONE, UNKNOWN, PartialSet, Record
from jiuye_cli.core.rules.days import DAY, FAR
from jiuye_cli.core.rules.moment import Known, Reading
from jiuye_cli.core.rules.truth import NO, YES, Truth, either
from jiuye_cli.core.rules.truth import UNKNOWN as PERHAPS


def is_filled(value: Known) -> Truth:
    """Whether there is anything: none and empty are no, unasked is not known.

    >>> is_filled(frozenset()), is_filled(NONE), is_filled(PartialSet(no=frozenset({"低保"})))
    (<Truth.NO: 0>, <Truth.NO: 0>, <Truth.UNKNOWN: 1>)
    """
    if value is UNKNOWN:
        return PERHAPS
    if isinstance(value, PartialSet):
        return YES if value.yes else PERHAPS
    return NO if value is NONE or value in ((), frozenset(), "") else YES


def holds_any(
    members: frozenset[str] | PartialSet | tuple[Record, ...],
    wanted: Iterable[str | bool],
    reading: Reading,
) -> Truth:
    """Whether any of the wanted words is in the set on the day of judging."""
    return either(holds(members, str(word), reading) for word in wanted)


def holds(
    members: frozenset[str] | PartialSet | tuple[Record, ...], word: str, reading: Reading
) -> Truth:
    """Whether one word is in the set on the day of judging."""
    if isinstance(members, PartialSet):
        if word in members.yes:
            return YES
        return NO if word in members.no else PERHAPS
    if isinstance(members, frozenset):
        return YES if word in members else NO
    return _in_rows(members, word, reading)


def _in_rows(rows: tuple[Record, ...], word: str, reading: Reading) -> Truth:
    """Dated rows of a set; rows that say 是否 know only the members they name."""
    named = [row for row in rows if row.get("类别") == word]
    if named:
        return either(_on(row, reading) for row in named)
    return PERHAPS if any("是否" in row for row in rows) else NO


def _on(row: Record, reading: Reading) -> Truth:
    if row.get("是否", True) is False:
        return NO
    start, end = row.get("起"), row.get("止")
    if isinstance(start, date):
        reading.note(start)
        if reading.on < start:
            return NO
    if isinstance(end, date):
        reading.note(end + DAY if end < FAR else FAR)
        if reading.on > end:
            return NO
    return YES

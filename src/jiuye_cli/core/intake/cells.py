"""One column's cells as values: what is read, and a sentence for each part that is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.value import NONE, UNKNOWN, PartialSet, Record, Value
from jiuye_cli.core.intake.columns import WHOSE, Target
from jiuye_cli.core.intake.values import known_answer, read_value
from jiuye_cli.core.people.answers import NO, YES, read_yes_no
from jiuye_cli.core.people.cell import (
    SAYS_NONE,
    SAYS_NOTHING,
    Cell,
    cell_text,
    half_width,
    is_blank,
    words,
)
from jiuye_cli.core.people.phone import read_phones
from jiuye_cli.errors import RefusedError

CODES_DIFFER = frozenset({"文化程度", "健康状况", "户口性质"})
"""Numbers mean one thing in one ministry's table and another in the next: read only under the table's code."""

NO_PREFERENCE = "不限"
_NO_PREFERENCE = words("不限 都行 均可 都可以 随便 不挑 无要求 没要求 什么都行 都可")
_BETWEEN = re.compile(r"[、，,；;/|\n+]+|\s+|(?<=.)[和及与](?=.)")
_MOST_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says, and what of it could not be read."""

    value: Value = UNKNOWN
    faults: tuple[str, ...] = ()


SILENT = Reading()

Reader = Callable[[Cell], Reading]


def cell_reader(target: Target, home: str = "") -> Reader:
    """The reader of a column's cells; it remembers what it has read.

    >>> from jiuye_cli.core.fields.catalogue import PERSON
    >>> from jiuye_cli.core.intake.columns import header_index, target_of
    >>> index = header_index(PERSON.fields)
    >>> cell_reader(target_of("是否低保户", index))("√").value
    PartialSet(yes=frozenset({'低保'}), no=frozenset())
    >>> cell_reader(target_of("健康状况", index))("慢性病、不好说").faults
    ('“不好说”不在健康状况的选项里；可填 健康、长期慢性病、患有大病、残疾',)
    """
    read = _kind_of_reader(target, home)
    remembered: dict[tuple[type, Cell], Reading] = {}

    def reader(cell: Cell) -> Reading:
        if cell is None:
            return SILENT
        key = (type(cell), cell)
        known = remembered.get(key)
        if known is None:
            known = SILENT if is_blank(cell) else _caught(read, cell)
            if len(remembered) < _MOST_REMEMBERED:
                remembered[key] = known
        return known

    return reader


def _caught(read: Reader, cell: Cell) -> Reading:
    try:
        return read(cell)
    except RefusedError as refusal:
        return Reading(UNKNOWN, (str(refusal),))


def _kind_of_reader(target: Target, home: str) -> Reader:
    field = target.reads
    if target.member:
        return lambda cell: Reading(_member(target, cell))
    if (
        any(column.name == WHOSE for column in target.field.records)
        and field is target.field.records[0]
    ):
        return lambda cell: _phones(cell, target.presets)
    if field.kind is Kind.CHOICES:
        return lambda cell: _set(field, cell, coded=target.coded)
    if field.name in CODES_DIFFER and not target.coded:
        return lambda cell: Reading(_uncoded(field, cell, home))
    if target.factor != 1:
        return lambda cell: Reading(_multiplied(read_value(field, cell, home), target.factor))
    return lambda cell: Reading(read_value(field, cell, home))


def _member(target: Target, cell: Cell) -> Value:
    text = half_width(cell_text(cell))
    if known_answer(target.field, text) == target.member:
        return PartialSet(yes=frozenset({target.member}))
    member = frozenset({target.member})
    return PartialSet(yes=member) if read_yes_no(cell) else PartialSet(no=member)


def _uncoded(field: Field, cell: Cell, home: str) -> Value:
    text = cell_text(cell)
    if text.isdigit():
        raise RefusedError(
            f"“{text}”是代码，这一列没写明是哪套代码；请写成文字，如 {field.values[2]}"
        )
    return read_value(field, cell, home)


def _multiplied(value: Value, factor: int) -> Value:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return value
    amount = value * factor
    return int(amount) if amount == int(amount) else amount


def _phones(cell: Cell, presets: Sequence[tuple[str, str]]) -> Reading:
    if cell_text(cell) in SAYS_NONE:
        return Reading(NONE)
    read = read_phones(cell)
    whose = dict(presets).get(WHOSE, "")
    records: list[Record] = []
    for phone in read.phones:
        record: dict[str, Value] = {"号码": phone.number}
        if phone.belongs or whose:
            record["属于"] = phone.belongs or whose
        if phone.state:
            record["状态"] = phone.state
        records.append(record)
    return Reading(tuple(records) if records else UNKNOWN, read.faults)


def _set(field: Field, cell: Cell, *, coded: bool) -> Reading:
    """A set named whole; members of a dated set that are not named stay unknown."""
    text = half_width(cell_text(cell))
    if text in SAYS_NONE or (text in NO and text not in field.values):
        return Reading(NONE)
    if text in YES and text not in field.values:
        return Reading(UNKNOWN, (f"只写了“{text}”，没写是什么；请问清楚{field.name}",))
    if not field.values:
        parts = [part for part in _BETWEEN.split(text) if part and part not in SAYS_NOTHING]
        return Reading(
            frozenset(NO_PREFERENCE if p in _NO_PREFERENCE else p for p in parts) or UNKNOWN
        )
    return _known_members(field, text, coded=coded)


def _known_members(field: Field, text: str, *, coded: bool) -> Reading:
    members, faults = set(), []
    whole = known_answer(field, text)
    for part in [text] if whole is not None else _BETWEEN.split(text):
        if not part or part in SAYS_NOTHING:
            continue
        answer = None if part.isdigit() and not coded else known_answer(field, part)
        if answer is None:
            faults.append(f"“{part[:20]}”不在{field.name}的选项里；可填 {'、'.join(field.values)}")
        elif answer:
            members.add(answer)
    if not members:
        return Reading(UNKNOWN, tuple(faults))
    named = frozenset(members)
    return Reading(PartialSet(yes=named) if field.dated else named, tuple(faults))

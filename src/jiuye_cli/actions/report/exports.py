"""People going out of the house: chosen, in chosen columns, numbers in the style asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.actions.people.lists import listed_people
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.privacy import masked
from jiuye_cli.core.fields.value import UNKNOWN, Value
from jiuye_cli.core.handout.columns import IDENTITY, OutColumn
from jiuye_cli.core.handout.identity_style import LEFT_OUT, WHOLE, identity_in
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.rules.condition import Condition
from jiuye_cli.errors import RefusedError


@dataclass(frozen=True, slots=True)
class Handout:
    """What goes out: heads, rows of values in their order, and how many people they tell of.

    `fields` are what the columns hold, None the case number.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Value | None, ...], ...]
    fields: tuple[Field | None, ...] = ()

    @property
    def people(self) -> int:
        """How many people stand in it."""
        return len(self.rows)


def needs_purpose(columns: Sequence[OutColumn], style: str) -> str:
    """Why a purpose must be named, empty where none has to be."""
    if style in WHOLE and any(_is_identity(one) for one in columns):
        return "身份证全号"
    sensitive = [one.head for one in columns if one.is_sensitive]
    return "、".join(sensitive)


def hand_out(
    conn: sqlite3.Connection,
    today: date,
    columns: Sequence[OutColumn],
    style: str,
    *,
    where: Condition | None = None,
    purpose: str = "",
) -> Handout:
    """Everyone with an open file, or those who fit a condition, in these columns.

    Phones and addresses are whole only where a purpose is named. Raises
    `RefusedError` where one must be and is not.
    """
    why = needs_purpose(columns, style)
    if why and not purpose.strip():
        raise RefusedError(f"要导出{why}，先写用途：--purpose 报镇里核对。什么都没有导出。")
    kept = [one for one in columns if not (style == LEFT_OUT and _is_identity(one))]
    people = listed_people(conn, today, where=where).people
    rows = tuple(tuple(_value(p, c, style, purpose) for c in kept) for p in people)
    return Handout(tuple(one.head for one in kept), rows, tuple(one.field for one in kept))


def _is_identity(column: OutColumn) -> bool:
    return column.field is not None and column.field.name == IDENTITY


def _value(person: Person, column: OutColumn, style: str, purpose: str) -> Value | None:
    if column.field is None:
        return person.id
    value = person.facts.value(column.field.name)
    if value is UNKNOWN:
        return None
    if _is_identity(column):
        return identity_in(style, value) if isinstance(value, str) else None
    return value if purpose or not column.is_personal else masked(column.field, value)

"""Rows ↔ values: how each kind of field lies in its column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Value

Stored = str | int | float | None


def stored(field: Field, value: Value) -> Stored:
    """A value as its column holds it; NULL for `UNKNOWN` and `NONE` alike.

    Which of the two a NULL is, the `evidence` table tells.
    """
    if value is UNKNOWN or value is NONE:
        return None
    if field.kind is Kind.CHOICES and isinstance(value, frozenset):
        return json.dumps(_ordered(field, value), ensure_ascii=False)
    if isinstance(value, date):
        return value.isoformat()
    if field.kind is Kind.MONEY and isinstance(value, int | Decimal):
        return float(value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str | int):
        return value
    raise TypeError(f"{field.name}: {value!r}")


def _ordered(field: Field, members: Iterable[str]) -> list[str]:
    order = {name: index for index, name in enumerate(field.values)}
    return sorted(members, key=lambda m: (order.get(m, len(order)), m))


def loaded(field: Field, cell: Stored) -> Value:
    """A column's content as a value; NULL as `UNKNOWN`."""
    if cell is None:
        return UNKNOWN
    match field.kind:
        case Kind.CHOICES:
            return frozenset(json.loads(str(cell)))
        case Kind.DATE:
            return date.fromisoformat(str(cell))
        case Kind.YES_NO:
            return bool(cell)
        case Kind.MONEY:
            return yuan(float(cell))
        case Kind.NUMBER:
            return int(cell)
        case _:
            return str(cell)


def loaded_text(field: Field, text: str) -> Value:
    """An own field's value out of the text it is kept as.

    >>> loaded_text(Field("务工月数", Kind.NUMBER), "6"), loaded_text(Field("带孩子", Kind.YES_NO), "0")
    (6, False)
    """
    if field.kind in (Kind.NUMBER, Kind.YES_NO):
        return loaded(field, int(text))
    return loaded(field, float(text) if field.kind is Kind.MONEY else text)


def yuan(amount: float) -> int | Decimal:
    """Money as it was typed: whole yuan as `int`, else `Decimal` to the fen.

    >>> yuan(3200.0), yuan(813.04)
    (3200, Decimal('813.04'))
    """
    return int(amount) if amount.is_integer() else Decimal(repr(amount))


def loaded_record(fields: Iterable[Field], row: Mapping[str, Any]) -> dict[str, Value]:
    """One row of a list as a record: known columns only, and the row's `id`."""
    record: dict[str, Value] = {
        f.name: loaded(f, row[f.name]) for f in fields if row[f.name] is not None
    }
    record["id"] = int(row["id"])
    return record

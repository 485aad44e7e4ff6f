"""How the fields of the catalogue are kept in columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jiuye_cli.core.fields.field import Field, Kind

COLUMN_TYPES: dict[Kind, type[Any]] = {
    Kind.NUMBER: int,
    Kind.MONEY: float,
    Kind.YES_NO: int,
}
"""How a kind is stored; every other kind is text (sets as JSON arrays, days as ISO)."""


def columns(fields: Iterable[Field]) -> dict[str, type[Any]]:
    """The column types of some fields, by their names."""
    return {f.name: COLUMN_TYPES.get(f.kind, str) for f in fields}

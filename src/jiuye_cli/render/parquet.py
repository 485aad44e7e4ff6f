"""Parquet for engines that read columns: the types come from the field catalogue, never from the data.

A column has the same type in every export, also where nobody has been asked.
`docs/导出格式.md` tells readers what they get.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.value import NONE, UNKNOWN, PartialSet, Value
from jiuye_cli.render.files import part_beside, settle
from jiuye_cli.render.words import shown

if TYPE_CHECKING:
    import pyarrow as pa


class Columns(Protocol):
    """Heads, the fields they hold (None: the case number), and rows in their order."""

    @property
    def heads(self) -> Sequence[str]: ...
    @property
    def fields(self) -> Sequence[Field | None]: ...
    @property
    def rows(self) -> Sequence[Sequence[Value | None]]: ...


def write_parquet(path: Path, handout: Columns) -> Path:
    """Write the rows as Parquet, whole or not at all; pyarrow must be there."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema(
        [
            pa.field(head, _type(field), metadata={"jiuye": field.name if field else "档案号"})
            for head, field in zip(handout.heads, handout.fields, strict=True)
        ]
    )
    columns = [
        [_cell(row[at], field) for row in handout.rows] for at, field in enumerate(handout.fields)
    ]
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = part_beside(path)
    try:
        parquet.write_table(pa.table(columns, schema=schema), part)
        settle(part, path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _type(field: Field | None) -> pa.DataType:
    import pyarrow as pa

    if field is None:
        return pa.int64()
    types: Mapping[Kind, Callable[[], pa.DataType]] = {
        Kind.NUMBER: pa.int64,
        Kind.MONEY: lambda: pa.decimal128(14, 2),
        Kind.DATE: pa.date32,
        Kind.YES_NO: pa.bool_,
        Kind.CHOICES: lambda: pa.list_(pa.string()),
        Kind.RECORDS: lambda: pa.list_(pa.map_(pa.string(), pa.string())),
    }
    return types.get(field.kind, pa.string)()


def _cell(value: Value | None, field: Field | None) -> Any:
    """The value as its column holds it; what is not known is null, a list known to be empty is empty."""
    if value is None or value is UNKNOWN:
        return None
    if field is None:
        return value
    if field.kind in (Kind.CHOICES, Kind.RECORDS):
        return _several(value)
    if value is NONE:
        return None if field.kind in TYPED else shown(value)
    if field.kind is Kind.MONEY:
        return Decimal(str(value))
    return value if field.kind in TYPED else shown(value)


TYPED = (Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.YES_NO)
"""Kinds whose columns hold no word: known to be none is null there."""


def _several(value: Value) -> list[Any] | None:
    if value is NONE:
        return []
    if isinstance(value, PartialSet):
        # Of the rest nothing is known: an empty list would say that there is none
        return sorted(value.yes) or None
    if isinstance(value, frozenset):
        return sorted(value)
    return [_record(one) for one in value] if isinstance(value, tuple) else None


def _record(record: Mapping[str, Value]) -> list[tuple[str, str]]:
    told = [
        (name, value) for name, value in record.items() if name != "id" and value is not UNKNOWN
    ]
    return [
        (name, value.isoformat() if isinstance(value, date) else shown(value))
        for name, value in told
    ]

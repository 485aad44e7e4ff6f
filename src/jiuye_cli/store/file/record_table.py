"""A table whose rows are one frozen dataclass: columns, rows ↔ values, the five verbs.

The dataclass says everything: a field's type is its column's type, a field that
may be None may be NULL, `id` is the row's number. Every row about one person
has a `person` column, by which the history and `forget` find it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.file.codec import yuan

if TYPE_CHECKING:
    from sqlite_utils import Database

R = TypeVar("R")
MOST_DIGITS = 18  # what fits SQLite's integers
Cell = str | int | float | None
PERSON = {"person": "person"}
"""How a table refers to the person that each of its rows is about."""


@dataclass(frozen=True, slots=True)
class Column:
    """How one field of a record lies in its column."""

    kind: type[Any]
    may_be_null: bool
    store: Callable[[Any], Cell]
    load: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class RecordTable(Generic[R]):
    """The table `name` of records of one `kind`; `noun` is what the user calls a row.

    `refers` names the table each column points to, `unique` the groups of
    columns that occur once, `indexed` the columns looked up by.
    """

    name: str
    kind: type[R]
    noun: str
    refers: Mapping[str, str] = field(default_factory=dict)
    unique: Sequence[tuple[str, ...]] = ()
    indexed: Sequence[str] = ()

    @property
    def columns(self) -> Mapping[str, Column]:
        """How each field of a record lies in its column."""
        return columns_of(cast("Any", self.kind))

    def make(self, db: Database) -> None:
        """Create the table, strict, with its foreign keys and indexes."""
        shape = self.columns
        table: Any = db[self.name]
        table.create(
            {name: one.kind for name, one in shape.items()},
            pk="id",
            strict=True,
            not_null={n for n, one in shape.items() if not one.may_be_null and n != "id"},
            foreign_keys=[(column, other, "id") for column, other in self.refers.items()],
        )
        for group in self.unique:
            table.create_index(list(group), unique=True)
        for column in self.indexed:
            table.create_index([column])

    def insert(self, conn: sqlite3.Connection, record: R) -> int:
        """Write a new row; its number."""
        cells = {n: c.store(getattr(record, n)) for n, c in self.columns.items()}
        del cells["id"]
        names = ", ".join(f'"{n}"' for n in cells)
        marks = ", ".join("?" * len(cells))
        done = conn.execute(
            f'INSERT INTO "{self.name}"({names}) VALUES ({marks})', tuple(cells.values())
        )
        return int(done.lastrowid or 0)

    def get(self, conn: sqlite3.Connection, number: int) -> R:
        """The row with this number; `NotFoundError` if there is none."""
        # A number too long for SQLite is no row's
        found = self.where(conn, "id = ?", number) if number.bit_length() < 64 else []
        if not found:
            raise NotFoundError(f"没有 {number} 号{self.noun}。")
        return found[0]

    def find(self, conn: sqlite3.Connection, word: str) -> R:
        """The row that a name or a number (`7`, `7号`) means, the newest of several namesakes.

        Raises `NotFoundError` when it means none.
        """
        if "name" in self.columns:
            named = self.where(conn, "name = ?", word.strip(), order="id DESC")
            if named:
                return named[0]
        digits = word.strip().removesuffix("号").lstrip("#")
        if not (digits.isascii() and digits.isdigit()) or len(digits) > MOST_DIGITS:
            raise NotFoundError(f"没有叫“{word}”的{self.noun}。")
        return self.get(conn, int(digits))

    def where(
        self,
        conn: sqlite3.Connection,
        condition: str = "1",
        *values: object,
        order: str = "id",
    ) -> list[R]:
        """The rows that fit an SQL condition, in order of their numbers or of `order`."""
        names = ", ".join(f'"{n}"' for n in self.columns)
        found = conn.execute(
            f'SELECT {names} FROM "{self.name}" WHERE {condition} ORDER BY {order}',
            tuple(_bound(value) for value in values),
        )
        return [self._record(row) for row in found]

    def update(self, conn: sqlite3.Connection, row: int, /, **changes: object) -> None:
        """Change some fields of one row."""
        if not changes:
            return
        names = ", ".join(f'"{n}" = ?' for n in changes)
        cells = [self.columns[n].store(value) for n, value in changes.items()]
        conn.execute(f'UPDATE "{self.name}" SET {names} WHERE id = ?', (*cells, row))

    def delete(self, conn: sqlite3.Connection, number: int) -> None:
        """Take one row out; the history keeps its image."""
        conn.execute(f'DELETE FROM "{self.name}" WHERE id = ?', (number,))

    def _record(self, row: Sequence[Any]) -> R:
        cells = zip(self.columns.items(), row, strict=True)
        return self.kind(**{n: None if v is None else c.load(v) for (n, c), v in cells})


@cache
def columns_of(kind: type[Any]) -> Mapping[str, Column]:
    """The columns of a record's kind, by the names and types of its fields."""
    hints = get_type_hints(kind)
    return {one.name: _column(hints[one.name]) for one in fields(kind)}


def _column(hint: Any) -> Column:
    choices = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    kinds = [kind for kind in choices if kind is not NoneType]
    may_be_null = NoneType in choices
    if Decimal in kinds:
        return Column(float, may_be_null, _or_null(float), yuan)
    return Column(*_ways(kinds[0], may_be_null))


def _ways(kind: Any, null: bool) -> tuple[type[Any], bool, Callable[[Any], Cell], Any]:
    if get_origin(kind) is tuple:
        return str, null, _or_null(_json), lambda cell: tuple(json.loads(cell))
    if get_origin(kind) is not None:
        return str, null, _or_null(_json), json.loads
    if kind is bool:
        return int, null, _or_null(int), bool
    if kind is date:
        return str, null, _or_null(date.isoformat), date.fromisoformat
    if issubclass(kind, StrEnum):
        return str, null, _or_null(lambda value: value.value), kind
    return kind, null, _or_null(kind), kind


def _or_null(store: Callable[[Any], Cell]) -> Callable[[Any], Cell]:
    return lambda value: None if value is None else store(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _bound(value: object) -> Any:
    return value.isoformat() if isinstance(value, date) else value

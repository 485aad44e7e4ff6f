"""Opening many files at once: a statement a table instead of a statement a value."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jiuye_cli.core.fields.catalogue import HOUSEHOLD, LIST_TABLES, PERSON
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Evidence, PartialSet, Value
from jiuye_cli.store.file.codec import Stored, stored
from jiuye_cli.store.people.people import record_fields
from jiuye_cli.store.people.write import HOUSE_CODE, join_household, update_person, write_own

_COLUMNS = {f.name: f for f in PERSON.columns}
_LISTS = {f.name: f for f in PERSON.lists}
_HOME = frozenset(f.name for f in HOUSEHOLD.columns)

Rows = defaultdict[tuple[str, tuple[str, ...]], list[tuple[Stored, ...]]]
"""Rows to be inserted, by table and columns."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Someone to open a file for: the case number, the values, the name's pinyin and initials."""

    number: int
    values: Mapping[str, Value]
    names: tuple[str, str]


def insert_people(
    conn: sqlite3.Connection, people: Sequence[NewPerson], evidence: Evidence
) -> None:
    """Open a file for each; the same rows as `insert_person` and `join_household` write."""
    rows: Rows = defaultdict(list)
    for person in people:
        _person_row(rows, person, evidence)
        for name, value in person.values.items():
            if name in _LISTS:
                _list_rows(rows, person.number, _LISTS[name], value)
        _evidence_rows(rows, person, evidence)
    # People first: every other row points at one
    for (table, columns), lines in sorted(rows.items(), key=lambda one: one[0][0] != "person"):
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        conn.executemany(f"INSERT INTO {table}({names}) VALUES ({marks})", lines)
    for person in people:
        _house(conn, person, evidence)


def _person_row(rows: Rows, person: NewPerson, evidence: Evidence) -> None:
    cells: dict[str, Stored] = {
        "id": person.number,
        "pinyin": person.names[0],
        "initials": person.names[1],
        "created_on": evidence.noted_on.isoformat(),
    }
    for name, value in person.values.items():
        if name in _COLUMNS:
            cells[name] = value if type(value) is str else stored(_COLUMNS[name], value)
    rows["person", tuple(cells)].append(tuple(cells.values()))


def _list_rows(rows: Rows, number: int, field: Field, value: Value) -> None:
    table = LIST_TABLES[field.name]
    if field.dated:
        for member, holds in _members(value).items():
            rows[table, ("person", "类别", "是否")].append((number, member, int(holds)))
        return
    for record in value if isinstance(value, tuple) else ():
        cells = {
            column.name: stored(column, record[column.name])
            for column in record_fields(field)
            if column.name in record
        }
        rows[table, ("person", *cells)].append((number, *cells.values()))


def _members(value: Value) -> Mapping[str, bool]:
    if isinstance(value, PartialSet):
        return {**dict.fromkeys(sorted(value.yes), True), **dict.fromkeys(sorted(value.no), False)}
    return dict.fromkeys(sorted(value), True) if isinstance(value, frozenset) else {}


def _evidence_rows(rows: Rows, person: NewPerson, evidence: Evidence) -> None:
    proof = (evidence.grade.value, evidence.source, evidence.noted_on.isoformat())
    lines = rows["evidence", ("person", "field", "none", "grade", "source", "noted_on")]
    for name, value in person.values.items():
        if name in _HOME or value is UNKNOWN or isinstance(value, PartialSet):
            continue
        lines.append((person.number, name, int(value is NONE), *proof))


def _house(conn: sqlite3.Connection, person: NewPerson, evidence: Evidence) -> None:
    """The household first, then what is known of it, so that its members share it."""
    code = person.values.get(HOUSE_CODE, UNKNOWN)
    if isinstance(code, str):
        join_household(conn, person.number, code)
    write_own(conn, person.number, person.values)
    home: dict[str, Any] = {n: v for n, v in person.values.items() if n in _HOME}
    if home:
        update_person(conn, person.number, home, evidence)

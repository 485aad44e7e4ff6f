"""Lists of people on a screen, as JSON and as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from jiuye_cli.core.fields.catalogue import facts as catalogue
from jiuye_cli.core.fields.privacy import masked
from jiuye_cli.core.fields.value import UNKNOWN, Record, Value
from jiuye_cli.core.people.person import Person
from jiuye_cli.render.listing import left_over
from jiuye_cli.render.table import LONGEST, Column, screen_of, table_text
from jiuye_cli.render.words import shown


class PeopleTable(Protocol):
    """Chosen people, the fields to show, and how many there are in all."""

    @property
    def people(self) -> Sequence[Person]: ...
    @property
    def fields(self) -> Sequence[str]: ...
    @property
    def total(self) -> int: ...


def people_json(table: PeopleTable, *, full: bool) -> dict[str, object]:
    """The contract's shape of `find` and `list`."""
    return {
        "people": [
            {
                "id": p.id,
                "name": p.name,
                "fields": {name: _value(p, name, full) for name in table.fields},
            }
            for p in table.people
        ],
        "total": table.total,
    }


def _value(person: Person, name: str, full: bool) -> Value | None:
    value = person.facts.value(name)
    if value is UNKNOWN:
        return None
    return value if full else masked(catalogue()[name], value, hide_sensitive=True)


def people_rows(table: PeopleTable, *, full: bool) -> list[list[object]]:
    """One row a person: case number, name, the chosen fields as words."""
    return [[p.id, p.name, *(cell(p, name, full) for name in table.fields)] for p in table.people]


def cell(person: Person, name: str, full: bool) -> str:
    """One field of one person as a cell says it; lists in short."""
    value = _value(person, name, full)
    if isinstance(value, tuple):
        return "、".join(_short(record) for record in value)
    return shown(value)


def _short(record: Record) -> str:
    return next((shown(value) for name, value in record.items() if name != "id"), "")


def people_screen(table: PeopleTable, *, full: bool) -> str:
    """A table of people, and how many there are."""
    if not table.people:
        return "没有人符合。"
    heads: list[Column | str] = [
        Column("档案号", right=True, whole=True),
        Column("姓名", whole=True),
        *table.fields,
    ]
    screen = screen_of()
    rows = people_rows(table, full=full)
    shown = rows if screen.columns is None else rows[:LONGEST]
    foot = [*left_over(len(rows) - len(shown)), f"共 {table.total} 人"]
    return table_text(heads, shown, screen) + "\n".join(foot)

"""Lists of people on a screen, as JSON and as CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from jiuye_cli.core.fields.catalogue import facts as catalogue
from jiuye_cli.core.fields.privacy import masked, whole
from jiuye_cli.core.fields.value import UNKNOWN, Record, Value
from jiuye_cli.core.people.person import Person
from jiuye_cli.render.people.listing import left_over
from jiuye_cli.render.screen.table import LONGEST, Column, screen_of, table_text
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


SAID = ("档案号", "姓名")
"""What every row begins with."""


def _value(person: Person, name: str, full: bool) -> Value | None:
    if name == SAID[0]:
        return person.id
    of, dot, column = name.partition(".")
    records = person.facts.value(of) if dot else UNKNOWN
    if isinstance(records, tuple):
        found = (_kept(name, record[column], full) for record in records if column in record)
        return tuple(found)  # type: ignore[arg-type]
    value = person.facts.value(name)
    return None if value is UNKNOWN else _kept(name, value, full)


def _kept(name: str, value: Value, full: bool) -> Value:
    return whole(value) if full else masked(catalogue()[name], value, hide_sensitive=True)


def people_heads(table: PeopleTable) -> list[str]:
    """The heads of `people_rows`, each once."""
    return [*SAID, *_others(table)]


def _others(table: PeopleTable) -> list[str]:
    return [name for name in table.fields if name not in SAID]


def people_rows(table: PeopleTable, *, full: bool) -> list[list[object]]:
    """One row a person: case number, name, the chosen fields as words."""
    others = _others(table)
    return [[p.id, p.name, *(cell(p, name, full) for name in others)] for p in table.people]


def cell(person: Person, name: str, full: bool) -> str:
    """One field of one person as a cell says it; lists in short."""
    value = _value(person, name, full)
    if isinstance(value, tuple):
        return "、".join(_short(one) if isinstance(one, Mapping) else shown(one) for one in value)
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
        *_others(table),
    ]
    screen = screen_of()
    rows = people_rows(table, full=full)
    shown = rows if screen.columns is None else rows[:LONGEST]
    foot = [*left_over(len(rows) - len(shown)), f"共 {table.total} 人"]
    return table_text(heads, shown, screen) + "\n".join(foot)

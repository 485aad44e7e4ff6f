"""Everyone with just the facts that decide their calls: a scan for fifty thousand, not whole files."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jiuye_cli.core.fields.catalogue import HOUSEHOLD, LIST_TABLES, PERSON
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.value import NONE, Facts, Record, Value
from jiuye_cli.core.people.person import members_on
from jiuye_cli.store.file.codec import loaded, loaded_record
from jiuye_cli.store.people.people import record_fields


@dataclass(frozen=True, slots=True)
class CallPerson:
    """A case number, when its file was opened and closed, and the facts that were asked for."""

    id: int
    opened_on: date
    closed_on: date | None
    facts: Facts


def call_people(
    conn: sqlite3.Connection, needs: Collection[str], day: date, ids: Sequence[int] | None = None
) -> Iterator[CallPerson]:
    """Everyone in case-number order, or those of `ids`, closed files included.

    `needs` are the typed facts to read: the person's, the household's, lists, and a
    village's own. Sets that change with time are read as of the day.
    """
    wanted = _Wanted(needs)
    chosen = _Chosen(ids)
    lists = {f.name: _records(conn, f, chosen) for f in wanted.lists}
    absent = _known_none(conn, needs, chosen)
    own = _own(conn, wanted.own, chosen)
    for row in conn.execute(wanted.select(chosen), chosen.args):
        number = int(row["id"])
        values: dict[str, Value] = dict(own.get(number, {}))
        for field in wanted.columns:
            cell = row[field.name]
            if cell is not None:
                values[field.name] = loaded(field, cell)
        for name in absent.get(number, ()):
            values[name] = NONE
        for field in wanted.lists:
            records = tuple(lists[field.name].get(number, ()))
            if field.dated and (records or number in absent.complete):
                values[field.name] = members_on(records, day, complete=number in absent.complete)
            elif records:
                values[field.name] = records
        closed = row["closed_on"]
        yield CallPerson(
            number,
            date.fromisoformat(row["created_on"]),
            date.fromisoformat(closed) if closed else None,
            Facts(values),
        )


class _Chosen:
    """Which people a query is about."""

    def __init__(self, ids: Sequence[int] | None) -> None:
        self.args = tuple(ids or ())
        self.is_all = ids is None

    def where(self, column: str) -> str:
        """A condition on the column that holds the case number."""
        return "1" if self.is_all else f"{column} IN ({', '.join('?' * len(self.args))})"


class _Wanted:
    """The fields to read, sorted by where they lie."""

    def __init__(self, needs: Collection[str]) -> None:
        self.person = [f for f in PERSON.columns if f.name in needs]
        self.home = [f for f in HOUSEHOLD.columns if f.name in needs]
        self.columns: list[Field] = [*self.home, *self.person]
        self.lists = [f for f in PERSON.lists if f.name in needs]
        known = {f.name for f in (*PERSON.fields, *HOUSEHOLD.fields)}
        self.own = sorted(set(needs) - known)

    def select(self, chosen: _Chosen) -> str:
        """The query for the person's and the household's own columns."""
        names = [f'p."{f.name}"' for f in self.person] + [f'h."{f.name}"' for f in self.home]
        told = "".join(f", {name}" for name in names)
        join = "LEFT JOIN household h ON h.id = p.household" if self.home else ""
        return (
            f"SELECT p.id, p.created_on, p.closed_on{told} FROM person p {join} "
            f"WHERE {chosen.where('p.id')} ORDER BY p.id"
        )


def _records(conn: sqlite3.Connection, field: Field, chosen: _Chosen) -> Mapping[int, list[Record]]:
    fields = record_fields(field)
    found: dict[int, list[Record]] = defaultdict(list)
    for row in conn.execute(
        f"SELECT * FROM {LIST_TABLES[field.name]} WHERE {chosen.where('person')} ORDER BY id",
        chosen.args,
    ):
        found[row["person"]].append(loaded_record(fields, row))
    return found


class _KnownNone(dict[int, list[str]]):
    """The facts known to be none, by case number; `complete` are those whose 人员类别 is known whole."""

    complete: frozenset[int] = frozenset()


def _known_none(conn: sqlite3.Connection, needs: Collection[str], chosen: _Chosen) -> _KnownNone:
    marks = ", ".join("?" * len(needs))
    found = _KnownNone()
    for person, name in conn.execute(
        f'SELECT person, field FROM evidence WHERE "none" = 1 AND person IS NOT NULL '
        f"AND field IN ({marks}) AND {chosen.where('person')}",
        (*needs, *chosen.args),
    ):
        found.setdefault(person, []).append(name)
    for person, name in conn.execute(
        'SELECT p.id, e.field FROM evidence e JOIN person p ON p.household = e.household WHERE e."none" = 1 '
        f"AND e.field IN ({marks}) AND {chosen.where('p.id')}",
        (*needs, *chosen.args),
    ):
        found.setdefault(person, []).append(name)
    dated = [f.name for f in PERSON.lists if f.dated and f.name in needs]
    if dated:
        rows = conn.execute(
            f"SELECT person FROM evidence WHERE field = ? AND person IS NOT NULL AND {chosen.where('person')}",
            (dated[0], *chosen.args),
        )
        found.complete = frozenset(row[0] for row in rows)
    return found


def _own(
    conn: sqlite3.Connection, names: Sequence[str], chosen: _Chosen
) -> Mapping[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    if names:
        marks = ", ".join("?" * len(names))
        for person, name, value in conn.execute(
            f"SELECT person, field, value FROM own_field WHERE field IN ({marks}) AND {chosen.where('person')}",
            (*names, *chosen.args),
        ):
            found[person][name] = value
    return found

"""Reading people: whole files for rules and screens, slim rows for lists."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jiuye_cli.core.fields.catalogue import HOUSEHOLD, LIST_TABLES, PERSON, own_fields
from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.value import NONE, Evidence, Facts, Grade, Record, Value
from jiuye_cli.core.people.person import Person, members_on, said_by_identity
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.file.codec import loaded, loaded_record, loaded_text

COLUMNS, LISTS = PERSON.columns, PERSON.lists

DATED_SET = (
    Field("类别", Kind.TEXT),
    Field("是否", Kind.YES_NO),
    Field("起", Kind.DATE),
    Field("止", Kind.DATE),
)
"""The columns of a dated set's table."""


def record_fields(list_field: Field) -> tuple[Field, ...]:
    """The columns of a list's table as fields."""
    return DATED_SET if list_field.dated else list_field.records


def read_person(conn: sqlite3.Connection, person: int, today: date) -> Person:
    """One person's whole file; `NotFoundError` if there is no such case number."""
    for found in read_people(conn, today, [person]):
        return found
    raise NotFoundError(f"没有 {person} 号档案。")


def read_people(
    conn: sqlite3.Connection, today: date, ids: Sequence[int] | None = None
) -> Iterator[Person]:
    """Whole files in case-number order: those of `ids`, or everyone not closed."""
    where, args = _chosen(ids)
    lists = {f.name: _records(conn, f, ids) for f in LISTS}
    evidence = _evidence(conn, "person", ids)
    homes = _households(conn, ids)
    own = _own(conn, ids)
    for row in conn.execute(f"SELECT * FROM person WHERE {where} ORDER BY id", args):
        yield assemble(
            dict(row), lists, evidence.get(row["id"], {}), homes, own.get(row["id"], {}), today
        )


def _chosen(ids: Sequence[int] | None, column: str = "id") -> tuple[str, tuple[int, ...]]:
    if ids is None:
        return ("closed_on IS NULL", ()) if column == "id" else ("1", ())
    return f"{column} IN ({', '.join('?' * len(ids))})", tuple(ids)


def assemble(
    row: Mapping[str, Any],
    lists: Mapping[str, Mapping[int, list[Record]]],
    evidence: Mapping[str, tuple[Evidence, bool]],
    homes: Mapping[int, Facts],
    own: Mapping[str, str],
    today: date,
) -> Person:
    """A person out of the rows that tell of them; `homes` are households by number."""
    number = int(row["id"])
    home = homes.get(row["household"], Facts()) if row["household"] else Facts()
    values: dict[str, Value] = dict(home.values)
    for field in COLUMNS:
        if row.get(field.name) is not None:
            values[field.name] = loaded(field, row[field.name])
    for field in LISTS:
        rows = tuple(lists[field.name].get(number, ()))
        if field.dated:
            if rows or field.name in evidence:
                values[field.name] = members_on(rows, today, complete=field.name in evidence)
        elif rows:
            values[field.name] = rows
    grades = dict(home.evidence)
    _fill_from_identity(values, grades, evidence)
    for name, (proof, none) in evidence.items():
        grades[name] = proof
        if none:
            values[name] = NONE
    return Person(
        id=number,
        name=row["姓名"],
        facts=Facts({**_own_values(own), **values}, grades),
        categories=tuple(lists["人员类别"].get(number, ())),
        household=row["household"],
        closed_on=date.fromisoformat(row["closed_on"]) if row["closed_on"] else None,
        own=own,
    )


def _fill_from_identity(
    values: dict[str, Value],
    grades: dict[str, Evidence],
    evidence: Mapping[str, tuple[Evidence, bool]],
) -> None:
    """Sex and day of birth follow from the number and are not stored beside it."""
    number = values.get("身份证号")
    if not isinstance(number, str):
        return
    for name, value in said_by_identity(number).items():
        if name not in values:
            values[name] = value
            if "身份证号" in evidence:
                grades[name] = evidence["身份证号"][0]


def _records(
    conn: sqlite3.Connection, field: Field, ids: Sequence[int] | None
) -> dict[int, list[Record]]:
    where, args = _chosen(ids, "person")
    fields = record_fields(field)
    found: dict[int, list[Record]] = defaultdict(list)
    for row in conn.execute(
        f"SELECT * FROM {LIST_TABLES[field.name]} WHERE {where} ORDER BY id", args
    ):
        found[row["person"]].append(loaded_record(fields, row))
    return found


def _evidence(
    conn: sqlite3.Connection, owner: str, ids: Sequence[int] | None
) -> dict[int, dict[str, tuple[Evidence, bool]]]:
    where, args = _chosen(ids, owner)
    found: dict[int, dict[str, tuple[Evidence, bool]]] = defaultdict(dict)
    for row in conn.execute(
        f'SELECT {owner} AS owner, field, "none", grade, source, noted_on FROM evidence WHERE {owner} IS NOT NULL AND {where}',
        args,
    ):
        proof = Evidence(Grade(row["grade"]), row["source"], date.fromisoformat(row["noted_on"]))
        found[row["owner"]][row["field"]] = (proof, bool(row["none"]))
    return found


def _households(conn: sqlite3.Connection, ids: Sequence[int] | None) -> dict[int, Facts]:
    where, args = _chosen(ids)
    wanted = f"id IN (SELECT household FROM person WHERE {where})" if ids is not None else "1"
    rows = conn.execute(
        f"SELECT * FROM household WHERE {wanted}", args if ids is not None else ()
    ).fetchall()
    proofs = _evidence(conn, "household", [row["id"] for row in rows])
    homes = {}
    for row in rows:
        values: dict[str, Value] = {
            f.name: loaded(f, row[f.name]) for f in HOUSEHOLD.columns if row[f.name] is not None
        }
        evidence = {}
        for name, (proof, none) in proofs.get(row["id"], {}).items():
            evidence[name] = proof
            if none:
                values[name] = NONE
        homes[int(row["id"])] = Facts(values, evidence)
    return homes


def _own_values(own: Mapping[str, str]) -> dict[str, Value]:
    """What is kept in own fields; a field that 字段.yaml names no more stays as the text it is."""
    known = own_fields()
    return {
        name: loaded_text(known[name], text) if name in known else text
        for name, text in own.items()
    }


def _own(conn: sqlite3.Connection, ids: Sequence[int] | None) -> dict[int, dict[str, str]]:
    where, args = _chosen(ids, "person")
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for row in conn.execute(f"SELECT person, field, value FROM own_field WHERE {where}", args):
        found[row["person"]][row["field"]] = row["value"]
    return found


def household_members(conn: sqlite3.Connection, household: int) -> list[tuple[int, str]]:
    """Case number and name of everyone in a household, in case-number order."""
    rows = conn.execute("SELECT id, 姓名 FROM person WHERE household = ? ORDER BY id", (household,))
    return [(row[0], row[1]) for row in rows]


def slim_rows(
    conn: sqlite3.Connection, fields: Iterable[str], ids: Sequence[int] | None = None
) -> list[dict[str, Any]]:
    """Case number and some plain columns of many people, without lists or evidence."""
    where, args = _chosen(ids)
    names = ", ".join(f'"{name}"' for name in ("id", *fields))
    return [
        dict(row)
        for row in conn.execute(f"SELECT {names} FROM person WHERE {where} ORDER BY id", args)
    ]

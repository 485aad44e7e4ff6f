"""Single records of a person's lists (a certificate, a job held): added and changed, never retyped."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from jiuye_cli.core.fields.catalogue import LIST_TABLES, PERSON
from jiuye_cli.core.fields.value import UNKNOWN, Evidence, Record, Value
from jiuye_cli.store.file.codec import loaded_record, stored
from jiuye_cli.store.people.people import record_fields
from jiuye_cli.store.people.write import put_record, write_evidence

_LISTS = {field.name: field for field in PERSON.lists}


def read_record(conn: sqlite3.Connection, list_name: str, row: int | None) -> Record | None:
    """One record of a list by its row number; None where there is none (any more)."""
    found = conn.execute(f"SELECT * FROM {LIST_TABLES[list_name]} WHERE id = ?", (row,)).fetchone()
    return loaded_record(record_fields(_LISTS[list_name]), found) if found else None


def records_of(conn: sqlite3.Connection, list_name: str, person: int) -> list[Record]:
    """All records of one person's list, the oldest row first."""
    fields = record_fields(_LISTS[list_name])
    rows = conn.execute(
        f"SELECT * FROM {LIST_TABLES[list_name]} WHERE person = ? ORDER BY id", (person,)
    )
    return [loaded_record(fields, row) for row in rows]


def add_record(
    conn: sqlite3.Connection, person: int, list_name: str, record: Record, evidence: Evidence
) -> int:
    """Add a record to a person's list, with its evidence; the number of its row."""
    row = put_record(conn, LIST_TABLES[list_name], person, _cells(list_name, record), None)
    write_evidence(conn, "person", person, {list_name: (record,)}, evidence)
    return row


def change_record(
    conn: sqlite3.Connection,
    person: int,
    list_name: str,
    row: int,
    values: Mapping[str, Value],
    evidence: Evidence,
) -> None:
    """Change some columns of one record; `UNKNOWN` empties a column."""
    before = read_record(conn, list_name, row) or {}
    after = {**{k: v for k, v in before.items() if k != "id"}, **values}
    put_record(conn, LIST_TABLES[list_name], person, _cells(list_name, after), row)
    write_evidence(conn, "person", person, {list_name: (after,)}, evidence)


def _cells(list_name: str, record: Record) -> dict[str, object]:
    fields = record_fields(_LISTS[list_name])
    return {f.name: stored(f, record.get(f.name, UNKNOWN)) for f in fields}

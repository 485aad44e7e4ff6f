"""Writing people: every call stands inside an open `operation`."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from jiuye_cli.core.fields.catalogue import HOUSEHOLD, LIST_TABLES, PERSON, own_fields
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Evidence, PartialSet, Record, Value
from jiuye_cli.store.file.codec import stored
from jiuye_cli.store.people.people import record_fields

_COLUMNS = {f.name: f for f in PERSON.columns}
_LISTS = {f.name: f for f in PERSON.lists}
_HOME = {f.name: f for f in HOUSEHOLD.columns}
HOUSE_CODE = "户编号"


def next_case_numbers(conn: sqlite3.Connection, count: int = 1) -> range:
    """Case numbers never given out before, taken for good even when the command is undone later."""
    last = int(conn.execute("SELECT last FROM serial WHERE name = 'person'").fetchone()[0])
    conn.execute("UPDATE serial SET last = ? WHERE name = 'person'", (last + count,))
    return range(last + 1, last + 1 + count)


def insert_person(
    conn: sqlite3.Connection,
    number: int,
    values: Mapping[str, Value],
    names: tuple[str, str],
    evidence: Evidence,
) -> None:
    """Open a file under a case number; `names` are the name's full pinyin and initials."""
    row: dict[str, Any] = {
        "id": number,
        "pinyin": names[0],
        "initials": names[1],
        "created_on": evidence.noted_on.isoformat(),
    }
    row |= {n: stored(_COLUMNS[n], v) for n, v in values.items() if n in _COLUMNS}
    marks = ", ".join("?" * len(row))
    columns = ", ".join(f'"{n}"' for n in row)
    conn.execute(f"INSERT INTO person({columns}) VALUES ({marks})", tuple(row.values()))
    _write_rest(conn, number, values, evidence)


def update_person(
    conn: sqlite3.Connection,
    number: int,
    values: Mapping[str, Value],
    evidence: Evidence,
    names: tuple[str, str] | None = None,
) -> None:
    """Change some of a person's values; lists are given whole, `UNKNOWN` empties a field.

    A record that carries the `id` of a row keeps that row; rows not named are removed.
    """
    row: dict[str, Any] = {n: stored(_COLUMNS[n], v) for n, v in values.items() if n in _COLUMNS}
    if names:
        row |= {"pinyin": names[0], "initials": names[1]}
    if row:
        columns = ", ".join(f'"{n}" = ?' for n in row)
        conn.execute(f"UPDATE person SET {columns} WHERE id = ?", (*row.values(), number))
    _write_rest(conn, number, values, evidence)


def _write_rest(
    conn: sqlite3.Connection, number: int, values: Mapping[str, Value], evidence: Evidence
) -> None:
    for name, value in values.items():
        if name in _LISTS:
            _write_list(conn, number, _LISTS[name], value)
    # The household first: what is told with its number is told of that household
    code = values.get(HOUSE_CODE)
    if isinstance(code, str):
        join_household(conn, number, code)
    _write_home(conn, number, {n: v for n, v in values.items() if n in _HOME}, evidence)
    write_evidence(
        conn,
        "person",
        number,
        {n: v for n, v in values.items() if n in _COLUMNS or n in _LISTS or n in own_fields()},
        evidence,
    )
    write_own(conn, number, values)


def write_own(conn: sqlite3.Connection, number: int, values: Mapping[str, Value]) -> None:
    """Keep the values of the workspace's own fields, each as text."""
    for name, field in own_fields().items():
        if name in values:
            kept = stored(field, values[name])
            set_own_field(conn, number, name, None if kept is None else str(kept))


def write_evidence(
    conn: sqlite3.Connection,
    owner: str,
    number: int,
    values: Mapping[str, Value],
    evidence: Evidence,
) -> None:
    """Note grade, source and date beside some values; an unknown value loses its note.

    A set known only in part carries no note of its own: its note would mean that
    every member was asked about.
    """
    for name, value in values.items():
        if value is UNKNOWN or isinstance(value, PartialSet):
            if value is UNKNOWN:
                conn.execute(
                    f"DELETE FROM evidence WHERE {owner} = ? AND field = ?", (number, name)
                )
            continue
        conn.execute(
            f'INSERT INTO evidence({owner}, field, "none", grade, source, noted_on) VALUES (?, ?, ?, ?, ?, ?) '
            f'ON CONFLICT({owner}, field) WHERE {owner} IS NOT NULL DO UPDATE SET "none" = excluded."none", grade = excluded.grade, '
            "source = excluded.source, noted_on = excluded.noted_on",
            (
                number,
                name,
                int(value is NONE),
                evidence.grade.value,
                evidence.source,
                evidence.noted_on.isoformat(),
            ),
        )


def _write_list(conn: sqlite3.Connection, number: int, field: Field, value: Value) -> None:
    table = LIST_TABLES[field.name]
    if field.dated:
        _write_members(conn, number, table, value)
        return
    records: Sequence[Record] = value if isinstance(value, tuple) else ()
    fields = record_fields(field)
    kept = {int(str(r["id"])) for r in records if "id" in r}
    for (row_id,) in conn.execute(f"SELECT id FROM {table} WHERE person = ?", (number,)).fetchall():
        if row_id not in kept:
            conn.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
    for record in records:
        cells = {f.name: stored(f, record.get(f.name, UNKNOWN)) for f in fields}
        put_record(conn, table, number, cells, record.get("id"))


def put_record(
    conn: sqlite3.Connection,
    table: str,
    person: int,
    cells: Mapping[str, Any],
    row_id: Value | None,
) -> int:
    """Write one row of a person's list, anew or over the row `row_id`; the row's number."""
    if row_id is None:
        names = ", ".join(f'"{n}"' for n in ("person", *cells))
        marks = ", ".join("?" * (len(cells) + 1))
        done = conn.execute(
            f"INSERT INTO {table}({names}) VALUES ({marks})", (person, *cells.values())
        )
        return int(done.lastrowid or 0)
    old = conn.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchone()
    if any(old[n] != v for n, v in cells.items()):
        names = ", ".join(f'"{n}" = ?' for n in cells)
        conn.execute(f"UPDATE {table} SET {names} WHERE id = ?", (*cells.values(), row_id))
    return int(str(row_id))


def _write_members(conn: sqlite3.Connection, number: int, table: str, value: Value) -> None:
    """A dated set typed without dates: members said yes or no today, earlier rows left to the history."""
    if value is UNKNOWN or value is NONE or isinstance(value, frozenset):
        wanted = dict.fromkeys(value, True) if isinstance(value, frozenset) else {}
        stale = f"DELETE FROM {table} WHERE person = ? AND (止 IS NULL OR 是否 = 0)"
        keep = {
            r["类别"]
            for r in conn.execute(
                f"SELECT 类别 FROM {table} WHERE person = ? AND 是否 = 1 AND 止 IS NULL", (number,)
            )
        }
        for gone in keep - wanted.keys():
            conn.execute(
                f"DELETE FROM {table} WHERE person = ? AND 类别 = ? AND 止 IS NULL", (number, gone)
            )
        if not wanted:
            conn.execute(stale, (number,))
        wanted = {m: True for m in wanted if m not in keep}
    elif isinstance(value, PartialSet):
        wanted = {**dict.fromkeys(value.yes, True), **dict.fromkeys(value.no, False)}
    else:
        raise TypeError(f"not a set: {value!r}")
    for member, holds in wanted.items():
        row = conn.execute(
            f"SELECT id, 是否 FROM {table} WHERE person = ? AND 类别 = ? AND 止 IS NULL",
            (number, member),
        ).fetchone()
        if row is None:
            conn.execute(
                f"INSERT INTO {table}(person, 类别, 是否) VALUES (?, ?, ?)",
                (number, member, int(holds)),
            )
        elif bool(row["是否"]) is not holds:
            conn.execute(f"UPDATE {table} SET 是否 = ? WHERE id = ?", (int(holds), row["id"]))


def _write_home(
    conn: sqlite3.Connection, number: int, values: Mapping[str, Value], evidence: Evidence
) -> None:
    if not values:
        return
    home = conn.execute("SELECT household FROM person WHERE id = ?", (number,)).fetchone()[0]
    if home is None:
        home = conn.execute("INSERT INTO household DEFAULT VALUES").lastrowid
        conn.execute("UPDATE person SET household = ? WHERE id = ?", (home, number))
    row = {n: stored(_HOME[n], v) for n, v in values.items()}
    columns = ", ".join(f'"{n}" = ?' for n in row)
    conn.execute(f"UPDATE household SET {columns} WHERE id = ?", (*row.values(), home))
    write_evidence(conn, "household", home, values, evidence)


def join_household(conn: sqlite3.Connection, number: int, code: str) -> None:
    """Put a person into the household with this 户编号; a new number names the one without.

    Only who lives in a household that has another number moves into a new one.
    """
    row = conn.execute("SELECT id FROM household WHERE 户编号 = ?", (code,)).fetchone()
    if row is None:
        named = conn.execute(
            "UPDATE household SET 户编号 = ? WHERE 户编号 IS NULL "
            "AND id = (SELECT household FROM person WHERE id = ?)",
            (code, number),
        )
        if named.rowcount:
            return
    home = (
        row[0]
        if row
        else conn.execute("INSERT INTO household(户编号) VALUES (?)", (code,)).lastrowid
    )
    conn.execute(
        "UPDATE person SET household = ? WHERE id = ? AND household IS NOT ?", (home, number, home)
    )


def close_person(conn: sqlite3.Connection, number: int, on: date, why: str) -> None:
    """Close a file (moved away, retired, died); it keeps its number and its past."""
    conn.execute(
        "UPDATE person SET closed_on = ?, closed_why = ? WHERE id = ?",
        (on.isoformat(), why, number),
    )


def reopen_person(conn: sqlite3.Connection, number: int) -> None:
    """Open a closed file again: who moved away has come back."""
    conn.execute("UPDATE person SET closed_on = NULL, closed_why = NULL WHERE id = ?", (number,))


def set_own_field(conn: sqlite3.Connection, number: int, field: str, value: str | None) -> None:
    """Set or empty a field that the workspace added in 字段.yaml."""
    conn.execute("DELETE FROM own_field WHERE person = ? AND field = ?", (number, field))
    if value is not None:
        conn.execute(
            "INSERT INTO own_field(person, field, value) VALUES (?, ?, ?)", (number, field, value)
        )

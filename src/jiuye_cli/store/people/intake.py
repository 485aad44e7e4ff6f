"""What an import must know of the file, and the marks it leaves there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jiuye_cli.core.intake.people import NUMBER, PersonRow
from jiuye_cli.core.intake.same_person import Known
from jiuye_cli.core.people.names import has_lost_characters
from jiuye_cli.store.people.people import read_people

AT_ONCE = 5_000


def people_met(conn: sqlite3.Connection, rows: Sequence[PersonRow], today: date) -> Iterator[Known]:
    """Everyone on file whom these rows may be about: by identity number or name."""
    ids = _ids_met(conn, rows)
    for start in range(0, len(ids), AT_ONCE):
        for person in read_people(conn, today, ids[start : start + AT_ONCE]):
            yield Known(
                person.id,
                person.facts.values,
                person.facts.evidence,
                closed=person.closed_on is not None,
            )


def _ids_met(conn: sqlite3.Connection, rows: Sequence[PersonRow]) -> list[int]:
    numbers = json.dumps([row.values[NUMBER] for row in rows if NUMBER in row.values])
    names = {row.name for row in rows if row.name}
    found = conn.execute(
        "SELECT id FROM person WHERE 身份证号 IN (SELECT value FROM json_each(?))"
        " UNION SELECT id FROM person WHERE 姓名 IN (SELECT value FROM json_each(?))",
        (numbers, json.dumps(sorted(names))),
    )
    ids = {row[0] for row in found}
    for name in filter(has_lost_characters, names):
        like = f"{name[0]}%" if not has_lost_characters(name[0]) else f"%{name[-1]}"
        ids |= {row[0] for row in conn.execute("SELECT id FROM person WHERE 姓名 LIKE ?", (like,))}
    return sorted(ids)


def rows_seen(conn: sqlite3.Connection, rows: Sequence[PersonRow]) -> dict[str, int]:
    """The people whom rows with these marks became, by mark."""
    marks = json.dumps([row.mark for row in rows if row.mark])
    found = conn.execute(
        "SELECT mark, person FROM import_row WHERE mark IN (SELECT value FROM json_each(?)) ORDER BY id",
        (marks,),
    )
    return {row[0]: row[1] for row in found}


def remember_rows(conn: sqlite3.Connection, marks: Iterable[tuple[int, str]]) -> None:
    """Keep which person each row became: pairs of case number and mark."""
    conn.executemany("INSERT INTO import_row(person, mark) VALUES (?, ?)", marks)


def told_apart(conn: sqlite3.Connection) -> set[tuple[int, str]]:
    """Every answer “not the same”: case number and the key of the other."""
    return {(row[0], row[1]) for row in conn.execute("SELECT person, identity FROM not_same")}


def remember_apart(conn: sqlite3.Connection, pairs: Iterable[tuple[int, str]]) -> None:
    """Keep answers “not the same”."""
    conn.executemany("INSERT INTO not_same(person, identity) VALUES (?, ?)", pairs)

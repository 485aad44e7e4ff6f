"""Everyone's file as it stood at the end of an earlier day, without what was taken back since.

Today's rows are rolled back: of each row changed after that day the first image
before the change counts. A week has few changes, so this costs little more than
reading today's files.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from jiuye_cli.core.fields.catalogue import HOUSEHOLD, LIST_TABLES, PERSON
from jiuye_cli.core.fields.value import NONE, Evidence, Facts, Grade, Record
from jiuye_cli.core.people.person import Person
from jiuye_cli.store.file.codec import loaded, loaded_record
from jiuye_cli.store.people.people import assemble, record_fields

Row = Mapping[str, Any]
Proofs = dict[str, tuple[Evidence, bool]]


def read_people_as_of(conn: sqlite3.Connection, day: date) -> list[Person]:
    """Everyone whose file was open when `day` ended, in case-number order.

    A command that was undone later counts as never given: this is what the file
    says of that day by now, not what it said then.
    """
    before = _before_images(conn, day)
    lists = {f.name: _records(conn, before, f.name) for f in PERSON.lists}
    proofs, home_proofs = _proofs(_rows(conn, before, "evidence"))
    homes = _homes(_rows(conn, before, "household"), home_proofs)
    own: dict[int, dict[str, str]] = defaultdict(dict)
    for row in _rows(conn, before, "own_field"):
        own[row["person"]][row["field"]] = row["value"]
    return [
        assemble(row, lists, proofs.get(row["id"], {}), homes, own.get(row["id"], {}), day)
        for row in _rows(conn, before, "person")
        if not row["closed_on"] or row["closed_on"] > day.isoformat()
    ]


def _before_images(
    conn: sqlite3.Connection, day: date
) -> Mapping[str, Mapping[int, dict[str, Any] | None]]:
    """Of each row changed after the day, what it was before; None where there was none."""
    images: dict[str, dict[int, dict[str, Any] | None]] = defaultdict(dict)
    for table, key, before in conn.execute(
        'SELECT c."table", c."key", c.before FROM change c JOIN operation o ON o.id = c.operation '
        "WHERE o.at >= ? AND o.undone_by IS NULL AND o.undoes IS NULL ORDER BY c.id DESC",
        (f"{day.isoformat()}U",),
    ):
        images[table][key] = json.loads(before) if before else None
    return images


def _rows(
    conn: sqlite3.Connection,
    before: Mapping[str, Mapping[int, dict[str, Any] | None]],
    table: str,
) -> Sequence[Row]:
    rolled = before.get(table, {})
    now = conn.execute(f'SELECT * FROM "{table}" ORDER BY id')
    kept: list[Row] = [dict(row) for row in now if row["id"] not in rolled]
    # Images leave empty columns out
    past = [defaultdict(lambda: None, image) for image in rolled.values() if image is not None]
    return sorted([*kept, *past], key=lambda row: row["id"]) if past else kept


def _records(
    conn: sqlite3.Connection,
    before: Mapping[str, Mapping[int, dict[str, Any] | None]],
    name: str,
) -> dict[int, list[Record]]:
    fields = record_fields(PERSON.field(name))
    found: dict[int, list[Record]] = defaultdict(list)
    for row in _rows(conn, before, LIST_TABLES[name]):
        found[row["person"]].append(loaded_record(fields, row))
    return found


def _proofs(rows: Sequence[Row]) -> tuple[dict[int, Proofs], dict[int, Proofs]]:
    """The evidence of persons and of households, by their numbers."""
    people: dict[int, Proofs] = defaultdict(dict)
    homes: dict[int, Proofs] = defaultdict(dict)
    for row in rows:
        proof = Evidence(Grade(row["grade"]), row["source"], date.fromisoformat(row["noted_on"]))
        owner = people[row["person"]] if row["person"] else homes[row["household"]]
        owner[row["field"]] = (proof, bool(row["none"]))
    return people, homes


def _homes(rows: Sequence[Row], proofs: Mapping[int, Proofs]) -> dict[int, Facts]:
    homes = {}
    for row in rows:
        values = {
            f.name: loaded(f, row[f.name]) for f in HOUSEHOLD.columns if row[f.name] is not None
        }
        told = proofs.get(row["id"], {})
        none = {name: NONE for name, (_, is_none) in told.items() if is_none}
        homes[int(row["id"])] = Facts(
            {**values, **none}, {name: proof for name, (proof, _) in told.items()}
        )
    return homes

"""A person's file as it was known at the end of an earlier day, from the history alone."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from datetime import date
from typing import Any

from jiuye_cli.core.fields.catalogue import HOUSEHOLD, LIST_TABLES, PERSON
from jiuye_cli.core.fields.value import NONE, Evidence, Facts, Grade, Record
from jiuye_cli.core.people.person import Person
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.file.codec import loaded, loaded_record
from jiuye_cli.store.people.people import assemble, record_fields

Images = dict[str, dict[int, dict[str, Any]]]


def read_person_as_of(conn: sqlite3.Connection, person: int, day: date) -> Person:
    """The file as known when `day` ended; `NotFoundError` when there was none yet."""
    images = _images(conn, "c.person = ?", (person,), day)
    row = images["person"].get(person)
    if row is None:
        raise NotFoundError(f"{day} 那天还没有 {person} 号档案。")
    lists = {f.name: {person: _records(images, f.name)} for f in PERSON.lists}
    homes = _homes(conn, row["household"], day)
    own = {r["field"]: r["value"] for r in images["own_field"].values()}
    return assemble(row, lists, _proofs(images), homes, own, day)


def _images(conn: sqlite3.Connection, where: str, args: tuple[Any, ...], day: date) -> Images:
    """The last image of each row on that day, gone rows left out."""
    images: Images = defaultdict(dict)
    for table, key, after in conn.execute(
        'SELECT c."table", c."key", c.after FROM change c JOIN operation o ON o.id = c.operation '
        f"WHERE {where} AND o.at < ? ORDER BY c.id",
        (*args, f"{day.isoformat()}U"),
    ):
        if after is None:
            images[table].pop(key, None)
        else:
            # Images leave empty columns out
            images[table][key] = defaultdict(lambda: None, json.loads(after))
    return images


def _records(images: Images, name: str) -> list[Record]:
    field = PERSON.field(name)
    rows = images[LIST_TABLES[name]]
    return [loaded_record(record_fields(field), rows[key]) for key in sorted(rows)]


def _proofs(images: Images) -> dict[str, tuple[Evidence, bool]]:
    return {
        r["field"]: (
            Evidence(Grade(r["grade"]), r["source"], date.fromisoformat(r["noted_on"])),
            bool(r["none"]),
        )
        for r in images["evidence"].values()
    }


def _homes(conn: sqlite3.Connection, home: int | None, day: date) -> dict[int, Facts]:
    if home is None:
        return {}
    row = _images(conn, 'c."table" = \'household\' AND c."key" = ?', (home,), day)["household"].get(
        home
    )
    if row is None:
        return {}
    values = {f.name: loaded(f, row[f.name]) for f in HOUSEHOLD.columns if row[f.name] is not None}
    proofs = {}
    told = _images(
        conn,
        "c.\"table\" = 'evidence' AND json_extract(coalesce(c.after, c.before), '$.household') = ?",
        (home,),
        day,
    )
    for name, (proof, none) in _proofs(told).items():
        proofs[name] = proof
        if none:
            values[name] = NONE
    return {home: Facts(values, proofs)}

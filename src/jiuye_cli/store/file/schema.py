"""The tables, made from the field catalogue, and how an older file becomes today's.

Each migration is a function of a `sqlite_utils.Database`; all that a file lacks
run in one transaction together with its new version number.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jiuye_cli.core.fields.catalogue import HOUSEHOLD, LIST_TABLES, PERSON
from jiuye_cli.errors import RefusedError
from jiuye_cli.store.file import history
from jiuye_cli.store.file.columns import columns
from jiuye_cli.store.file.connection import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    connect,
    header_version,
    sentences,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

DATED_SET_COLUMNS = {"类别": str, "是否": int, "起": str, "止": str}


def _people(db: Database) -> None:
    db["household"].create(  # type: ignore[union-attr]
        {"id": int, "户编号": str, **columns(HOUSEHOLD.columns)}, pk="id", strict=True
    )
    db["person"].create(  # type: ignore[union-attr]
        {
            "id": int,
            **columns(PERSON.columns),
            "household": int,
            "pinyin": str,
            "initials": str,
            "created_on": str,
            "closed_on": str,
            "closed_why": str,
        },
        pk="id",
        strict=True,
        not_null={"姓名"},
        foreign_keys=[("household", "household", "id")],
    )
    for one in PERSON.lists:
        shape = DATED_SET_COLUMNS if one.dated else columns(one.records)
        db[LIST_TABLES[one.name]].create(  # type: ignore[union-attr]
            {"id": int, "person": int, **shape}, pk="id", strict=True, not_null={"person"},
            foreign_keys=[("person", "person", "id")],
        )  # fmt: skip
        db[LIST_TABLES[one.name]].create_index(["person"])  # type: ignore[union-attr]
    db["person"].create_index(["身份证号"], unique=True)  # type: ignore[union-attr]
    db["phone"].create_index(["号码"])  # type: ignore[union-attr]


def _evidence(db: Database) -> None:
    db["evidence"].create(  # type: ignore[union-attr]
        {"id": int, "person": int, "household": int, "field": str, "none": int, "grade": str, "source": str, "noted_on": str},
        pk="id", strict=True, not_null={"field", "grade", "source", "noted_on"}, defaults={"none": 0},
        foreign_keys=[("person", "person", "id"), ("household", "household", "id")],
    )  # fmt: skip
    # One owner each; an index over both would hold every row twice
    for owner in ("person", "household"):
        db.conn.execute(
            f"CREATE UNIQUE INDEX evidence_{owner} ON evidence({owner}, field) WHERE {owner} IS NOT NULL"
        )
    db["own_field"].create(  # type: ignore[union-attr]
        {"id": int, "person": int, "field": str, "value": str},
        pk="id", strict=True, not_null={"person", "field"}, foreign_keys=[("person", "person", "id")],
    )  # fmt: skip
    db["own_field"].create_index(["person", "field"], unique=True)  # type: ignore[union-attr]
    db["not_same"].create(  # type: ignore[union-attr]
        {"id": int, "person": int, "identity": str},
        pk="id",
        strict=True,
        foreign_keys=[("person", "person", "id")],
    )


def _serials(db: Database) -> None:
    db["serial"].create({"name": str, "last": int}, pk="name", strict=True)  # type: ignore[union-attr]
    db["serial"].insert({"name": "person", "last": 0})  # type: ignore[union-attr]


def _desk_log(db: Database) -> None:
    db["look"].create(  # type: ignore[union-attr]
        {"id": int, "at": str, "who": str, "what": str, "columns": str, "people": int, "purpose": str},
        pk="id", strict=True,
    )  # fmt: skip


def _version_1(db: Database) -> None:
    from jiuye_cli.store.tables import make_tables

    history.create_tables(db)
    _people(db)
    _evidence(db)
    _desk_log(db)
    _serials(db)
    make_tables(db)


def _version_2(db: Database) -> None:
    """Jobs know their branch and industry: 行业, 产业."""
    jobs = db[LIST_TABLES["就业经历"]]
    for name in {"行业", "产业"} - jobs.columns_dict.keys():
        jobs.add_column(name, str)  # type: ignore[union-attr]


MIGRATIONS: tuple[Callable[[Database], None], ...] = (_version_1, _version_2)


def create(path: Path) -> None:
    """Make a new, empty database file; `RefusedError` when one is there already."""
    if path.exists():
        raise RefusedError(f"{path} 已经有了，没有动它。")
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with sentences(path):
            _fill(part)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    part.rename(path)


def _fill(part: Path) -> None:
    conn = sqlite3.connect(part, isolation_level=None)
    try:
        conn.execute("PRAGMA journal_mode=DELETE")
        conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        _migrate(conn)
    finally:
        conn.close()


def upgrade(path: Path) -> bool:
    """Bring an older file to today's schema in one transaction; whether anything was done."""
    version = header_version(path)
    if version == SCHEMA_VERSION:
        return False
    conn = connect(path)
    try:
        with sentences(path):
            _migrate(conn)
    finally:
        conn.close()
    return True


def _migrate(conn: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    conn.execute("BEGIN IMMEDIATE")
    try:
        # Another terminal may have done it while this one waited
        version = int(conn.execute("PRAGMA user_version").fetchone()[0])
        db = Database(conn, execute_plugins=False)
        for migration in MIGRATIONS[version:]:
            migration(db)
        history.create_triggers(conn)
        conn.execute(f"PRAGMA user_version={len(MIGRATIONS)}")
    except BaseException:
        conn.rollback()
        raise
    conn.execute("COMMIT")

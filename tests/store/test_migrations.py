"""A file of an older version is brought to today's schema, its history with it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from jiuye_cli.errors import DatabaseError
from jiuye_cli.store.file import schema
from jiuye_cli.store.file.connection import SCHEMA_VERSION, connect, header_version


def test_a_file_of_version_1_learns_branch_and_industry(tmp_path: Path) -> None:
    path = tmp_path / "jiuye.db"
    schema.create(path)
    old = sqlite3.connect(path)
    for trigger in ("insert", "update", "delete"):
        old.execute(f"DROP TRIGGER job_held_{trigger}")
    old.execute("ALTER TABLE job_held DROP COLUMN 行业")
    old.execute("ALTER TABLE job_held DROP COLUMN 产业")
    old.execute("PRAGMA user_version=1")
    old.commit()
    old.close()

    assert schema.upgrade(path)
    assert not schema.upgrade(path)

    assert header_version(path) == SCHEMA_VERSION == len(schema.MIGRATIONS)
    conn = connect(path)
    columns = {row[1] for row in conn.execute("PRAGMA table_info(job_held)")}
    assert {"行业", "产业"} <= columns
    told = conn.execute("SELECT sql FROM sqlite_schema WHERE name = 'job_held_insert'").fetchone()
    assert "行业" in told[0]


def test_a_file_that_another_terminal_has_just_upgraded_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, ran = tmp_path / "jiuye.db", list[int]()
    schema.create(path)
    monkeypatch.setattr(schema, "MIGRATIONS", (lambda _: ran.append(1),) * SCHEMA_VERSION)
    # This terminal read the old version before the other one was done
    monkeypatch.setattr(schema, "header_version", lambda _: 1)
    schema.upgrade(path)
    assert ran == []


def test_an_upgrade_that_finds_no_room_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    path = tmp_path / "jiuye.db"
    schema.create(path)
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version=1")
    conn.close()
    monkeypatch.setattr(schema, "MIGRATIONS", (full,) * SCHEMA_VERSION)
    with pytest.raises(DatabaseError, match="磁盘满了"):
        schema.upgrade(path)
    assert header_version(path) == 1

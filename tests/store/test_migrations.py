"""A file of an older version is brought to today's schema, its history with it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from jiuye_cli.store import schema
from jiuye_cli.store.connection import SCHEMA_VERSION, connect, header_version


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

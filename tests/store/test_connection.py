"""A file that is not ours, newer, empty or damaged is named in a sentence and never written to."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
import time
from datetime import datetime
from pathlib import Path

import pytest

from jiuye_cli.errors import DatabaseError, JiuyeError, NotFoundError
from jiuye_cli.store.file import connection, schema
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.file.operation import operation
from jiuye_cli.store.file.schema import create

AT = datetime(2026, 11, 2, 9, 0)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_mistyped_path_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="先运行 jiuye init 建台账"):
        connect(tmp_path / "jiuye.db")
    assert list(tmp_path.iterdir()) == []


def strange_file(path: Path, kind: str) -> None:
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "text":
        path.write_text("姓名,电话\n" * 100, encoding="utf-8")
    elif kind == "another program's":
        conn = sqlite3.connect(path)
        conn.execute("CREATE TABLE songs(id)")
        conn.commit()
        conn.close()
    else:
        create(path)
        conn = sqlite3.connect(path)
        conn.execute("PRAGMA user_version=99")
        conn.close()


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("empty", "不是完整的台账文件"),
        ("text", "不是完整的台账文件"),
        ("another program's", "是别的程序的文件，没有动它"),
        ("newer", "请先升级程序，没有动它"),
    ],
)
def test_a_strange_file_is_named_and_left_alone(tmp_path: Path, kind: str, sentence: str) -> None:
    path = tmp_path / "jiuye.db"
    strange_file(path, kind)
    before = digest(path)
    with pytest.raises(DatabaseError, match=sentence):
        connect(path)
    assert digest(path) == before


def test_a_locked_file_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "WAIT_SECONDS", 0.1)
    create(tmp_path / "jiuye.db")
    holder = connect(tmp_path / "jiuye.db")
    with operation(holder, "导入", who="王芳", at=AT):
        late = connect(tmp_path / "jiuye.db")
        with (
            pytest.raises(DatabaseError, match="正在写台账"),
            operation(late, "改", who="李静", at=AT),
        ):
            pass


def test_two_writers_take_turns_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "jiuye.db"
    create(path)
    faults: list[Exception] = []

    def write(name: str) -> None:
        conn = connect(path)
        try:
            for _ in range(20):
                with operation(conn, f"改 {name}", who=name, at=AT):
                    last = conn.execute("SELECT last FROM serial").fetchone()[0]
                    time.sleep(0.001)
                    conn.execute("UPDATE serial SET last = ?", (last + 1,))
        except JiuyeError as error:
            faults.append(error)

    writers = [threading.Thread(target=write, args=(name,)) for name in ("王芳", "李静")]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert faults == []
    assert connect(path).execute("SELECT last FROM serial").fetchone()[0] == 40


def test_reading_can_change_nothing(tmp_path: Path) -> None:
    create(tmp_path / "jiuye.db")
    conn = connect(tmp_path / "jiuye.db", read_only=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        conn.execute("UPDATE serial SET last = 7")


def test_the_tables_are_strict_and_keyed(tmp_path: Path) -> None:
    create(tmp_path / "jiuye.db")
    conn = connect(tmp_path / "jiuye.db")
    assert conn.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert conn.execute("PRAGMA synchronous").fetchone()[0] == 3
    assert conn.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    loose = conn.execute(
        "SELECT name FROM pragma_table_list WHERE type='table' AND strict=0 AND name NOT LIKE 'sqlite_%'"
    )
    assert loose.fetchall() == []


def test_a_disk_that_fills_while_a_database_is_made_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(conn: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(schema, "_migrate", full)
    with pytest.raises(DatabaseError, match="磁盘满了，这次没有写进去"):
        schema.create(tmp_path / "jiuye.db")
    assert list(tmp_path.iterdir()) == []

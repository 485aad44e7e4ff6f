"""Opening the database file: never creates one, never opens a stranger's or a newer one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jiuye_cli.errors import DatabaseError, NotFoundError

APPLICATION_ID = 0x6A697579  # "jiuy", in the file's header
SCHEMA_VERSION = 2
WAIT_SECONDS = 10

_MAGIC = b"SQLite format 3\x00"

# EXTRA, not FULL: with a rollback journal FULL can lose the last acknowledged
# transaction in a power cut. secure_delete: deleted people leave no bytes.
_PRAGMAS = """
PRAGMA foreign_keys=ON;
PRAGMA synchronous=EXTRA;
PRAGMA cell_size_check=ON;
PRAGMA secure_delete=ON;
PRAGMA temp_store=MEMORY;
"""


def header_version(path: Path) -> int:
    """The schema version in the file's header, read without opening it as a database.

    Raises `NotFoundError` when there is no file, `DatabaseError` when it is not ours
    or was made by a newer program.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise NotFoundError(f"没有找到台账文件 {path}。{_way_out(path)}") from None
    except OSError as error:
        raise DatabaseError(f"台账文件 {path} 打不开：{error.strerror}。") from error
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise DatabaseError(f"{path} 不是完整的台账文件。用 jiuye restore 从 backup 里恢复。")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise DatabaseError(f"{path} 是别的程序的文件，没有动它。")
    version = int.from_bytes(header[60:64], "big")
    if version > SCHEMA_VERSION:
        raise DatabaseError(f"{path} 是更新版本的 jiuye 写的，请先升级程序，没有动它。")
    return version


def _way_out(path: Path) -> str:
    if any(path.parent.glob("backup/jiuye-*.db*")):
        return "backup 里有备份，用 jiuye restore 恢复，不要新建。"
    return "先运行 jiuye init 建台账。"


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection to the workspace's database, after its header has been checked.

    Autocommit mode: transactions are opened by `operation` alone. Raises as
    `header_version` does.
    """
    header_version(path)
    with sentences(path):
        conn = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=rw",
            uri=True,
            timeout=WAIT_SECONDS,
            isolation_level=None,
        )
        conn.executescript(_PRAGMAS)
        # The history's triggers call json_object(), which older SQLite counts as unsafe
        conn.execute(f"PRAGMA trusted_schema={'OFF' if read_only else 'ON'}")
        if read_only:
            conn.execute("PRAGMA query_only=ON")
    conn.row_factory = sqlite3.Row
    return conn


@contextmanager
def sentences(path: Path | str = "台账") -> Iterator[None]:
    """Turn SQLite's faults into a `DatabaseError` with a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise DatabaseError(_sentence(error, path)) from error


def _sentence(error: sqlite3.Error, path: Path | str) -> str:
    text = str(error)
    if "locked" in text or "busy" in text:
        return f"另一个 jiuye 正在写台账，等了 {WAIT_SECONDS} 秒还没写完。稍后再试一次。"
    if "full" in text:
        return "磁盘满了，这次没有写进去，台账还是原来的样子。先腾出空间。"
    if "malformed" in text or "not a database" in text:
        return f"{path} 坏了。用 jiuye restore 从 backup 里恢复。"
    if "readonly" in text:
        return f"{path} 只能读不能写，看看文件或 U 盘是不是设了只读。"
    if "disk I/O" in text:
        return (
            f"{path} 读写出错，像是磁盘、U 盘出了毛病或没有空间了。这次没有写进去；换个地方再试。"
        )
    if "unable to open" in text:
        return f"{path} 打不开，看看文件夹在不在、有没有权限。"
    return f"台账读写出错（{text}）。先运行 jiuye doctor 体检。"

"""Copies that are known to open: made whole, checked, named by what is in them.

A copy's name carries its sequence number, the day, and the sha256 of its bytes,
so that a damaged copy is recognised and no clock decides what is old.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import time
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from jiuye_cli.errors import DatabaseError, NotFoundError
from jiuye_cli.store.file.connection import SCHEMA_VERSION, connect, header_version, sentences

KEPT = 30
"""How many copies are kept; the oldest by number go first."""

ABANDONED_SECONDS = 3600
"""How long nobody has written to an unfinished copy that is given up."""

_NAME = re.compile(
    r"jiuye-(?P<number>\d{6})-(?P<day>\d{4}-\d\d-\d\d)-(?P<sum>[0-9a-f]{16})\.db(\.age)?"
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A verified copy in the backup folder; `day` is what the clock said when it was made."""

    path: Path
    number: int
    day: date
    sum: str


def copies(folder: Path) -> list[Copy]:
    """The copies in a folder, oldest first by number."""
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        match = _NAME.fullmatch(path.name)
        if match:
            found.append(
                Copy(path, int(match["number"]), date.fromisoformat(match["day"]), match["sum"])
            )
    return sorted(found, key=lambda copy: copy.number)


def back_up(
    database: Path, folder: Path, at: datetime, *, keep: int = KEPT, spare: Path | None = None
) -> Copy:
    """Copy the database while others may write, open and check the copy, then give it its name.

    `spare` is a copy that stays however old it is. Raises `DatabaseError` when
    the copy does not pass; earlier copies are then untouched.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _sweep(folder)
    number = max((copy.number for copy in copies(folder)), default=0) + 1
    part = folder / f".jiuye-{os.getpid()}.part"
    part.unlink(missing_ok=True)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _copy(database, part)
        verify(part)
        digest = _digest(part)
        path = folder / f"jiuye-{number:06d}-{at.date().isoformat()}-{digest}.db"
        _settle(part, path)
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            left.unlink(missing_ok=True)
    for old in _spent(copies(folder), keep):
        if spare is None or not old.path.samefile(spare):
            old.path.unlink()
    return Copy(path, number, at.date(), digest)


def _spent(found: list[Copy], keep: int) -> list[Copy]:
    """The copies that may go: the oldest by number, but never the last one of a far larger register.

    Someone who has lost half the village goes on making copies of what is left.
    """
    going, staying = found[:-keep], found[-keep:]
    if not going:
        return going
    larger = 2 * _people(staying[-1].path)
    fuller = next((one for one in reversed(going) if _people(one.path) > larger), None)
    if fuller and any(_people(one.path) > larger for one in staying):
        fuller = None
    return [one for one in going if one is not fuller]


def _people(copy: Path) -> int:
    """How many people a copy holds; 0 where it is sealed or cannot be read."""
    try:
        conn = sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)
        try:
            return int(conn.execute("SELECT count(*) FROM person").fetchone()[0])
        finally:
            conn.close()
    except sqlite3.Error:
        return 0


def _sweep(folder: Path) -> None:
    """Take away what a killed run left unfinished: it holds everyone and no seal protects it."""
    for part in folder.glob(".*.part*"):
        if time.time() - part.stat().st_mtime > ABANDONED_SECONDS:
            part.unlink(missing_ok=True)


def _copy(database: Path, part: Path) -> None:
    source = connect(database, read_only=True)
    try:
        with sentences(database):
            target = sqlite3.connect(part)
            try:
                source.backup(target)
            finally:
                target.close()
    finally:
        source.close()


def verify(path: Path) -> None:
    """Check that a file is a whole database of ours; `DatabaseError` when it is not."""
    header_version(path)
    with sentences(path):
        conn = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            fault = conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
            orphan = conn.execute("PRAGMA foreign_key_check").fetchone()
            people = conn.execute("SELECT count(*) FROM person").fetchone()[0]
        finally:
            conn.close()
    if fault != "ok" or orphan is not None or people < 0:
        raise DatabaseError(f"{path.name} 没有通过检查（{fault}）。换一份备份。")


def verify_copy(path: Path) -> None:
    """Check a copy's name against its bytes and its bytes as a database."""
    match = _NAME.fullmatch(path.name)
    if match and not path.name.endswith(".age") and match["sum"] != _digest(path):
        raise DatabaseError(f"{path.name} 的内容和名字里的校验不一致，已经坏了。换一份备份。")
    verify(path)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def _settle(part: Path, path: Path) -> None:
    """Bring a finished file under its name so that a power cut leaves the old or the new."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename durable where the system can (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put_back(copy: Path, database: Path, aside: Path) -> None:
    """Make the database what a verified copy holds.

    The copy is poured into the open file in one transaction, so that another
    program that has it open sees the old or the new. A file too damaged to open
    is moved to `aside` first.
    """
    if not copy.is_file():
        raise NotFoundError(f"没有 {copy} 这个备份。")
    verify_copy(copy)
    if database.exists() and not _ours(database):
        database.replace(aside)
    source = sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)
    try:
        if database.exists():
            _pour(source, database)
        else:
            part = database.with_name(database.name + ".part")
            part.unlink(missing_ok=True)
            _pour(source, part)
            _settle(part, database)
    finally:
        source.close()


def _pour(source: sqlite3.Connection, path: Path) -> None:
    with sentences(path):
        target = sqlite3.connect(path, timeout=10)
        try:
            target.execute("PRAGMA synchronous=EXTRA")
            source.backup(target)
        finally:
            target.close()


def _ours(database: Path) -> bool:
    try:
        if header_version(database) > SCHEMA_VERSION:
            return False
        conn = connect(database, read_only=True)
        try:
            return bool(conn.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        finally:
            conn.close()
    except (DatabaseError, NotFoundError, sqlite3.Error):
        return False


def age_days(folder: Path, today: date) -> int | None:
    """Days since the newest copy; None when there is none."""
    found = copies(folder)
    return (today - found[-1].day).days if found else None

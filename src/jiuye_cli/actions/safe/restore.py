"""Put a backup back: opened if sealed, checked, and never at the price of today's file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jiuye_cli.errors import DatabaseError, NotFoundError
from jiuye_cli.store.callback.sheets import names_of
from jiuye_cli.store.file.backup import back_up, put_back, verify_copy
from jiuye_cli.store.file.carry_over import carry_over
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.file.schema import upgrade
from jiuye_cli.store.people.forget import erased_numbers

if TYPE_CHECKING:
    from jiuye_cli.workspace import Workspace

ASIDE = "恢复前"
"""How the name of a file begins that was too damaged to be copied and was only put aside."""


@dataclass(frozen=True, slots=True)
class Restored:
    """Where today's file was put (None if there was none), and who was erased in it but is back."""

    kept: Path | None
    back: tuple[int, ...] = ()


def restore_copy(place: Workspace, path: Path, at: datetime, secret: str | None) -> Restored:
    """Make the database what the copy holds.

    `secret` opens a sealed copy. Raises `NotFoundError`, `RefusedError` (wrong
    passphrase) or `DatabaseError` (a damaged copy) before anything is touched.
    """
    if not path.is_file():
        raise NotFoundError(f"没有 {path} 这个备份。看看 {place.backups}。")
    plain = path
    opened = place.backups / ".opened.part"
    try:
        if secret is not None:
            from jiuye_cli.store.file.seal import unseal

            opened.unlink(missing_ok=True)
            unseal(path, secret, opened)
            plain = opened
        verify_copy(plain)
        erased = _erased(place.database)
        kept = _keep_today(place, at, spare=path)
        put_back(plain, place.database, _aside(place, at))
        upgrade(place.database)
        if kept is not None and kept.is_file() and not kept.name.startswith(ASIDE):
            carry_over(kept, place.database)
    finally:
        opened.unlink(missing_ok=True)
    return Restored(kept, _back(place.database, erased))


def _erased(database: Path) -> list[int]:
    """Who was erased in today's file, as far as it can be read."""
    if not database.exists():
        return []
    try:
        conn = connect(database, read_only=True)
    except DatabaseError:
        return []
    try:
        return erased_numbers(conn)
    except sqlite3.Error:
        return []
    finally:
        conn.close()


def _back(database: Path, erased: Sequence[int]) -> tuple[int, ...]:
    """Those of the erased whom the copy, being older, still holds."""
    conn = connect(database, read_only=True)
    try:
        return tuple(sorted(names_of(conn, erased)))
    finally:
        conn.close()


def _keep_today(place: Workspace, at: datetime, spare: Path) -> Path | None:
    if not place.database.exists():
        return None
    try:
        return back_up(place.database, place.backups, at, spare=spare).path
    except DatabaseError:
        return _aside(place, at)


def _aside(place: Workspace, at: datetime) -> Path:
    return place.backups / f"{ASIDE}-{at:%Y-%m-%d-%H%M%S}.db"

"""Put a backup back: opened if sealed, checked, and never at the price of today's file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jiuye_cli.errors import DatabaseError, NotFoundError
from jiuye_cli.store.backup import back_up, put_back, verify_copy
from jiuye_cli.store.schema import upgrade

if TYPE_CHECKING:
    from jiuye_cli.workspace import Workspace


def restore_copy(place: Workspace, path: Path, at: datetime, secret: str | None) -> Path | None:
    """Make the database what the copy holds; where today's was put, or None if there was none.

    `secret` opens a sealed copy. Raises `NotFoundError`, `RefusedError` (wrong
    passphrase) or `DatabaseError` (a damaged copy) before anything is touched.
    """
    if not path.is_file():
        raise NotFoundError(f"没有 {path} 这个备份。看看 {place.backups}。")
    plain = path
    opened = place.backups / ".opened.part"
    try:
        if secret is not None:
            from jiuye_cli.store.seal import unseal

            opened.unlink(missing_ok=True)
            unseal(path, secret, opened)
            plain = opened
        verify_copy(plain)
        kept = _keep_today(place, at)
        put_back(plain, place.database, _aside(place, at))
        upgrade(place.database)
    finally:
        opened.unlink(missing_ok=True)
    return kept


def _keep_today(place: Workspace, at: datetime) -> Path | None:
    if not place.database.exists():
        return None
    try:
        return back_up(place.database, place.backups, at).path
    except DatabaseError:
        return _aside(place, at)


def _aside(place: Workspace, at: datetime) -> Path:
    return place.backups / f"恢复前-{at:%Y-%m-%d-%H%M%S}.db"

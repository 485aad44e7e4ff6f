"""Close a file, or erase it at its owner's wish."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jiuye_cli.errors import RefusedError
from jiuye_cli.store.backup import copies
from jiuye_cli.store.forget import erase
from jiuye_cli.store.operation import Writing
from jiuye_cli.store.people import read_person
from jiuye_cli.store.people_write import close_person

if TYPE_CHECKING:
    from jiuye_cli.workspace import Workspace


def close_file(change: Writing, number: int, on: date, why: str) -> None:
    """Close a file: no more calls, everything kept. `RefusedError` when it is closed already."""
    if read_person(change.conn, number, on).closed_on:
        raise RefusedError(f"{number} 号档案早就注销了，没有动。")
    close_person(change.conn, number, on, why)


def erase_file(change: Writing, number: int, name: str) -> int:
    """Erase a person for good; how many rows went."""
    return erase(change, number, name)


def copies_that_still_hold(place: Workspace) -> list[str]:
    """The backups and printed files made before an erasure, by name."""
    printed = sorted(
        path.relative_to(place.home).as_posix()
        for path in (place.home / "out").rglob("*")
        if path.is_file()
    )
    return [f"backup/{copy.path.name}" for copy in copies(place.backups)] + printed[:20]

"""Close a file, open it again, or erase it at its owner's wish."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jiuye_cli.errors import RefusedError
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people.forget import Mention, erase, mentions
from jiuye_cli.store.people.people import read_person
from jiuye_cli.store.people.write import close_person, reopen_person

if TYPE_CHECKING:
    from jiuye_cli.workspace import Workspace


def close_file(change: Writing, number: int, on: date, why: str) -> None:
    """Close a file: no more calls, everything kept. `RefusedError` when it is closed already."""
    if read_person(change.conn, number, on).closed_on:
        raise RefusedError(f"{number} 号档案早就注销了，没有动。")
    close_person(change.conn, number, on, why)


def reopen_file(change: Writing, number: int, on: date) -> None:
    """Open a closed file again, everything in it as it was. `RefusedError` when it is open."""
    if not read_person(change.conn, number, on).closed_on:
        raise RefusedError(f"{number} 号档案没有注销，不用重新打开。")
    reopen_person(change.conn, number)


def erase_file(change: Writing, number: int, name: str) -> list[Mention]:
    """Erase a person for good; where the name is still written in what belongs to others."""
    erase(change, number, name)
    return mentions(change.conn, name)


def sweep_drafts(place: Workspace, number: int) -> None:
    """Take away what was left of editing a person's form, an editor's own copies with it."""
    for left in place.cache.glob(f"*编辑-{number}[.-]*"):
        left.unlink(missing_ok=True)


def copies_that_still_hold(place: Workspace) -> list[str]:
    """The backups and the folders of printed files made before an erasure, by name."""
    folders: dict[str, int] = {}
    for path in sorted((place.home / "out").rglob("*")):
        if path.is_file():
            folder = path.parent.relative_to(place.home).as_posix()
            folders[folder] = folders.get(folder, 0) + 1
    kept = sorted(path.name for path in place.backups.glob("*") if path.is_file())
    return [
        *(f"backup/{name}" for name in kept),
        *(f"{folder} 里的 {count} 个文件" for folder, count in folders.items()),
    ]

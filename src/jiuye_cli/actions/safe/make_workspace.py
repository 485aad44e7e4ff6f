"""Make a workspace: the folder, its settings, its empty database."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jiuye_cli.core.settings import settings_text
from jiuye_cli.errors import RefusedError, UsageError
from jiuye_cli.store.file.backup import copies
from jiuye_cli.store.file.schema import create

if TYPE_CHECKING:
    from jiuye_cli.workspace import Workspace


def make_workspace(place: Workspace, village: str, region: str) -> list[str]:
    """Make the folder and what belongs in it; the names of what was made.

    Raises `RefusedError` when a database, or a backup of one, is there already, `UsageError` for a
    village or region that cannot be one line.
    """
    for label, text in (("村名", village), ("地区", region)):
        if any(not ch.isprintable() or ch in ":：#'\"{}[]" for ch in text):
            raise UsageError(f"{label}里有不能用的字符：{text!r}。")
    if place.database.exists():
        raise RefusedError(f"{place.home} 里已经有台账了，没有动它。换个地方用 --home。")
    kept = copies(place.backups)
    if kept:
        raise RefusedError(
            f"{place.home} 里没有台账，却有 {len(kept)} 份备份，像是台账丢了。"
            f"先恢复：jiuye restore {kept[-1].path.name}；真要另建一本，换个地方用 --home。"
        )
    made = []
    for folder in (
        place.home,
        place.home / "policies",
        place.home / "templates",
        place.home / "out",
        place.backups,
    ):
        if not folder.is_dir():
            folder.mkdir(parents=True, mode=0o700)
            made.append(folder.name)
    if not place.settings.exists():
        place.settings.write_text(settings_text(village, region.strip("/")), encoding="utf-8")
        os.chmod(place.settings, 0o600)  # noqa: PTH101 - also on folders mounted with open masks
        made.append(place.settings.name)
    create(place.database)
    made.append(place.database.name)
    return made

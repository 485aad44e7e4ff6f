"""What judging commands read first: rules, working days, the village's place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jiuye_cli.cli import desk

if TYPE_CHECKING:
    from jiuye_cli.actions.policy.judging import Bench


def bench(folders: Sequence[Path] | None = None) -> Bench:
    """The rules of the workspace (or of other folders), with its calendar and place."""
    from jiuye_cli.actions.policy.judging import Bench
    from jiuye_cli.files.calendar import work_calendar
    from jiuye_cli.files.rule_folder import load_shelf

    settings = desk.settings()
    own = desk.workspace().policy_folders
    return Bench(load_shelf(folders or own), work_calendar(own, settings), settings.region)

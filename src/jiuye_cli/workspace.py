"""Where everything lies: one visible folder, copied to a stick as it is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

DEFAULT_HOME = "jiuye"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The paths inside one workspace folder."""

    home: Path

    @property
    def database(self) -> Path:
        """The one database file."""
        return self.home / "jiuye.db"

    @property
    def settings(self) -> Path:
        """设置.yaml: village, region, staff, calls a day, local parameters."""
        return self.home / "设置.yaml"

    @property
    def own_fields(self) -> Path:
        """字段.yaml: fields this workspace added."""
        return self.home / "字段.yaml"

    @property
    def backups(self) -> Path:
        """The folder of verified copies."""
        return self.home / "backup"

    @property
    def cache(self) -> Path:
        """What can be thrown away and made again."""
        return self.home / "cache"

    @property
    def read_rules(self) -> Path:
        """Rule files as they were read, to be found again."""
        return self.cache / "rules"

    def out(self, day: date) -> Path:
        """The folder for one day's paper, out/日期."""
        return self.home / "out" / day.isoformat()

    @property
    def policy_folders(self) -> tuple[Path, ...]:
        """Rule folders, the workspace's own first: what it holds overrides or adds."""
        return (self.home / "policies", shipped("policies"))

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Template folders, the workspace's own first."""
        return (self.home / "templates", shipped("templates"))


def locate(home: str | None = None) -> Workspace:
    """The workspace that `--home`, else JIUYE_HOME, else ~/jiuye names; it need not exist."""
    chosen = home or os.environ.get("JIUYE_HOME")
    return Workspace(Path(chosen).expanduser().absolute() if chosen else Path.home() / DEFAULT_HOME)


def shipped(folder: str) -> Path:
    """A folder that travels with the program: beside src in a checkout, inside the installed wheel."""
    checkout = Path(__file__).parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / folder).is_dir():
        return checkout / folder
    return Path(__file__).parent / f"_{folder}"

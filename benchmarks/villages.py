"""Invented villages for the benchmarks: a workspace of any size, with months of calls behind it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 20)


def at_home(home: Path) -> dict[str, str]:
    """The environment of a command in that workspace; it starts compiled, as on her machine."""
    told = {"JIUYE_HOME": str(home), "JIUYE_TODAY": TODAY.isoformat()}
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | told


def make_village(home: Path, people: int, seed: int = 7) -> None:
    """A workspace of so many people, with five months of calls."""
    from jiuye_cli.actions.safe.make_workspace import make_workspace
    from jiuye_cli.actions.safe.village import settle
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.workspace import Workspace

    place = Workspace(home)
    make_workspace(place, "柳树屯", "山东/聊城/临清")
    conn = connect(place.database)
    try:
        settle(conn, people, TODAY, who="演示", seed=seed)
    finally:
        conn.close()


def make_village_apart(home: Path, people: int) -> None:
    """The same in a process of its own: a child's peak memory counts what its parent held."""
    subprocess.run([sys.executable, __file__, str(home), str(people)], check=True)


if __name__ == "__main__":
    make_village(Path(sys.argv[1]), int(sys.argv[2]))

"""docs/全程.md is typed from top to bottom, and every line does what it says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

from conftest import Said

PAGE = (Path(__file__).parents[2] / "docs" / "全程.md").read_text(encoding="utf-8")
LINES = [
    line
    for block in re.findall(r"^```\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]


def test_every_line_of_the_page_runs(home: Path, jiuye: Callable[..., Said]) -> None:
    _ = home
    for line in LINES:
        said = jiuye(*shlex.split(line)[1:])
        assert said.code == 0, f"{line}\n{said.err}"


def test_every_command_named_between_the_blocks_is_one_of_ours() -> None:
    from jiuye_cli.cli.commands import COMMANDS

    known = {entry.name for entry in COMMANDS}
    named = set(re.findall(r"`jiuye ([a-z]+)", PAGE))
    assert named <= known

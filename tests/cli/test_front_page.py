"""`jiuye` alone: one screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Said

from jiuye_cli.cli.commands import COMMANDS
from jiuye_cli.render.screen.text import width


def test_jiuye_alone_shows_the_days_commands_on_one_screen(
    home: Path, jiuye: Callable[..., Said]
) -> None:
    _ = home
    said = jiuye()
    lines = said.out.splitlines()
    assert (said.code, said.err) == (0, "")
    assert len(lines) <= 23
    assert max(map(width, lines)) <= 80
    typed = [line.split()[1] for line in lines if line.startswith("  jiuye ")]
    assert set(typed) <= {one.alias for one in COMMANDS}


def test_before_there_is_a_village_it_says_how_to_begin(
    tmp_path: Path, jiuye: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIUYE_HOME", str(tmp_path / "none"))
    assert "jiuye 建台账 --village 村名 --region 省/市/县" in jiuye().out
    assert not (tmp_path / "none").exists()

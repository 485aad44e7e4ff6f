"""docs/二十二条.md names every row once, commands that exist, and stories that are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jiuye_cli.cli.commands import COMMANDS
from jiuye_cli.cli.lazy import loaded

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "二十二条.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
STORIES = "".join(
    path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")
)
ENTRIES = {entry.name: entry for entry in COMMANDS}


def test_the_page_has_the_twenty_two_rows_in_order() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, 23))


@pytest.mark.parametrize(("number", "_what", "commands", "stories"), ROWS)
def test_each_row_names_commands_that_exist_and_a_story_that_is_told(
    number: str, _what: str, commands: str, stories: str
) -> None:
    for words in re.findall(r"`([^`]+)`", commands):
        name, *rest = words.split()
        command = loaded(ENTRIES[name])
        verbs = getattr(command, "commands", {})
        assert not rest or rest[0].startswith("--") or not verbs or rest[0] in verbs, words
    assert f"test_row_{number}" in stories
    for story in re.findall(r"`(test_\w+)`", stories):
        assert f"def {story}" in STORIES or (Path(__file__).parent / f"{story}.py").exists()


def test_every_command_the_page_mentions_in_passing_exists() -> None:
    for name, verb in re.findall(
        r"`(training|placement|welfare|venture|claim|event|green|plan|household) ([a-z]+)", PAGE
    ):
        assert verb in loaded(ENTRIES[name]).commands, f"{name} {verb}"

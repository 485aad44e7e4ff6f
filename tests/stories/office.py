"""A village office in which stories happen: the day, what is typed, what is read, what it cost in keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Said


class Office:
    """The coordinator at her desk; `keys` counts what she typed, each line with its Enter."""

    def __init__(self, run: Callable[..., Said], calendar: pytest.MonkeyPatch, home: Path) -> None:
        self.run, self.calendar, self.home = run, calendar, home
        self.keys = 0
        self.lines: list[str] = []

    def on(self, day: str) -> None:
        """Another day begins."""
        self.calendar.setenv("JIUYE_TODAY", day)

    def types(self, line: str) -> str:
        """A line she types (after `jiuye`), and what she reads."""
        self.keys += keys_of(line)
        self.lines.append(line)
        said = self.run(*line.split())
        assert said.code == 0, f"{line}\n{said.out}{said.err}"
        return said.out + said.err

    def is_told_off(self, line: str, code: int = 5) -> str:
        """A line that is refused, and the sentence why."""
        said = self.run(*line.split())
        assert said.code == code, f"{line}\n{said.code}\n{said.out}{said.err}"
        return said.err

    def asks(self, line: str) -> Any:
        """What a script would read; it costs no keys."""
        said = self.run(*line.split(), "--json")
        assert said.code == 0, f"{line}\n{said.err}"
        return said.json

    def file(self, who: str) -> dict[str, Any]:
        """What is known of someone, by field."""
        return {name: one["value"] for name, one in self.asks(f"show {who}")["fields"].items()}

    def rule(self, name: str, text: str) -> None:
        """A rule of this village, invented for the story."""
        (self.home / "policies" / f"{name}.yaml").write_text(text, encoding="utf-8")

    def printed(self, line: str) -> str:
        """The text of the pages a print makes."""
        files = self.asks(f"print {line} --html")["files"]
        return "".join(Path(one).read_text(encoding="utf-8") for one in files)


def keys_of(line: str) -> int:
    """The keys of a line with `jiuye` before it and Enter behind; of a file only its name, as dragged in.

    Chinese words count by their characters: how many keys one takes is up to the input method.
    """
    words = [Path(word).name if word.startswith("/") else word for word in line.split()]
    return len(" ".join(["jiuye", *words])) + 1


def office_in(
    place: Path,
    run: Callable[..., Said],
    calendar: pytest.MonkeyPatch,
    village: str,
    region: str,
    day: str,
) -> Office:
    """An office opened on a day."""
    calendar.setenv("JIUYE_HOME", str(place))
    desk = Office(run, calendar, place)
    desk.on(day)
    desk.run("init", "--village", village, "--region", region)
    return desk

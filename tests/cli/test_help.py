"""Every page of help: in Chinese, on eighty columns, with an example of the command itself."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from conftest import Said

from jiuye_cli.cli.commands import COMMANDS, Entry
from jiuye_cli.cli.lazy import loaded
from jiuye_cli.render.screen.text import width

Run = Callable[..., Said]

TYPERS_OWN = re.compile(r"Usage|Options|Show this|required|default|<\w|x[<>]=|[{}]")


def below(entry: Entry) -> Mapping[str, Any]:
    """The commands of a group by every name they have; none for a plain command."""
    commands: Mapping[str, Any] = getattr(loaded(entry), "commands", {})
    return commands


def chinese_names(entry: Entry) -> Mapping[str, str]:
    """The Chinese name of each of a group's commands, by its English name."""
    named: dict[object, list[str]] = {}
    for name, one in below(entry).items():
        named.setdefault(inspect.unwrap(one.callback), []).append(name)
    return dict(sorted(pair, key=lambda name: not name.isascii()) for pair in named.values())


def body(said: Said) -> str:
    """A page without its first line, which repeats the words that were typed."""
    assert said.code == 0
    return said.out.partition("\n")[2]


def check_page(words: list[str], said: Said) -> None:
    assert said.out.startswith(f"用法：jiuye {' '.join(words)} "), words
    assert not TYPERS_OWN.findall(said.out), words
    assert max(map(width, said.out.splitlines())) <= 80, words


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_has_help_in_chinese_with_an_example_of_itself(
    jiuye: Run, entry: Entry
) -> None:
    shown = {name: one for name, one in below(entry).items() if not one.hidden}
    for words in [[entry.name, name] for name in shown] or [[entry.name]]:
        said = jiuye(*words, "--help")
        check_page(words, said)
        example = said.out.partition("例：")[2].partition("\n\n")[0]
        assert re.match(rf"jiuye (--home \S+ )?{' '.join(words)}\b", example), words


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_chinese_name_shows_the_page_of_its_command(jiuye: Run, entry: Entry) -> None:
    assert body(jiuye(entry.alias, "--help")) == body(jiuye(entry.name, "--help"))
    visible = {name for name, one in below(entry).items() if not one.hidden}
    assert set(chinese_names(entry)) == visible


@pytest.mark.parametrize(
    "entry", [entry for entry in COMMANDS if below(entry)], ids=lambda entry: entry.name
)
def test_a_group_lists_its_commands_with_their_chinese_names(jiuye: Run, entry: Entry) -> None:
    said = jiuye(entry.name, "--help")
    check_page([entry.name], said)
    for name, alias in chinese_names(entry).items():
        assert re.search(rf"^  {name} +{alias}：", said.out, re.MULTILINE), name


def test_an_example_can_be_copied_whole(jiuye: Run) -> None:
    assert "\n".join(jiuye("enter", "--help").out.splitlines()[2:7]) == (
        "  录一个电话的结果；同一行再录一次就是改正。\n"
        "\n"
        "  例：jiuye enter 1123-07k 接通 在岗\n"
        "      jiuye enter 07k wrj\n"
        "      jiuye enter lgj 1 3 有 岗位 --next 周五"
    )

"""Whatever is typed after the commands of the course: an answer or a sentence, never a fault of ours."""

from __future__ import annotations

import random
import re
import shlex
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Said

from jiuye_cli.cli.commands import COMMANDS
from jiuye_cli.cli.lazy import loaded

PAGE = (Path(__file__).parents[2] / "docs" / "全程.md").read_text(encoding="utf-8")
GROUPS = ("training", "placement", "welfare", "venture", "event", "service", "plan", "household", "target", "green", "claim")  # fmt: skip
WORDS = (
    "1", "2", "99", "-1", "0", "9" * 21, "", "  ", "李小满", "@", "#", "=", "x=", "=x", "名称=", "起=2026-02-30", "起=明年",
    "座位=0", "座位=-5", "座位=99999999", "月薪=一万", "月薪=1e9", "日期=昨天", "批准", "来", "通过", "是", "否", "\x1b[2J",
    "a\x00b", "🙂" * 50, "9" * 400, "../../etc", "--all", "2026-13-01", "上月", "2026-10..2026-01", "2030-01", "10月到9月",
    "出勤=-1", "出勤=一百", "电工初级班", "邻里照护", "返岗直通车", "技能提升补贴", "'; drop table person;--", "%", "发放", "退回",
)  # fmt: skip


@pytest.mark.parametrize(
    "count", [60, pytest.param(2000, marks=pytest.mark.prove)], ids=["a few", "many"]
)
def test_no_words_bring_the_commands_of_the_course_down(
    home: Path, jiuye: Callable[..., Said], count: int
) -> None:
    for line in re.findall(r"^jiuye .*$", PAGE, re.MULTILINE):
        jiuye(*shlex.split(line)[1:])
    chance = random.Random(count)
    for _ in range(count):
        words = line_of(chance)
        said = jiuye(*words)
        assert said.code in (0, 2, 3, 4, 5), (words, said.code, said.err)
        assert "\x1b" not in said.out + said.err, words
    conn = sqlite3.connect(home / "jiuye.db")
    assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert conn.execute("PRAGMA foreign_key_check").fetchall() == []


def line_of(chance: random.Random) -> list[str]:
    """A command of the course with a few words and options that may or may not make sense."""
    group = chance.choice(GROUPS)
    entry = next(one for one in COMMANDS if one.name == group)
    commands = loaded(entry).commands
    verb = chance.choice(sorted(name for name in commands if name.isascii() and name != "go"))
    known = [
        name
        for one in commands[verb].params
        if one.param_type_name == "option"
        for name in one.opts
        if name.startswith("--") and name != "--help"
    ]
    words = [chance.choice(WORDS) for _ in range(chance.randint(0, 3))]
    for _ in range(chance.randint(0, 2) if known else 0):
        words += [chance.choice(known), *([chance.choice(WORDS)] if chance.random() < 0.7 else [])]
    return [group, verb, *words]

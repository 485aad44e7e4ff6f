"""The rooms' own rule files under `policy lint`: wrong ones are told with file and line, never swallowed."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jiuye_cli.files.room_lint import READERS, room_files, room_problems
from jiuye_cli.workspace import shipped

POLICIES = Path(shipped("policies"))
SPOILS = (
    "[]",
    "{}",
    "无",
    "-1",
    "999999999999",
    "２４",
    "2026-02-30",
    "[[]]",
    "{甲: 乙}",
    "是",
    '""',
)


def test_the_shipped_ones_are_all_there_and_right() -> None:
    files = room_files([POLICIES])
    assert {path.name for path in files} >= {*READERS, "2026.yaml"}
    assert room_problems(files) == []


def test_a_folder_is_told_of_wrong_and_of_stray_files(
    jiuye: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIUYE_HOME", str(tmp_path / "没有"))
    folder = tmp_path / "规则"
    (folder / "日历").mkdir(parents=True)
    calls = (POLICIES / "回访.yaml").read_text(encoding="utf-8")
    (folder / "回访.yaml").write_text(calls.replace("每人每天", "每人每夭"), encoding="utf-8")
    (folder / "拒岗规则.yaml").write_text("原因: []\n", encoding="utf-8")
    (folder / "日历" / "2027.yaml").write_text("年: 二〇二七\n", encoding="utf-8")
    line = calls[: calls.index("每人每天")].count("\n") + 1
    said = jiuye("policy", "lint", folder)
    assert (said.code, said.out.splitlines()) == (
        4,
        [
            "规则/拒岗规则.yaml:1: 不知道这份文件管什么：没有“编号”“版本”，也没有“参数”，是不是“拒岗.yaml”？",
            f"规则/回访.yaml:{line}: 名额里不认识“每人每夭”，是不是“每人每天”？",
            "规则/日历/2027.yaml:1: “年: 二〇二七”看不懂，要写成数，如 20",
            "规则/日历/2027.yaml:1: “年: 0”不是一个年份",
        ],
    )
    alone = jiuye("policy", "lint", folder / "回访.yaml", "--json")
    assert (alone.code, [one["line"] for one in alone.json["problems"]]) == (4, [line])


@pytest.mark.parametrize("path", room_files([POLICIES]), ids=lambda path: path.name)
def test_a_damaged_one_is_refused_with_a_line_or_still_read(path: Path, tmp_path: Path) -> None:
    dice, lines = random.Random(11), path.read_text(encoding="utf-8").splitlines()
    (tmp_path / path.parent.name).mkdir()
    damaged = tmp_path / path.parent.name / path.name
    refused = 0
    for _ in range(60):
        damaged.write_text("\n".join(spoiled(lines, dice)), encoding="utf-8")
        problems = room_problems([damaged])
        assert all(problem.line for problem in problems), problems
        refused += bool(problems)
    assert refused > 10


def spoiled(lines: list[str], dice: random.Random) -> list[str]:
    """The file with one line gone, doubled, moved in, or its value another one."""
    at, some = dice.randrange(len(lines)), list(lines)
    key, colon, value = some[at].partition(": ")
    kind = dice.randrange(5)
    if kind == 0:
        del some[at]
    elif kind == 1:
        some.insert(at, some[at])
    elif kind == 2:
        some[at] = f"  {some[at]}"
    elif colon and kind == 3:
        some[at] = f"{key}: {dice.choice(SPOILS)}"
    else:
        some[at] = f"{key}{colon}{value[: len(value) // 2]}"
    return some

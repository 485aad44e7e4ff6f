"""What someone can get and why, as she reads it: no line too wide, no notation, a next step."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Said

from jiuye_cli.render.screen.text import width

NOTATION = re.compile(r"\w\.\w*[\u4e00-\u9fff]|[\[\]]|属于 |任一|全部$", re.MULTILINE)


@pytest.fixture
def man(home: Path, jiuye: Callable[..., Said]) -> Callable[..., Said]:
    """A farmer with a certificate, of whom little else is known."""
    _ = home
    jiuye(
        "add",
        "李广军",
        "组=3组",
        "出生日期=1975-06-26",
        "就业状态=务农",
        "证书=电工 五级 2025-12-20",
    )
    return jiuye


def test_what_someone_can_get_fits_the_screen_and_speaks_her_words(
    man: Callable[..., Said],
) -> None:
    said = man("check", "1").out
    assert [line for line in said.splitlines() if width(line) > 80] == []
    assert NOTATION.findall(said) == []
    assert "不符合" in said
    assert "失业保险金  ✗ 就业状态是登记失业——档案里是务农（口头）" in said
    assert said.splitlines()[-1].startswith("每条怎么判的、凭哪份文件：jiuye why 1 ")


def test_only_the_dearest_open_policies_are_told_in_full(man: Callable[..., Said]) -> None:
    told = man("check", "1").out.partition("差一句话")[2].partition("下次打电话")[0]
    assert told.count("要问：") == 5
    assert "\n  还有 " in told


def test_why_tells_each_condition_in_words_with_what_the_file_says(
    man: Callable[..., Said],
) -> None:
    said = man("why", "1", "技能提升补贴").out
    assert [line for line in said.splitlines() if width(line) > 80] == []
    assert NOTATION.findall(said) == []
    assert said.splitlines()[1:7] == [
        "  ？ 失业保险缴费月数满12个月——没问清",
        "  ✓ 证书的等级是五级、四级或三级（口头）",
        "  ？ 有一条就行：",
        "    ✗ 就业状态是在职——档案里是务农（口头）",
        "    ？ 正领着失业保险金——没问清",
        "  ？ 参保地在山东——没问清",
    ]

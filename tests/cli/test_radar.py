"""What is seen coming: the end of a category on the radar, and judging on a later day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jiuye_cli.store.file.connection import connect

SOURCE = "{文号: 柳树屯村公约, 出处: 村公告栏, 可信度: 读过原文, 核实: 2026-11-01}"
RULE = f"""
编号: 看护补贴
名称: 看护补贴
地区: 山东/聊城/临清
受益人: 本人
版本:
  - 起: 2025-01-01
    依据: {SOURCE}
    条件: {{人员类别: 低保, 人工: 村里评议通过}}
    金额: 300
    发放: 一次
样例:
  - {{说明: 待评议, 日期: 2026-01-01, 情况: {{人员类别: [低保]}}, 结论: 待核实}}
"""


@pytest.fixture
def told(home: Path, jiuye: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """李广军, on 低保 until the end of January."""
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-22")
    (home / "policies" / "看护补贴.yaml").write_text(RULE, encoding="utf-8")
    assert jiuye("add", "李广军", "电话=19900001234", "人员类别+=低保").code == 0
    with connect(home / "jiuye.db") as conn:
        conn.execute("UPDATE category SET 止 = '2027-01-31'")
    return jiuye


def verdict(jiuye: Any, *words: str) -> dict[str, Any]:
    found = jiuye("check", "李广军", "--json", *words).json["verdicts"]
    return next(one for one in found if one["policy"] == "看护补贴")


def test_the_end_of_a_category_is_on_the_radar(told: Any) -> None:
    events = told("radar", "李广军", "--json", "--days", "120").json["events"]
    assert [
        (one["date"], one["from"], one["to"]) for one in events if one["policy"] == "看护补贴"
    ] == [("2027-02-01", "confirm", "ineligible")]


def test_a_later_day_is_judged_by_the_categories_of_that_day(told: Any) -> None:
    now = verdict(told)
    assert (now["verdict"], now["until"], now["why"][0]["value"]) == (
        "confirm",
        "2027-02-01",
        "低保（2027-01-31止）",
    )
    assert verdict(told, "--on", "2027-01-31")["verdict"] == "confirm"
    assert verdict(told, "--on", "2027-02-01")["verdict"] == "ineligible"

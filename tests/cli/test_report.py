"""report: figures with their ids, a week's past, names behind a number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jiuye_cli.render.screen.text import width

Run = Callable[..., Any]


@pytest.fixture
def village(home: Path, jiuye: Run) -> Run:
    from jiuye_cli.actions.safe.village import settle
    from jiuye_cli.cli.desk import workspace
    from jiuye_cli.store.file.connection import connect

    settle(connect(workspace().database), 60, date(2026, 11, 21), who="王芳")
    return jiuye


def figures(said: Any) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in said.json["figures"]}


@pytest.mark.parametrize(
    "kind", ["weekly", "monthly", "base", "lists", "progress", "targets", "responsible"]
)
def test_each_report_has_the_promised_keys_and_a_screen_of_80_columns(
    village: Run, kind: str
) -> None:
    said = village("report", kind, "--json")
    assert said.code == 0, said.err
    for one in said.json["figures"]:
        assert {"name", "value", "ids", "previous"} <= set(one)
        assert one["name"] == "招聘人数" or one["value"] == len(one["ids"])
    assert max(width(line) for line in village("report", kind).out.splitlines()) <= 80


def test_the_weekly_sums_reconcile(village: Run) -> None:
    told = {name: one["value"] for name, one in figures(village("report", "--json")).items()}
    assert told["在册"] == 60
    assert (
        told["已就业"] + told["务农"] + told["未就业"] + told["上学和退休"] + told["就业状态未问到"]
        == 60
    )
    assert told["务工人数"] == sum(
        told[f"务工{where}"] for where in ("县内", "省内县外", "省外", "区域未问到")
    )
    assert told["应访"] == told["已访"] + told["还没访"]


def test_previous_is_what_the_file_said_a_week_ago(
    home: Path, jiuye: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-10")
    jiuye("add", "李小满", "就业状态=无业")
    jiuye("add", "单大寒", "就业状态=在职")
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-20")
    jiuye("set", "1", "就业状态=在职")
    jiuye("add", "赵春分")
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-21")
    told = figures(jiuye("report", "--json"))
    kept = {
        name: (told[name]["previous"], told[name]["value"], told[name]["ids"])
        for name in ("在册", "已就业", "未就业", "就业状态未问到", "新增")
    }
    assert kept == {
        "在册": (2, 3, [1, 2, 3]),
        "已就业": (1, 2, [1, 2]),
        "未就业": (1, 0, []),
        "就业状态未问到": (0, 1, [3]),
        "新增": (2, 1, [3]),
    }


def test_what_was_taken_back_since_is_not_in_last_weeks_number(
    home: Path, jiuye: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-10")
    jiuye("add", "李小满")
    jiuye("set", "1", "就业状态=无业")
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-21")
    assert figures(jiuye("report", "--json"))["未就业"]["previous"] == 1
    assert jiuye("undo").code == 0
    told = figures(jiuye("report", "--json"))
    assert (told["未就业"]["previous"], told["就业状态未问到"]["previous"]) == (0, 1)


def test_a_number_opens_into_masked_names(village: Run) -> None:
    said = village("report", "周报", "--open", "未登记")
    count = figures(village("report", "--json"))["未登记失业"]["value"]
    lines = said.out.splitlines()
    assert lines[0] == f"未登记失业 {count}人："
    assert len(lines) == count + 1
    assert "199" not in said.out
    opened = village("report", "--open", "未登记", "--json").json
    assert [row["id"] for row in opened["rows"]] == opened["figures"][0]["ids"]


def test_a_number_that_is_none_is_named_with_those_there_are(village: Run) -> None:
    said = village("report", "--open", "离婚")
    assert said.code == 3
    assert "“离婚”不是这张表里的数：在册、已就业" in said.err
    assert village("report", "年报").code == 2


def test_the_years_targets_stand_on_the_weekly_with_who_is_behind_them(
    home: Path, jiuye: Run
) -> None:
    jiuye("add", "李小满", "就业状态=无业")
    assert jiuye("placement", "start", "1", "单位=甲厂", "起=2026-11-20").code == 0
    assert jiuye("target", "set", "新增就业", "4").code == 0
    for kind in ("weekly", "targets"):
        told = figures(jiuye("report", kind, "--json"))["全年新增就业"]
        assert (told["value"], told["ids"], told["target"], told["percent"]) == (1, [1], 4, 25)
    assert "25.0%，目标 4" in jiuye("report", "任务").out

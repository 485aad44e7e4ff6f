"""字段.yaml: what the village adds is typed, imported, listed and judged like everything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., object]
OWN = """\
打工去向: {种类: 选, 值: [青岛, 济南], 问: 去哪打工？, 别名: [务工去向]}
有电动车: {种类: 否}
离家里数: {种类: 数, 单位: 里}
"""


@pytest.fixture
def village(home: Path, jiuye: Run) -> Run:
    (home / "字段.yaml").write_text(OWN, encoding="utf-8")
    jiuye("add", "李小满", "打工去向=青岛", "有电动车=否", "离家里数=12")
    jiuye("add", "王大寒")
    return jiuye


def test_an_own_field_is_typed_shown_and_judged_at_once(village: Run) -> None:
    fields = village("show", "1", "--json").json["fields"]
    assert {name: fields[name]["value"] for name in ("打工去向", "有电动车", "离家里数")} == {
        "打工去向": "青岛",
        "有电动车": False,
        "离家里数": 12,
    }
    assert "打工去向 青岛" in village("show", "1").out
    assert village(
        "list", "--where", "离家里数≥12 且 打工去向=青岛", "--fields", "离家里数", "--json"
    ).json == {
        "people": [{"id": 1, "name": "李小满", "fields": {"离家里数": 12}}],
        "total": 1,
    }


def test_an_own_field_can_be_changed_emptied_and_taken_back(village: Run) -> None:
    assert village("set", "1", "务工去向=济南", "--json").json["changed"] == ["打工去向"]
    village("undo")
    assert village("show", "1", "--json").json["fields"]["打工去向"]["value"] == "青岛"
    village("set", "1", "打工去向=?")
    assert "打工去向" not in village("show", "1", "--json").json["fields"]


def test_a_value_outside_the_choices_is_refused(village: Run) -> None:
    said = village("set", "1", "打工去向=上海")
    assert said.code == 5
    assert "“上海”不在打工去向的选项里；可填 青岛、济南" in said.err


def test_a_workbook_column_fills_an_own_field(village: Run, tmp_path: Path) -> None:
    roster = tmp_path / "去向.csv"
    roster.write_text("姓名,身份证号,务工去向\n单立春,999999197506267715,济南\n", encoding="utf-8")
    said = village("import", roster, "--json")
    assert said.json["mapping"]["务工去向"] == "打工去向"
    assert village("show", "单立春", "--json").json["fields"]["打工去向"]["value"] == "济南"


def test_every_fault_of_the_file_is_named_with_its_line(home: Path, jiuye: Run) -> None:
    (home / "字段.yaml").write_text(
        "年龄: {种类: 数}\n去向: {种类: 选}\n车: {种累: 否}\n", encoding="utf-8"
    )
    said = jiuye("list")
    assert said.code == 4
    assert [line.split("：")[0] for line in said.err.splitlines()] == [
        "字段.yaml:1: “年龄”本来就有，不用再加",
        "字段.yaml:2: “去向”是选，要写 值: [甲, 乙]",
        "字段.yaml:3: “车”里不认识“种累”，是不是“种类”？",
    ]


def test_another_workspace_knows_nothing_of_it(village: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert village("--home", other, "init").code == 0
    assert village("--home", other, "add", "李小满", "打工去向=青岛").code == 2

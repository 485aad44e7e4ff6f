"""`policy …` at the command line: shapes scripts rely on, and what a wrong file gets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jiuye_cli.render.screen.text import width

pytestmark = pytest.mark.usefixtures("nowhere")

RULE = """\
编号: 试行补贴
名称: 试行补贴
地区: 全国
受益人: 本人
逐件: 证书
版本:
  - 起: 2026-01-01
    依据: {文号: 甲发〔2026〕1号, 出处: 报纸, 可信度: 读过原文, 核实: 2026-11-21}
    条件:
      失业保险缴费月数: >=12
      任一:
        - 就业状态: 在职
        - 领取失业保险金: 是
    金额: {按档: 证书.等级, 五级: 1000, 四级: 1500}
    发放: 一次
申请:
  期限: {自: 证书.发证日期, 内: 12个月}
  材料: [身份证]
样例:
  - {说明: 能, 日期: 2026-09-01, 情况: {失业保险缴费月数: 12, 就业状态: 在职, 证书: {等级: 四级, 发证日期: 2026-03-01}}, 结论: 符合, 金额: 1500}
  - {说明: 不能, 日期: 2026-09-01, 情况: {失业保险缴费月数: 11, 证书: {等级: 四级, 发证日期: 2026-03-01}}, 结论: 不符合}
  - {说明: 再问, 日期: 2026-09-01, 情况: {失业保险缴费月数: 12, 证书: {等级: 四级, 发证日期: 2026-03-01}}, 结论: 待问}
"""
FACTS = "失业保险缴费月数: 36\n证书: {职业: 电工, 等级: 四级, 发证日期: 2026-03-01}\n"


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No workspace: the shipped rules alone."""
    monkeypatch.setenv("JIUYE_HOME", str(tmp_path / "没有"))


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    path = tmp_path / "试行.yaml"
    path.write_text(RULE, encoding="utf-8")
    return path


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "情况.yaml"
    path.write_text(FACTS, encoding="utf-8")
    return path


def test_judge_answers_in_the_shape_of_the_contract(
    jiuye: Callable[..., Any], rule: Path, facts: Path
) -> None:
    said = jiuye(
        "policy", "judge", "--facts", facts, "--policy", rule, "--on", "2026-09-01", "--json"
    )
    assert said.code == 0
    (verdict,) = said.json["verdicts"]
    why = verdict.pop("why")
    assert verdict == {
        "policy": "试行补贴", "version": "2026-01-01", "beneficiary": "本人", "item": "电工 四级 2026-03-01",
        "verdict": "unknown", "amount": 1500, "amount_low": 1500, "amount_high": 1500, "pay": "once",
        "months": None, "deadline": "2027-03-01", "documents": ["身份证"], "missing": ["就业状态", "领取失业保险金"],
        "weakest_grade": None, "until": "2027-03-02", "opens": None, "gates": [], "reasons": [],
    }  # fmt: skip
    assert why[0] == {
        "condition": "失业保险缴费月数 >=12", "result": "yes", "fact": "失业保险缴费月数", "value": "36",
        "needed": ">=12", "grade": None, "source": "甲发〔2026〕1号",
    }  # fmt: skip
    assert [(one["fact"], one["money"], one["settles"]) for one in said.json["ask"]] == [
        ("就业状态", 1500, 1),
        ("领取失业保险金", 1500, 1),
    ]


def test_judge_names_what_a_human_must_confirm_and_only_the_way_that_holds(
    jiuye: Callable[..., Any], tmp_path: Path
) -> None:
    told = "性别: 女\n出生日期: 1972-03-03\n户口性质: 农业\n人员类别: [低保]\n"
    words = ("policy", "judge", "--facts", "-", "--policy", "乡村公益性岗位安置")
    words = (*words, "--region", "山东/聊城/临清", "--on", "2025-06-01")
    (verdict,) = jiuye(*words, "--json", stdin=told).json["verdicts"]
    assert (verdict["verdict"], verdict["gates"], verdict["reasons"]) == (
        "confirm",
        ["村民代表民主评议通过"],
        ["聊政办字〔2022〕4号：只见摘录，请核实", "要人工确认"],
    )
    screen = jiuye(*words, stdin=told).out
    assert "  要由人来定：村民代表民主评议通过\n" in screen
    assert "  要人工确认\n" not in screen


def test_judge_shows_no_money_of_what_is_refused(jiuye: Callable[..., Any]) -> None:
    words = ("policy", "judge", "--facts", "-", "--policy", "失业保险金", "--on", "2026-09-01")
    assert jiuye(*words, stdin="失业保险缴费月数: 11\n").out.splitlines()[0] == "失业保险金：不符合"


def test_judge_reads_facts_from_standard_input(jiuye: Callable[..., Any], rule: Path) -> None:
    said = jiuye(
        "政策",
        "判",
        "--facts",
        "-",
        "--policy",
        rule,
        "--on",
        "2026-09-01",
        "--json",
        stdin=FACTS + "就业状态: 在职\n",
    )
    assert [one["verdict"] for one in said.json["verdicts"]] == ["eligible"]


def test_judge_takes_shipped_rules_by_name_and_says_which_is_near(
    jiuye: Callable[..., Any], facts: Path
) -> None:
    said = jiuye(
        "policy",
        "judge",
        "--facts",
        facts,
        "--policy",
        "技能提升补贴",
        "--on",
        "2025-09-01",
        "--json",
    )
    assert {one["policy"] for one in said.json["verdicts"]} == {"技能提升补贴"}
    wrong = jiuye("policy", "judge", "--facts", facts, "--policy", "技能提生补贴")
    assert (wrong.code, wrong.out) == (3, "")
    assert "没有编号为“技能提生补贴”的政策，是不是“技能提升补贴”？" in wrong.err


def test_judge_without_a_policy_takes_all_that_hold_in_the_region(
    jiuye: Callable[..., Any], facts: Path
) -> None:
    said = jiuye("policy", "judge", "--facts", facts, "--region", "山东/青岛/李沧", "--json")
    ids = {one["policy"] for one in said.json["verdicts"]}
    assert {"技能提升补贴", "灵活就业社保补贴", "就业困难人员认定"} <= ids


@pytest.mark.parametrize(
    ("spoiled", "sentence"),
    [
        (
            RULE.replace("就业状态: 在职\n", "就业状太: 在职\n", 1),
            "试行.yaml:12: 没有叫“就业状太”的事实，是不是“就业状态”？",
        ),
        (RULE.replace("起: 2026-01-01", "起：2026-01-01"), "用了全角冒号“：”"),
        (RULE.replace("    条件:", "\t条件:"), "试行.yaml:9: 用了制表符（Tab），请改成空格"),
        (RULE + "编号: 又一个\n", "试行.yaml:23: “编号”写了两次，第一次在第 1 行"),
    ],
)
def test_a_wrong_rule_file_is_exit_4_with_file_line_and_sentence(
    jiuye: Callable[..., Any], rule: Path, facts: Path, spoiled: str, sentence: str
) -> None:
    rule.write_text(spoiled, encoding="utf-8")
    for words in (("judge", "--facts", facts, "--policy", rule), ("test", rule)):
        said = jiuye("policy", *words)
        assert (said.code, said.out) == (4, "")
        assert sentence in said.err
        assert "Traceback" not in said.err
    listed = jiuye("policy", "lint", rule, "--json")
    assert listed.code == 4
    assert sentence.split(": ", 1)[-1] in str([one["message"] for one in listed.json["problems"]])
    assert all(
        one["line"] >= 1 and one["file"].endswith("试行.yaml") for one in listed.json["problems"]
    )


def test_a_wrong_facts_file_is_exit_4_and_a_missing_one_3(
    jiuye: Callable[..., Any], rule: Path, facts: Path
) -> None:
    facts.write_text("年令: 5\n在校: 对\n", encoding="utf-8")
    said = jiuye("policy", "judge", "--facts", facts, "--policy", rule)
    assert said.code == 4
    assert "情况.yaml:1: 没有叫“年令”的事实，是不是“年龄”？" in said.err
    assert "情况.yaml:2: “在校”只能写 是 或 否" in said.err
    assert jiuye("policy", "judge", "--facts", "没有.yaml", "--policy", rule).code == 3


def test_lint_of_a_good_file_and_of_the_shipped_rules(
    jiuye: Callable[..., Any], rule: Path
) -> None:
    assert jiuye("policy", "lint", rule, "--json").json == {"problems": []}
    assert jiuye("policy", "lint").code == 0


def test_test_counts_what_passes_and_fails(jiuye: Callable[..., Any], rule: Path) -> None:
    good = jiuye("policy", "test", rule, "--json")
    assert (good.code, good.json["passed"], good.json["failed"], len(good.json["cases"])) == (
        0,
        3,
        0,
        3,
    )
    rule.write_text(RULE.replace("金额: 1500}", "金额: 1600}"), encoding="utf-8")
    bad = jiuye("policy", "test", rule)
    assert bad.code == 4
    assert "能：金额应为 1600，算成 1500" in bad.out


def test_list_show_schema_and_diff(jiuye: Callable[..., Any], rule: Path, tmp_path: Path) -> None:
    listed = jiuye("policy", "list", "--region", "山东/济南", "--json").json["policies"]
    assert {"policy", "name", "region", "standing", "trust"} <= set(listed[0])
    shown = jiuye("政策", "看", "失业保险金")
    assert shown.code == 0 and "谁能领" in shown.out and "依据" in shown.out
    assert jiuye("policy", "schema").json["title"] == "就业政策文件"
    newer = tmp_path / "新.yaml"
    newer.write_text(RULE.replace(">=12", "≥24"), encoding="utf-8")
    differences = jiuye("policy", "diff", rule, newer, "--json").json["differences"]
    changed = "条件（去掉“失业保险缴费月数满12个月”，加上“失业保险缴费月数满24个月”）"
    assert [(one["policy"], one["kind"], one["what"]) for one in differences] == [
        ("试行补贴", "改动", [f"2026-01-01 起的版本：{changed}"])
    ]
    screen = jiuye("policy", "diff", rule, newer).out.splitlines()
    assert (screen[0], max(map(width, screen)) <= 80) == ("试行补贴（全国）改动", True)


def test_impact_names_the_people_of_the_workspace(
    jiuye: Callable[..., Any],
    home: Path,
    rule: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("JIUYE_HOME", str(home))
    assert jiuye("add", "姓名=李试", "失业保险缴费月数=20", "就业状态=在职").code == 0
    plain = RULE.replace("逐件: 证书\n", "").replace(
        "金额: {按档: 证书.等级, 五级: 1000, 四级: 1500}", "金额: 900"
    )
    plain = plain.partition("申请:")[0]
    newer = tmp_path / "新.yaml"
    rule.write_text(plain, encoding="utf-8")
    newer.write_text(plain.replace(">=12", "≥24"), encoding="utf-8")
    said = jiuye("policy", "impact", rule, newer, "--json")
    assert said.code == 0, said.err
    (one,) = said.json["people"]
    assert (one["policy"], one["from"], one["to"], one["amount_from"]) == (
        "试行补贴",
        "eligible",
        "ineligible",
        900,
    )
    assert one["say"] == "“试行补贴”的规定变了，照新规定不符合了。"
    assert jiuye("policy", "impact", rule, newer).out.splitlines() == [
        "1 号 李试  试行补贴  符合→不符合  原来 900元",
        "    “试行补贴”的规定变了，照新规定不符合了。",
        "1 人受影响",
    ]
    assert jiuye("policy", "impact", rule, rule).out == "没有人受影响。\n"


def test_a_local_rule_that_only_tightens_ends_with_the_one_above(
    jiuye: Callable[..., Any],
) -> None:
    listed = jiuye("policy", "list", "--on", "2026-11-21", "--json").json["policies"]
    classes = [one for one in listed if one["policy"] == "线上培训生活费补贴"]
    assert {(one["region"], one["standing"], one["end"]) for one in classes} == {
        ("山东", "已结束", "2020-06-30"),
        ("山东/青岛", "已结束", "2020-06-30"),
    }


def test_a_rule_reads_at_eighty_columns(jiuye: Callable[..., Any]) -> None:
    page = jiuye("policy", "show", "失业保险金").out
    assert max(map(width, page.splitlines())) <= 80

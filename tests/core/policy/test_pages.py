"""A rule as a handbook page: in plain words, from the tree that judges."""

from __future__ import annotations

from datetime import date

import pytest
from core.policy.writing import SOURCE, TODAY, shelf, text

from jiuye_cli.core.policy.handbook import Page, page
from jiuye_cli.core.policy.mutate import mutants, mutation_score
from jiuye_cli.core.policy.prose import condition_lines
from jiuye_cli.core.rules.grammar.condition import read_condition
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.files.strict_yaml import read_yaml


def page_of(whole: str, day: date = TODAY) -> Page:
    rules = shelf(whole)
    return page(rules.rules_at("山东/济南")[0], rules, day)


def words(rule: str, item: str = "") -> list[str]:
    condition, problems = read_condition(read_yaml(rule), Vocabulary().judging(item))
    assert condition is not None, problems
    return ["  " * line.depth + line.text for line in condition_lines(condition)]


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        ("年龄: ≥16", ["年龄满16周岁"]),
        ("年龄: <60", ["年龄不满60周岁"]),
        ("年龄: 16..59", ["年龄在16到59周岁之间"]),
        ("失业保险缴费月数: >12", ["失业保险缴费月数超过12个月"]),
        ("家庭人口: ≥3", ["家庭人口不少于3人"]),
        ("就业状态: [在职, 灵活就业, 务农]", ["就业状态是在职、灵活就业或务农"]),
        ("就业状态: 非 在职", ["就业状态不是在职"]),
        ("在校: 否", ["不在上学"]),
        ("户籍地: 属于 山东/济南", ["户籍地在山东济南"]),
        ("失业登记日期: 12个月内", ["失业登记日期起1年内"]),
        ("失业登记日期: ≥6个月", ["失业登记日期满6个月"]),
        ("失业登记日期: ≥2025-01-01", ["失业登记日期在2025年1月1日以后（含当天）"]),
        ("法定退休日期: ≥0天", ["已到法定退休日期"]),
        ("就业困难认定日期: 有", ["有就业困难认定日期"]),
        ("家庭月收入: ≤最低月薪", ["家庭月收入不超过最低月薪"]),
        ("人工: 民主评议通过", ["民主评议通过（由人确认）"]),
        ("非: {在校: 是}", ["不在上学"]),
        ("其一: {证书: {等级: 四级}}", ["有一条证书：证书的等级是四级"]),
        ("几条: {拒岗: {日期: 6个月内, 条数: ≥3}}", ["条数不少于3条拒岗：拒岗的日期起6个月内"]),
        (
            "任一:\n  - {性别: 女, 年龄: ≥40}\n  - 人员类别: 低保\n",
            ["下面有一条就行：", "  性别是女，年龄满40周岁", "  人员类别是低保"],
        ),
    ],
)
def test_conditions_in_plain_words(rule: str, lines: list[str]) -> None:
    assert words(rule) == lines


def test_a_page_says_how_much_how_long_how_often_and_until_when() -> None:
    found = page_of(
        text(
            "金额: {按档: 证书.等级, 五级: 1000, 四级、三级: 1500, 其余: 未查到}\n封顶: 1200\n发放: 每月\n最长: 36个月\n受理止: 2026-12-31",
            top="逐件: 证书\n申请: {期限: {自: 证书.发证日期, 内: 12个月}, 材料: [身份证, {名: 低保证, 当: {人员类别: 低保}}], 渠道: 镇里, 流程: [{步: 公示, 内: 5个工作日}]}\n"
            "次数: {每年: 1, 终身: 3}\n累计: {延至退休: 不足5年}\n未查到: [材料]",
        )
    )
    assert found.how_much == (
        "等级是五级：每月1,000元",
        "等级是四级、三级：每月1,500元",
        "其余：每月金额没有查到，请核实",
        "每月最高不超过1,200元",
    )
    assert found.how_long == ("最长36个月", "首次核定时距法定退休年龄不足5年的，可以领到退休")
    assert found.how_often == ("每年1次", "一辈子3次")
    assert found.papers == ("身份证", "低保证（人员类别是低保的要带）")
    assert found.steps == ("公示（5个工作日内）",)
    assert found.last_day == ("证书的发证日期起12个月内申请", "受理到2026年12月31日")
    assert (found.where, found.not_found, found.standing) == (("镇里",), ("材料",), "现行")


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2025, 12, 31), "未开始"),
        (date(2026, 6, 30), "现行"),
        (date(2026, 7, 1), "停止受理"),
        (date(2027, 1, 1), "已结束"),
    ],
)
def test_a_page_says_how_the_policy_stands(day: date, standing: str) -> None:
    whole = text("受理止: 2026-06-30\n止: 2026-12-31\n止后: 结束")
    assert page_of(whole, day).standing == standing


CASES = """样例:
  - {说明: 十六岁, 日期: 2026-05-01, 情况: {年龄: 16}, 结论: 符合}
  - {说明: 十五岁, 日期: 2026-05-01, 情况: {年龄: 15}, 结论: 不符合}
"""


def test_a_page_works_two_people_and_one_that_fails_stops_it() -> None:
    good = page_of(text("条件: {年龄: ≥16}") + CASES)
    assert [run.case.label for run in good.worked] == ["十六岁", "十五岁"]
    assert good.faults == ()
    bad = page_of(text("条件: {年龄: ≥17}") + CASES)
    assert bad.faults == ("十六岁：结论应为“符合”，判成“不符合”，因为不满足 年龄 ≥17",)


def test_a_bound_no_case_stands_on_survives_and_is_named() -> None:
    loose = shelf(text("条件: {年龄: ≥16}") + CASES.replace("年龄: 16", "年龄: 30"))
    survivors = [one.what for one in mutation_score(loose.policies, loose).survivors]
    assert survivors == ["2026-01-01 起：“年龄 ≥16”下限高一步", "2026-01-01 起：起日晚一天"]
    tight = CASES.replace(
        "日期: 2026-05-01, 情况: {年龄: 16}", "日期: 2026-01-01, 情况: {年龄: 16}"
    )
    guarded = shelf(text("条件: {年龄: ≥16}") + tight)
    assert mutation_score(guarded.policies, guarded).percent == 100.0


def test_mutants_drop_flip_and_move_every_place_there_is() -> None:
    whole = text(
        "条件:\n  年龄: ≥16\n  任一:\n    - 在校: 否\n    - 人工: 已毕业\n金额: 100\n发放: 一次\n止: 2026-12-31\n止后: 结束"
    )
    assert [one.what.removeprefix("2026-01-01 起：") for one in mutants(shelf(whole).policies[0])] == [
        "少了“年龄 ≥16”", "反了“年龄 ≥16”", "“年龄 ≥16”下限高一步",
        "少了“一组条件”", "少了“在校 否”", "反了“在校 否”", "少了“已毕业”", "反了“已毕业”",
        "金额多一成", "起日晚一天", "止日早一天",
    ]  # fmt: skip


def test_a_source_is_quoted_as_it_was_read() -> None:
    assert SOURCE.startswith("{文号: 甲发〔2026〕1号")
    assert page_of(text("")).sources[0].label == "甲发〔2026〕1号第一条"

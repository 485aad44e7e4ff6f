"""Conditions as rules write them: what they mean, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from jiuye_cli.core.fields.value import NONE, Facts, PartialSet, Value
from jiuye_cli.core.rules.grammar.condition import read_condition
from jiuye_cli.core.rules.judge import judge_condition
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.files.strict_yaml import read_yaml

TODAY = date(2026, 11, 21)


def answer(rule: str, known: Mapping[str, Value], day: date = TODAY, place: str = "全国") -> str:
    condition, problems = read_condition(read_yaml(rule), Vocabulary())
    assert condition is not None, [str(one) for one in problems]
    return judge_condition(condition, Facts(known), Moment(day, place=place)).truth.word


@pytest.mark.parametrize(
    ("rule", "known", "result"),
    [
        ("失业保险缴费月数: ≥12", 12, "yes"),
        ("失业保险缴费月数: ≥12", 11, "no"),
        ("失业保险缴费月数: > 12", 12, "no"),
        ("失业保险缴费月数: >=12", 12, "yes"),
        ("失业保险缴费月数: ≥1年", 12, "yes"),
        ("失业保险缴费月数: <1年", 12, "no"),
        ("失业保险缴费月数: 12..59", 59, "yes"),
        ("失业保险缴费月数: 12..59", 60, "no"),
        ("失业保险缴费月数: ..59", 0, "yes"),
        ("失业保险缴费月数: ≠12", 12, "no"),
        ("失业保险缴费月数: 12", 12, "yes"),
        ("失业保险缴费月数: ≥12", NONE, "no"),
        ("失业保险缴费月数: 有", NONE, "no"),
        ("失业保险缴费月数: 无", NONE, "yes"),
    ],
)
def test_numbers(rule: str, known: Value, result: str) -> None:
    assert answer(rule, {"失业保险缴费月数": known}) == result


@pytest.mark.parametrize(
    "rule",
    [
        "失业保险缴费月数: ≥12",
        "失业保险缴费月数: 有",
        "失业保险缴费月数: 无",
        "失业保险缴费月数: ≠12",
    ],
)
def test_what_nobody_asked_is_unknown_under_every_test(rule: str) -> None:
    assert answer(rule, {}) == "unknown"


@pytest.mark.parametrize(
    ("rule", "day", "result"),
    [
        ("失业登记日期: 12个月内", date(2025, 9, 1), "yes"),
        ("失业登记日期: 12个月内", date(2025, 9, 2), "no"),
        ("失业登记日期: 12个月内", date(2024, 8, 31), "no"),
        ("失业登记日期: ≥12个月", date(2025, 8, 31), "no"),
        ("失业登记日期: ≥12个月", date(2025, 9, 1), "yes"),
        ("失业登记日期: <12个月", date(2025, 8, 31), "yes"),
        ("失业登记日期: <12个月", date(2025, 9, 1), "no"),
        ("失业登记日期: 30天内", date(2024, 10, 1), "yes"),
        ("失业登记日期: 30天内", date(2024, 10, 2), "no"),
        ("失业登记日期: 2个工作日内", date(2024, 9, 3), "yes"),
        ("失业登记日期: 2个工作日内", date(2024, 9, 4), "no"),
        ("失业登记日期: 2024-09-01..2024-09-30", TODAY, "yes"),
        ("失业登记日期: <2024-09-01", TODAY, "no"),
        ("失业登记日期: ≤2024-09-01", TODAY, "yes"),
    ],
)
def test_dates_count_their_last_day(rule: str, day: date, result: str) -> None:
    assert answer(rule, {"失业登记日期": date(2024, 9, 1)}, day) == result


@pytest.mark.parametrize("rule", ["12个月内", "≥12个月", "<12个月", "≥2024-01-01"])
def test_a_date_known_to_be_none_meets_no_test_of_time(rule: str) -> None:
    assert answer(f"失业登记日期: {rule}", {"失业登记日期": NONE}) == "no"


@pytest.mark.parametrize(
    ("rule", "known", "result"),
    [
        ("人员类别: 低保", frozenset({"低保"}), "yes"),
        ("人员类别: 低保户", frozenset({"低保"}), "yes"),
        ("人员类别: [低保, 特困]", frozenset({"残疾人"}), "no"),
        ("人员类别: 低保", NONE, "no"),
        ("人员类别: 低保", PartialSet(frozenset({"残疾人"})), "unknown"),
        ("人员类别: 低保", PartialSet(frozenset(), frozenset({"低保"})), "no"),
        ("人员类别: [低保, 残疾人]", PartialSet(frozenset({"残疾人"})), "yes"),
        ("人员类别: 低保", ({"类别": "低保", "起": date(2026, 1, 1), "止": TODAY},), "yes"),
        ("人员类别: 低保", ({"类别": "低保", "止": date(2026, 11, 20)},), "no"),
        ("人员类别: 低保", ({"类别": "残疾人"},), "no"),
        ("人员类别: 低保", ({"类别": "残疾人", "是否": True},), "unknown"),
        ("人员类别: 低保", ({"类别": "低保", "是否": False},), "no"),
    ],
)
def test_sets_in_every_shape_in_which_they_are_known(rule: str, known: Value, result: str) -> None:
    assert answer(rule, {"人员类别": known}) == result


@pytest.mark.parametrize(
    ("rule", "known", "result"),
    [
        ("其一: {证书: {等级: 四级}}", ({"等级": "四级"},), "yes"),
        ("其一: {证书: {等级: 四级}}", ({"等级": "五级"},), "no"),
        ("其一: {证书: {等级: 四级}}", ({"等级": "五级"}, {}), "unknown"),
        ("其一: {证书: {等级: 四级}}", (), "no"),
        ("其一: {证书: {等级: 四级}}", NONE, "no"),
        ("其一: {证书: {等级: 四级}}", None, "unknown"),
        ("全都: {证书: {等级: 四级}}", (), "no"),
        ("全都: {证书: {等级: 四级}}", NONE, "no"),
        ("全都: {证书: {等级: 四级, 空: 是}}", NONE, "yes"),
        ("全都: {证书: {等级: 四级, 空: 是}}", None, "unknown"),
        ("全都: {证书: {等级: 四级}}", ({"等级": "四级"}, {"等级": "四级"}), "yes"),
        ("全都: {证书: {等级: 四级}}", ({"等级": "四级"}, {"等级": "五级"}), "no"),
        ("几条: {证书: {等级: 四级, 条数: ≥2}}", ({"等级": "四级"}, {}), "unknown"),
        ("几条: {证书: {等级: 四级, 条数: ≥2}}", ({"等级": "四级"},), "no"),
        ("几条: {证书: {条数: ≥2}}", ({}, {}), "yes"),
        ("几条: {证书: {等级: 四级, 条数: 0}}", NONE, "yes"),
        ("非: {其一: {证书: {等级: 四级}}}", NONE, "yes"),
        ("证书: 有", NONE, "no"),
        ("证书: 无", (), "yes"),
        ("证书: 有", None, "unknown"),
    ],
)
def test_quantifiers_over_known_empty_and_unasked_lists(
    rule: str, known: Value | None, result: str
) -> None:
    """all() over nobody is no (trap 4): nobody hired is not "everybody insured"."""
    assert answer(rule, {} if known is None else {"证书": known}) == result


@pytest.mark.parametrize(
    ("rule", "known", "place", "result"),
    [
        ("户籍地: 属于 山东/济南", "山东/济南/历下", "全国", "yes"),
        ("户籍地: 属于 山东/济南", "山东", "全国", "unknown"),
        ("户籍地: 不属于 山东/济南", "山东", "全国", "unknown"),
        ("户籍地: 不属于 山东", "河南", "全国", "yes"),
        ("户籍地: 属于 办理地", "山东/济南/历下", "山东/济南", "yes"),
        ("户籍地: 属于 办理地", "山东/青岛", "山东/济南", "no"),
        ("户籍地: 山东/济南", "山东/济南南", "全国", "no"),
    ],
)
def test_places(rule: str, known: str, place: str, result: str) -> None:
    assert answer(rule, {"户籍地": known}, place=place) == result


def test_the_word_yes_of_a_choice_is_the_choice_not_something() -> None:
    assert answer("就业意愿: 有", {"就业意愿": "无"}) == "no"
    assert answer("就业意愿: 无", {"就业意愿": "无"}) == "yes"


def test_a_decided_branch_asks_nothing_more() -> None:
    condition, _ = read_condition(
        read_yaml("任一:\n  - {就业状态: 在职}\n  - {领取失业保险金: 是}\n  - {退休类别: 女50}")
    )
    assert condition is not None
    judged = judge_condition(condition, Facts({"就业状态": "在职"}), Moment(TODAY))
    assert (judged.truth.word, judged.missing) == ("yes", ())
    judged = judge_condition(
        condition, Facts({"就业状态": "务农", "退休类别": "男60"}), Moment(TODAY)
    )
    assert (judged.truth.word, judged.missing) == ("unknown", ("领取失业保险金",))


@pytest.mark.parametrize(
    ("rule", "sentences"),
    [
        ("年令: ≥16", ["1: 没有叫“年令”的事实，是不是“年龄”？"]),
        ("就业状态: 再职", ["1: “就业状态”没有“再职”这个值，可以是 在职 登记失业 未登记失业 灵活就业 自主创业 公益性岗位 务农 在校 退休 无业，是不是“在职”？"]),
        ("年龄: 十六", ["1: “年龄”的比法不对：算式里的“十六”既不是事实也不是参数"]),
        ("年龄: ≥16个月", ["1: “年龄”的单位是 周岁，写的是 月，对不上"]),
        ("年龄: 59..16", ["1: 范围写反了：59..16"]),
        ("年龄: ..", ["1: 范围两头至少写一头，如 16..59"]),
        ("在校: 对", ["1: “在校”只能写 是 或 否，不能写“对”"]),
        ("失业登记日期: 2025-02-30", ["1: 没有 2025-02-30 这一天"]),
        ("失业登记日期: ≤12个月", ["1: 日期和时长只能用 ≥（满）或 <（不满），不能用 ≤"]),
        ("证书: ≥1", ["1: “证书”是一张表，只能写 有 或 无，或用 其一 全都 几条"]),
        ("证书.等级: 四级", ["1: “证书.等级”是“证书”表里的一列：要么在文件里写 逐件: 证书，要么写 其一: {证书: {等级: …}}"]),
        ("其一: {年龄: {等级: 四级}}", ["1: “年龄”不是表类事实，只能是 电话 就业经历 证书 培训 创业 拒岗 招用"]),
        ("几条: {证书: {等级: 四级}}", ["1: “几条”里要写 条数: ≥3 这样的比法"]),
        ("任一: {年龄: ≥16}", ["1: “任一”后面要写一串，每条前面加短横"]),
        ("任一:\n  - 年龄：≥16", ["2: 条件要写成“事实: 比法”，“年龄：≥16”看不懂；用了全角冒号“：”，请改成半角冒号加空格“: ”"]),
        ("户籍地: ≥山东", ["1: 地方不能比大小，请写 属于 山东/济南"]),
        ("家庭月收入: ≤ 3个月", ["1: “家庭月收入”的单位是 元/月，写的是 月，对不上"]),
        ("家庭月收入: ≤ 最低工次", ["1: “家庭月收入”的比法不对：算式里的“最低工次”既不是事实也不是参数，是不是“最低月薪”？"]),
        ("人工:", ["1: “人工”后面写一句话：要人确认什么"]),
        ("年龄:", ["1: “年龄”后面没写比法"]),
        ("年龄: []", ["1: 方括号里要写几个值，用逗号隔开"]),
        (
            "年令: ≥16\n任一:\n  - 性别: 妇\n  - 在校: 有学上\n",
            [
                "1: 没有叫“年令”的事实，是不是“年龄”？",
                "3: “性别”没有“妇”这个值，可以是 男 女",
                "4: “在校”只能写 是 或 否，不能写“有学上”",
            ],
        ),
    ],
)  # fmt: skip
def test_every_problem_is_told_with_its_line(rule: str, sentences: list[str]) -> None:
    condition, problems = read_condition(read_yaml(rule))
    assert condition is None
    assert [f"{one.line}: {one.message}" for one in problems] == sentences

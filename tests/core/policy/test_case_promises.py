"""What a case promises beside its verdict: sentences, papers; and how prose and sources are read."""

from __future__ import annotations

from datetime import date

from jiuye_cli.core.policy.cases import run_case
from jiuye_cli.core.policy.grammar.policy import read_policy
from jiuye_cli.core.policy.policy import Policy
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.files.strict_yaml import read_yaml

RULE = """
编号: 甲
名称: 甲补贴
地区: 全国
受益人: 本人
版本:
  - 起: 2025-01-01
    止: 2025-12-31
    止后: 待核
    依据: {文号: 甲字1号, 原文: 未读到, 出处: 某报, 可信度: 读过原文, 核实: 2026-11-21}
    条件: {就业状态: 在职, 人工: 村里同意}
申请:
  材料: [身份证, {名: 残疾人证, 当: {残疾人证: 是}}]
说明: >-
  先登记，
  再申请 2 份 A4 表。
  3 天内办。
样例:
  - {说明: 一个人, 日期: 2026-02-01, 情况: {就业状态: 在职, 残疾人证: 否}, 结论: 待核实, PROMISE}
"""


def policy(promise: str) -> Policy:
    found, problems = read_policy(read_yaml(RULE.replace("PROMISE", promise)))
    assert found is not None, problems
    return found


def faults(promise: str) -> tuple[str, ...]:
    one = policy(promise)
    return run_case(one, one.cases[0], Shelf((one,))).faults


def test_a_promised_sentence_may_be_a_part_of_a_reason_or_a_gate() -> None:
    assert faults("提示: [2025-12-31 到期后是否延续没有查到, 村里同意]") == ()


def test_a_sentence_nobody_says_is_a_fault() -> None:
    assert faults("提示: 镇里同意") == (
        "应提示“镇里同意”，只提示了 2025-12-31 到期后是否延续没有查到；要人工确认；村里同意",
    )


def test_the_papers_promised_are_all_the_papers_in_any_order() -> None:
    assert faults("材料: [身份证]") == ()
    assert faults("材料: [身份证, 残疾人证]") == ("材料应为 身份证、残疾人证，列出的是 身份证",)


def test_folded_lines_leave_no_blank_between_chinese_words() -> None:
    assert policy("金额: 未知").note == "先登记，再申请 2 份 A4 表。3 天内办。"


def test_a_quote_that_was_not_read_is_no_quote() -> None:
    source = policy("金额: 未知").versions[0].sources[0]
    assert (source.quote, source.checked_on) == ("", date(2026, 11, 21))

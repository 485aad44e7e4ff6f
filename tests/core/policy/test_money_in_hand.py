"""Only a subsidy is money in hand: a loan, a tax ceiling or uncounted income is not."""

from __future__ import annotations

from datetime import date

import pytest

from jiuye_cli.core.fields.value import Facts
from jiuye_cli.core.policy.grammar.policy import read_policy
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.verdict import judge
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.span import NOTHING, exactly
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.files.strict_yaml import read_yaml

FILE = """
编号: 试写
名称: 试写
地区: 全国
受益人: 本人
性质: {nature}
版本:
  - 起: 2020-01-01
    依据: {{文号: 无文号, 出处: 无, 可信度: 读过原文, 核实: 2026-01-01}}
    金额: 2000
    发放: 每年
    最长: 36个月
"""


@pytest.mark.parametrize(
    ("nature", "worth"),
    [("补贴", exactly(2000)), ("贷款", NOTHING), ("税收", NOTHING), ("认定", NOTHING)],
)
def test_only_a_subsidy_counts_towards_the_yuan_of_the_next_year(
    nature: str, worth: object
) -> None:
    policy, problems = read_policy(read_yaml(FILE.format(nature=nature)), Vocabulary())
    assert policy is not None, problems
    (judged,) = judge(
        Rule((policy,)), Claimant(Facts({})), Moment(date(2026, 5, 1)), Shelf((policy,))
    )
    assert (judged.worth, judged.amount, judged.months) == (worth, 2000, 36)

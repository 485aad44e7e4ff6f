"""What work changes for a household: the four ways in which a wage may count against 低保."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from jiuye_cli.core.better_off.benefits import benefit_judge
from jiuye_cli.core.better_off.change import BetterOff, Costs, better_off
from jiuye_cli.core.fields.value import NONE, Facts
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.policy.grammar.policy import read_policy
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.posts.post import post_of
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.parameters import NO_PARAMETERS
from jiuye_cli.core.rules.span import Span
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.files.strict_yaml import read_yaml

TODAY = date(2026, 11, 21)
HOUSEHOLD = {
    "人员类别": frozenset({"低保"}), "低保金额": 800, "就业状态": "登记失业", "就业经历": NONE, "照护": NONE,
    "出生日期": date(1976, 1, 1), "证书": NONE, "培训": NONE, "创业": NONE,
}  # fmt: skip
VILLAGE_POST = {"工种": "保洁", "工作区域": "本村", "月薪低": 2000, "月薪高": 2000}

RULE = """
编号: 低保就业收入豁免
名称: 低保就业收入豁免
地区: 全国
受益人: 家庭
版本:
  - 起: 2020-01-01
    依据: {{文号: 某规定, 原文: 某句, 出处: 某处, 可信度: 读过原文, 核实: 2026-11-01}}
    条件: {{人员类别: 低保{condition}}}
    金额: {amount}
    发放: 每月
样例: []
"""


def shelf(amount: str, condition: str = "") -> Shelf:
    """A shelf with one income rule."""
    node = read_yaml(RULE.format(amount=amount, condition=condition))
    policy, problems = read_policy(node, Vocabulary())
    assert policy is not None, problems
    return Shelf((policy,), NO_PARAMETERS)


def change(
    rules: Shelf, post: Mapping[str, Any] = VILLAGE_POST, costs: Costs | None = None, **known: Any
) -> BetterOff:
    """What a post changes for the household."""
    person = Seeker(1, "某某", Facts({**HOUSEHOLD, **known}), TODAY)
    return better_off(
        person,
        post_of(post),
        benefit_judge(rules.rules_at("全国"), rules, Moment(TODAY)),
        costs or Costs(),
        TODAY,
    )


@pytest.mark.parametrize(
    ("rule", "low", "high"),
    [
        (
            "较小(当前月薪, 3000元/月)",
            2000,
            2000,
        ),  # a sum not counted, above the wage: all 低保 stays
        ("较小(当前月薪, 1500元/月)", 1500, 1500),  # 500 yuan are counted, and taken from the 800
        ("当前月薪 × 1/3", 1200, 1200),  # two thirds counted: more than the 800 there are
        ("300", 1200, 1200),  # a fixed cost of work
    ],
)
def test_the_local_rule_says_how_much_of_the_wage_counts(rule: str, low: int, high: int) -> None:
    found = change(shelf(rule))
    assert (found.low, found.high) == (low, high)


def test_a_rule_for_public_posts_alone_leaves_other_wages_counted() -> None:
    rule = shelf("较小(当前月薪, 2000元/月)", ", 就业状态: 公益性岗位")
    assert change(rule).low == 1200
    assert change(rule, {**VILLAGE_POST, "用工形式": "公益性岗位"}).low == 2000


def test_where_no_rule_was_found_the_loss_is_a_range() -> None:
    found = change(Shelf())
    assert (found.low, found.high) == (1200, 2000)
    assert [one.note for one in found.lines if one.name == "少领的低保"] == [
        "本地就业收入怎么扣减没查到"
    ]


def test_who_is_not_on_dibao_loses_none() -> None:
    assert change(Shelf(), 人员类别=frozenset()).low == 2000


def test_a_wage_nobody_named_stays_open_on_both_sides() -> None:
    found = change(Shelf(), {"工种": "保洁", "工作区域": "本村", "计薪方式": "面议"})
    assert (found.low, found.high) == (None, None)
    assert "工资" in found.not_known


def test_the_road_counts_as_known_as_it_is() -> None:
    to_town = {**VILLAGE_POST, "工作区域": "县内"}
    assert change(Shelf(), to_town, 人员类别=frozenset()).low is None
    fare = {**to_town, "每月路费": 150}
    assert change(Shelf(), fare, 人员类别=frozenset()).low == 1850
    costs = Costs({"县内": Span(Fraction(100), Fraction(200))})
    found = change(Shelf(), to_town, costs, 人员类别=frozenset())
    assert (found.low, found.high) == (1800, 1900)


def test_work_that_costs_money_says_so() -> None:
    poorly_paid = {
        **VILLAGE_POST,
        "月薪低": 600,
        "月薪高": 600,
        "每月路费": 120,
        "工作区域": "县内",
    }
    found = change(shelf("当前月薪 × 0"), poorly_paid)
    assert (found.low, found.costs_money) == (Decimal(-120), True)


def test_a_wage_given_up_is_taken_off() -> None:
    held = ({"单位": "零工", "起": date(2026, 1, 1), "月薪": 1500},)
    found = change(Shelf(), 人员类别=frozenset(), 就业经历=held, 当前月薪=1500)
    assert found.low == 500


def test_care_that_overlaps_costs_something_nobody_asked_about() -> None:
    bound = {"照护": frozenset({"学生"}), "照护时段": "16:30-18:00", "人员类别": frozenset()}
    at_work = {**VILLAGE_POST, "上班时间": "8:00-17:00"}
    assert change(Shelf(), at_work, **bound).low is None
    assert change(Shelf(), {**at_work, "上班时间": "8:00-16:30"}, **bound).low == 2000


SUBSIDY = """
编号: 灵活就业补贴
名称: 灵活就业补贴
地区: 全国
受益人: 本人
版本:
  - 起: 2020-01-01
    依据: {文号: 某规定, 原文: 某句, 出处: 某处, 可信度: 读过原文, 核实: 2026-11-01}
    条件: {就业状态: [在职, 公益性岗位]}
    金额: 400
    发放: 每月
样例: []
"""


def test_a_subsidy_that_comes_with_the_job_is_the_rules_own_sum() -> None:
    policy, _ = read_policy(read_yaml(SUBSIDY), Vocabulary())
    assert policy is not None
    found = change(Shelf((policy,), NO_PARAMETERS), 人员类别=frozenset())
    assert [(one.name, one.amount.exact) for one in found.lines] == [
        ("工资", 2000),
        ("灵活就业补贴", 400),
    ]

"""Rules written in tests: a policy of one version from the lines that matter."""

from __future__ import annotations

from datetime import date

from jiuye_cli.core.policy.grammar.facts import read_claimant
from jiuye_cli.core.policy.grammar.parameters import read_parameters
from jiuye_cli.core.policy.grammar.policy import read_policy
from jiuye_cli.core.policy.policy import Claimant, Policy
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.policy.verdict import Judged, judge
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.parameters import Parameters
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import Problem
from jiuye_cli.files.strict_yaml import read_yaml

TODAY = date(2026, 11, 21)
SOURCE = "{文号: 甲发〔2026〕1号, 条: 第一条, 出处: 报纸, 可信度: 读过原文, 核实: 2026-06-01}"
WAGE = f"""
参数: 最低工资
单位: 元/月
值:
  - {{地区: 山东, 起: 2025-10-01, 值: 2020..2400, 依据: {SOURCE}}}
  - {{地区: 山东/济南, 起: 2025-10-01, 止: 2026-12-31, 值: 2400, 依据: {SOURCE}}}
"""
DIBAO = f"""
参数: 低保标准
单位: 元/月
分类: {{按: 户口性质, 农业: 农村, 非农业: 城市}}
值:
  - {{地区: 山东, 起: 2026-01-01, 值: {{城市: 1000, 农村: 800}}, 依据: {SOURCE}}}
"""
RETIREMENT = f"""
参数: 退休
退休:
  - {{类别: {{男60: {{原龄: 60岁}}}}, 依据: {SOURCE}}}
"""


def parameters(*texts: str) -> Parameters:
    found, problems = read_parameters(
        read_yaml(text, "参数.yaml") for text in texts or (WAGE, DIBAO, RETIREMENT)
    )
    assert problems == []
    return found


def text(
    version: str,
    *,
    top: str = "",
    name: str = "甲",
    region: str = "全国",
    start: str = "起: 2026-01-01",
) -> str:
    """A policy file of one version; `version` and `top` are lines of YAML."""
    head = f"{top}\n" if top else ""
    body = "".join(f"    {line}\n" for line in version.strip().splitlines())
    return (
        f"编号: {name}\n名称: {name}补贴\n地区: {region}\n受益人: 本人\n{head}"
        f"版本:\n  - {start}\n    依据: {SOURCE}\n{body}"
    )


def problems_of(whole: str) -> list[str]:
    found, problems = read_policy(read_yaml(whole, "a.yaml"), Vocabulary(parameters=parameters()))
    assert (found is None) == bool(problems)
    return [_said(one) for one in problems]


def _said(problem: Problem) -> str:
    return f"{problem.line}: {problem.message}"


def policy(whole: str) -> Policy:
    found, problems = read_policy(read_yaml(whole, "a.yaml"), Vocabulary(parameters=parameters()))
    assert found is not None, [str(one) for one in problems]
    return found


def shelf(*wholes: str) -> Shelf:
    return Shelf(tuple(policy(one) for one in wholes), parameters())


def someone(facts: str, number: int | None = None) -> Claimant:
    problems: list[Problem] = []
    found = read_claimant(read_yaml(facts), problems)
    assert problems == []
    return Claimant(found.facts, found.receipts, number)


def judged(
    rules: Shelf,
    facts: str,
    day: date = TODAY,
    *,
    place: str = "全国",
    name: str = "甲",
    apply_on: date | None = None,
) -> Judged:
    """The verdict of one rule on one person; the only one, or the first of several items."""
    rule = next(one for one in rules.rules_at(place) if one.id == name)
    return judge(rule, someone(facts), Moment(day, apply_on, place), rules)[0]

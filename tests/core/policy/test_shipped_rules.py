"""The rules that travel with the program: read, linted, their cases run, their pages and schema."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jiuye_cli.core.fields.value import Facts
from jiuye_cli.core.policy.cases import judge_case, run_cases
from jiuye_cli.core.policy.handbook import page
from jiuye_cli.core.policy.lint import lint
from jiuye_cli.core.policy.mutate import mutation_score
from jiuye_cli.core.policy.policy import PLACES
from jiuye_cli.core.policy.schema import policy_schema
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.rules.node import Node
from jiuye_cli.files.rule_folder import load_shelf, read_shelf, rule_files
from jiuye_cli.files.strict_yaml import read_yaml
from jiuye_cli.workspace import shipped

POLICIES = Path(shipped("policies"))
TODAY = date(2026, 11, 21)
PROMISED = [
    "就业困难人员认定",
    "零就业家庭认定",
    "失业登记",
    "低保边缘家庭认定",
    "灵活就业社保补贴",
    "职业培训补贴",
    "培训期间生活费补贴",
    "线上培训生活费补贴",
    "技能提升补贴",
    "失业保险金",
    "大龄领金人员养老代缴",
    "求职创业补贴",
    "外出务工交通补助",
    "济南湘西劳务协作补贴",
    "一次性创业补贴",
    "一次性创业岗位开发补贴",
    "创业担保贷款",
    "残疾人电商创业补贴",
    "个体经营税收扣减",
    "低保就业收入豁免",
    "单位招用社保补贴",
    "公益性岗位补贴",
    "乡村公益性岗位安置",
    "城镇公益性岗位安置",
    "疫情临时公益性岗位补贴",
    "民政互助公益岗",
    "就业见习补贴",
    "一次性扩岗补助",
    "一次性吸纳就业补贴",
    "扶贫车间补助",
    "以工代训补贴",
    "企业招用税收扣减",
    "个人缴费社保补贴",
]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    found, problems = read_shelf([POLICIES])
    assert [str(one) for one in problems] == []
    return found


def test_no_file_has_a_problem(shelf: Shelf) -> None:
    assert [str(one) for one in lint(shelf)] == []


def test_every_promised_policy_is_there(shelf: Shelf) -> None:
    assert sorted(set(PROMISED) - {one.id for one in shelf.policies}) == []


def test_every_case_comes_out_as_it_says(shelf: Shelf) -> None:
    runs = list(run_cases(shelf.policies, shelf))
    failed = [
        f"{run.case.file}:{run.case.line}: {run.case.label}：{run.faults}"
        for run in runs
        if run.faults
    ]
    assert failed == []
    assert len(runs) > 1000


def test_rules_read_for_judging_are_the_same_without_their_cases(shelf: Shelf) -> None:
    quick = load_shelf([POLICIES])
    assert [(one.id, one.region, one.versions) for one in quick.policies] == [
        (one.id, one.region, one.versions) for one in shelf.policies
    ]
    assert [len(one.cases) for one in quick.policies] == [len(one.cases) for one in shelf.policies]


def test_every_rule_has_a_page_whose_examples_hold(shelf: Shelf) -> None:
    for policy in shelf.policies:
        found = page(Rule((policy,)), shelf, TODAY)
        assert found.faults == ()
        assert found.who or not policy.versions[-1].condition.parts  # type: ignore[union-attr]
        assert found.sources


def plain(node: Node) -> object:
    if node.entries is not None:
        return {key: plain(one) for key, one in node.entries.items()}
    return [plain(one) for one in node.items] if node.items is not None else node.text


def test_every_file_fits_the_json_schema_and_a_misspelt_key_does_not(shelf: Shelf) -> None:
    from jsonschema import Draft202012Validator

    checker = Draft202012Validator(policy_schema(parameters=shelf.parameters.named))
    files = [
        path
        for path in rule_files(POLICIES)
        if "参数" not in path.parts and path.parent != POLICIES
    ]
    wrong = [
        f"{path.name}: {error.json_path}: {error.message[:80]}"
        for path in files
        for error in checker.iter_errors(plain(read_yaml(path.read_bytes())))
    ]
    assert wrong == []
    spoiled = plain(read_yaml(files[0].read_bytes()))
    assert isinstance(spoiled, dict)
    assert not checker.is_valid({**spoiled, "名子": "甲"})


@pytest.mark.prove
def test_every_spoiled_rule_is_noticed_by_a_case(shelf: Shelf) -> None:
    """Issue 3: each condition of each rule is decisive in at least one case."""
    score = mutation_score(shelf.policies, shelf)
    survivors = [f"{one.policy.file}:{one.line}: {one.what}" for one in score.survivors]
    print(f"\nmutation score {score.percent:.1f} % of {score.total}")
    assert survivors == []


def test_what_is_decided_on_part_of_a_case_stays_when_the_rest_is_told(shelf: Shelf) -> None:
    """Answering a fact never turns a yes or a no: each case with some facts left out, then whole."""
    dice, turned, decided = random.Random(7), [], 0
    for policy in shelf.policies:
        for case in policy.cases:
            told = case.claimant.facts.values
            some = {
                name: value for name, value in told.items() if name in PLACES or dice.random() < 0.6
            }
            partly = replace(case, claimant=replace(case.claimant, facts=Facts(some)))
            before, after = (judge_case(policy, one, shelf).verdict.value for one in (partly, case))
            if before in ("eligible", "ineligible"):
                decided += 1
                if after != before and (before, after) != ("ineligible", "closed"):
                    turned.append(f"{case.file}:{case.line}: {before} → {after}")
    assert turned == []
    assert decided > 200

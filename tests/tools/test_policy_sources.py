"""The page of sources is in step with the rules, and the rules use all that the language can say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RULES = ROOT / "policies"
sys.path.insert(0, str(ROOT / "tools"))

import policy_sources  # noqa: E402
import rule_needs  # noqa: E402

from jiuye_cli.files.rule_folder import load_shelf  # noqa: E402


def test_the_page_says_what_the_rules_say() -> None:
    written = policy_sources.TARGET.read_text(encoding="utf-8")
    assert written == policy_sources.page(), "run `python tools/policy_sources.py`"


@pytest.mark.parametrize(("need", "forms"), rule_needs.NEEDS, ids=[n for n, _ in rule_needs.NEEDS])
def test_each_structural_need_is_used_by_a_shipped_rule(
    need: str, forms: tuple[tuple[str, rule_needs.Seen], ...]
) -> None:
    places = tuple(rule_needs.places_of(RULES))
    assert any(rule_needs.uses(places, seen) for _, seen in forms), need


def test_a_use_is_named_with_the_line_it_stands_on(tmp_path: Path) -> None:
    rules = tmp_path / "policies"
    rules.mkdir()
    (rules / "甲.yaml").write_text("编号: 甲\n次数:\n  每年: 1\n", encoding="utf-8")
    (rules / "乙.yaml").write_text("参数: 乙\n次数:\n  每年: 1\n", encoding="utf-8")
    found = rule_needs.uses(rule_needs.places_of(rules), rule_needs.key("每年"))
    assert found == [rule_needs.Use("policies/甲.yaml", 3)]


def test_every_shipped_rule_stands_in_the_table_of_research() -> None:
    shelf = load_shelf([RULES])
    carried = {name for _, _, ids, _ in policy_sources.RESEARCH for name in ids}
    missing = {
        policy.id
        for policy in shelf.policies
        if not {policy.id, f"{policy.id}@{policy.region}"} & carried
        and not any(name.startswith(f"{policy.id}@") for name in carried)
    }
    assert missing == set()


def test_every_row_of_research_has_a_rule_or_a_reason() -> None:
    shipped = {policy.id for policy in load_shelf([RULES]).policies}
    for number, _, ids, note in policy_sources.RESEARCH:
        assert {name.partition("@")[0] for name in ids} <= shipped, number
        assert ids or note, number

"""The guide's ten examples: read without a problem, every case passes, no spoiled rule goes unnoticed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jiuye_cli.core.policy.cases import run_cases
from jiuye_cli.core.policy.lint import lint_some
from jiuye_cli.core.policy.mutate import mutation_score
from jiuye_cli.core.policy.policy import Policy
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.files.rule_folder import read_beside
from jiuye_cli.workspace import shipped

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = DOCS / "规则示例"


@pytest.fixture(scope="module")
def examples() -> tuple[Shelf, tuple[Policy, ...]]:
    shelf, own, problems = read_beside(EXAMPLES, [shipped("policies")])
    assert [str(one) for one in (*problems, *lint_some(shelf, own))] == []
    return shelf, own


def test_there_are_ten_and_the_guide_links_each(examples: tuple[Shelf, tuple[Policy, ...]]) -> None:
    linked = set(
        re.findall(r"\(规则示例/(.+?\.yaml)\)", (DOCS / "规则指南.md").read_text(encoding="utf-8"))
    )
    assert linked == {path.name for path in EXAMPLES.glob("*.yaml")}
    assert len(linked) == len(examples[1]) == 10


def test_every_case_of_every_example_passes(examples: tuple[Shelf, tuple[Policy, ...]]) -> None:
    shelf, own = examples
    assert [f"{run.case.label}：{run.faults}" for run in run_cases(own, shelf) if run.faults] == []


def test_every_spoiled_example_is_noticed_by_a_case(
    examples: tuple[Shelf, tuple[Policy, ...]],
) -> None:
    shelf, own = examples
    score = mutation_score(own, shelf)
    assert [f"{one.policy.file}:{one.line}: {one.what}" for one in score.survivors] == []
    assert score.total >= 90

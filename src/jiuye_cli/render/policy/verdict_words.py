"""The reasons of a verdict in words: what was needed, and what the file says."""

from __future__ import annotations

from collections.abc import Iterable

from jiuye_cli.core.policy.prose import comparison_words
from jiuye_cli.core.rules.judge import Finding
from jiuye_cli.core.rules.truth import UNKNOWN

ALL, ANY = "全部", "任一"
HEADINGS = {ALL: "这几条都要：", ANY: "有一条就行："}


def fact_words(fact: str) -> str:
    """A fact as she says it.

    >>> fact_words("证书.发证日期"), fact_words("参保地")
    ('证书的发证日期', '参保地')
    """
    return fact.replace(".", "的")


def listed_facts(facts: Iterable[str]) -> str:
    """Several facts in a row."""
    return "、".join(fact_words(one) for one in facts)


def condition_words(leaf: Finding) -> str:
    """One condition, and behind it what the file says and how well that is attested."""
    return f"{_condition(leaf)}{_held(leaf)}"


def _condition(leaf: Finding) -> str:
    if leaf.compare is None:
        return fact_words(leaf.text)
    words = comparison_words(leaf.compare.fact, leaf.compare.test)
    return words if leaf.text == leaf.compare.text else f"不能：{words}"


def _held(leaf: Finding) -> str:
    grade = leaf.grade.label if leaf.grade else ""
    if leaf.truth is UNKNOWN:
        return "——没问清" if leaf.fact else ""
    if not leaf.value or leaf.value in leaf.text:
        return f"（{grade}）" if grade else ""
    return f"——档案里是{leaf.value}{f'（{grade}）' if grade else ''}"


def heading_words(finding: Finding) -> str:
    """The line above several conditions.

    >>> from jiuye_cli.core.rules.truth import NO
    >>> heading_words(Finding(NO, "任一")), heading_words(Finding(NO, "非（任一）"))
    ('有一条就行：', '下面这些不能有：')
    """
    if finding.text.startswith("非"):
        return "下面这些不能有："
    return HEADINGS.get(finding.text, f"{fact_words(finding.text)}：")

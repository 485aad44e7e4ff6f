"""What a claim rests on, as its form tells the office: facts that the rule looked at, never a secret."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.actions.papers.paper import Press
from jiuye_cli.actions.papers.words import day_words, line, words
from jiuye_cli.actions.policy.claimant import claimant
from jiuye_cli.actions.policy.judging import OF_PERSONS, Bench
from jiuye_cli.core.course.claim import Claim
from jiuye_cli.core.fields.catalogue import facts as catalogue
from jiuye_cli.core.fields.field import SENSITIVE, Kind
from jiuye_cli.core.policy.handbook import version_on
from jiuye_cli.core.policy.policy import Claimant, Version
from jiuye_cli.core.policy.shelf import Rule
from jiuye_cli.core.policy.verdict import judge

LOST = "非因本人意愿失业"
HOW_LOST: Mapping[object, str] = {True: "不是自己要走的", False: "自己走的"}
ON_THE_FORM = ("性别", "年龄", "文化程度", "户籍地", "住址")
"""Facts that stand elsewhere on the form, or in the identity card."""

LABELS = {
    "就业状态": "现在", "失业日期": "从哪天起没活", "失业保险缴费月数": "失业保险缴费",
    LOST: "怎么没的活", "领取失业保险金": "领着失业金", "距退休月数": "离退休还有",
    "就业困难认定日期": "就业困难认定", "失业登记日期": "失业登记",
}  # fmt: skip
"""Short labels for facts whose names are long."""


def policy_names(bench: Bench) -> dict[str, str]:
    """What each policy is called in this place; elsewhere's go by the country's name, else by their 编号."""
    known = {one.id: one.id for one in bench.shelf.policies}
    country = {one.id: one.name for one in bench.shelf.policies if one.region == "全国"}
    here = {one.id: one.policy.name for one in bench.shelf.rules_at(bench.place)}
    return {**known, **country, **here}


@dataclass(frozen=True, slots=True)
class Footing:
    """The rule a claim is made under, as it holds for the person, and the facts it asks about."""

    rule: Rule | None
    version: Version | None
    facts: Sequence[dict[str, object]] = ()


def footing(press: Press, one: Claim) -> Footing:
    """What a claim rests on: nothing known where its rule is no longer there."""
    bench = press.bench()
    _, standing = claimant(press.conn, bench.shelf, press.today, one.person)
    rules = (*bench.rules(standing), *bench.shelf.rules_at(bench.place))
    rule = next((rule for rule in rules if rule.id == one.policy), None)
    if rule is None:
        return Footing(None, None)
    version, _ = version_on(rule, press.today)
    own = rule.policy.beneficiary in OF_PERSONS
    return Footing(rule, version, list(_asked(press, rule, standing)) if own else [])


def _asked(press: Press, rule: Rule, standing: Claimant) -> Iterator[dict[str, object]]:
    """The plain facts a rule asks of the person; what is not known is left to be written in."""
    bench = press.bench()
    judged = judge(rule, standing, bench.moment(press.today), bench.shelf, ahead=False)[:1]
    asked = [leaf.fact for verdict in judged for leaf in verdict.finding.leaves() if leaf.fact]
    for name in dict.fromkeys(asked):
        field = catalogue().get(name)
        if field is None or field.sensitivity is SENSITIVE or name in ON_THE_FORM:
            continue
        if field.kind is not Kind.RECORDS:
            told = words(standing.facts, name)
            said = HOW_LOST.get(standing.facts.value(name)) if name == LOST else told
            yield line(LABELS.get(name, name), said)


def item_words(value: object) -> str | None:
    """A value of the certificate, job or business a claim is for.

    >>> item_words("2026-01-20"), item_words(True), item_words("五级"), item_words(None)
    ('2026年1月20日', '是', '五级', None)
    """
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    try:
        return day_words(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)

"""What a claim rests on, as its form tells the office: facts that the rule looked at, never a secret."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jiuye_cli.actions.claimant import claimant
from jiuye_cli.actions.papers.paper import Press
from jiuye_cli.actions.papers.words import day_words, line, words
from jiuye_cli.core.course.claim import Claim
from jiuye_cli.core.fields.catalogue import facts as catalogue
from jiuye_cli.core.fields.field import SENSITIVE, Kind
from jiuye_cli.core.policy.verdict import judge

ON_THE_FORM = ("性别", "年龄", "文化程度", "户籍地", "住址")
"""Facts that stand elsewhere on the form, or in the identity card."""

LABELS = {
    "就业状态": "现在", "失业日期": "从哪天起没活", "失业保险缴费月数": "失业保险缴费",
    "非因本人意愿失业": "单位让走的", "领取失业保险金": "领着失业金", "距退休月数": "离退休还有",
    "就业困难认定日期": "就业困难认定", "失业登记日期": "失业登记",
}  # fmt: skip
"""Short labels for facts whose names are long."""


def grounds(press: Press, one: Claim) -> Iterator[dict[str, object]]:
    """The plain facts the rule of a claim asks of the person; what is not known is left to be written in."""
    bench = press.bench()
    _, standing = claimant(press.conn, bench.shelf, press.today, one.person)
    rules = [rule for rule in bench.rules(standing) if rule.policy.id == one.policy]
    judged = [
        verdict
        for rule in rules
        for verdict in judge(rule, standing, bench.moment(press.today), bench.shelf, ahead=False)[
            :1
        ]
    ]
    asked = dict.fromkeys(
        leaf.fact for verdict in judged for leaf in verdict.finding.leaves() if leaf.fact
    )
    for name in asked:
        field = catalogue().get(name)
        if field is None or field.sensitivity is SENSITIVE or name in ON_THE_FORM:
            continue
        if field.kind is not Kind.RECORDS:
            yield line(LABELS.get(name, name), words(standing.facts, name))


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

"""依据: the documents behind a version or a figure."""

from __future__ import annotations

from jiuye_cli.core.policy.sheet import Sheet
from jiuye_cli.core.rules.node import Node
from jiuye_cli.core.rules.source import REVIEW_MONTHS, Source, Trust
from jiuye_cli.errors import Problem

KEYS = ("文号", "名称", "条", "原文", "出处", "可信度", "核实", "注", "复核期")
MOST_QUOTED = 120


NOT_READ = "未读到"
"""What 原文 says where no sentence of the document was read."""


def read_sources(
    node: Node, problems: list[Problem], review_months: int | None = None
) -> tuple[Source, ...]:
    """The sources of a rule; a problem for each that lacks number, place, trust or day."""
    if node.items == ():
        problems.append(node.problem("“依据”是空的"))
    found = (_source(one, problems, review_months) for one in node.as_items())
    return tuple(one for one in found if one is not None)


def _source(node: Node, problems: list[Problem], review_months: int | None) -> Source | None:
    sheet = Sheet(node, problems, "依据", KEYS)
    if node.entries is None:
        return None
    number, trust = (
        sheet.text("文号", required=True),
        sheet.choice("可信度", Trust.__members__, required=True),
    )
    checked = sheet.day("核实", required=True)
    if sheet.required("出处") is None or not number or not trust or checked is None:
        return None
    return Source(
        number=number,
        read_at=sheet.texts("出处"),
        trust=Trust[trust],
        checked_on=checked,
        title=sheet.text("名称"),
        clause=sheet.text("条"),
        quote="" if sheet.text("原文") == NOT_READ else sheet.text("原文"),
        note=sheet.text("注"),
        review_months=sheet.months("复核期") or review_months or REVIEW_MONTHS,
    )

"""Batches of claims, and the monthly look at those that run, on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from jiuye_cli.core.course.claim import Batch, ClaimFile, Stage
from jiuye_cli.core.course.recheck import Rechecked
from jiuye_cli.render.people.listing import Heads, Listing, figure, name
from jiuye_cli.render.policy.claim import claim_item
from jiuye_cli.render.policy.verdict_words import listed_facts


def batches_listing(found: Sequence[tuple[Batch, Sequence[ClaimFile]]]) -> Listing:
    """Batches, the newest first."""
    heads: Heads = (figure("批次"), "名称", figure("人数"), figure("未交"), "提交")
    rows, items = [], []
    for batch, files in found:
        waiting = [f for f in files if f.claim.stage in (Stage.STARTED, Stage.RETURNED)]
        rows.append((batch.id, batch.name, len(files), len(waiting), batch.submitted_on))
        items.append({
            "id": batch.id, "name": batch.name, "policy": batch.policy, "submitted_on": batch.submitted_on,
            "claims": [f.claim.id for f in files],
        })  # fmt: skip
    return Listing("batches", heads, rows, items, "还没有批次：jiuye claim batch 政策")


MOST_NEAR = 10


def nearly_lines(nearly: Sequence[tuple[object, Sequence[str]]], policy: str) -> list[str]:
    """Who was near, fewest open questions first: the first ten by name, the rest as a number."""
    ordered = sorted(nearly, key=lambda one: len(one[1]))
    lines = [
        f"差一点：{card}，还要{listed_facts(why) or '核实'}。" for card, why in ordered[:MOST_NEAR]
    ]
    if len(ordered) > MOST_NEAR:
        rest = len(ordered) - MOST_NEAR
        lines.append(f"差一点的还有 {rest} 人，打电话时会问到；看一个人：jiuye why 谁 {policy}")
    return lines


def recheck_listing(found: Sequence[Rechecked]) -> Listing:
    """Running claims to look at again, those known to be broken first."""
    heads: Heads = (figure("号"), name("姓名"), "政策", name("情况"), "为什么")
    ordered = sorted(found, key=lambda one: not one.broken)
    rows = [
        (
            one.file.claim.id,
            one.file.card.name,
            one.file.claim.policy,
            "不再符合" if one.broken else "要问",
            one.why,
        )
        for one in ordered
    ]
    items = [{**claim_item(one.file), "broken": one.broken, "why": one.why} for one in ordered]
    return Listing("claims", heads, rows, items, "正在领的，条件都还成立。")

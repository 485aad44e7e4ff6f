"""Batches of claims, and the monthly look at those that run, on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from jiuye_cli.core.course.claim import Batch, ClaimFile, Stage
from jiuye_cli.core.course.recheck import Rechecked
from jiuye_cli.render.claim import claim_item
from jiuye_cli.render.listing import Heads, Listing, figure, name


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

"""Jobs held on the screen: who works where since when, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jiuye_cli.core.course.placement import Stint
from jiuye_cli.core.fields.value import UNKNOWN
from jiuye_cli.core.rules.days import months_between
from jiuye_cli.render.people.listing import Heads, Listing, figure, name


def placements_listing(stints: Sequence[Stint], today: date) -> Listing:
    """Jobs, the newest start first."""
    heads: Heads = (
        figure("档案号"), name("姓名"), "单位", "工种", "区域", "起", figure("满月"), figure("月薪"), "情况",
    )  # fmt: skip
    rows = [
        (
            one.card.id, one.card.name, one.employer, one.job.get("工种"), one.job.get("区域"), one.started,
            months_at_work(one, today), one.job.get("月薪"), state_of(one),
        )
        for one in stints
    ]  # fmt: skip
    items = [_item(one, today) for one in stints]
    return Listing(
        "placements", heads, rows, items, "还没有在岗的。记上岗：jiuye placement start 谁 单位=…"
    )


def _item(one: Stint, today: date) -> dict[str, object]:
    job = {key: value for key, value in one.job.items() if key != "id"}
    placed = one.placement
    return {
        "id": one.card.id,
        "name": one.card.name,
        "placement": placed.id if placed else None,
        "job": job,
        "open": one.is_open,
        "months": months_at_work(one, today),
        "referral": placed.referral if placed else None,
        "event": placed.event if placed else None,
        "ended_why": placed.ended_why if placed else None,
        "troubles": [
            {"day": t.day, "kind": t.kind, "note": t.note, "settled_on": t.settled_on}
            for t in one.troubles
        ],
    }


def months_at_work(one: Stint, today: date) -> int | None:
    """Whole months at this job until today or its end; None where the start is not known."""
    if one.started is None:
        return None
    end = one.job.get("止", UNKNOWN)
    return max(0, months_between(one.started, end if isinstance(end, date) else today))


def state_of(one: Stint) -> str:
    """Where a job stands: open trouble first, else 在岗 or how it ended."""
    open_trouble = [t for t in one.troubles if t.settled_on is None]
    if open_trouble and one.is_open:
        return "、".join(f"{t.day:%m-%d}{t.kind.value}" for t in open_trouble)
    if one.is_open:
        return "在岗"
    if "止" not in one.job:
        return "以前的"
    why = one.placement.ended_why if one.placement else None
    return f"{one.job['止']} 离岗" + (f"：{why}" if why else "")

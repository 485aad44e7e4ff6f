"""Targets on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from jiuye_cli.core.course.target import Reached
from jiuye_cli.render.people.listing import Heads, Listing, figure, name
from jiuye_cli.render.words import grouped


def targets_listing(
    found: Sequence[Reached], units: Mapping[str, str], year: int, today: date
) -> Listing:
    """Targets with what is reached, the rate, and how much of the year has passed."""
    heads: Heads = (
        name("任务"),
        figure("要"),
        figure("到了"),
        figure("还差"),
        figure("完成率"),
        "依据",
    )
    rows, items = [], []
    for one in found:
        unit = units.get(one.target.measure, "")
        rest = max(0, one.target.wanted - one.value)
        rows.append(
            (
                one.target.measure, grouped(one.target.wanted) + unit, grouped(one.value), grouped(rest),
                f"{one.percent}%" if one.percent is not None else "", one.target.source,
            )
        )  # fmt: skip
        items.append({
            "measure": one.target.measure, "wanted": one.target.wanted, "value": one.value, "unit": unit,
            "percent": one.percent, "ids": one.people, "source": one.target.source,
        })  # fmt: skip
    passed = (today - date(year, 1, 1)).days * 100 // 365 if today.year == year else None
    foot = f"今年过了 {passed}%。" if passed is not None else ""
    return Listing(
        "targets",
        heads,
        rows,
        items,
        f"{year} 年还没定任务：jiuye target set 转移就业 470",
        f"{year} 年任务",
        foot,
    )

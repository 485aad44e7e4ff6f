"""Welfare posts and terms on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from jiuye_cli.core.course.welfare import TermPage, WelfareMonth, WelfarePost
from jiuye_cli.render.people.listing import Heads, Listing, figure, name
from jiuye_cli.render.words import yuan


def posts_listing(posts: Sequence[tuple[WelfarePost, int]]) -> Listing:
    """Posts with how many are on duty."""
    heads: Heads = (
        figure("号"), name("岗位"), "类别", "单位", figure("名额"), figure("在岗"), figure("每周天"), "月补贴", "政策",
    )  # fmt: skip
    rows = [
        (
            one.id, one.name, one.kind, one.unit, one.seats, taken, one.days_a_week,
            yuan(one.stipend) if one.stipend is not None else None, one.policy,
        )
        for one, taken in posts
    ]  # fmt: skip
    items = [
        {
            "id": one.id, "name": one.name, "kind": one.kind, "work": one.work, "unit": one.unit,
            "seats": one.seats, "on_duty": taken, "stipend": one.stipend, "policy": one.policy,
        }
        for one, taken in posts
    ]  # fmt: skip
    return Listing(
        "posts", heads, rows, items, "还没有公益岗：jiuye welfare post 保洁员 名额=3 补贴=600"
    )


NO_TERMS = "没有在办的公益岗申请，也没有人在岗。"


def terms_listing(pages: Sequence[TermPage], today: date, empty: str = NO_TERMS) -> Listing:
    """Terms, one a line."""
    heads: Heads = (
        figure("档案号"), name("姓名"), "岗位", name("到哪步"), name("起"), name("止"), "帮扶", name("上月"),
    )  # fmt: skip
    rows = [
        (
            one.card.id, one.card.name, one.post.name, one.term.stage.value, one.term.starts,
            _end(one, today), "、".join(h.name for h in one.helped), _last_month(one.months),
        )
        for one in pages
    ]  # fmt: skip
    items = [_item(one) for one in pages]
    return Listing("terms", heads, rows, items, empty)


def _item(one: TermPage) -> dict[str, object]:
    term = one.term
    return {
        "id": one.card.id, "name": one.card.name, "post": one.post.name, "stage": term.stage,
        "applied_on": term.applied_on, "reviewed_on": term.reviewed_on, "starts": term.starts,
        "ends": term.ends, "left_on": term.left_on, "left_why": term.left_why,
        "cadre_kin": term.cadre_kin,
        "helps": [{"name": h.name, "id": h.neighbour, "needs": h.needs} for h in one.helped],
        "months": [
            {"month": f"{m.month:%Y-%m}", "days": m.days, "points": m.points, "grade": m.grade} for m in one.months
        ],
    }  # fmt: skip


def _end(one: TermPage, today: date) -> str:
    if one.term.left_on:
        return f"{one.term.left_on} 离岗"
    if one.term.ends is None:
        return ""
    left = (one.term.ends - today).days
    return f"{one.term.ends}" + (
        f" 剩{left}天" if 0 <= left <= 60 else " 已到期" if left < 0 else ""
    )


def _last_month(months: Sequence[WelfareMonth]) -> str:
    if not months:
        return ""
    last = months[-1]
    days = f"{last.days}天" if last.days is not None else ""
    return f"{last.month:%m月}{days}{last.grade or ''}"


class Line(Protocol):
    """One person's month."""

    @property
    def page(self) -> TermPage: ...
    @property
    def month(self) -> WelfareMonth | None: ...
    @property
    def short(self) -> bool: ...


def month_listing(month: date, lines: Sequence[Line], items_of_standard: Sequence[str]) -> Listing:
    """A month's attendance and assessment, a line a person."""
    heads: Heads = (
        figure("档案号"), name("姓名"), "岗位", figure("天数"), *map(figure, items_of_standard), name("等次"), "提醒",
    )  # fmt: skip
    rows, items = [], []
    for line in lines:
        noted = line.month or WelfareMonth(0, line.page.card.id, month)
        hint = "出勤不够" if line.short else "没记出勤" if noted.days is None else ""
        points = [noted.points.get(item) for item in items_of_standard]
        rows.append(
            (
                line.page.card.id,
                line.page.card.name,
                line.page.post.name,
                noted.days,
                *points,
                noted.grade,
                hint,
            )
        )
        items.append({
            "id": line.page.card.id, "name": line.page.card.name, "post": line.page.post.name,
            "days": noted.days, "points": noted.points, "grade": noted.grade, "short": line.short,
        })  # fmt: skip
    return Listing(
        "people", heads, rows, items, "这个月没有人在公益岗上。", f"{month:%Y年%m月} 公益岗出勤考核", more={"month": f"{month:%Y-%m}"}
    )  # fmt: skip

"""Services and loans on the screen; what was said in 心理疏导 only when asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from jiuye_cli.core.course.service import LoanLine, ServiceKind, ServiceLine
from jiuye_cli.render.people.listing import Heads, Listing, figure, name

HIDDEN = "（只在档案里）"


def services_listing(lines: Sequence[ServiceLine], *, full: bool) -> Listing:
    """Services, the newest first."""
    heads: Heads = (
        name("日期"),
        figure("档案号"),
        name("姓名"),
        "服务",
        "方式",
        "经手",
        "内容",
        "结果",
    )
    rows = [
        (
            one.service.day, one.card.id, one.card.name, one.service.kind, one.service.how, one.service.by,
            note_of(one, full=full), one.service.result,
        )
        for one in lines
    ]  # fmt: skip
    items = [
        {
            "service": one.service.id, "day": one.service.day, "id": one.card.id, "name": one.card.name,
            "kind": one.service.kind, "how": one.service.how, "by": one.service.by,
            "note": note_of(one, full=full), "result": one.service.result,
        }
        for one in lines
    ]  # fmt: skip
    return Listing("services", heads, rows, items, "还没有服务记录：jiuye service add 谁 职业指导")


def note_of(one: ServiceLine, *, full: bool) -> str | None:
    """What was noted; of 心理疏导 only that something was, unless it was asked for in full."""
    note = one.service.note
    if note and one.service.kind is ServiceKind.COMFORT and not full:
        return HIDDEN
    return note


def counts_listing(
    people: Mapping[ServiceKind, Sequence[int]], since: date, until: date
) -> Listing:
    """How often each kind was given, and to how many people."""
    rows = [(kind.value, len(ids), len(set(ids))) for kind, ids in people.items()]
    items = [
        {"kind": kind, "times": len(ids), "ids": sorted(set(ids))} for kind, ids in people.items()
    ]
    heads: Heads = ("服务", figure("次数"), figure("人数"))
    return Listing("counts", heads, rows, items, "这段时间没有服务记录。", f"{since} 到 {until}")


def loans_listing(lines: Sequence[LoanLine], today: date) -> Listing:
    """Things lent, the earliest return day first."""
    heads: Heads = (
        figure("档案号"),
        name("姓名"),
        "物品",
        "编号",
        "捐助",
        name("借出"),
        name("该还"),
        name("归还"),
    )
    rows = [
        (
            one.card.id, one.card.name, one.loan.thing, one.loan.mark, one.loan.giver, one.loan.lent_on,
            _until(one, today), one.loan.back_on,
        )
        for one in lines
    ]  # fmt: skip
    items = [
        {
            "loan": one.loan.id, "id": one.card.id, "name": one.card.name, "thing": one.loan.thing,
            "mark": one.loan.mark, "giver": one.loan.giver, "lent_on": one.loan.lent_on,
            "until": one.loan.until, "back_on": one.loan.back_on,
        }
        for one in lines
    ]  # fmt: skip
    return Listing("loans", heads, rows, items, "没有借出去的东西。")


def _until(one: LoanLine, today: date) -> str:
    if one.loan.until is None:
        return ""
    late = one.loan.back_on is None and one.loan.until < today
    return f"{one.loan.until}{' 超期' if late else ''}"

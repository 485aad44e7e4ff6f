"""Events, their lists and their buses on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jiuye_cli.core.course.bus import Manifest
from jiuye_cli.core.course.event import EventPage, Invitation
from jiuye_cli.render.people.listing import Heads, Listing, figure, name, short_day
from jiuye_cli.render.words import masked_phone

FIGURES = (
    ("邀请", "invited"), ("说来", "coming"), ("到场", "came"), ("意向", "intended"), ("录用", "hired"),
)  # fmt: skip


def events_listing(pages: Sequence[EventPage], today: date) -> Listing:
    """Events with their figures."""
    heads: Heads = (
        figure("号"), name("日子"), "活动", name("类别"), *(figure(label) for label, _ in FIGURES), name("情况"),
    )  # fmt: skip
    rows = [
        (
            p.event.id, short_day(p.event.day, today), p.event.name, p.event.kind,
            *(len(getattr(p.funnel, key)) for _, key in FIGURES), "已取消" if p.event.called_off_on else "",
        )
        for p in pages
    ]  # fmt: skip
    items = [_item(page) for page in pages]
    return Listing(
        "events",
        heads,
        rows,
        items,
        "没有要办的活动：jiuye event add 名称 类别=招聘会 日期=2026-12-05",
    )


def _item(page: EventPage) -> dict[str, object]:
    one = page.event
    return {
        "id": one.id, "name": one.name, "kind": one.kind, "day": one.day, "place": one.place,
        "online": one.online, "firms": one.firms, "offers": one.offers, "called_off_on": one.called_off_on,
        "to_call": page.to_call, **{key: getattr(page.funnel, key) for _, key in FIGURES},
    }  # fmt: skip


def event_listing(page: EventPage, *, calls_only: bool = False, full: bool = False) -> Listing:
    """One event's list; with `calls_only` whom to ring still, numbers open."""
    guests = [g for g in page.guests if not calls_only or g.card.id in page.to_call]
    heads: Heads = (
        figure("档案号"),
        name("姓名"),
        "组",
        name("电话"),
        "答复",
        "到场",
        "意向",
        "结果",
    )
    rows = [
        (
            g.card.id, g.card.name, g.card.group, _phone(g.phone, open_=full or calls_only),
            g.invitation.answer, _came(g.invitation), g.invitation.intention,
            "上岗" if g.invitation.placement else "",
        )
        for g in guests
    ]  # fmt: skip
    items = [
        {
            "id": g.card.id, "name": g.card.name, "answer": g.invitation.answer, "came": g.invitation.came,
            "intention": g.invitation.intention, "hired": g.invitation.placement is not None,
        }
        for g in guests
    ]  # fmt: skip
    one = page.event
    title = "　".join(
        str(part) for part in (f"{one.id} 号 {one.name}", one.day, one.time, one.place) if part
    )
    figures = "　".join(f"{label} {len(getattr(page.funnel, key))}" for label, key in FIGURES)
    empty = "都问过了。" if calls_only else f"还没请人：jiuye event invite {one.id} --where 条件"
    return Listing("people", heads, rows, items, empty, title, figures, more=_item(page))


def _phone(phone: str | None, *, open_: bool) -> str:
    if phone is None:
        return "没有号码"
    return phone if open_ else masked_phone(phone)


def _came(line: Invitation) -> str:
    return "" if line.came is None else "到" if line.came else "没来"


def manifest_listing(manifest: Manifest, *, full: bool = False) -> Listing:
    """Every seat of an event's buses, then who waits."""
    heads: Heads = (
        name("车"),
        figure("座"),
        figure("档案号"),
        name("姓名"),
        "组",
        name("电话"),
        "上车点",
        "上车",
    )
    rows, items = [], []
    groups = [*((bus.name, people) for bus, people in manifest.buses), ("候补", manifest.waiting)]
    for bus, people in groups:
        for one in people:
            seat = one.seat
            boarded = "" if seat.boarded is None else "上了" if seat.boarded else "没上"
            rows.append(
                (
                    bus,
                    seat.number,
                    one.card.id,
                    one.card.name,
                    one.card.group,
                    _phone(one.phone, open_=full),
                    seat.stop,
                    boarded,
                )
            )
            items.append({
                "bus": bus if seat.bus else None, "seat": seat.number, "id": one.card.id, "name": one.card.name,
                "stop": seat.stop, "boarded": seat.boarded,
            })  # fmt: skip
    return Listing(
        "seats",
        heads,
        rows,
        items,
        "还没排座：jiuye event seat 活动 谁…",
        f"{manifest.name}　{manifest.day}",
        _sums(manifest),
    )


def _sums(manifest: Manifest) -> str:
    said = [
        f"{bus.name} {len(people)}/{bus.seats}"
        + (f"（带队 {bus.leader}）" if bus.leader else "（还没有带队的）")
        for bus, people in manifest.buses
    ]
    return "　".join([*said, f"候补 {len(manifest.waiting)} 人"])

"""Plans, steps that fall due, and who answers for whom, on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jiuye_cli.core.course.plan import PlanPage, PlanStep, responsible_on
from jiuye_cli.core.people.card import Card
from jiuye_cli.render.people.listing import Heads, Listing, figure, name


def plan_listing(page: PlanPage, today: date) -> Listing:
    """One person's plan, a line a step."""
    heads: Heads = (figure("步"), "做什么", name("到哪天"), "谁做", "情况")
    rows = [(one.number, one.what, one.due_on, one.who, state_of(one, today)) for one in page.steps]
    items = [_item(one, today) for one in page.steps]
    answers = responsible_on(page.responsible, today)
    plan = page.plan
    title = f"{page.card}　" + (f"{plan.made_on} 定的方案：{plan.goal}" if plan else "还没有方案")
    past = "；".join(f"{one.since} 起 {one.name}{one.title or ''}" for one in page.responsible)
    return Listing(
        "steps", heads, rows, items, "还没有步骤：jiuye plan step 谁 做什么 --by 哪天", title,
        f"责任人：{past}" if past else "还没有责任人：jiuye plan responsible 谁 姓名",
        more={
            "id": page.card.id, "name": page.card.name, "goal": plan.goal if plan else None,
            "made_on": plan.made_on if plan else None, "why": plan.why if plan else None,
            "responsible": answers.name if answers else None,
            "responsible_past": [{"name": o.name, "title": o.title, "since": o.since, "phone": o.phone} for o in page.responsible],
        },
    )  # fmt: skip


def _item(one: PlanStep, today: date) -> dict[str, object]:
    return {
        "number": one.number, "what": one.what, "due_on": one.due_on, "who": one.who,
        "done_on": one.done_on, "dropped_on": one.dropped_on, "result": one.result,
        "late": bool(one.is_open and one.due_on and one.due_on < today),
    }  # fmt: skip


def state_of(one: PlanStep, today: date) -> str:
    """How a step stands.

    >>> state_of(PlanStep(1, 7, 1, "学电工", due_on=date(2026, 11, 20)), date(2026, 11, 21))
    '过了1天'
    """
    told = f"：{one.result}" if one.result else ""
    if one.done_on:
        return f"{one.done_on:%m-%d} 做完{told}"
    if one.dropped_on:
        return f"{one.dropped_on:%m-%d} 不做了{told}"
    if one.due_on is None:
        return "没定日子"
    left = (one.due_on - today).days
    return f"过了{-left}天" if left < 0 else "今天" if left == 0 else f"还有{left}天"


def due_listing(found: Sequence[tuple[Card, PlanStep]], today: date) -> Listing:
    """Steps of all plans that fall due."""
    heads: Heads = (
        figure("档案号"),
        name("姓名"),
        figure("步"),
        "做什么",
        name("到哪天"),
        "谁做",
        name("情况"),
    )
    rows = [
        (card.id, card.name, one.number, one.what, one.due_on, one.who, state_of(one, today))
        for card, one in found
    ]
    items = [{"id": card.id, "name": card.name, **_item(one, today)} for card, one in found]
    return Listing("steps", heads, rows, items, "这几天没有到期的步骤。")


def people_listing(person: str, cards: Sequence[Card]) -> Listing:
    """Those for whom someone answers."""
    rows = [(card.id, card.name, card.group) for card in cards]
    items = [{"id": card.id, "name": card.name} for card in cards]
    heads: Heads = (figure("档案号"), name("姓名"), "组")
    return Listing(
        "people", heads, rows, items, f"{person} 名下没有人。", f"{person} 负责 {len(cards)} 人"
    )

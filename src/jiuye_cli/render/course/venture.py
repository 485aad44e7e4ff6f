"""Start-ups on the screen: who is how far, whom to visit, projects, stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from jiuye_cli.core.course.venture import Project, ProjectOffer, ToldStory, Venture
from jiuye_cli.core.policy.verdict import Judged
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.render.people.listing import Heads, Listing, figure, name
from jiuye_cli.render.words import yuan


def ventures_listing(
    found: Sequence[Venture], today: date, claims: Mapping[int, Sequence[Judged]] | None = None
) -> Listing:
    """Start-ups; with `claims` what each can claim today."""
    told = claims or {}
    items = [_item(one, told.get(one.card.id) if claims is not None else None) for one in found]
    if claims is not None:
        return _round(found, told, items, today)
    heads: Heads = (
        figure("档案号"), name("姓名"), "创业", "基地", name("登记"), figure("带动"), name("走到哪步"), name("该走访"),
    )  # fmt: skip
    rows = [
        (
            one.card.id, one.card.name, one.name, one.base, _of(one, "登记日期"), _of(one, "带动就业"),
            one.steps[-1].kind if one.steps else "", _due(one, today),
        )
        for one in found
    ]  # fmt: skip
    return Listing("ventures", heads, rows, items, "还没有人创业：jiuye venture step 谁 辅导")


def _round(
    found: Sequence[Venture],
    claims: Mapping[int, Sequence[Judged]],
    items: Sequence[Mapping[str, object]],
    today: date,
) -> Listing:
    heads: Heads = (
        figure("档案号"), name("姓名"), "创业", "基地", name("该走访"), "能申领",
    )  # fmt: skip
    rows = [
        (
            one.card.id, one.card.name, one.name, one.base, _due(one, today),
            "；".join(_claim(judged) for judged in claims.get(one.card.id, ())),
        )
        for one in found
    ]  # fmt: skip
    return Listing("ventures", heads, rows, items, "这个月都走访过了。")


def _of(one: Venture, column: str) -> object:
    return one.record.get(column) if one.record else None


def _due(one: Venture, today: date) -> str:
    if one.visit_due is None:
        return ""
    if one.visit_due <= today:
        return "该去了" if one.visit_due == date.min else f"{one.visit_due:%m-%d} 该去了"
    return f"{one.visit_due:%m-%d}"


def _claim(judged: Judged) -> str:
    sum_ = yuan(judged.amount) if judged.amount is not None else "金额未查到"
    doubt = "" if judged.verdict is Verdict.ELIGIBLE else "（待核实）"
    return f"{judged.policy.id} {sum_}{doubt}"


def _item(one: Venture, claims: Sequence[Judged] | None) -> dict[str, object]:
    record = {k: v for k, v in (one.record or {}).items() if k != "id"}
    told = {} if claims is None else {
        "claims": [{"policy": v.policy.id, "verdict": v.verdict, "amount": v.amount} for v in claims]
    }  # fmt: skip
    return {
        "id": one.card.id, "name": one.card.name, "venture": record or None, "base": one.base,
        "steps": [{"day": s.day, "kind": s.kind, "note": s.note} for s in one.steps],
        "last_visit": one.last_visit.day if one.last_visit else None,
        "visit_due": None if one.visit_due in (None, date.min) else one.visit_due, **told,
    }  # fmt: skip


def projects_listing(found: Sequence[tuple[Project, Sequence[ProjectOffer]]]) -> Listing:
    """Projects on show, with how many saw them and how many want them."""
    heads: Heads = (figure("号"), "项目", "行业", "投入", "门槛", figure("看过"), "愿做")
    rows = [
        (
            p.id, p.name, p.trade, yuan(p.cost) if p.cost is not None else None, p.needs, len(offers),
            sum(o.answer == "愿做" for o in offers),
        )
        for p, offers in found
    ]  # fmt: skip
    items = [
        {
            "id": p.id, "name": p.name, "trade": p.trade, "cost": p.cost, "needs": p.needs,
            "shown_to": [o.person for o in offers], "wanted_by": [o.person for o in offers if o.answer == "愿做"],
        }
        for p, offers in found
    ]  # fmt: skip
    return Listing(
        "projects", heads, rows, items, "还没有项目：jiuye venture project 早点铺 投入=5000"
    )


def stories_listing(found: Sequence[ToldStory]) -> Listing:
    """Stories; one without consent says that it must stay here."""
    heads: Heads = (figure("号"), name("姓名"), "题目", "本人同意", "讲的什么")
    rows = [
        (
            one.story.id,
            one.name,
            one.story.title,
            one.story.consent_on or "没问，不能外传",
            one.story.text,
        )
        for one in found
    ]
    items = [
        {
            "story": one.story.id, "id": one.story.person, "name": one.name, "title": one.story.title,
            "text": one.story.text, "consent_on": one.story.consent_on,
        }
        for one in found
    ]  # fmt: skip
    return Listing("stories", heads, rows, items, "还没有故事。")

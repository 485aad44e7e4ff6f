"""`policies/拒岗.yaml` as refusal rules, with every problem in it."""

from __future__ import annotations

from collections.abc import Iterator

from jiuye_cli.core.callback.section import Section
from jiuye_cli.core.callback.span import Unit
from jiuye_cli.core.fields.catalogue import fact
from jiuye_cli.core.referral.referral import Side
from jiuye_cli.core.referral.refusal import NewLimit, Prompt, Reason, RefusalRules, Scope
from jiuye_cli.core.rules.node import Node
from jiuye_cli.errors import Problem

KEYS = ("原因", "提醒")
REASON_KEYS = (
    "名", "谁", "也叫", "不再推荐", "管", "停推", "先问", "关岗位", "问单位", "再问", "计入", "说", "依据",
)  # fmt: skip
PROMPT_KEYS = ("次", "内", "地区", "人员类别", "说", "依据")


def read_refusal_rules(node: Node) -> tuple[RefusalRules, list[Problem]]:
    """The rules a file states, and all its problems; where there are any the rules are not to be used."""
    top = Section(node, "拒岗规则")
    top.allow(*KEYS)
    reasons = tuple(_reasons(top))
    seen: set[str] = set()
    for one in reasons:
        for word in (one.name, *one.aliases):
            if word in seen:
                top.say(node, f"原因“{word}”写了两次")
            seen.add(word)
    return RefusalRules(reasons, tuple(_prompts(top))), top.problems


def _reasons(top: Section) -> Iterator[Reason]:
    for one in top.children("原因"):
        one.allow(*REASON_KEYS)
        side = one.choice("谁", [side.label for side in Side])
        yield Reason(
            name=one.text("名", None),
            side=Side.EMPLOYER if side == Side.EMPLOYER.label else Side.PERSON,
            aliases=one.texts("也叫"),
            never_again=_scope(one),
            scope_days=one.days("管"),
            pause_days=one.days("停推") or 0,
            new_limit=_new_limit(one),
            closes_post=one.yes("关岗位"),
            ask_post=one.texts("问单位"),
            ask_again_days=one.days("再问"),
            counts=one.text("计入", "是") == "是",
            say=one.text("说"),
            source=one.source(),
        )


def _scope(one: Section) -> Scope:
    if one.node.get("不再推荐") is None:
        return Scope.POST
    return Scope(one.choice("不再推荐", [scope.value for scope in Scope]) or Scope.POST)


def _new_limit(one: Section) -> NewLimit | None:
    asked = one.child("先问")
    if asked is None:
        return None
    asked.allow("问", "不能")
    member = asked.choice("不能", fact("不能").values)
    return NewLimit(asked.text("问", None), "不能", member or "")


def _prompts(top: Section) -> Iterator[Prompt]:
    for one in top.children("提醒"):
        one.allow(*PROMPT_KEYS)
        within = one.span("内")
        if within is not None and within.unit is not Unit.MONTHS:
            one.say(one.node.get("内") or one.node, "“内”要写成几个月，如 6个月")
        category = ""
        if one.node.get("人员类别") is not None:
            category = one.choice("人员类别", fact("人员类别").values) or ""
        yield Prompt(
            times=int(one.number("次")),
            say=one.text("说", None),
            source=one.source(),
            months=within.count if within else None,
            region=one.text("地区") or "全国",
            category=category,
        )

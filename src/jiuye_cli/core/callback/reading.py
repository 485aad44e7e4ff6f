"""`policies/回访.yaml` as call rules, with every problem in it.

The conditions are those of the rule language; `words` are the names they may
use, the catalogue's unless a village has more.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jiuye_cli.core.callback.contact import Outcome, Status
from jiuye_cli.core.callback.cover import sensitive_word
from jiuye_cli.core.callback.events import KINDS
from jiuye_cli.core.callback.rules import (
    Cadence,
    CallRules,
    Checkpoint,
    OutcomeRule,
    Quiet,
    Rung,
    StatusRule,
    Weights,
)
from jiuye_cli.core.callback.section import Section
from jiuye_cli.core.callback.span import Span, Unit
from jiuye_cli.core.fields.catalogue import facts
from jiuye_cli.core.rules.compiled import Decision, compiled
from jiuye_cli.core.rules.condition import facts_of
from jiuye_cli.core.rules.derive import bases
from jiuye_cli.core.rules.grammar.condition import read_condition
from jiuye_cli.core.rules.node import Node, nearest
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.truth import NO
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import Problem

KEYS = (
    "多久打一次", "说不清的", "有事就打", "不打", "结果", "没打通", "失联", "谁先打", "名额", "状态",
    "代接", "要问",
)  # fmt: skip
SOURCE_KEYS = ("文号", "条", "原文", "出处", "可信度", "核实", "注")
MONTH = Span(1, Unit.MONTHS)


def read_call_rules(node: Node, words: Vocabulary | None = None) -> tuple[CallRules, list[Problem]]:
    """The rules a file states, and all its problems; where there are any the rules are not to be used."""
    top, needs = Section(node, "回访规则"), set[str]()
    top.allow(*KEYS)
    limits = top.child("名额") or Section(Node({}), "名额", top.problems)
    limits.allow("每人每天", "上门每天", "留给最久没联系的")
    asking = top.child("要问") or Section(Node({}), "要问", top.problems)
    lost = top.child("失联")
    rules = CallRules(
        cadences=tuple(_cadences(top, words, needs)),
        when_unclear=_unclear(top),
        checkpoints=tuple(_checkpoints(top)),
        quiet=tuple(_quiet(top, words, needs)),
        outcomes=dict(_outcomes(top)),
        rungs=tuple(sorted(_rungs(top), key=lambda rung: rung.times)),
        unreachable_after=lost.span("满", needed=True) if lost else None,
        unreachable_say=lost.text("说", None) if lost else "",
        weights=_weights(top),
        silent_share=min(limits.number("留给最久没联系的", Decimal(0)), Decimal(1)),
        calls_a_day=int(limits.number("每人每天", Decimal(20))),
        visits_a_day=int(limits.number("上门每天", Decimal(5))),
        statuses=dict(_statuses(top)),
        cover=_cover(top, "代接"),
        ask_order=_ask_order(asking),
        ask_at_most=int(asking.number("最多", Decimal(3))),
        needs=frozenset(needs),
    )
    return rules, top.problems


def _cadences(top: Section, words: Vocabulary | None, needs: set[str]) -> Iterator[Cadence]:
    for one in top.children("多久打一次"):
        one.allow("名称", "当", "每", "分", "依据", "代接")
        yield Cadence(
            one.text("名称", None),
            one.span("每", needed=True) or MONTH,
            one.number("分", Decimal(0)),
            _source(one),
            _test(one, words, needs),
            _cover(one, "代接"),
        )


def _unclear(top: Section) -> Cadence:
    one = top.child("说不清的")
    if one is None:
        top.say(top.node, "回访规则少了“说不清的”")
        return Cadence("", MONTH, Decimal(0), "")
    one.allow("名称", "每", "分", "依据")
    return Cadence(
        one.text("名称", None),
        one.span("每", needed=True) or MONTH,
        one.number("分", Decimal(0)),
        _source(one),
    )


def _checkpoints(top: Section) -> Iterator[Checkpoint]:
    for one in top.children("有事就打"):
        one.allow("事", "后", "前", "内", "提前", "分", "说", "代接", "不等约定", "依据")
        event = one.choice("事", KINDS)
        spans = {key: one.span(key) for key in ("后", "前", "内") if one.node.get(key)}
        if len(spans) != 1:
            one.say(one.node, "“后”“前”“内”要写一个，也只能写一个")
        key, span = next(iter(spans.items()), ("", None))
        if event is None or span is None:
            continue
        yield Checkpoint(
            event,
            span,
            one.number("分", Decimal(0)),
            _source(one),
            is_before=key == "前",
            is_within=key == "内",
            early=one.span("提前"),
            heeds_promise=not one.yes("不等约定"),
            say=one.text("说", None),
            cover=_cover(one, "代接"),
        )


def _quiet(top: Section, words: Vocabulary | None, needs: set[str]) -> Iterator[Quiet]:
    for one in top.children("不打"):
        one.allow("当", "说", "依据")
        yield Quiet(one.text("说", None), _test(one, words, needs))


def _outcomes(top: Section) -> Iterator[tuple[Outcome, OutcomeRule]]:
    known = {o.value: o for o in Outcome}
    for name, one in top.pairs("结果"):
        one.allow("简拼", "号码", "说")
        if name not in known:
            one.say(one.node, f"结果里不认识“{name}”{nearest(name, known)}")
            continue
        outcome = known[name]
        state = one.choice("号码", ("停机", "空号", "不是本人")) if one.node.get("号码") else ""
        yield outcome, OutcomeRule(outcome, one.texts("简拼"), state or "", one.text("说"))


def _rungs(top: Section) -> Iterator[Rung]:
    for one in top.children("没打通"):
        one.allow("第", "隔", "说", "上门")
        wait = one.span("隔", needed=True)
        yield Rung(int(one.number("第")), wait or MONTH, one.text("说", None), one.yes("上门"))


def _weights(top: Section) -> Weights:
    one = top.child("谁先打") or Section(Node({}), "谁先打", top.problems)
    one.allow(
        "逾期每天",
        "逾期最多算",
        "沉默每月",
        "沉默最多算",
        "约定",
        "上次未回",
        "每千元",
        "最多算千元",
        "算钱最多几个人",
    )
    zero = Decimal(0)
    overdue, silent = one.span("逾期最多算"), one.span("沉默最多算")
    return Weights(
        overdue_day=one.number("逾期每天", zero),
        overdue_days_at_most=overdue.count if overdue else 0,
        silent_month=one.number("沉默每月", zero),
        silent_months_at_most=silent.count if silent else 0,
        promise=one.number("约定", zero),
        unreturned=one.number("上次未回", zero),
        thousand_yuan=one.number("每千元", zero),
        thousand_yuan_at_most=int(one.number("最多算千元", zero)),
        judged_at_most=int(one.number("算钱最多几个人", zero)),
    )


def _statuses(top: Section) -> Iterator[tuple[str, StatusRule]]:
    answers = facts()["就业状态"].values
    for name, one in top.pairs("状态"):
        one.allow("就业状态", "不改")
        if name not in [s.value for s in Status]:
            one.say(one.node, f"状态里不认识“{name}”{nearest(name, [s.value for s in Status])}")
        value = one.choice("就业状态", answers)
        strange = [word for word in one.texts("不改") if word not in answers]
        if strange:
            one.say(one.node, f"“不改”里不认识“{strange[0]}”{nearest(strange[0], answers)}")
        if value:
            yield name, StatusRule(value, frozenset(one.texts("不改")))


def _ask_order(asking: Section) -> tuple[str, ...]:
    asking.allow("最多", "次序")
    order, known = asking.texts("次序"), facts()
    for name in order:
        if name not in known or not known[name].question:
            asking.say(asking.node, f"“次序”里的“{name}”没有可问的话{nearest(name, known)}")
    return order


def _test(one: Section, words: Vocabulary | None, needs: set[str]) -> Decision:
    node = one.node.get("当")
    if node is None:
        one.say(one.node, f"{one.name}少了“当”")
        return _never
    condition, problems = read_condition(node, words)
    one.problems.extend(problems)
    if condition is None:
        return _never
    needs.update(base for fact in facts_of(condition) for base in bases(fact.of or fact.name))
    return compiled(condition)


def _never(_: Reading) -> int:
    return NO


def _cover(one: Section, key: str) -> str:
    """Words for whoever else picks up; refused when they would tell something."""
    text = one.text(key)
    word = sensitive_word(text)
    if word:
        one.say(one.node.get(key) or one.node, f"“{key}”的话别人也听得到，不能带“{word}”")
    return text


def _source(one: Section) -> str:
    """The document behind a rule in one line, with how well it was read."""
    node = one.node.get("依据")
    if node is None:
        one.say(one.node, f"{one.name}少了“依据”，没有文件就写 依据: {{文号: 自拟}}")
        return ""
    if node.text is not None:
        return node.text
    source = Section(node, "依据", one.problems)
    source.allow(*SOURCE_KEYS)
    trust = source.text("可信度")
    return source.text("文号", None) + source.text("条") + (f"（{trust}）" if trust else "")

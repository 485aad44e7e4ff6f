"""Verdicts on a screen: what is due, what waits for one answer, what is not and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from jiuye_cli.core.people.person import Person
from jiuye_cli.core.policy.ask import Question, still_open
from jiuye_cli.core.policy.bundle import Bundle, Shut
from jiuye_cli.core.policy.policy import Pay
from jiuye_cli.core.policy.verdict import Judged
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.core.rules.judge import Finding
from jiuye_cli.core.rules.source import Source
from jiuye_cli.core.rules.truth import NO, UNKNOWN, YES
from jiuye_cli.render.policy.verdict_words import ALL, condition_words, heading_words, listed_facts
from jiuye_cli.render.screen.folding import hanging
from jiuye_cli.render.screen.text import cut, printable
from jiuye_cli.render.words import grouped

COLUMNS = 80
BY_HAND = "要人工确认"
NEAREST = 5
"""How many of the policies that wait for an answer are told in full."""
PAYS = {Pay.ONCE: "元", Pay.MONTHLY: "元/月", Pay.YEARLY: "元/年"}
MARKS = {"yes": "✓", "no": "✗", "unknown": "？"}


class Checked(Protocol):
    """A person checked against every rule, as `actions` gather it."""

    @property
    def person(self) -> Person: ...
    @property
    def on(self) -> date: ...
    @property
    def verdicts(self) -> Sequence[Judged]: ...
    @property
    def bundle(self) -> Bundle: ...
    @property
    def ask(self) -> Sequence[Question]: ...


def check_screen(checked: Checked) -> str:
    """What can be had now, what waits for an answer, what to ask first, and what is not, with one reason each."""
    lines = [f"{checked.person.name}  {checked.person.id} 号    {checked.on} 能领什么"]
    for title, wanted in (
        ("现在能办", (Verdict.ELIGIBLE,)),
        ("可能符合，请核实", (Verdict.CONFIRM,)),
        ("差一句话", (Verdict.UNKNOWN,)),
        ("在领、领过", (Verdict.RECEIVED,)),
    ):
        found = sorted(
            (one for one in checked.verdicts if one.verdict in wanted), key=still_open, reverse=True
        )
        if found:
            shown = found if wanted != (Verdict.UNKNOWN,) else found[:NEAREST]
            lines += ["", f"{title}（{len(found)}）"]
            lines += [line for one in shown for line in _entry(one)]
            lines += _names_only(found[len(shown) :])
    lines += [*_bundle(checked.bundle), *_ask(checked.ask), *_not(checked.verdicts)]
    lines += ["", *_next_steps(checked)]
    return "\n".join(printable(line) for line in lines)


def _names_only(rest: Sequence[Judged]) -> Iterator[str]:
    if rest:
        names = dict.fromkeys(one.policy.name for one in rest)
        yield from hanging("  还有 ", "、".join(names))


def _next_steps(checked: Checked) -> Iterator[str]:
    who = checked.person.id
    ready = next((one for one in checked.verdicts if one.verdict is Verdict.ELIGIBLE), None)
    if ready:
        yield f"开单：jiuye claim start {who} {ready.policy.id}"
    named = ready or next(iter(checked.verdicts), None)
    if named:
        yield f"每条怎么判的、凭哪份文件：jiuye why {who} {named.policy.id}"


def _entry(one: Judged) -> Iterator[str]:
    item = f"（{one.item}）" if one.item else ""
    yield from hanging("  ", f"{one.policy.name}{item}  {money(one)}{_until(one)}".rstrip())
    if one.verdict is Verdict.UNKNOWN:
        yield from hanging("      要问：", listed_facts(one.missing or one.open_amount))
        return
    rests = "，".join(condition_words(leaf) for leaf in _telling(one))
    if rests:
        yield from hanging("      凭 ", rests)
    for reason in (*_reasons(one), *one.gates):
        yield from hanging("      要核实：", reason)
    yield from hanging("      ", one.source)


def _reasons(one: Judged) -> tuple[str, ...]:
    """The verdict's own words, but for what its gates say better."""
    return tuple(reason for reason in one.reasons if reason != BY_HAND or not one.gates)


def money(one: Judged) -> str:
    """An amount as she says it: 1,500元, 200–500元/月, 金额未查到; nothing where there is no money."""
    if one.pay is None or one.verdict in (Verdict.INELIGIBLE, Verdict.CLOSED):
        return ""
    unit = PAYS.get(one.pay, "元/学时")
    if one.amount is not None:
        return f"{grouped(one.amount)}{unit}{_months(one)}"
    if one.amount_low is None and one.amount_high is None:
        return "金额未查到"
    return f"{_bounds(one.amount_low, one.amount_high)}{unit}{_months(one)}"


def _bounds(low: Decimal | None, high: Decimal | None) -> str:
    if low is None and high is not None:
        return f"不超过 {grouped(high)}"
    if low is not None and high is None:
        return f"不少于 {grouped(low)}"
    return f"{grouped(low or 0)}–{grouped(high or 0)}"


def _months(one: Judged) -> str:
    return f"，最长 {one.months} 个月" if one.months is not None else ""


def _until(one: Judged) -> str:
    return f"  {one.deadline} 前办" if one.deadline else ""


def _telling(one: Judged) -> list[Finding]:
    """The findings that decide: what is missing or refused, or what the yes rests on."""
    finding = one.finding
    if one.verdict is Verdict.INELIGIBLE:
        return [leaf for leaf in finding.leaves_by_way_of(NO) if leaf.fact][:1]
    if one.verdict is Verdict.UNKNOWN:
        return [leaf for leaf in finding.leaves_by_way_of(UNKNOWN) if leaf.fact][:1]
    leaves = finding.leaves_by_way_of(YES, UNKNOWN)
    return [leaf for leaf in leaves if leaf.truth is YES and leaf.fact][:3]


def _bundle(bundle: Bundle) -> Iterator[str]:
    if len(bundle.chosen) + len(bundle.beside) < 2 and not bundle.shuts:
        return
    yield ""
    names = " + ".join(one.policy.name for one in bundle.chosen)
    yield cut(f"最划算的一套  {names}  十二个月 {grouped(bundle.total)}元", COLUMNS)
    for shut in bundle.shuts:
        yield cut(f"      选了就不能要 {_shut(shut)}", COLUMNS)
    for one in bundle.beside:
        yield cut(f"      另有 {one.policy.name}，金额未查到", COLUMNS)


def _shut(shut: Shut) -> str:
    until = f"，到 {shut.until}" if shut.until else ""
    return f"{shut.option.policy.name}（{shut.kept.value}，因为{shut.by.policy.name}{until}）"


def _ask(questions: Sequence[Question]) -> Iterator[str]:
    if not questions:
        return
    yield ""
    yield "下次打电话先问"
    for n, one in enumerate(questions[:5], 1):
        stake = f"  关系到 {grouped(one.money)}元" if one.money else ""
        yield from hanging(f"  {n}. ", f"{one.question}{stake}")


def _not(verdicts: Sequence[Judged]) -> Iterator[str]:
    closed = [one for one in verdicts if one.verdict is Verdict.CLOSED]
    refused = [one for one in verdicts if one.verdict is Verdict.INELIGIBLE]
    if closed:
        yield ""
        yield f"已截止（{len(closed)}）"
        for one in closed:
            item = f"（{one.item}）" if one.item else ""
            yield from hanging("  ", f"{one.policy.name}{item}  {'；'.join(one.reasons)}")
    if refused:
        yield ""
        yield f"不符合（{len(refused)}）"
        for one in refused:
            why = "；".join(condition_words(leaf) for leaf in _telling(one))
            item = f"（{one.item}）" if one.item else ""
            yield from hanging("  ", f"{one.policy.name}{item}  ✗ {why}")


def why_screen(person: str, verdicts: Sequence[Judged]) -> str:
    """One policy in full: every condition with the fact used, the clause and its words, papers, deadline."""
    lines: list[str] = []
    for one in verdicts:
        item = f"（{one.item}）" if one.item else ""
        lines += [
            f"{person}  {one.policy.name}{item}：{one.verdict.word}  {money(one)}".strip(),
            *_tree(one.finding, 1, is_root=True),
        ]
        lines += [f"  {reason}" for reason in (*_reasons(one), *one.warnings)]
        lines += [f"  要由人来定：{gate}" for gate in one.gates]
        if one.missing:
            lines += hanging("  还要问：", listed_facts(one.missing))
        if one.documents:
            lines += hanging("  带上：", "、".join(one.documents))
        if one.deadline:
            lines.append(f"  最晚 {one.deadline} 办")
        if one.until:
            lines.append(f"  到 {one.until} 要重新看，可能变")
        if one.weakest_grade:
            lines.append(f"  凭据最差的一条只是{one.weakest_grade.label}")
        for told in dict.fromkeys(map(_source, one.sources)):
            lines += hanging("  依据 ", told)
        lines.append("")
    return "\n".join(printable(line) for line in lines).rstrip()


def _source(source: Source) -> str:
    quote = f"：“{source.quote}”" if source.quote else ""
    return f"{source.label}{quote}（{source.trust.name}，{source.checked_on} 核实）"


def _tree(finding: Finding, depth: int, *, is_root: bool = False) -> Iterator[str]:
    head = f"{'  ' * depth}{MARKS[finding.truth.word]} "
    if not finding.parts:
        if finding.text and finding.text != ALL:
            yield from hanging(head, condition_words(finding))
        return
    if not is_root:
        yield f"{head}{heading_words(finding)}"
    flat = is_root and finding.text == ALL
    for part in finding.parts:
        yield from _tree(part, depth if flat else depth + 1, is_root=flat and part.text == ALL)

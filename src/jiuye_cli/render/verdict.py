"""Verdicts, questions, bundles and flips: as JSON of the contract, and as she reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from jiuye_cli.core.policy.ask import Question
from jiuye_cli.core.policy.bundle import Bundle
from jiuye_cli.core.policy.policy import Pay
from jiuye_cli.core.policy.radar import Flip
from jiuye_cli.core.policy.verdict import Judged
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.core.rules.judge import Finding
from jiuye_cli.core.rules.truth import Truth

PER = {Pay.ONCE: "元", Pay.MONTHLY: "元/月", Pay.YEARLY: "元/年", Pay.HOURLY: "元/学时"}
HEADINGS = (
    (Verdict.ELIGIBLE, "能领的"),
    (Verdict.CONFIRM, "可能符合，请核实"),
    (Verdict.UNKNOWN, "再问几句就知道"),
    (Verdict.RECEIVED, "已经领了"),
    (Verdict.CLOSED, "已截止"),
    (Verdict.INELIGIBLE, "不符合"),
)


def verdict_json(judged: Judged) -> dict[str, Any]:
    """V of the contract."""
    return {
        "policy": judged.policy.id,
        "name": judged.policy.name,
        "region": judged.policy.region,
        "version": judged.version.start,
        "beneficiary": judged.policy.beneficiary,
        "item": judged.item or None,
        "verdict": judged.verdict.value,
        "amount": judged.amount,
        "amount_low": judged.amount_low,
        "amount_high": judged.amount_high,
        "pay": judged.pay.value if judged.pay else None,
        "months": judged.months,
        "deadline": judged.deadline,
        "documents": list(judged.documents),
        "why": [_reason(leaf, judged) for leaf in judged.finding.leaves()],
        "missing": list(judged.missing),
        "weakest_grade": judged.weakest_grade.value if judged.weakest_grade else None,
        "until": judged.until,
        "gates": list(judged.gates),
        "notes": [*judged.reasons, *judged.warnings],
        "opens": judged.opens,
        "source": judged.source or None,
    }


def _reason(leaf: Finding, judged: Judged) -> dict[str, Any]:
    return {
        "condition": leaf.text,
        "result": leaf.truth.word,
        "fact": leaf.fact or None,
        "value": leaf.value or None,
        "needed": leaf.needed or None,
        "grade": leaf.grade.value if leaf.grade else None,
        "source": judged.source or None,
    }


def question_json(question: Question) -> dict[str, Any]:
    """A of the contract."""
    return {
        "fact": question.fact,
        "question": question.question,
        "settles": question.settles,
        "money": question.money,
    }


def bundle_json(bundle: Bundle) -> dict[str, Any]:
    """The best legal set: names, total yuan over twelve months, what it shuts, what has no figure."""
    return {
        "policies": [one.policy.id for one in bundle.chosen],
        "total": bundle.total,
        "shuts": [
            {
                "policy": shut.option.policy.id,
                "item": shut.option.item or None,
                "by": shut.by.policy.id,
                "kept": shut.kept.value,
                "until": shut.until,
            }
            for shut in bundle.shuts
        ],
        "to_confirm": [one.policy.id for one in bundle.chosen if one.verdict is Verdict.CONFIRM],
        "beside": [one.policy.id for one in bundle.beside],
    }


def flip_json(flip: Flip, who: int | None) -> dict[str, Any]:
    """One event of the radar."""
    return {
        "date": flip.on,
        "id": who,
        "policy": flip.policy.id,
        "item": flip.item or None,
        "from": flip.before.value,
        "to": flip.after.value,
        "amount": flip.amount,
        "deadline": flip.last_day,
    }


def verdicts_screen(
    judged: Sequence[Judged], asked: Sequence[Question] = (), bundle: Bundle | None = None
) -> str:
    """What is due, what is one answer away, what is not and why; then what to ask, and the best set."""
    lines = []
    for verdict, heading in HEADINGS:
        some = [one for one in judged if one.verdict is verdict]
        if some:
            lines += [
                "",
                f"【{heading}】{len(some)}项",
                *(line for one in some for line in _short(one)),
            ]
    return (
        "\n".join((*lines, *_ask_lines(asked), *_bundle_lines(bundle))).lstrip("\n")
        or "没有适用的政策。"
    )


def _short(one: Judged) -> Iterator[str]:
    item = f"（{one.item}）" if one.item else ""
    yield f"  {one.policy.name}{item}{_tail(one)}"
    if one.verdict in (Verdict.CLOSED, Verdict.RECEIVED, Verdict.CONFIRM):
        yield from (f"      {reason}" for reason in one.reasons)
    if one.verdict in (Verdict.ELIGIBLE, Verdict.CONFIRM) and one.documents:
        yield f"      带：{'、'.join(one.documents)}"
    if one.verdict is Verdict.UNKNOWN:
        yield f"      还要问：{'、'.join(one.missing)}"
    if one.verdict is Verdict.INELIGIBLE:
        yield from (f"      {line}" for line in no_lines(one))


def _tail(one: Judged) -> str:
    parts = []
    if one.verdict not in (Verdict.INELIGIBLE, Verdict.CLOSED) and one.pay:
        parts.append(amount_words(one))
    if one.months is not None and one.verdict in (Verdict.ELIGIBLE, Verdict.CONFIRM):
        parts.append(f"还可领{one.months}个月")
    if one.deadline and one.verdict not in (Verdict.INELIGIBLE, Verdict.RECEIVED):
        parts.append(f"截止 {one.deadline}")
    return "".join(f"  {part}" for part in parts)


def amount_words(one: Judged) -> str:
    """The amount in words; what is not known is never 0."""
    per = PER[one.pay] if one.pay else "元"
    if one.amount is not None:
        return f"{_figure(one.amount)}{per}"
    if one.amount_low is not None and one.amount_high is not None:
        return f"{_figure(one.amount_low)}–{_figure(one.amount_high)}{per}"
    if one.amount_high is not None:
        return f"最多{_figure(one.amount_high)}{per}"
    return f"至少{_figure(one.amount_low)}{per}" if one.amount_low is not None else "金额未知"


def _figure(amount: Decimal) -> str:
    return f"{amount:,f}"


def no_lines(one: Judged) -> Iterator[str]:
    """Why not: the conditions that failed, with the fact used."""
    if not any(leaf.truth is Truth.NO for leaf in one.finding.leaves()):
        yield from one.reasons
    for leaf in _deciding(one.finding):
        yield f"✗ {leaf.text}（现在：{leaf.value or '没有'}）"


def _deciding(finding: Finding) -> Iterator[Finding]:
    """The failed leaves on branches that failed."""
    if finding.truth is not Truth.NO:
        return
    if not finding.parts:
        yield finding
    for part in finding.parts:
        yield from _deciding(part)


def _ask_lines(asked: Sequence[Question]) -> list[str]:
    if not asked:
        return []
    return ["", "【下次问】", *(f"  {_ask(one)}" for one in asked)]


def _ask(one: Question) -> str:
    money = f" → 可能 +{_figure(one.money)} 元" if one.money else ""
    return f"{one.question}（{one.fact}，定{one.settles}项）{money}"


def _bundle_lines(bundle: Bundle | None) -> list[str]:
    if bundle is None or not bundle.chosen:
        return []
    names = "、".join(
        f"{one.policy.name}{f'（{one.item}）' if one.item else ''}" for one in bundle.chosen
    )
    lines = ["", f"【一起申请最划算】12个月共 {_figure(bundle.total)} 元：{names}"]
    for shut in bundle.shuts:
        until = f"到 {shut.until}" if shut.until else ""
        lines.append(
            f"  选了“{shut.by.policy.name}”，{shut.kept.value}就不能再领“{shut.option.policy.name}”{until}"
        )
    return lines


def why_screen(one: Judged) -> str:
    """One verdict in full: each condition with its mark, fact and grade, the papers, the sources."""
    item = f"（{one.item}）" if one.item else ""
    lines = [f"{one.policy.name}{item}：{one.verdict.word}{_tail(one)}", ""]
    lines += list(_tree(one.finding, 0))
    lines += [f"· {reason}" for reason in (*one.reasons, *one.warnings)]
    if one.gates:
        lines += ["要人工确认：", *(f"  □ {gate}" for gate in one.gates)]
    if one.documents:
        lines.append(f"带：{'、'.join(one.documents)}")
    if one.missing:
        lines.append(f"还要问：{'、'.join(one.missing)}")
    if one.until:
        lines.append(f"照现在知道的，{one.until} 起结论会变")
    for source in one.sources:
        quote = f"“{source.quote}”" if source.quote else ""
        lines.append(
            f"依据：{source.label}{quote}（{source.trust.name}，{source.checked_on} 核实）"
        )
    return "\n".join(lines)


def _tree(finding: Finding, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if not finding.parts:
        grade = f"，{finding.grade.label}" if finding.grade else ""
        value = f"（现在：{finding.value}{grade}）" if finding.value else ""
        yield f"{pad}{finding.truth.mark} {finding.text}{value}"
        return
    yield f"{pad}{finding.truth.mark} {finding.text}"
    for part in finding.parts:
        yield from _tree(part, depth + 1)


def answer_json(judged: Sequence[Judged], asked: Sequence[Question]) -> Mapping[str, Any]:
    """What `policy judge` answers."""
    return {
        "verdicts": [verdict_json(one) for one in judged],
        "ask": [question_json(one) for one in asked],
    }

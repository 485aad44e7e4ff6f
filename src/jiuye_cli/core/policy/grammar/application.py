"""申请, 次数, 累计, 互斥, 承诺: the parts of a file around its conditions."""

from __future__ import annotations

import re
from datetime import date

from jiuye_cli.core.fields.field import Kind
from jiuye_cli.core.policy.policy import (
    Again,
    Application,
    Document,
    Exclusion,
    Kept,
    Limits,
    Step,
    Tally,
    Term,
    Window,
)
from jiuye_cli.core.policy.sheet import Sheet, read_length
from jiuye_cli.core.rules.grammar.condition import read_condition
from jiuye_cli.core.rules.node import Node
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import Problem

APPLICATION_KEYS = ("期限", "续期限", "窗口", "材料", "渠道", "流程", "电话")
LIMIT_KEYS = ("每年", "终身", "同一", "高不就低", "每户", "另加")
TALLY_KEYS = ("组", "不计", "延至退休", "满后可再")
WINDOW = re.compile(r"(\d{2})-(\d{2})\s*\.\.\s*(\d{2})-(\d{2})")
SHORT_OF = re.compile(r"不足\s*(\d+)\s*(年|个月)")
SOME_LEAP_YEAR = 2024


def read_application(node: Node, words: Vocabulary, problems: list[Problem]) -> Application:
    """How to claim."""
    sheet = Sheet(node, problems, "申请", APPLICATION_KEYS)
    return Application(
        terms=_terms(sheet, "期限", words),
        renewal_terms=_terms(sheet, "续期限", words),
        windows=_windows(sheet),
        documents=_documents(sheet, words),
        channels=sheet.texts("渠道"),
        steps=_steps(sheet, "流程", "步"),
        phone=sheet.text("电话"),
    )


def _terms(sheet: Sheet, key: str, words: Vocabulary) -> tuple[Term, ...]:
    found = sheet.get(key)
    terms = (_term(one, words, sheet.problems) for one in found.as_items()) if found else ()
    return tuple(term for term in terms if term)


def _term(node: Node, words: Vocabulary, problems: list[Problem]) -> Term | None:
    sheet = Sheet(node, problems, "期限", ("自", "内"))
    event, within = sheet.text("自", required=True), sheet.required("内")
    if not event or within is None:
        return None
    found, length = words.fact(event), read_length(within, "内", problems)
    if isinstance(found, str):
        sheet.wrong(node.get("自") or node, found)
        return None
    if found[1].kind is not Kind.DATE:
        sheet.wrong(node.get("自") or node, f"“{event}”不是日期，不能从它算期限")
        return None
    return Term(found[0], *length, text=f"{event}起{within.text}内") if length else None


def _windows(sheet: Sheet) -> tuple[Window, ...]:
    found, windows = sheet.get("窗口"), []
    for one in found.as_items() if found else ():
        match = WINDOW.fullmatch((one.text or "").strip())
        ends = _month_days(match) if match else None
        if ends is None:
            sheet.wrong(one, "“窗口”要写成 01-01..01-31 这样的月-日")
        elif ends[0] > ends[1]:
            sheet.wrong(one, "“窗口”跨年的请拆成两段")
        else:
            windows.append(Window(*ends, text=str(one.text).strip()))
    return tuple(windows)


def _month_days(match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    first, last = (int(match[1]), int(match[2])), (int(match[3]), int(match[4]))
    try:
        for month, day in (first, last):
            date(SOME_LEAP_YEAR, month, day)
    except ValueError:
        return None
    return first, last


def _documents(sheet: Sheet, words: Vocabulary) -> tuple[Document, ...]:
    found = sheet.get("材料")
    return tuple(
        doc
        for one in (found.as_items() if found else ())
        if (doc := _document(one, words, sheet.problems))
    )


def _document(node: Node, words: Vocabulary, problems: list[Problem]) -> Document | None:
    if node.text:
        return Document(node.text.strip())
    sheet = Sheet(node, problems, "材料", ("名", "当"))
    name, when = sheet.text("名", required=True), sheet.required("当")
    if not name or when is None:
        return None
    condition, wrong = read_condition(when, words)
    problems.extend(wrong)
    return Document(name, condition) if condition else None


def _steps(sheet: Sheet, key: str, word: str) -> tuple[Step, ...]:
    found = sheet.get(key)
    return tuple(
        step
        for one in (found.as_items() if found else ())
        if (step := read_step(one, word, sheet.problems))
    )


def read_step(node: Node, word: str, problems: list[Problem]) -> Step | None:
    """A step or promise: a sentence, or {步: …, 内: …}."""
    if node.text:
        return Step(node.text.strip())
    sheet = Sheet(node, problems, word, (word, "内"))
    what, within = sheet.text(word, required=True), sheet.get("内")
    if within is not None:
        read_length(within, "内", problems)
    return Step(what, (within.text or "") if within else "") if what else None


def read_limits(node: Node, words: Vocabulary, problems: list[Problem]) -> Limits:
    """次数."""
    sheet = Sheet(node, problems, "次数", LIMIT_KEYS)
    same, same_times = _same(sheet, words)
    extra, gate = _extra(sheet)
    return Limits(
        a_year=sheet.number("每年"),
        in_life=sheet.number("终身"),
        same=same,
        same_times=same_times,
        never_lower=_column(sheet, "高不就低", words),
        a_household=sheet.number("每户"),
        extra_a_year=extra,
        extra_gate=gate,
    )


def _same(sheet: Sheet, words: Vocabulary) -> tuple[tuple[str, ...], int]:
    node = sheet.get("同一")
    if node is None:
        return (), 1
    inner = Sheet(node, sheet.problems, "同一", ("按", "次"))
    inner.required("按")
    names = inner.texts("按")
    for name in names:
        _known(name, node, words, sheet)
    return tuple(name.rpartition(".")[2] for name in names), inner.number("次") or 1


def _column(sheet: Sheet, key: str, words: Vocabulary) -> str:
    name = sheet.text(key)
    if name:
        _known(name, sheet.get(key) or sheet.node, words, sheet)
    return name


def _known(name: str, node: Node, words: Vocabulary, sheet: Sheet) -> None:
    found = words.fact(name)
    if isinstance(found, str):
        sheet.wrong(node, found)


def _extra(sheet: Sheet) -> tuple[int, str]:
    node = sheet.get("另加")
    if node is None:
        return 0, ""
    inner = Sheet(node, sheet.problems, "另加", ("每年", "人工"))
    inner.required("每年")
    return inner.number("每年") or 0, inner.text("人工", required=True)


def read_tally(node: Node, problems: list[Problem]) -> Tally:
    """累计."""
    sheet = Sheet(node, problems, "累计", TALLY_KEYS)
    return Tally(
        group=sheet.text("组"),
        leaving_out=sheet.texts("不计"),
        retirement_months=_short_of(sheet),
        again=_again(sheet),
    )


def _short_of(sheet: Sheet) -> int | None:
    text = sheet.text("延至退休")
    if not text:
        return None
    found = SHORT_OF.fullmatch(text)
    if found is None:
        sheet.wrong(sheet.get("延至退休") or sheet.node, "“延至退休”要写成 不足5年")
        return None
    return int(found[1]) * (12 if found[2] == "年" else 1)


def _again(sheet: Sheet) -> Again | None:
    node = sheet.get("满后可再")
    if node is None:
        return None
    inner = Sheet(node, sheet.problems, "满后可再", ("次", "隔", "人工"))
    return Again(
        inner.number("次") or 1, inner.months("隔") or 0, inner.text("人工", required=True)
    )


def read_exclusions(node: Node, item: str, problems: list[Problem]) -> tuple[Exclusion, ...]:
    """互斥: groups, short or with 限."""
    usual = Kept.SAME_MATTER if item else Kept.TOGETHER
    return tuple(found for one in node.as_items() if (found := _exclusion(one, usual, problems)))


def _exclusion(node: Node, usual: Kept, problems: list[Problem]) -> Exclusion | None:
    if node.text:
        return Exclusion(node.text.strip(), usual)
    sheet = Sheet(node, problems, "互斥", ("组", "限"))
    group, kept = sheet.text("组", required=True), sheet.choice("限", [k.value for k in Kept])
    return Exclusion(group, Kept(kept) if kept else usual) if group else None

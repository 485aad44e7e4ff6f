"""Parameter files: dated figures by region with their sources, and the retirement schedule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from jiuye_cli.core.fields import catalogue
from jiuye_cli.core.policy.grammar.source import read_sources
from jiuye_cli.core.policy.sheet import Sheet
from jiuye_cli.core.rules.days import FAR
from jiuye_cli.core.rules.node import Node, nearest
from jiuye_cli.core.rules.parameters import (
    Entry,
    Parameter,
    Parameters,
    RetirementRow,
    RetirementSchedule,
)
from jiuye_cli.core.rules.source import Source
from jiuye_cli.core.rules.span import NOTHING, Span, exactly
from jiuye_cli.core.rules.units import RATIO, read_unit
from jiuye_cli.errors import Problem

KEYS = ("参数", "单位", "分类", "值", "退休", "说明", "复核期")
ENTRY_KEYS = ("地区", "起", "止", "值", "依据", "说明")
SCHEDULE_KEYS = ("起", "止", "类别", "依据", "说明")
ROW_KEYS = ("原龄", "自", "每", "延", "至")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
RANGE = re.compile(r"(\d+(?:\.\d+)?)?\s*\.\.\s*(\d+(?:\.\d+)?)?")
MONTH = re.compile(r"(\d{4})-(\d{2})")
MONTHS_A_YEAR = 12
ONE = Fraction(1)


def read_parameters(nodes: Iterable[Node]) -> tuple[Parameters, list[Problem]]:
    """All parameter files together; a problem for each thing wrong, and for a name given twice."""
    problems: list[Problem] = []
    named: dict[str, Parameter] = {}
    retirement: list[RetirementSchedule] = []
    for node in nodes:
        sheet = Sheet(node, problems, "参数文件", KEYS)
        name = sheet.text("参数", required=True)
        if sheet.get("退休") is not None:
            retirement += _schedules(sheet)
        elif name in named:
            sheet.wrong(node, f"参数“{name}”在另一份文件里已经有了")
        elif name:
            named[name] = _parameter(name, sheet)
    return Parameters(named, tuple(sorted(retirement, key=lambda one: one.start))), problems


def _parameter(name: str, sheet: Sheet) -> Parameter:
    unit_text = sheet.text("单位", required=True)
    found = read_unit(unit_text)
    if found is None:
        sheet.wrong(sheet.get("单位") or sheet.node, f"不认识单位“{unit_text}”")
    unit, factor = found or (RATIO, Fraction(1))
    kind_fact, kind_of = _kinds(sheet)
    review = sheet.months("复核期")
    values = sheet.required("值")
    entries = [
        entry
        for one in (values.as_items() if values else ())
        if (entry := _entry(one, sheet.problems, factor, review))
    ]
    sheet.problems += _doubled(entries, sheet.node)
    return Parameter(name, unit, tuple(entries), kind_fact, kind_of)


def _kinds(sheet: Sheet) -> tuple[str, Mapping[str, str]]:
    node = sheet.get("分类")
    if node is None or node.entries is None:
        return "", {}
    fact = node.get("按")
    if fact is None or (fact.text or "") not in catalogue.facts():
        sheet.wrong(
            node,
            "“分类”要写 按: 哪个事实"
            + nearest((fact.text or "") if fact else "", catalogue.facts()),
        )
        return "", {}
    return str(fact.text), {key: one.text or "" for key, one in node.entries.items() if key != "按"}


def _entry(
    node: Node, problems: list[Problem], factor: Fraction, review: int | None
) -> Entry | None:
    sheet = Sheet(node, problems, "参数的值", ENTRY_KEYS)
    start, end = sheet.day("起"), sheet.day("止")
    if start and end and end < start:
        sheet.wrong(node, f"止日 {end} 在起日 {start} 之前")
    source, value = _source(sheet, review), sheet.required("值")
    regions = sheet.texts("地区")
    if not regions:
        sheet.required("地区")
    if source is None or value is None:
        return None
    return Entry(regions, start or date.min, end or FAR, _values(value, problems, factor), source)


def _source(sheet: Sheet, review: int | None) -> Source | None:
    node = sheet.required("依据")
    found = read_sources(node, sheet.problems, review) if node else ()
    return min(found, key=lambda one: one.trust, default=None)


def _values(node: Node, problems: list[Problem], factor: Fraction) -> Mapping[str, Span]:
    if node.entries is not None:
        return {kind: read_span(one, problems, factor) for kind, one in node.entries.items()}
    return {"": read_span(node, problems, factor)}


def read_span(node: Node, problems: list[Problem], factor: Fraction = ONE) -> Span:
    """A figure: a number, bounds, or 未查到."""
    text = (node.text or "").strip()
    if text in ("未查到", "未知"):
        return NOTHING
    if NUMBER.fullmatch(text):
        return exactly(Fraction(text) * factor)
    found = RANGE.fullmatch(text)
    if found and any(found.groups()):
        low, high = (Fraction(one) * factor if one else None for one in found.groups())
        if low is None or high is None or low <= high:
            return Span(low, high)
    problems.append(node.problem("参数的值要写一个数、上下限（2020..2400）或 未查到"))
    return NOTHING


def _doubled(entries: list[Entry], node: Node) -> list[Problem]:
    """Two figures for one region from one day on."""
    seen: set[tuple[str, date]] = set()
    problems = []
    for entry in entries:
        for region in entry.regions:
            if (region, entry.start) in seen:
                problems.append(node.problem(f"{region} 从 {entry.start} 起的值写了两次"))
            seen.add((region, entry.start))
    return problems


def _schedules(sheet: Sheet) -> list[RetirementSchedule]:
    node = sheet.get("退休")
    review = sheet.months("复核期")
    found = (_schedule(one, sheet.problems, review) for one in (node.as_items() if node else ()))
    return [one for one in found if one is not None]


def _schedule(node: Node, problems: list[Problem], review: int | None) -> RetirementSchedule | None:
    sheet = Sheet(node, problems, "退休办法", SCHEDULE_KEYS)
    start, end, source = sheet.day("起"), sheet.day("止"), _source(sheet, review)
    rows = sheet.required("类别")
    if source is None or rows is None or rows.entries is None:
        return None
    read = {name: row for name, one in rows.entries.items() if (row := _row(one, problems))}
    return RetirementSchedule(start or date.min, end or FAR, read, source)


def _row(node: Node, problems: list[Problem]) -> RetirementRow | None:
    """原龄 60岁, 自 2025-01, 每 4个月 延 1个月, 至 63岁."""
    sheet = Sheet(node, problems, "退休类别", ROW_KEYS)
    sheet.required("原龄")
    age = _age(sheet, "原龄")
    if age is None:
        return None
    if sheet.get("自") is None:
        return RetirementRow(age)
    since, until = _month(sheet), _age(sheet, "至")
    per, adds = sheet.months("每"), sheet.months("延")
    if since is None or until is None or not per or not adds:
        sheet.wrong(node, "“自 每 延 至”要一起写，如 自: 2025-01, 每: 4个月, 延: 1个月, 至: 63岁")
        return None
    return RetirementRow(age, since, per, adds, (until - age) * MONTHS_A_YEAR)


def _age(sheet: Sheet, key: str) -> int | None:
    text = sheet.text(key)
    found = re.fullmatch(r"(\d{2})\s*(?:周?岁)?", text)
    if text and not found:
        sheet.wrong(sheet.get(key) or sheet.node, f"“{key}”要写几岁，如 60岁")
    return int(found[1]) if found else None


def _month(sheet: Sheet) -> date | None:
    found = MONTH.fullmatch(sheet.text("自"))
    return (
        date(int(found[1]), int(found[2]), 1)
        if found and 1 <= int(found[2]) <= 12 and int(found[1])
        else None
    )

"""Conditions as sentences a villager can follow, made from the tree the program judges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from jiuye_cli.core.fields import catalogue
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.rules.against_day import AgainstDay
from jiuye_cli.core.rules.comparing import (
    Against,
    Between,
    Comparison,
    Contains,
    DateBetween,
    Elapsed,
    Filled,
    InRegion,
    OneOf,
)
from jiuye_cli.core.rules.condition import (
    All,
    AnyOf,
    Compare,
    Condition,
    Count,
    Every,
    Gate,
    Not,
    Some,
)
from jiuye_cli.core.rules.moment import FactName

SIGNS = {"≥": "不低于", ">": "高于", "≤": "不超过", "<": "低于", "=": "等于", "≠": "不等于"}
YES_NO = {
    "在校": ("还在上学", "不在上学"),
    "国家助学贷款": ("上学时办过国家助学贷款", "上学时没办过国家助学贷款"),
    "残疾人证": ("有残疾人证", "没有残疾人证"),
    "非因本人意愿失业": ("不是自己要走的", "是自己要走的"),
    "领取失业保险金": ("正领着失业保险金", "没在领失业保险金"),
    "以个人身份参保": ("社保是自己交的", "社保不是自己交的"),
    "就业经历.合同": ("签了劳动合同", "没签劳动合同"),
    "就业经历.社保": ("单位给交社保", "单位没交社保"),
    "培训.合格": ("培训考核合格", "培训考核没合格"),
    "创业.首次": ("是头一次创业", "不是头一次创业"),
    "创业.在营": ("还在营业", "不营业了"),
}
"""How a fact that is yes or no is said."""
DAY_SIGNS = {"≥": "不早于", ">": "晚于", "≤": "不晚于", "<": "早于", "=": "就是", "≠": "不是"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list; `depth` counts from 0."""

    depth: int
    text: str


def condition_lines(condition: Condition, depth: int = 0) -> tuple[Line, ...]:
    """A condition as indented lines; nothing for one without conditions.

    >>> from jiuye_cli.core.rules.where import parse_where
    >>> [line.text for line in condition_lines(parse_where("就业状态=登记失业 且 年龄≥50"))]
    ['就业状态是登记失业', '年龄满50周岁']
    """
    return tuple(_lines(condition, depth))


def _lines(condition: Condition, depth: int) -> Iterator[Line]:
    match condition:
        case All(parts):
            for part in parts:
                yield from _lines(part, depth)
        case AnyOf(parts):
            yield from _choice("下面有一条就行：", parts, depth)
        case Not(AnyOf(parts)):
            yield from _choice("下面一条也不能有：", parts, depth)
        case _ if (sentence := _sentence(condition)) is not None:
            yield Line(depth, sentence)
        case _:
            yield Line(depth, _heading(condition))
            yield from _lines(_inside(condition), depth + 1)


def _choice(heading: str, parts: Iterable[Condition], depth: int) -> Iterator[Line]:
    yield Line(depth, heading)
    for part in parts:
        sentence = _sentence(part)
        if sentence is not None:
            yield Line(depth + 1, sentence)
        elif isinstance(part, All):
            yield Line(depth + 1, "同时满足：")
            yield from _lines(part, depth + 2)
        else:
            yield from _lines(part, depth + 1)


def _heading(condition: Condition) -> str:
    if isinstance(condition, Not):
        return "不能是这样的："
    return _quantified(condition) + "："


def _inside(condition: Condition) -> Condition:
    return condition.part if isinstance(condition, Not | Some | Every | Count) else condition


def _sentence(condition: Condition) -> str | None:
    """A condition in one sentence, or None where it needs several lines."""
    match condition:
        case Compare():
            return comparison_words(condition.fact, condition.test)
        case Gate(text):
            return f"{text}（由人确认）"
        case All(parts) if len(parts) <= 4:
            return _chained(parts)
        case Not(Compare(fact=fact, test=OneOf() as test)) if test.wanted <= {True, False}:
            return comparison_words(fact, replace(test, without=not test.without))
        case Not(part):
            inner = _sentence(part)
            return f"不能：{inner}" if inner else None
        case Some(part=part) | Every(part=part) | Count(part=part):
            inner = _sentence(part)
            return (
                None
                if inner is None
                else f"{_quantified(condition)}{f'：{inner}' if inner else ''}"
            )
        case _:
            return None


def _chained(parts: Iterable[Condition]) -> str | None:
    sentences = [_sentence(part) for part in parts]
    known = [one for one in sentences if one is not None]
    return "，".join(known) if len(known) == len(sentences) else None


def _quantified(condition: Condition) -> str:
    match condition:
        case Some(of=of):
            return f"有一条{of}"
        case Every(of=of, empty=empty):
            return f"每一条{of}都要{'（没有也行）' if empty else ''}"
        case Count(of=of, test=test):
            return f"{_ordered('条数', test, '条')}{of}"
    return "同时满足"


def comparison_words(
    fact: FactName, test: Comparison, fields: Mapping[str, Field] | None = None
) -> str:
    """One fact and its test in a few words.

    >>> from jiuye_cli.core.rules.comparing import Between
    >>> comparison_words(FactName("失业保险缴费月数"), Between(12, None, "≥12"))
    '失业保险缴费月数满12个月'
    """
    field = (fields or catalogue.facts()).get(str(fact))
    name = f"{fact.of}的{fact.name}" if fact.of else fact.name
    match test:
        case OneOf() if test.wanted <= {True, False}:
            return _yes_or_no(fact, name, (True in test.wanted) is not test.without)
        case OneOf():
            return _one_of(name, test)
        case Between():
            return _between(name, test, field.unit if field else "")
        case Filled(wanted=wanted):
            return f"{'有' if wanted else '没有'}{name}"
        case Contains(word=word, without=without):
            return f"{name}里{'没有' if without else '有'}“{word}”"
        case _:
            return _of_day_or_place(name, test)


def _of_day_or_place(name: str, test: Comparison) -> str:
    match test:
        case InRegion(region=region, without=without, other=other):
            return f"{name}{'不在' if without else '在'}{str(other or region).replace('/', '')}"
        case Elapsed():
            return _elapsed(name, test)
        case DateBetween():
            return _dates(name, test)
        case Against(sign=sign, formula=formula):
            return f"{name}{SIGNS[sign]}{spoken(formula.text)}"
        case AgainstDay(sign=sign):
            bare = test.text.lstrip("≥>≤<=≠!＞＜＝ ")
            return f"{name}{DAY_SIGNS[sign]}{spoken(bare)}"
    return f"{name} {test.text}"


def _yes_or_no(fact: FactName, name: str, yes: bool) -> str:
    if (said := YES_NO.get(str(fact))) is not None:
        return said[0] if yes else said[1]
    return f"{name}：{'是' if yes else '否'}"


def spoken(text: str) -> str:
    """A formula or a term as it is said: 证书的发证日期, 失业登记日期再加6个月.

    >>> spoken("证书.发证日期起12个月内"), spoken("失业登记日期 + 6个月"), spoken("实缴社保 × 2/3")
    ('证书的发证日期起12个月内', '失业登记日期再加6个月', '实缴社保的三分之二')
    """
    said = _OWNED.sub("的", text).replace(" + ", "再加")
    return _SHARE.sub(lambda share: f"的{SHARES.get(share[1], share[1])}", said)


SHARES = {"1/2": "一半", "1/3": "三分之一", "2/3": "三分之二", "1/4": "四分之一", "3/4": "四分之三"}
_OWNED = re.compile(r"(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])")
_SHARE = re.compile(r"\s*×\s*(\d+/\d+|\d+%)")


def _one_of(name: str, test: OneOf) -> str:
    words = [
        word
        for word in test.text.strip("[]")
        .replace("非 ", "")
        .lstrip("≠=!")
        .strip()
        .strip("[]")
        .split(", ")
        if word
    ]
    listed = words[0] if len(words) == 1 else f"{'、'.join(words[:-1])}或{words[-1]}"
    return f"{name}{'不是' if test.without else '是'}{listed}"


def _between(name: str, test: Between, unit: str) -> str:
    return f"{name}{_ordered('', test, unit)}"


def _ordered(name: str, test: Between, unit: str) -> str:
    """A bounded number in words: 满12个月, 16到59周岁."""
    low, high = test.low, test.high
    counted = unit in ("个月", "周岁")
    if low is not None and high is not None:
        words = f"是{low}{unit}" if low == high else f"在{low}到{high}{unit}之间"
        return f"{name}{'不' if test.without else ''}{words}"
    if low is not None:
        more = "超过" if test.open_low else "满" if counted else "不少于"
        return f"{name}{more}{low}{unit}"
    less = ("不满" if counted else "少于") if test.open_high else "不超过"
    return f"{name}{less}{high}{unit}"


def _elapsed(name: str, test: Elapsed) -> str:
    measure = {"月": "个月", "工作日": "个工作日"}.get(test.measure, test.measure)
    span = f"{test.count}{measure}"
    if test.measure == "月" and test.count % 12 == 0:
        span = f"{test.count // 12}年"
    if test.count == 0 and test.sign == "≥":
        return f"已到{name}"
    if test.sign == "内":
        return f"{name}起{span}内"
    return f"{name}{'满' if test.sign == '≥' else '不满'}{span}"


def _dates(name: str, test: DateBetween) -> str:
    if test.first is not None and test.last is not None:
        if test.first == test.last:
            return f"{name}{'不是' if test.without else '是'}{long_day(test.first)}"
        return f"{name}在{long_day(test.first)}到{long_day(test.last)}之间"
    day = test.first or test.last
    assert day is not None
    return f"{name}在{long_day(day)}{'以后' if test.first else '以前'}（含当天）"


def long_day(day: date) -> str:
    """A day as paper writes it.

    >>> long_day(date(2025, 1, 31))
    '2025年1月31日'
    """
    return f"{day.year}年{day.month}月{day.day}日"

"""What is written beside a fact, read as the test it is: `≥12`, `[五级, 四级]`, `12个月内`."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from jiuye_cli.core.fields.field import Field, Kind
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
from jiuye_cli.core.rules.formula import Formula
from jiuye_cli.core.rules.formula import Number as Written
from jiuye_cli.core.rules.grammar.formula import FormulaError, is_loose, read_formula
from jiuye_cli.core.rules.node import Node, nearest
from jiuye_cli.core.rules.units import RATIO, YUAN, Unit, read_unit
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import Problem

SIGN = re.compile(r"(>=|<=|!=|<>|==|[≥≤<>=≠＞＜＝])\s*(.+)", re.DOTALL)
SIGNS = {">=": "≥", "<=": "≤", "!=": "≠", "<>": "≠", "==": "=", "＞": ">", "＜": "<", "＝": "="}
RANGE = re.compile(r"(.*?)\s*(?:\.\.|…|～)\s*(.*)")
SPAN = re.compile(r"(\d+)\s*(个月|月|年|天|日|周|个工作日|工作日)")
OTHER_DAY = re.compile(rf"([^\d\s+＋-][^\s+＋-]*)\s*(?:[+＋]\s*{SPAN.pattern})?")
MEASURES = {
    "个月": ("月", 1), "月": ("月", 1), "年": ("月", 12), "天": ("天", 1), "日": ("天", 1),
    "周": ("天", 7), "个工作日": ("工作日", 1), "工作日": ("工作日", 1),
}  # fmt: skip
NUMERIC = (Kind.NUMBER, Kind.MONEY)
WORDS = (Kind.CHOICE, Kind.CHOICES, Kind.TEXT)


class ComparisonError(Exception):
    """A test that cannot be read; its text is the sentence."""


def read_test(
    node: Node, field: Field, words: Vocabulary
) -> tuple[Comparison | None, list[Problem]]:
    """The test beside a fact, or None with what is wrong with it."""
    try:
        if node.items is not None:
            return _listed(node, field), []
        if node.text is None:
            raise ComparisonError(f"“{field.name}”后面要写一个比法，不能是一组")
        return _single(node.text.strip(), field, words), []
    except ComparisonError as error:
        return None, [node.problem(str(error))]
    except FormulaError as error:
        return None, [node.problem(f"“{field.name}”的比法不对：{error}")]


def _listed(node: Node, field: Field) -> Comparison:
    texts = [item.text for item in node.items or ()]
    if not texts or any(text is None for text in texts):
        raise ComparisonError("方括号里要写几个值，用逗号隔开")
    words = [str(text).strip() for text in texts]
    if field.kind in NUMERIC:
        raise ComparisonError(f"“{field.name}”是数，请写 ≥12 或 16..59 这样的比法，不用方括号")
    return OneOf(frozenset(_word(word, field) for word in words), f"[{', '.join(words)}]")


def _single(text: str, field: Field, words: Vocabulary) -> Comparison:
    if not text:
        raise ComparisonError(f"“{field.name}”后面没写比法")
    if text in ("有", "无") and text not in field.values:
        return Filled(text == "有")
    turned = _turned(text, field, words)
    if turned is not None:
        return turned
    return _by_kind(text, field, words)


def _by_kind(text: str, field: Field, words: Vocabulary) -> Comparison:
    if field.kind in NUMERIC:
        return _number_test(text, field, words)
    if field.kind in (Kind.DATE, Kind.MONTH):
        return _date_test(text, field, words)
    if field.kind is Kind.PLACE:
        return _place_test(text, words)
    if field.kind is Kind.RECORDS:
        raise ComparisonError(f"“{field.name}”是一张表，只能写 有 或 无，或用 其一 全都 几条")
    return _word_test(text, field)


def _turned(text: str, field: Field, words: Vocabulary) -> Comparison | None:
    """非 在职, 非 [在职, 退休]: the opposite of a word test."""
    if not text.startswith("非 ") or field.kind not in (*WORDS, Kind.YES_NO):
        return None
    inner = text[2:].strip()
    listed = re.fullmatch(r"\[(.*)\]", inner)
    parts = re.split(r"[,，、]", listed[1]) if listed else [inner]
    wanted = frozenset(_word(part.strip(), field) for part in parts)
    return OneOf(wanted, text, without=True)


def _word_test(text: str, field: Field) -> Comparison:
    for prefix, without in (("包含 ", False), ("不含 ", True)):
        if text.startswith(prefix) and field.kind is Kind.TEXT:
            return Contains(text.removeprefix(prefix).strip(), without)
    sign = SIGN.fullmatch(text)
    if sign:
        mark = SIGNS.get(sign[1], sign[1])
        if mark not in "=≠":
            raise ComparisonError(f"“{field.name}”不是数，不能用 {mark} 比")
        return OneOf(frozenset({_word(sign[2].strip(), field)}), text, without=mark == "≠")
    return OneOf(frozenset({_word(text, field)}), text)


def _word(word: str, field: Field) -> str | bool:
    if field.kind is Kind.YES_NO:
        if word not in ("是", "否"):
            raise ComparisonError(f"“{field.name}”只能写 是 或 否，不能写“{word}”")
        return word == "是"
    known = field.synonyms.get(word, word)
    if field.values and known not in field.values:
        raise ComparisonError(
            f"“{field.name}”没有“{word}”这个值，可以是 {' '.join(field.values)}{nearest(word, field.values)}"
        )
    return known


def _place_test(text: str, words: Vocabulary) -> Comparison:
    without = text.startswith("不属于")
    region = re.sub(r"^不?属于\s*", "", text).strip()
    sign = SIGN.fullmatch(region)
    if sign:
        raise ComparisonError("地方不能比大小，请写 属于 山东/济南")
    if not region:
        raise ComparisonError("“属于”后面要写一个地方")
    other = words.fact(region) if region in words.fields else None
    if isinstance(other, tuple) and other[1].kind is Kind.PLACE:
        return InRegion("", text, without, other[0])
    return InRegion(region, text, without)


def _number_test(text: str, field: Field, words: Vocabulary) -> Comparison:
    bounds = RANGE.fullmatch(text)
    if bounds:
        low, high = (_bound(side, field) for side in bounds.groups())
        if low is None and high is None:
            raise ComparisonError("范围两头至少写一头，如 16..59")
        if low is not None and high is not None and low > high:
            raise ComparisonError(f"范围写反了：{text}")
        return Between(low, high, text)
    sign = SIGN.fullmatch(text)
    mark, right = (SIGNS.get(sign[1], sign[1]), sign[2].strip()) if sign else ("=", text)
    formula = read_formula(right, words)
    unit, factor = _unit(field)
    if not isinstance(formula, Written):
        if not is_loose(formula) and formula.unit != unit:
            raise ComparisonError(f"“{field.name}”的单位是 {unit}，右边是 {formula.unit}，对不上")
        return Against(mark, formula, factor, f"{mark}{formula.text}")
    return _against_number(mark, _in_field_units(formula, field), text if sign else f"={text}")


def _against_number(mark: str, number: int | Decimal, text: str) -> Between:
    if mark in "=≠":
        return Between(number, number, text, without=mark == "≠")
    if mark in "≥>":
        return Between(number, None, text, open_low=mark == ">")
    return Between(None, number, text, open_high=mark == "<")


def _bound(text: str, field: Field) -> int | Decimal | None:
    if not text.strip():
        return None
    formula = read_formula(text, Vocabulary())
    if not isinstance(formula, Written):
        raise ComparisonError("范围两头只能写数")
    return _in_field_units(formula, field)


def _unit(field: Field) -> tuple[Unit, Fraction]:
    if field.kind is Kind.MONEY and not field.unit:
        return YUAN, Fraction(1)
    return read_unit(field.unit) or (RATIO, Fraction(1))


def _in_field_units(formula: Formula, field: Field) -> int | Decimal:
    """A written number in the field's own unit, as a plain number."""
    unit, factor = _unit(field)
    number = formula.span.exact if isinstance(formula, Written) else None
    assert number is not None
    if not is_loose(formula):
        if formula.unit != unit:
            raise ComparisonError(
                f"“{field.name}”的单位是 {field.unit or unit}，写的是 {formula.unit}，对不上"
            )
        number = number / factor
    return (
        int(number) if number.denominator == 1 else Decimal(number.numerator) / number.denominator
    )


def _date_test(text: str, field: Field, words: Vocabulary) -> Comparison:
    inside = re.fullmatch(rf"{SPAN.pattern}内", text)
    if inside:
        return _elapsed("内", inside[1], inside[2], text)
    sign = SIGN.fullmatch(text)
    if sign:
        mark, right = SIGNS.get(sign[1], sign[1]), sign[2].strip()
        span = SPAN.fullmatch(right)
        if span:
            return _elapsed_sign(mark, span, text)
        return _other_day(mark, right, text, words) or _date_sign(mark, _day(right, field), text)
    bounds = RANGE.fullmatch(text)
    if bounds:
        return _day_range(bounds, field, text)
    day = _day(text, field)
    return DateBetween(day, day, text)


def _other_day(mark: str, right: str, text: str, words: Vocabulary) -> Comparison | None:
    """The test against another date fact, moved on by a written span; None where none is named."""
    named = OTHER_DAY.fullmatch(right)
    found = words.fact(named[1]) if named else None
    if named is None or not isinstance(found, tuple) or found[1].kind is not Kind.DATE:
        return None
    if not named[2]:
        return AgainstDay(mark, found[0], text)
    base, each = MEASURES[named[3]]
    if base == "工作日" or int(named[2]) > 1200:
        raise ComparisonError(f"“{text}”里另一个日期后面只能加几个月、几年或几天")
    moved = int(named[2]) * each
    return AgainstDay(mark, found[0], text, *((moved, 0) if base == "月" else (0, moved)))


def _day_range(bounds: re.Match[str], field: Field, text: str) -> Comparison:
    first, last = (_day(side, field) if side.strip() else None for side in bounds.groups())
    if first is None and last is None:
        raise ComparisonError("范围两头至少写一头，如 2025-01-01..2025-12-31")
    if first and last and first > last:
        raise ComparisonError(f"范围写反了：{text}")
    return DateBetween(first, last, text)


def _elapsed_sign(mark: str, span: re.Match[str], text: str) -> Comparison:
    if mark not in "≥<":
        raise ComparisonError(f"日期和时长只能用 ≥（满）或 <（不满），不能用 {mark}")
    return _elapsed(mark, span[1], span[2], text)


def _elapsed(sign: str, count: str, measure: str, text: str) -> Elapsed:
    base, each = MEASURES[measure]
    if int(count) > 1200:
        raise ComparisonError(f"“{text}”的时长太长")
    return Elapsed(sign, int(count) * each, base, text)


def _date_sign(mark: str, day: date, text: str) -> Comparison:
    from jiuye_cli.core.rules.days import days_after

    if mark in "=≠":
        return DateBetween(day, day, text, without=mark == "≠")
    if mark in "≥>":
        return DateBetween(day if mark == "≥" else days_after(day), None, text)
    return DateBetween(None, day if mark == "≤" else days_after(day, -1), text)


def _day(text: str, field: Field) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
            return date.fromisoformat(text.strip())
    except ValueError:
        raise ComparisonError(f"没有 {text.strip()} 这一天") from None
    raise ComparisonError(
        f"“{field.name}”是日期，请写 2025-01-31、≥2025-01-31、12个月内 这样，“{text}”看不懂"
    )

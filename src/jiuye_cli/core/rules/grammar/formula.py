"""Text to formula: `较小(社保月缴额 × 2/3, 500)`, with units that must agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from jiuye_cli.core.fields.field import Kind
from jiuye_cli.core.rules.formula import (
    Call,
    FactTerm,
    Formula,
    Number,
    ParameterTerm,
    Product,
    Stretch,
    Sum,
)
from jiuye_cli.core.rules.moment import FactName
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.core.rules.span import exactly
from jiuye_cli.core.rules.units import BASES, RATIO, YUAN, Unit, read_unit
from jiuye_cli.core.rules.vocabulary import Vocabulary

UNIT_WORDS = "|".join(sorted(BASES, key=len, reverse=True))
TOKEN = re.compile(
    rf"\s*(?:(?P<number>\d+(?:\.\d+)?)(?P<percent>%)?(?P<unit>(?:{UNIT_WORDS})(?:/(?:{UNIT_WORDS}))?)?"
    r"|(?P<name>[\u4e00-\u9fffA-Za-z_][\u4e00-\u9fffA-Za-z0-9_.]*)"
    r"|(?P<sign>[+\-×÷*/(),，（）－＋]))"
)
SIGNS = {"*": "×", "/": "÷", "，": ",", "（": "(", "）": ")", "－": "-", "＋": "+"}
FUNCTIONS = ("较小", "较大", "取整", "天数", "月数")
ENGLISH = {"min": "较小", "max": "较大"}
LONGEST = 400
DEEPEST = 20


class FormulaError(Exception):
    """A formula that cannot be read; its text is the sentence."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a formula."""

    kind: str  # number, name, sign, end
    text: str
    unit: str = ""
    percent: bool = False


def read_formula(text: str, words: Vocabulary) -> Formula:
    """The formula a text writes; FormulaError with a sentence where it cannot be read.

    >>> read_formula("社保月缴额 × 2/3", Vocabulary()).text
    '社保月缴额 × 2/3'
    """
    if len(text) > LONGEST:
        raise FormulaError("算式太长")
    return _Parser(tuple(_tokens(text)), words).whole(text)


def _tokens(text: str) -> Iterator[Token]:
    at, end = 0, len(text.rstrip())
    while at < end:
        match = TOKEN.match(text, at)
        if match is None:
            raise FormulaError(f"算式“{text}”里看不懂“{text[at:].strip()[:6]}”")
        at = match.end()
        if match["number"]:
            yield Token("number", match["number"], match["unit"] or "", bool(match["percent"]))
        elif match["name"]:
            yield Token("name", match["name"])
        else:
            yield Token("sign", SIGNS.get(match["sign"], match["sign"]))
    yield Token("end", "结尾")


class _Parser:
    """Reads sums of products of terms."""

    def __init__(self, tokens: tuple[Token, ...], words: Vocabulary) -> None:
        self.tokens, self.words, self.at, self.depth = tokens, words, 0, 0

    def whole(self, text: str) -> Formula:
        formula = self.sum()
        if self.next.kind != "end":
            raise FormulaError(f"算式“{text.strip()}”里，“{self.next.text}”放的地方不对")
        return formula

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.next
        self.at += 1
        return token

    def accept(self, *signs: str) -> str:
        if self.next.kind == "sign" and self.next.text in signs:
            return self.take().text
        return ""

    def sum(self) -> Formula:
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError("算式括号套得太深")
        parts = [(-1 if self.accept("-") else 1, self.product())]
        while sign := self.accept("+", "-"):
            parts.append((1 if sign == "+" else -1, self.product()))
        self.depth -= 1
        if len(parts) == 1 and parts[0][0] == 1:
            return parts[0][1]
        formulas, unit = agreeing([part for _, part in parts], "相加减")
        return Sum(tuple(zip((sign for sign, _ in parts), formulas, strict=True)), unit)

    def product(self) -> Formula:
        parts = [(1, self.term())]
        while sign := self.accept("×", "÷"):
            _join(parts, 1 if sign == "×" else -1, self.term())
        if len(parts) == 1:
            return parts[0][1]
        unit = RATIO
        for power, part in parts:
            unit = unit.times(part.unit, power)
        if all(isinstance(part, Number) for _, part in parts):
            return _folded(parts, unit)
        return Product(tuple(parts), unit)

    def term(self) -> Formula:
        token = self.take()
        if token.kind == "number":
            return _number(token)
        if token.kind == "name":
            return self.named(token.text)
        if token.text == "(" and token.kind == "sign":
            inner = self.sum()
            self.close()
            return inner
        raise FormulaError(f"算式在“{token.text}”这里少了一个数或名字")

    def close(self) -> None:
        if not self.accept(")"):
            raise FormulaError("算式里的括号没有收尾")

    def named(self, name: str) -> Formula:
        function = ENGLISH.get(name, name)
        if function in FUNCTIONS and self.accept("("):
            return self.call(function)
        if name in self.words.parameters.named:
            return self.parameter(name)
        return self.fact(name)

    def parameter(self, name: str) -> Formula:
        parameter = self.words.parameters.named[name]
        kind, kind_fact = None, parameter.kind_fact
        if self.accept("("):
            kind, kind_fact = self.take().text, ""
            self.close()
            kinds = {one for entry in parameter.entries for one in entry.values if one}
            if kind not in kinds:
                raise FormulaError(f"参数“{name}”没有“{kind}”这一类{nearest(kind, kinds)}")
        return ParameterTerm(name, kind, parameter.unit, kind_fact)

    def fact(self, name: str) -> Formula:
        found = self.words.fact(name)
        if isinstance(found, str):
            parameters = self.words.parameters.named
            raise FormulaError(
                f"算式里的“{name}”既不是事实也不是参数{nearest(name, (*self.words.fields, *parameters))}"
            )
        fact, field = found
        if field.kind not in (Kind.NUMBER, Kind.MONEY):
            raise FormulaError(f"“{name}”不是数，不能放进算式")
        unit, factor = read_unit(field.unit) or (RATIO, Fraction(1))
        if field.kind is Kind.MONEY and not field.unit:
            unit = YUAN
        return FactTerm(fact, unit, factor)

    def call(self, function: str) -> Formula:
        if function in ("天数", "月数"):
            return self.stretch(function)
        parts = [self.sum()]
        while self.accept(","):
            parts.append(self.sum())
        self.close()
        if function == "取整" and len(parts) != 1:
            raise FormulaError("取整(…) 里只写一个数")
        formulas, unit = agreeing(parts, "放在一起比")
        return Call(function, tuple(formulas), unit)

    def stretch(self, function: str) -> Formula:
        start = self.date()
        if not self.accept(","):
            raise FormulaError(f"{function}(…) 里要写两个日期，用逗号隔开")
        end = self.date()
        self.close()
        base = BASES["天" if function == "天数" else "月"][0]
        return Stretch(function, start, end, Unit(((base, 1),)))

    def date(self) -> FactName:
        token = self.take()
        found = self.words.fact(token.text)
        if isinstance(found, str):
            raise FormulaError(found)
        if found[1].kind is not Kind.DATE:
            raise FormulaError(f"“{token.text}”不是日期")
        return found[0]


def _number(token: Token) -> Number:
    number = Fraction(token.text) / (100 if token.percent else 1)
    text = f"{token.text}{'%' if token.percent else ''}{token.unit}"
    found = read_unit(token.unit)
    if found is None:
        raise FormulaError(f"不认识单位“{token.unit}”")
    unit, factor = found
    return Number(exactly(number * factor), unit, text, loose=not token.unit and not token.percent)


def _join(parts: list[tuple[int, Formula]], sign: int, part: Formula) -> None:
    """Append a factor; a number over a number becomes one number, as people read 2/3."""
    if sign < 0 and isinstance(part, Number):
        if part.span.exact == 0:
            raise FormulaError("算式里除以了 0")
        if parts[-1][0] > 0 and isinstance(parts[-1][1], Number):
            last = parts.pop()[1]
            part, sign = _folded([(1, last), (-1, part)], last.unit.times(part.unit, -1)), 1
    parts.append((sign, part))


def _folded(parts: list[tuple[int, Formula]], unit: Unit) -> Number:
    """Numbers alone, worked out at once: 2/3 is one number."""
    product = Product(tuple(parts), unit)
    total = Fraction(1)
    for sign, part in parts:
        assert isinstance(part, Number)
        factor = part.span.exact or Fraction(0)
        total = total * factor if sign > 0 else total / factor
    text = product.text.replace(" ÷ ", "/") if len(parts) == 2 and parts[1][0] < 0 else product.text
    return Number(exactly(total), unit, text, loose=unit == RATIO)


def agreeing(parts: list[Formula], doing: str) -> tuple[list[Formula], Unit]:
    """The parts in one unit; a bare number takes its neighbours'. FormulaError where they differ."""
    firm = [part.unit for part in parts if not is_loose(part)]
    unit = firm[0] if firm else RATIO
    for other in firm[1:]:
        if other != unit:
            raise FormulaError(f"单位对不上：{unit} 和 {other} 不能{doing}")
    return [with_unit(part, unit) for part in parts], unit


def is_loose(formula: Formula) -> bool:
    """Whether a formula is a bare number that takes the unit around it."""
    return isinstance(formula, Number) and formula.loose


def with_unit(formula: Formula, unit: Unit) -> Formula:
    """A bare number in the unit around it; anything else as it is."""
    if isinstance(formula, Number) and formula.loose:
        return replace(formula, unit=unit, loose=False)
    return formula

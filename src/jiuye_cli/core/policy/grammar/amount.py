"""金额, 最长 and caps: what is written there, with the unit it must have."""

from __future__ import annotations

import re
from fractions import Fraction

from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.policy.amount import Amount, Bounded, Computed, NotFound, Row, Table
from jiuye_cli.core.policy.policy import Pay
from jiuye_cli.core.rules.formula import FactTerm, Formula
from jiuye_cli.core.rules.grammar.formula import FormulaError, is_loose, read_formula, with_unit
from jiuye_cli.core.rules.grammar.test import read_test
from jiuye_cli.core.rules.moment import FactName
from jiuye_cli.core.rules.node import Node
from jiuye_cli.core.rules.span import Span
from jiuye_cli.core.rules.units import YUAN, YUAN_A_MONTH, Unit
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import Problem

NOT_FOUND = ("未查到", "未知", "待核")
RANGE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*\.\.\s*(\d+(?:\.\d+)?)\s*(?:元|个月)?\s*")
MONTHS = Unit((("月", 1),))
YUAN_AN_HOUR = Unit((("元", 1), ("学时", -1)))
MONTHS_TO_GO = FactTerm(FactName("距退休月数"), MONTHS, Fraction(1))

UNITS = {
    Pay.ONCE: {YUAN: 1},
    Pay.MONTHLY: {YUAN: 1, YUAN_A_MONTH: 1},
    Pay.YEARLY: {YUAN: 1, YUAN_A_MONTH: 12},
    Pay.HOURLY: {YUAN: 1, YUAN_AN_HOUR: 1},
    None: {YUAN: 1, YUAN_A_MONTH: 1},
}
"""The units an amount may come out in for each way of paying, and what brings it to yuan a payment."""

PAY_WORDS = {
    Pay.ONCE: "一次",
    Pay.MONTHLY: "每月",
    Pay.YEARLY: "每年",
    Pay.HOURLY: "按学时",
    None: "发放",
}


def read_amount(
    node: Node, pay: Pay | None, words: Vocabulary, problems: list[Problem]
) -> Amount | None:
    """Yuan per payment; None after noting what is wrong."""
    return _Reader(UNITS[pay], f"“{PAY_WORDS[pay]}”的金额", words, problems).amount(node)


def read_months(node: Node, words: Vocabulary, problems: list[Problem]) -> Amount | None:
    """How many months at most; 至退休 is the months to go."""
    return _Reader({MONTHS: 1}, "月数", words, problems).amount(node)


class _Reader:
    """Reads amounts that must come out in one of some units."""

    def __init__(
        self, units: dict[Unit, int], what: str, words: Vocabulary, problems: list[Problem]
    ) -> None:
        self.units, self.what, self.words, self.problems = units, what, words, problems

    def amount(self, node: Node, deep: int = 0) -> Amount | None:
        if node.entries is not None and deep < 4:
            return self.table(node, deep)
        text = (node.text or "").strip()
        if not text:
            return self.wrong(node, f"{self.what}要写一个数、算式、按档的表，或 未查到")
        if text in NOT_FOUND:
            return NotFound()
        bounds = RANGE.fullmatch(text)
        if bounds:
            return self.bounded(node, Fraction(bounds[1]), Fraction(bounds[2]))
        if text == "至退休" and MONTHS in self.units:
            return Computed(MONTHS_TO_GO)
        return self.computed(node, text)

    def wrong(self, node: Node, message: str) -> Amount | None:
        self.problems.append(node.problem(message))
        return None

    def bounded(self, node: Node, low: Fraction, high: Fraction) -> Amount | None:
        if low > high:
            return self.wrong(node, "上下限写反了")
        return Bounded(Span(low, high))

    def computed(self, node: Node, text: str) -> Amount | None:
        try:
            formula = read_formula(text, self.words)
        except FormulaError as error:
            return self.wrong(node, str(error))
        if is_loose(formula):
            formula = with_unit(formula, next(iter(self.units)))
        if formula.unit not in self.units:
            wanted = " 或 ".join(map(str, self.units))
            return self.wrong(
                node, f"{self.what}应当是 {wanted}，算出来是 {formula.unit}{_hint(formula)}"
            )
        return Computed(formula, self.units[formula.unit])

    def table(self, node: Node, deep: int) -> Amount | None:
        entries = dict(node.entries or {})
        named = entries.pop("按档", None)
        if named is None or not named.text:
            return self.wrong(node, "按表给的要先写 按档: 哪个事实")
        found = self.words.fact(named.text.strip())
        if isinstance(found, str):
            return self.wrong(named, found)
        fact, field = found
        if not entries:
            return self.wrong(node, "“按档”下面没有档")
        rows = [self.row(label, one, field, deep) for label, one in entries.items()]
        good = tuple(row for row in rows if row is not None)
        return Table(fact, good) if len(good) == len(rows) else None

    def row(self, label: str, node: Node, field: Field, deep: int) -> Row | None:
        amount = self.amount(node, deep + 1)
        if label == "其余":
            return Row(label, None, amount) if amount else None
        test, problems = read_test(_label(label, node), field, self.words)
        self.problems += problems
        return Row(label, test, amount) if amount and test else None


def _label(label: str, node: Node) -> Node:
    """A row's words as a test: several joined by 、 are a list."""
    places = {"file": node.file, "line": node.key_line or node.line}
    parts = [part.strip() for part in label.split("、")]
    if len(parts) == 1:
        return Node(label, **places)  # type: ignore[arg-type]
    return Node(tuple(Node(part, **places) for part in parts), **places)  # type: ignore[arg-type]


def _hint(formula: Formula) -> str:
    return "；一次性又按月标准算的，写明 × 几个月" if formula.unit == YUAN_A_MONTH else ""

"""Formulas: exact, unit-safe, within bounds; rounded once at the end."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jiuye_cli.core.rules.grammar.formula import FormulaError, read_formula
from jiuye_cli.core.rules.reading import reading_of
from jiuye_cli.core.rules.span import NOTHING, Span, exactly, to_fen, union
from jiuye_cli.core.rules.units import read_unit
from jiuye_cli.core.rules.vocabulary import Vocabulary

KNOWN = {
    "社保月缴额": Decimal("900.01"), "家庭人口": 3, "最低月薪": 2000,
    "失业登记日期": date(2026, 1, 1), "失业日期": date(2025, 12, 3),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1000", "比例", "1000"),
        ("60%", "比例", "0.6"),
        ("社保月缴额 × 2/3", "元/月", "600.01"),
        ("社保月缴额*2/3", "元/月", "600.01"),
        ("社保月缴额 × 60% × 1个月", "元", "540.01"),
        ("较小(社保月缴额 × 2/3, 500)", "元/月", "500"),
        ("较大(社保月缴额, 1000元/月)", "元/月", "1000"),
        ("5元/学时 × 40学时", "元", "200"),
        ("30万元", "元", "300000"),
        ("12000元/年", "元/月", "1000"),
        ("2 × (最低月薪 + 100)", "元/月", "4200"),
        ("最低月薪 - 500", "元/月", "1500"),
        ("天数(失业日期, 失业登记日期)", "天", "30"),
        ("月数(失业日期, 失业登记日期)", "月", "0"),
        ("取整(10 ÷ 3)", "比例", "3"),
        ("-5 + 8", "比例", "3"),
    ],
)
def test_formulas_and_their_units(text: str, unit: str, value: str) -> None:
    formula = read_formula(text, Vocabulary())
    found = formula.value(reading_of(KNOWN, date(2026, 11, 21)))
    assert (str(formula.unit), str(to_fen(found.exact))) == (unit, value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("社保月缴额 + 3个月", "单位对不上：元/月 和 月 不能相加减"),
        ("较小(社保月缴额, 30天)", "单位对不上：元/月 和 天 不能放在一起比"),
        ("(1 + 2", "算式里的括号没有收尾"),
        ("1 +", "算式在“结尾”这里少了一个数或名字"),
        ("1 2", "算式“1 2”里，“2”放的地方不对"),
        ("社保月缴额 ÷ 0", "算式里除以了 0"),
        ("性别 × 2", "“性别”不是数，不能放进算式"),
        ("社保月交额 × 2", "算式里的“社保月交额”既不是事实也不是参数，是不是“社保月缴额”？"),
        ("天数(年龄, 失业日期)", "“年龄”不是日期"),
        ("1 ？ 2", "算式“1 ？ 2”里看不懂“？ 2”"),
        ("(" * 30 + "1" + ")" * 30, "算式括号套得太深"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, sentence: str) -> None:
    with pytest.raises(FormulaError) as caught:
        read_formula(text, Vocabulary())
    assert str(caught.value) == sentence


def test_an_unknown_fact_leaves_what_bounds_there_are() -> None:
    reading = reading_of({}, date(2026, 11, 21))
    assert read_formula("社保月缴额 × 2/3", Vocabulary()).value(reading) == NOTHING
    assert read_formula("较小(社保月缴额 × 2/3, 500)", Vocabulary()).value(reading) == Span(
        None, Fraction(500)
    )
    assert read_formula("较大(社保月缴额, 200)", Vocabulary()).value(reading) == Span(
        Fraction(200), None
    )


@pytest.mark.parametrize(
    ("number", "fen"),
    [
        (Fraction(1, 200), "0.01"),
        (Fraction(1, 201), "0"),
        (Fraction(1000, 3), "333.33"),
        (Fraction(2000, 3), "666.67"),
        (Fraction("1000.005"), "1000.01"),
        (Fraction("1000.0049999"), "1000"),
        (Fraction(1500), "1500"),
    ],
)
def test_money_rounds_half_up_to_the_fen(number: Fraction, fen: str) -> None:
    rounded = to_fen(number)
    assert rounded is not None and Fraction(rounded) == Fraction(fen)


numbers = some.fractions(-1000, 1000, max_denominator=60)
spans = some.builds(lambda a, b: Span(min(a, b), max(a, b)), numbers, numbers) | numbers.map(
    exactly
)


@given(spans, spans, some.data())
def test_whatever_the_numbers_are_the_span_holds_the_result(
    a: Span, b: Span, data: some.DataObject
) -> None:
    assert a.low is not None and a.high is not None and b.low is not None and b.high is not None
    x = a.low + (a.high - a.low) * data.draw(some.fractions(0, 1))
    y = b.low + (b.high - b.low) * data.draw(some.fractions(0, 1))
    results = [
        (a + b, x + y),
        (a + -b, x - y),
        (a.times(b), x * y),
        (a.least(b), min(x, y)),
        (a.most(b), max(x, y)),
    ]
    if y != 0:
        results.append((a.over(b), x / y))
    for span, result in results:
        assert (span.low is None or span.low <= result) and (
            span.high is None or result <= span.high
        )


def test_bounds_over_nothing_are_nothing_and_an_open_end_stays_open() -> None:
    assert union([]) == NOTHING
    assert union([exactly(1), NOTHING]) == NOTHING


@pytest.mark.parametrize(
    ("text", "unit"), [("元/月", "元/月"), ("个月", "月"), ("元/学时", "元/学时"), ("", "比例")]
)
def test_units_people_write(text: str, unit: str) -> None:
    found = read_unit(text)
    assert found is not None and str(found[0]) == unit


def test_a_unit_nobody_knows_is_none() -> None:
    assert read_unit("斤") is None

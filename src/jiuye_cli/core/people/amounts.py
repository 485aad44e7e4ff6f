"""Money and counts as people write them: 3500元/月, 约2500, 2200-2800, 面议, 3年2个月."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from jiuye_cli.core.people.cell import Cell, cell_text, half_width
from jiuye_cli.errors import RefusedError

Yuan = int | Decimal

_FIGURE = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(万|千|[kKwW](?![a-zA-Z]))?"
_TO = r"\s*(?:元|块)?\s*(?:-|–|—|~|～|至|到)+\s*"
_RANGE = re.compile(_FIGURE + _TO + _FIGURE)
_ONE = re.compile(_FIGURE)
_OPEN_ABOVE = re.compile(r"以上|起|不低于|至少|高于|\+|>|≥|加提成|提成|保底|底薪")
_OPEN_BELOW = re.compile(r"以下|以内|不超过|低于|最多|<|≤")
_ABOUT = re.compile(r"约|大概|左右|上下|差不多|来块|多")
_UNSTATED = re.compile(r"面议|面谈|协商|不限|随行就市|按规定|待遇从优|计件|按件|提成")
_FACTORS = {"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000}
_PERIODS = (
    ("年", re.compile(r"[/每一]\s*年|年薪|年收入|全年")),
    ("天", re.compile(r"[/每一]\s*[天日]|日薪|日工资|日结")),
    ("小时", re.compile(r"[/每]\s*(?:个?小时|时|h)|时薪|钟点")),
    ("件", re.compile(r"[/每一]\s*件")),
    ("月", re.compile(r"[/每]\s*个?月|月薪|月工资")),
)
MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a cell says of an amount, in yuan per `per`.

    `low` and `high` are None where no bound is stated; both are None for 面议.
    `about` marks a figure given as a rough one; `per` is 月 年 天 小时 件, or ""
    where the cell does not say.
    """

    low: Yuan | None = None
    high: Yuan | None = None
    about: bool = False
    per: str = ""


_NEGATIVE = re.compile(r"[-−]\s*\d")


def read_amounts(cell: Cell) -> Amounts:
    """The amount or range in a cell; `RefusedError` with a sentence when there is none.

    >>> read_amounts("2200-2800"), read_amounts("按件计，约2500")
    (Amounts(low=2200, high=2800, about=False, per=''), Amounts(low=2500, high=2500, about=True, per=''))
    >>> read_amounts("面议"), read_amounts("5000以上")
    (Amounts(low=None, high=None, about=False, per=''), Amounts(low=5000, high=None, about=False, per=''))
    """
    if isinstance(cell, bool):
        raise RefusedError("这一格不是金额；请填数字")
    text = half_width(cell_text(cell))
    if _NEGATIVE.match(text):
        raise RefusedError(f"“{_short(text)}”是负数；请核对")
    per = next((name for name, pattern in _PERIODS if pattern.search(text)), "")
    about = bool(_ABOUT.search(text))
    if span := _RANGE.search(text):
        return _range(span, about, per)
    figures = _ONE.findall(text)
    if not figures:
        if _UNSTATED.search(text):
            return Amounts(per=per)
        raise RefusedError(f"“{_short(text)}”不是金额；请填数字")
    amount = _yuan(*figures[0])
    if _OPEN_BELOW.search(text):
        return Amounts(None, amount, about, per)
    return Amounts(amount, None if _OPEN_ABOVE.search(text) else amount, about, per)


def read_money(cell: Cell, *, lowest: bool = False) -> Yuan | None:
    """One amount a month from a cell; None where it says 面议.

    With `lowest` a range or “以上” gives its lower end, as for the least wage
    someone wants. Raises `RefusedError` for a range otherwise, and for amounts
    a day, an hour or a year.

    >>> read_money("3500元/月"), read_money("约2500"), read_money("3000以上", lowest=True)
    (3500, 2500, 3000)
    """
    amounts = read_amounts(cell)
    text = _short(cell_text(cell))
    if amounts.per not in ("", "月"):
        raise RefusedError(f"“{text}”是按{amounts.per}算的；请换算成一个月多少元")
    if lowest:
        return amounts.low if amounts.low is not None else amounts.high
    if amounts.low != amounts.high:
        raise RefusedError(f"“{text}”不是一个准数；问清楚后填一个数")
    return amounts.low


def _range(span: re.Match[str], about: bool, per: str) -> Amounts:
    low, low_unit, high, high_unit = span.groups()
    # 2-3万 means 20,000 to 30,000: the unit stands behind both
    low_unit = low_unit or (high_unit if float(low.replace(",", "")) < 100 else None)
    ends = sorted((_yuan(low, low_unit), _yuan(high, high_unit)))
    return Amounts(ends[0], ends[1], about, per)


def _yuan(figure: str, unit: str | None) -> Yuan:
    amount = Decimal(figure.replace(",", "")) * _FACTORS.get((unit or "").lower(), 1)
    if amount > MOST:
        raise RefusedError(f"金额 {figure}{unit or ''} 太大了；请核对")
    amount = amount.quantize(Decimal("0.01"))
    return int(amount) if amount == amount.to_integral_value() else amount.normalize()


_COUNT = re.compile(
    r"(?:约|大概|共|计)?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?\s*(?:个|名|口|位)?\s*(?:人|月|个月|周岁|岁|元|次|小时|学时|课时|天|户)?"
)
_YEARS = re.compile(r"(\d{1,2})\s*年(?:零?\s*(\d{1,2})\s*个?月)?")
_HALVES = re.compile(r"(\d{1,2})?\s*年半|半年")


def read_number(cell: Cell, unit: str = "") -> int:
    """A whole number from a cell, its unit dropped; years become months where months are counted.

    >>> read_number("5口人"), read_number(36.0), read_number("3年2个月", "个月")
    (5, 36, 38)
    """
    text = half_width(cell_text(cell))
    if unit == "个月" and (years := _YEARS.fullmatch(text)):
        return int(years[1]) * 12 + int(years[2] or 0)
    if unit == "个月" and (half := _HALVES.fullmatch(text)):
        return int(half[1] or 0) * 12 + 6
    found = None if isinstance(cell, bool) else _COUNT.fullmatch(text)
    if not found:
        raise RefusedError(f"“{_short(text)}”不是整数；请只填数字")
    count = int(found[1].replace(",", ""))
    if count > MOST:
        raise RefusedError(f"“{_short(text)}”太大了；请核对")
    return count


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:19] + "…"

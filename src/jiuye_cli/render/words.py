"""Values in her words: dates, money, phones, yes and no, for screen and paper."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from jiuye_cli.core.fields.value import NONE, UNKNOWN, PartialSet

NUMERALS = "零一二三四五六七八九"


def shown(value: object) -> str:
    """One value as a cell of a table says it; what is not known is an empty cell.

    >>> shown(True), shown(date(2026, 11, 21)), shown(Decimal("1500.50")), shown(frozenset({"夜班"}))
    ('是', '2026-11-21', '1500.5', '夜班')
    """
    if value is None or value is UNKNOWN:
        return ""
    if value is NONE:
        return "无"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return _decimal(value)
    return _gathered(value)


def _gathered(value: object) -> str:
    if isinstance(value, PartialSet):
        return "、".join(sorted(value.yes))
    if isinstance(value, AbstractSet):
        return "、".join(sorted(shown(one) for one in value))
    if isinstance(value, list | tuple):
        return "、".join(shown(one) for one in value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _decimal(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(amount: float | Decimal | str) -> str:
    """A number with thousands set off; fen only where there are any.

    >>> grouped(1500), grouped("23160.5")
    ('1,500', '23,160.50')
    """
    number = Decimal(str(amount))
    return f"{number:,.0f}" if number == number.to_integral_value() else f"{number:,.2f}"


def yuan(amount: float | Decimal | str) -> str:
    """An amount of money as a person reads it.

    >>> yuan(18000)
    '18,000元'
    """
    return f"{grouped(amount)}元"


def to_date(value: date | str) -> date:
    """A date from itself or its ISO text (a time of day is dropped); ValueError if it is none."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(value[:10])


def chinese_date(value: date | str) -> str:
    """The full date: 2026年11月21日.

    >>> chinese_date("2026-11-21")
    '2026年11月21日'
    """
    day = to_date(value)
    return f"{day.year}年{day.month}月{day.day}日"


def short_date(value: date | str) -> str:
    """The date without its year: 11月21日.

    >>> short_date("2026-11-21")
    '11月21日'
    """
    day = to_date(value)
    return f"{day.month}月{day.day}日"


def month(value: date | str) -> str:
    """The month of a date or of `2026-11`: 2026年11月.

    >>> month("2026-11")
    '2026年11月'
    """
    day = to_date(f"{value}-01" if isinstance(value, str) and len(value) == 7 else value)
    return f"{day.year}年{day.month}月"


def weekday(value: date | str) -> str:
    """The day of the week: 星期六.

    >>> weekday("2026-11-21")
    '星期六'
    """
    return "星期" + "一二三四五六日"[to_date(value).weekday()]


def full_day(value: date | str) -> str:
    """A day said back to whoever typed it short: 2026-11-25 星期三.

    >>> full_day("2026-11-25")
    '2026-11-25 星期三'
    """
    return f"{to_date(value).isoformat()} {weekday(value)}"


def masked_phone(phone: str) -> str:
    """A phone number with its middle hidden, for lists that others see.

    >>> masked_phone("19900001234"), masked_phone("0635-1234567")
    ('199****1234', '063****4567')
    """
    digits = "".join(char for char in phone if char.isascii() and char.isdigit())
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) > 7 else "****"


def numeral(number: int) -> str:
    """1 to 99 as headings count: 一, 十, 二十三; beyond that, digits.

    >>> [numeral(n) for n in (1, 10, 11, 20, 23, 100)]
    ['一', '十', '十一', '二十', '二十三', '100']
    """
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    lead = ("" if tens == 1 else NUMERALS[tens]) + "十" if tens else ""
    return lead + (NUMERALS[ones] if ones else "")


_AMOUNT = re.compile(r"([\d,]+(?:\.\d+)?(?:到[\d,]+(?:\.\d+)?)?(?:元|个月|周岁|人|天|岁|年|次|%))")


_TAIL = 4
"""So many characters at the end of a text stay together: none stands alone on the last line."""


def together(value: str) -> str:
    """The text as markup in which no line ends between a number and its unit, or before the last character.

    >>> print(together("路费要60到120元<"))
    路费要<span class="nb">60到120元</span>&lt;
    >>> print(together("还没问清：路费、请人照看。"))
    还没问清：路费、请<span class="nb">人照看。</span>
    """
    from markupsafe import Markup

    kept = Markup('<span class="nb">{}</span>')
    *before, last = _AMOUNT.split(value)
    tail = last[-_TAIL:] if len(last) > 2 * _TAIL else ""
    parts = [*before, last.removesuffix(tail), tail]
    return Markup("").join(
        kept.format(one) if at % 2 and one else one for at, one in enumerate(parts)
    )

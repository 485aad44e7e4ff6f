"""The day or month someone means by 昨天, 周一, 11-20 or 上月, seen from today, looking back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

from jiuye_cli.core.callback.when import read_day
from jiuye_cli.core.people.dates import EARLIEST
from jiuye_cli.core.rules.days import add_months
from jiuye_cli.errors import UsageError

_NEAR = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2, "大前天": 3}
_MONTHS_AGO = {"本月": 0, "这个月": 0, "上月": 1, "上个月": 1}
_WEEKDAYS = {**{char: at for at, char in enumerate("一二三四五六日")}, "天": 6}
_FULL = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d\d)(\d\d)")
_IN_YEAR = re.compile(r"(\d{1,2})[-/.月](\d{1,2})[日号]?")
_WEEKDAY = re.compile(r"(上)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])")
_MONTH = re.compile(r"(\d{4})[-/.年]?(\d{1,2})月?")
_BARE_MONTH = re.compile(r"(\d{1,2})月")


def read_past_day(text: str | None, today: date) -> date:
    """The day a text names, no later than today; today for None. Without a year the last such day.

    Raises `UsageError` for what is no day, or lies ahead.

    >>> read_past_day("周五", date(2026, 11, 23)), read_past_day("12-3", date(2026, 11, 23))
    (datetime.date(2026, 11, 20), datetime.date(2025, 12, 3))
    """
    if text is None:
        return today
    try:
        day = _day(_plain(text), today)
    except (ValueError, OverflowError):
        day = None
    if day is None:
        raise UsageError(f"日期“{text}”看不懂，可以写 昨天、周一、11-20、2026-11-20。")
    if day.year < EARLIEST:
        raise UsageError(f"{day} 太早了，请核对年份。")
    if day > today:
        raise UsageError(f"{day} 还没到，这里要写已经发生的日子。")
    return day


def read_near_day(text: str, today: date) -> date:
    """The day a text names, before or after today; without a year the nearest such day.

    周五 is the coming one, 上周五 the last. Raises `UsageError` for what is no day.

    >>> read_near_day("11-25", date(2026, 11, 23)), read_near_day("11月20日", date(2026, 11, 23))
    (datetime.date(2026, 11, 25), datetime.date(2026, 11, 20))
    >>> read_near_day("1-5", date(2026, 11, 23)), read_near_day("周五", date(2026, 11, 23))
    (datetime.date(2027, 1, 5), datetime.date(2026, 11, 27))
    """
    ahead, behind = (_or_none(read, text, today) for read in (read_day, read_past_day))
    if ahead is None and behind is None:
        raise UsageError(f"日期“{text}”看不懂，可以写 明天、周五、11-25、25号、2026-11-25。")
    if ahead is None or behind is None:
        return ahead or behind or today
    if _IN_YEAR.fullmatch(_plain(text)) and today - behind < ahead - today:
        return behind
    return ahead


def _or_none(read: Callable[[str, date], date], text: str, today: date) -> date | None:
    try:
        return read(text, today)
    except UsageError:
        return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().replace(" ", "")


def _day(word: str, today: date) -> date | None:
    if word in _NEAR:
        return today - timedelta(days=_NEAR[word])
    if found := _FULL.fullmatch(word):
        year, month, day = (int(part) for part in found.groups() if part)
        return date(year, month, day)
    if found := _IN_YEAR.fullmatch(word):
        return _last(int(found[1]), int(found[2]), today)
    if found := _WEEKDAY.fullmatch(word):
        back = (today.weekday() - _WEEKDAYS[found[2]]) % 7
        return today - timedelta(days=_a_week_earlier(today, back) if found[1] else back)
    return None


def _a_week_earlier(today: date, back: int) -> int:
    """上周五 said on a Monday is three days ago, said on a Saturday eight."""
    return back + 7 if back <= today.weekday() else back


def _last(month: int, day: int, today: date) -> date:
    for year in range(today.year, today.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    raise ValueError(f"{month}-{day}")


def read_past_month(text: str | None, today: date) -> date:
    """The first day of the month a text names, this month at the latest; this month for None.

    >>> read_past_month("上月", date(2026, 1, 9)), read_past_month("2026-10", date(2026, 11, 1))
    (datetime.date(2025, 12, 1), datetime.date(2026, 10, 1))
    >>> read_past_month("12月", date(2026, 11, 1))
    datetime.date(2025, 12, 1)
    """
    word = _plain(text or "本月")
    try:
        month = _month(word, today)
    except ValueError:
        month = None
    if month is None:
        raise UsageError(f"月份“{text}”看不懂，可以写 本月、上月、10月、2026-10。")
    if month > today:
        raise UsageError(f"{month:%Y-%m} 还没到。")
    return month


def read_months(text: str, today: date) -> tuple[date, date]:
    """The first and last month of a span (`2026-10..2026-12`, `10月到12月`, `上月`), both included.

    >>> read_months("2026-09..2026-11", date(2026, 11, 21))
    (datetime.date(2026, 9, 1), datetime.date(2026, 11, 1))
    """
    plain = text.replace("到", "..").replace("至", "..").replace("…", "..")
    first, dots, last = plain.partition("..")
    start = read_past_month(first, today)
    end = read_past_month(last, today) if dots else start
    if end < start:
        raise UsageError(f"“{text}”后一个月比前一个月早。")
    return start, end


def _month(word: str, today: date) -> date | None:
    this = today.replace(day=1)
    if word in _MONTHS_AGO:
        return add_months(this, -_MONTHS_AGO[word])
    if found := _MONTH.fullmatch(word):
        return date(int(found[1]), int(found[2]), 1)
    if found := _BARE_MONTH.fullmatch(word):
        return _last(int(found[1]), 1, this)
    return None

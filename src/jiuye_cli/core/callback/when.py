"""The day someone means by 明天, 周五, 12-03 or 3天后, seen from today."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

from jiuye_cli.core.people.dates import LATEST
from jiuye_cli.core.rules.days import add_months
from jiuye_cli.errors import UsageError

_NEAR = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}
_NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}  # fmt: skip
_WEEKDAYS = {**{char: at for at, char in enumerate("一二三四五六日")}, "天": 6}
_MONTHS_LATER = {"下月": 1, "下个月": 1, "半年后": 6, "一年后": 12}


def read_day(text: str, today: date) -> date:
    """The day a text names; without a year the first such day from today on.

    周五 is the coming Friday (today counts), 下周五 that of next week. UsageError
    for what is no day, or lies before today.

    >>> read_day("周五", date(2026, 11, 23)), read_day("3天后", date(2026, 11, 23))
    (datetime.date(2026, 11, 27), datetime.date(2026, 11, 26))
    >>> read_day("1-5", date(2026, 11, 23)), read_day("下周一", date(2026, 11, 23))
    (datetime.date(2027, 1, 5), datetime.date(2026, 11, 30))
    >>> read_day("25号", date(2026, 11, 23)), read_day("下月5号", date(2026, 11, 23))
    (datetime.date(2026, 11, 25), datetime.date(2026, 12, 5))
    """
    word = unicodedata.normalize("NFKC", text).strip().replace(" ", "")
    try:
        day = _day(word, today)
    except (ValueError, OverflowError):
        day = None
    if day is None:
        raise UsageError(f"日期“{text}”看不懂，可以写 明天、周五、3天后、12-03、2026-12-03。")
    if day.year > LATEST:
        raise UsageError(f"{day} 太远了，最晚写到 {LATEST} 年。")
    if day < today:
        raise UsageError(f"{day} 已经过了，下次日期要在今天或以后。")
    return day


def _day(word: str, today: date) -> date | None:
    if word in _NEAR:
        return today + timedelta(days=_NEAR[word])
    if word in _MONTHS_LATER:
        return add_months(today, _MONTHS_LATER[word])
    for pattern, read in _PATTERNS:
        found = pattern.fullmatch(word)
        if found:
            return read(found, today)
    return None


def _later(found: re.Match[str], today: date) -> date:
    count, unit = _count(found[1]), found[2]
    if unit in ("月", "个月"):
        return add_months(today, count)
    return today + timedelta(days=count * (1 if unit in ("天", "日") else 7))


def _weekday(found: re.Match[str], today: date) -> date:
    weeks, wanted = len(found[1] or ""), _WEEKDAYS[found[2]]
    if weeks:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=7 * weeks + wanted)
    return today + timedelta(days=(wanted - today.weekday()) % 7)


def _full(found: re.Match[str], _: date) -> date:
    return date(int(found[1]), int(found[2]), int(found[3]))


def _in_year(found: re.Match[str], today: date) -> date:
    # 29 February may be up to eight years away
    for year in range(today.year, today.year + 9):
        try:
            day = date(year, int(found[1]), int(found[2]))
        except ValueError:
            continue
        if day >= today:
            return day
    raise ValueError(found[0])


def _in_month(found: re.Match[str], today: date) -> date:
    for months in range(13):
        first = add_months(today.replace(day=1), months)
        try:
            day = first.replace(day=int(found[1]))
        except ValueError:
            continue
        if day >= today:
            return day
    raise ValueError(found[0])


def _in_coming_month(found: re.Match[str], today: date) -> date:
    return add_months(today.replace(day=1), 1).replace(day=int(found[1]))


def _month_end(found: re.Match[str], today: date) -> date:
    months = 2 if found[1] else 1
    return add_months(today.replace(day=1), months) - timedelta(days=1)


def _count(text: str) -> int:
    return int(text) if text.isdecimal() else _NUMERALS[text]


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date]], ...] = (
    (re.compile(r"(\d{1,3}|[一二两三四五六七八九十])(天|日|周|个星期|星期|个月|月)(?:后|以后|之后)"), _later),
    (re.compile(r"(下{0,2})(?:个)?(?:周|星期|礼拜)([一二三四五六日天])"), _weekday),
    (re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"), _full),
    (re.compile(r"(\d{4})(\d\d)(\d\d)"), _full),
    (re.compile(r"(\d{1,2})[-/.月](\d{1,2})[日号]?"), _in_year),
    (re.compile(r"(?:这个月|本月)?(\d{1,2})[号日]"), _in_month),
    (re.compile(r"下个?月(\d{1,2})[号日]?"), _in_coming_month),
    (re.compile(r"(下)?(?:个)?月底"), _month_end),
)  # fmt: skip

"""Days and months as workbooks write them; never a day that nobody wrote."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from jiuye_cli.core.people.cell import Cell, cell_text, half_width
from jiuye_cli.errors import RefusedError

EARLIEST, LATEST = 1900, 2099
_SERIAL_START = date(
    1899, 12, 30
)  # spreadsheets count days from here, their 1900 being a leap year
_SERIALS = range(10_000, 73_051)  # 1927-05-18 to 2099-12-31

_DAY = re.compile(r"(\d{4})\s*[年\-/.,。、·~]\s*(\d{1,2})\s*[月\-/.,。、·~]\s*(\d{1,2})\s*[日号]?")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})\s*[年\-/.,。、·]\s*(\d{1,2})\s*月?份?")
_COMPACT_MONTH = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(\d{4})\s*年?")
_SHORT_YEAR = re.compile(r"\d{2}\s*[年\-/.]\s*\d{1,2}\s*([月\-/.]\s*\d{1,2}\s*[日号]?|月)?|\d{6}")
_NO_YEAR = re.compile(r"\d{1,2}\s*[月/\-.]\s*\d{1,2}\s*[日号]?")
_CLOCK = re.compile(r"[T\s]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*$")
_WEEKDAY = re.compile(r"\s*[(（]?(星期|周)[一二三四五六日天][)）]?\s*$")
_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")

EXAMPLE = "2024-05-06"


def read_date(cell: Cell) -> date:
    """The day in a cell: a date cell, a serial number, or any usual way to write a day.

    Raises `RefusedError` with a sentence for a month without a day, a year of two
    digits, a day that does not exist, and anything else.

    >>> read_date("2024年5月6日"), read_date(45418.0), read_date("20240506")
    (datetime.date(2024, 5, 6), datetime.date(2024, 5, 6), datetime.date(2024, 5, 6))
    """
    if isinstance(cell, datetime):
        return _in_range(cell.date())
    if isinstance(cell, date):
        return _in_range(cell)
    text = _plain(cell)
    if text.isdigit() and len(text) == 5 and int(text) in _SERIALS:
        return _SERIAL_START + timedelta(int(text))
    found = _DAY.fullmatch(text) or _COMPACT_DAY.fullmatch(text)
    if not found:
        raise RefusedError(_no_day(text))
    return _in_range(_day(*map(int, found.groups())))


def read_month(cell: Cell) -> str:
    """The month in a cell as 2024-05; a whole day gives its month.

    >>> read_month("2024年5月"), read_month("2024.05"), read_month("2024/5/6")
    ('2024-05', '2024-05', '2024-05')
    """
    text = _plain(cell) if not isinstance(cell, date) else ""
    found = _MONTH.fullmatch(text) or _COMPACT_MONTH.fullmatch(text)
    if found and _could_be_another_month(cell):
        raise RefusedError(f"“{text}”看不出是 1 月还是 10 月；请写成 2024-05 这样")
    day = _day(int(found[1]), int(found[2]), 1) if found else read_date(cell)
    return f"{_in_range(day):%Y-%m}"


def _plain(cell: Cell) -> str:
    text = _CLOCK.sub("", half_width(cell_text(cell)))
    text = _WEEKDAY.sub("", text).strip()
    if any(char in text for char in "〇○零一二三四五六七八九十"):
        text = _from_numerals(text)
    return text[:-2] if re.fullmatch(r"\d{5}\.0|\d{8}\.0", text) else text


def _from_numerals(text: str) -> str:
    """二〇二四年五月十六日 → 2024年5月16日."""
    text = re.sub(r"(?<=[一二三])十(?=[一二三四五六七八九])", "", text)
    text = re.sub(r"(?<=[一二三])十", "0", text)
    text = re.sub(r"十(?=[一二三四五六七八九])", "1", text).replace("十", "10")
    return text.translate(_NUMERALS)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise RefusedError(f"没有 {year}年{month}月{day}日 这一天；请核对") from None


def _in_range(day: date) -> date:
    if not EARLIEST <= day.year <= LATEST:
        raise RefusedError(f"年份 {day.year} 不对；请核对")
    return day


def _could_be_another_month(cell: Cell) -> bool:
    """A number 2024.1 was typed as 2024.1 or as 2024.10: spreadsheets drop the last zero."""
    return isinstance(cell, float) and round(cell * 10) / 10 == cell


def _no_day(text: str) -> str:
    if _MONTH.fullmatch(text) or _COMPACT_MONTH.fullmatch(text):
        return f"只写到月，没有日；问到哪一天后写成 {EXAMPLE} 这样"
    if _YEAR.fullmatch(text):
        return f"只写了年；问到哪一天后写成 {EXAMPLE} 这样"
    if _SHORT_YEAR.fullmatch(text):
        return f"年份要写四位；请写成 {EXAMPLE} 这样"
    if _NO_YEAR.fullmatch(text):
        return f"没有写哪一年；请写成 {EXAMPLE} 这样"
    return f"看不懂是哪一天；请写成 {EXAMPLE} 这样"

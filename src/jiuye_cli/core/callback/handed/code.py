"""Row codes of a sheet, `1121-07k`: month and day, row, and a check character.

The check is a weighted sum modulo 23 over year, month, day and row. The weights
differ between all places and 23 is a prime above 10, so any single wrong digit
and any two neighbouring digits exchanged are caught, the year included although
it is not printed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

LETTERS = "abcdefghjkmnpqrstuvwxyz"
"""The 23 letters that cannot be taken for a digit or for each other on paper."""

_BEFORE_CHECK = re.compile(r"-(?=[a-z](?:\.[1-9])?$)")
_DASHES = re.compile(r"[-_~\u2010-\u2015\u2212\u30fc\u4e00\s]+")
_ROW = r"(?P<row>[0-9]{1,3})(?P<check>[a-z])(?:\.(?P<seat>[1-9]))?"
_WITH_DASH = re.compile(rf"(?:(?P<day>[0-9]{{4}}|[0-9]{{6}}|[0-9]{{8}})-)?{_ROW}")
_RUN_TOGETHER = re.compile(rf"(?P<day>[0-9]{{8}}|[0-9]{{4}}){_ROW.replace('{1,3}', '{2,3}')}")
_LOOKALIKES = str.maketrans("oil", "011")


@dataclass(frozen=True, slots=True)
class RowCode:
    """What was typed for a row: the day as far as given (8, 6, 4 or 0 digits), row, check, and seat.

    `seat` is the place of one person among those who share the row, from 1.
    """

    day: str
    row: int
    check: str
    seat: int | None = None

    def fits(self, sheet_day: date) -> bool:
        """Whether the code can be of that day's sheet and its check character is right.

        >>> RowCode("1121", 7, check_character(date(2026, 11, 21), 7)).fits(date(2026, 11, 21))
        True
        """
        return self.is_of(sheet_day) and self.check == check_character(sheet_day, self.row)

    def is_of(self, sheet_day: date) -> bool:
        """Whether the day, as far as given, is that one."""
        return f"{sheet_day:%Y%m%d}".endswith(self.day)


def sheet_number(day: date) -> str:
    """The number printed on a sheet.

    >>> sheet_number(date(2026, 11, 21))
    '1121'
    """
    return f"{day:%m%d}"


def row_code(day: date, row: int) -> str:
    """The code printed beside a row.

    >>> row_code(date(2026, 11, 21), 7)
    '1121-07d'
    """
    return f"{sheet_number(day)}-{row:02d}{check_character(day, row)}"


def check_character(day: date, row: int) -> str:
    """The letter that belongs to a row of a day's sheet."""
    digits = f"{day:%Y%m%d}{row:03d}"
    return LETTERS[sum(weight * int(digit) for weight, digit in enumerate(digits, 2)) % 23]


def read_code(text: str) -> RowCode | None:
    """The row code a text stands for, None when it has not the shape of one.

    Full-width signs, capitals, spaces, a missing dash, and o or l for 0 or 1 are
    all taken; `07k` alone leaves the day open.

    >>> read_code("１１２１－０７Ｋ") == read_code("1121 07k") == read_code("112107k") == RowCode("1121", 7, "k")
    True
    >>> read_code("张三") is None
    True
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    tidy = _BEFORE_CHECK.sub("", _DASHES.sub("-", plain).strip("-"))
    if not tidy or not tidy[:1].isascii():
        return None
    return _match(tidy) or _match(_digits_mended(tidy))


def _match(text: str) -> RowCode | None:
    found = _WITH_DASH.fullmatch(text) or _RUN_TOGETHER.fullmatch(text)
    if not found:
        return None
    seat = found["seat"]
    return RowCode(
        found["day"] or "", int(found["row"]), found["check"], int(seat) if seat else None
    )


def _digits_mended(text: str) -> str:
    """The text with o, i, l read as digits, all but in its check letter.

    Without any digit it is rather someone's initials (`lj`), and stays.
    """
    head, dot, tail = text.partition(".")
    if not any(char.isdigit() for char in head):
        return text
    return head[:-1].translate(_LOOKALIKES) + head[-1:] + dot + tail

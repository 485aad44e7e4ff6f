"""Resident identity numbers (公民身份号码, GB 11643-1999): read, check, explain.

A number is read from what people and spreadsheets make of it. Spreadsheets keep
15 digits of a number, so a cell that was ever a number has lost its last three.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import mul

from jiuye_cli.core.people.cell import Cell, cell_text, half_width, words
from jiuye_cli.errors import RefusedError

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
PROVINCES = words(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 "
    "71 81 82 83 91"
)
"""First two digits in use (GB/T 2260 and the residence permits 81–83, 91)."""

_FILLING = re.compile(r"[\s\-‐–—·.]+")
_LOOKS_LIKE_X = str.maketrans({"x": "X", "Ⅹ": "X", "ⅹ": "X", "×": "X", "Х": "X", "х": "X", "Χ": "X", "χ": "X"})  # fmt: skip
_SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+?\d+", re.IGNORECASE)
_DECIMAL = re.compile(r"\d{10,}\.0*")
_MASKED = re.compile(r"(?P<head>\d*)[*●×xX#■█]{3,}(?P<tail>\d*[Xx]?)")

UNKNOWN_AREA = "身份证号前两位不是已知的省份代码，请核对"
LOST = "后三位已经丢了；请把这一列设成文本，照证件重新填"


@dataclass(frozen=True, slots=True)
class Identity:
    """A valid number of 18 characters, and what it says of its holder.

    `notes` are sentences worth a look that are no reason to refuse.
    """

    number: str
    notes: tuple[str, ...] = ()

    @property
    def born(self) -> date:
        """The day of birth."""
        return date(int(self.number[6:10]), int(self.number[10:12]), int(self.number[12:14]))

    @property
    def sex(self) -> str:
        """男 or 女: the seventeenth digit is odd for men."""
        return "男" if int(self.number[16]) % 2 else "女"


class DoubtfulIdentityError(RefusedError):
    """A number that may be right, but must be confirmed against the card."""


def read_identity(cell: Cell, *, confirmed: bool = False) -> Identity:
    """The identity number in a cell or typed by hand.

    Takes full-width digits, spaces, dashes, zero-width characters, a leading
    apostrophe, a lower x, and the 15-digit numbers issued until 1999. Raises
    `RefusedError` with a sentence for anything else, and `DoubtfulIdentityError`
    for a number ending in 000 unless it is `confirmed`.

    >>> read_identity(" 999999 19750626 7715 ").born
    datetime.date(1975, 6, 26)
    """
    text = compact(cell)
    if len(text) == 15 and _digits(text):
        return _from_legacy(text)
    _refuse_wrong_shape(text)
    if check_character(text) != text[17]:
        raise RefusedError("身份证号校验码不对，多半抄错了一位；请对照证件核对")
    _refuse_wrong_birth(text)
    if text.endswith("000") and not confirmed:
        raise DoubtfulIdentityError(
            "身份证号末三位是 000，像是表格丢了后三位；对照证件确认没错，再用 jiuye add 单独录入"
        )
    return Identity(text, () if text[:2] in PROVINCES else (UNKNOWN_AREA,))


def compact(cell: Cell) -> str:
    """The characters of a number without filling; refuses cells in which digits are lost.

    >>> compact("９９９９９９　１９７５０６２６-771x")
    '99999919750626771X'
    """
    if isinstance(cell, bool | date):
        raise RefusedError("身份证号这一格不是号码；请照证件填 18 位")
    if isinstance(cell, int | float):
        raise RefusedError(f"身份证号是数字格式，{LOST}")
    text = half_width(cell_text(cell))
    if _SCIENTIFIC.fullmatch(text.replace(" ", "")) or _DECIMAL.fullmatch(text):
        raise RefusedError(f"身份证号变成了科学计数或小数，{LOST}")
    return _FILLING.sub("", text).translate(_LOOKS_LIKE_X)


def is_masked(cell: Cell) -> bool:
    """Whether the cell holds a number with its middle hidden, which names nobody.

    >>> is_masked("3701**********12"), is_masked("999999197506267715")
    (True, False)
    """
    return isinstance(cell, str) and _MASKED.fullmatch(_bare(cell)) is not None


def fits_mask(mask: str, number: str) -> bool:
    """Whether a masked number may stand for this number.

    >>> fits_mask("9999**********15", "999999197506267715")
    True
    """
    shown = _MASKED.fullmatch(_bare(mask))
    if shown is None:
        return False
    return number.startswith(shown["head"]) and number.endswith(shown["tail"].upper())


def _bare(text: str) -> str:
    return _FILLING.sub("", half_width(cell_text(text)))


def check_character(number: str) -> str:
    """The check character that belongs to the first 17 digits (ISO 7064 MOD 11-2).

    >>> check_character("11010519491231002")
    'X'
    """
    total = sum(map(mul, map(int, number[:17]), WEIGHTS))
    return CHECK_CHARACTERS[total % 11]


def _refuse_wrong_shape(text: str) -> None:
    if not text:
        raise RefusedError("没有填身份证号")
    if not _digits(text[:17]) or text[17:] not in ("", *CHECK_CHARACTERS):
        if len(text) == 18:
            raise RefusedError("身份证号里有不该有的字；请照证件填 18 位，末位可以是 X")
        if not any(char.isdigit() for char in text):
            raise RefusedError("身份证号这一格不是号码；请照证件填 18 位")
    if len(text) != 18:
        raise RefusedError(f"身份证号是 {len(text)} 位，应为 18 位；请照证件补全")


def _refuse_wrong_birth(text: str) -> None:
    try:
        born = date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        raise RefusedError("身份证号里的出生日期不存在；请照证件核对第 7 到 14 位") from None
    if born.year < 1880:
        raise RefusedError("身份证号里的出生年份太早；请照证件核对第 7 到 10 位")


def _from_legacy(text: str) -> Identity:
    # 19 or 20 where the year of birth stands is a longer number that has lost its end
    if text[6:8] in ("19", "20"):
        raise RefusedError("身份证号只有 15 位，像是丢了后三位；请照证件补全")
    number = text[:6] + "19" + text[6:]
    number += check_character(number)
    _refuse_wrong_birth(number)
    return Identity(number, ("15 位的旧身份证号，已按规则换算成 18 位，请照现在的证件核对",))


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


FEWEST_TO_JUDGE = 4


def once_floats(numbers: Iterable[str]) -> frozenset[str]:
    """Those of a column's numbers that were floats once and have been written out again.

    A double of this size is a multiple of 16, so a column in which (nearly) all
    digits-only numbers are multiples of 16, or end in 000, was never typed. One
    number alone proves nothing: one in sixteen real numbers is such a multiple.

    >>> sorted(once_floats(["999999197506267712", "999999197307036032", "999999199703053312", "999999200309165056"]))[0]
    '999999197307036032'
    >>> once_floats(["999999197506267715", "999999197307036017"])
    frozenset()
    """
    plain = frozenset(n for n in numbers if len(n) == 18 and _digits(n))
    found: frozenset[str] = frozenset()
    for lossy in (_multiple_of_16, _ends_in_zeros):
        hits = frozenset(n for n in plain if lossy(n))
        if len(hits) >= FEWEST_TO_JUDGE and (hits == plain or len(hits) * 2 > len(plain) > 15):
            found |= hits
    return found


MANY = 20


def zeros_by_chance(numbers: Iterable[str]) -> bool:
    """Whether the few numbers of a long column that end in 000 are what chance gives.

    Of numbers that lost their end, ten fail their check character for one that
    passes; a column in which none fails has lost none.

    >>> zeros_by_chance(["999999197506267715"] * 30), zeros_by_chance(["999999197506267000"] * 30)
    (True, False)
    """
    plain = [n for n in numbers if len(n) == 18]
    zeros = [n for n in plain if _digits(n) and _ends_in_zeros(n)]
    if len(plain) < MANY or len(zeros) > 1 + len(plain) // 200:
        return False
    return all(check_character(n) == n[17] for n in zeros)


def _multiple_of_16(number: str) -> bool:
    return int(number) % 16 == 0


def _ends_in_zeros(number: str) -> bool:
    return number.endswith("000")

"""Numbers with their middle hidden, for screens and lists that others see.

Names stay: a list of people without names is of no use. Against a neighbour who
knows county, sex and year of birth, 前6后4 leaves three dozen people and 前2后3
over three hundred (measured on invented villages), hence the default. A public
notice prints no identity number at all, masked or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jiuye_cli.errors import RefusedError

HIDDEN = "*"


@dataclass(frozen=True, slots=True)
class MaskStyle:
    """How many characters stay in sight at either end."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"前{self.first}后{self.last}"


DEFAULT_STYLE = MaskStyle(2, 3)
NARROWEST = MaskStyle(1, 1)
WIDEST = MaskStyle(6, 4)

_STYLE = re.compile(r"前(\d)后(\d)")


def mask_style(name: str) -> MaskStyle:
    """The style called 前2后3, 前1后1, 前6后4 …; `RefusedError` for any other name.

    >>> mask_style("前6后4")
    MaskStyle(first=6, last=4)
    """
    found = _STYLE.fullmatch(name.strip())
    if not found:
        raise RefusedError(f"遮盖样式“{name}”看不懂，要写成 前2后3 这样")
    style = MaskStyle(int(found[1]), int(found[2]))
    if style.first > WIDEST.first or style.last > WIDEST.last:
        raise RefusedError(f"遮盖样式“{name}”露出的位数太多，最多 {WIDEST}")
    return style


def mask_identity(number: str, style: MaskStyle = DEFAULT_STYLE) -> str:
    """An identity number with its middle hidden, its length kept.

    >>> mask_identity("999999197506267715")
    '99*************715'
    >>> mask_identity("999999197506267715", WIDEST)
    '999999********7715'
    """
    return _masked(number, style.first, style.last)


def mask_phone(number: str) -> str:
    """A phone number with its middle hidden; a landline keeps its area code.

    >>> mask_phone("19900001234"), mask_phone("0635-2345678"), mask_phone("2345678")
    ('199****1234', '0635-***5678', '***5678')
    """
    area, dash, local = number.rpartition("-")
    if dash or len(local) < 11:
        return f"{area}{dash}{_masked(local, 0, 4)}"
    return _masked(local, 3, 4)


def mask_serial(number: str) -> str:
    """A certificate's or card's number: only its last four characters stay.

    >>> mask_serial("3715000012345678")
    '************5678'
    """
    return _masked(number, 0, 4)


def mask_address(address: str) -> str:
    """An address without its house numbers.

    >>> mask_address("柳树镇柳树屯3组12号")
    '柳树镇柳树屯*组**号'
    """
    return re.sub(r"[0-9０-９]", HIDDEN, address)


def _masked(text: str, first: int, last: int) -> str:
    # A text too short to hide anything in is hidden whole
    if len(text) <= first + last:
        return HIDDEN * len(text)
    return text[:first] + HIDDEN * (len(text) - first - last) + text[len(text) - last :]

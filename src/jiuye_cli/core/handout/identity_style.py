"""Identity numbers in the styles that offices ask for; always text, never a number."""

from __future__ import annotations

from jiuye_cli.core.people.mask import mask_identity, mask_style
from jiuye_cli.errors import UsageError

FULL, SPACED, TAIL, BORN, LEFT_OUT = "全号", "带空格", "后4位", "出生年月", "不要"
STYLES = (FULL, SPACED, "前6后4", "前2后3", TAIL, BORN, LEFT_OUT)
DEFAULT = "前2后3"
WHOLE = (FULL, SPACED)
"""The styles from which the number can be read."""


def checked_style(word: str) -> str:
    """The style a word names; `UsageError` with all styles when it names none."""
    if word not in STYLES:
        raise UsageError(f"身份证没有“{word}”这种写法。有：{'、'.join(STYLES)}。")
    return word


def identity_in(style: str, number: str) -> str:
    """An identity number as a style has it.

    >>> [identity_in(style, "999999197506267715") for style in STYLES[:4]]
    ['999999197506267715', '999999 19750626 7715', '999999********7715', '99*************715']
    >>> [identity_in(style, "999999197506267715") for style in STYLES[4:]]
    ['7715', '1975-06', '']
    """
    match style:
        case "全号":
            return number
        case "带空格":
            return f"{number[:6]} {number[6:14]} {number[14:]}"
        case "后4位":
            return number[-4:]
        case "出生年月":
            return f"{number[6:10]}-{number[10:12]}"
        case "不要":
            return ""
        case _:
            return mask_identity(number, mask_style(style))

"""What a spreadsheet's cell holds, and its plain text."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | date | datetime | None
"""One cell as a reader gives it; an empty cell is None or a blank text."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# C0 and C1 controls, zero-width, bidi, soft hyphen, byte-order mark, broken halves, tags
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
_UNSEEN_LETTERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
_BLANKS = re.compile(r"\s+")


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


SAYS_NOTHING = words(
    "- -- — —— ― / // \\ \\\\ . … ? ？ * 、 。 空 空白 未填 待填 待定 待核实 未核实 不详 不清楚 不明确 不知道 不知 未知 "
    "未问到 说不清 记不清 同上 见备注 null NULL Null none None nan NaN NAN N/A n/a NA #N/A #VALUE! #REF! #NAME? "
    "#DIV/0! #NULL! #NUM!"
)
"""Cells that fill the box and answer nothing; they read as not known."""

SAYS_NONE = words("无 没有 没 暂无 无。 （无） (无) 均无 都没有")
"""Cells that answer: there is none."""


def visible(text: str) -> str:
    r"""The text without control, zero-width and bidi characters, its blanks made one.

    >>> visible("  李\u200b四 \n 腿\x1b[2J不好 ")
    '李四 腿[2J不好'
    """
    if text.isprintable() and "  " not in text and not _UNSEEN_LETTERS.search(text):
        return text.strip(" ")
    return _BLANKS.sub(" ", _UNSEEN.sub("", text)).strip()


def half_width(text: str) -> str:
    """The text with full-width ASCII made plain: １２ａ（ becomes 12a(.

    >>> half_width("１３８　（女儿）")
    '138 (女儿)'
    """
    return text if text.isascii() else text.translate(_FULL_WIDTH)


def cell_text(cell: Cell) -> str:
    """The cell as its reader would see it: whole numbers without .0, days as 2024-05-06.

    >>> cell_text(71.0), cell_text(" 初中　"), cell_text(None), cell_text(True)
    ('71', '初中', '', '是')
    """
    if isinstance(cell, str):
        return _unquoted(visible(cell))
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return cell.isoformat(" ") if isinstance(cell, datetime) else str(cell)


def _unquoted(text: str) -> str:
    """Without the signs by which spreadsheets and CSV writers force text: '123 and ="123"."""
    if text[:1] in ("'", "‘", "’", "`"):
        return text[1:].strip()
    if text.startswith('="') and text.endswith('"'):
        return text[2:-1].strip()
    return text


def is_blank(cell: Cell) -> bool:
    """Whether the cell says nothing: empty, or a sign that only fills the box.

    >>> [is_blank(cell) for cell in (None, "  ", "——", "不清楚", "无", 0)]
    [True, True, True, True, False, False]
    """
    if cell is None:
        return True
    if not isinstance(cell, str):
        return isinstance(cell, float) and cell != cell
    text = cell_text(cell)
    return not text or text in SAYS_NOTHING

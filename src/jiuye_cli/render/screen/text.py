"""Text that is safe on a terminal, in a file and in a cell, and how wide it stands.

Names come from other people's workbooks. What reaches a screen or a page keeps
every Han character, however rare, and nothing that moves the cursor, turns the
line round, hides itself or starts a formula.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

ELLIPSIS = "…"

_UNSHOWN = "\ufffd"
_LINE_ENDS = re.compile(r"\r\n|[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
# Letters and marks by category, but nothing to see: fillers, joiners, Braille blank
_BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u2800\u3164\uffa0"
_SUSPECT = re.compile(f"[{_BLANK_LETTERS}]")
# A third mark on one letter is no spelling; stacks of them climb over other lines
_STACKED = re.compile(r"([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{2})[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")  # fmt: skip
_FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r\n")
_NUMBER_EATEN = re.compile(r"0\d+|\d{12,}")


def printable(text: str) -> str:
    r"""The text on one line with nothing live in it; Han characters are all kept.

    Line ends and odd spaces become a space; control, bidi and zero-width
    characters go; a broken half of a character becomes �.

    >>> printable("王\x1b[2J小\u202e明")
    '王[2J小明'
    >>> printable("李\n四𬱖")
    '李 四𬱖'
    """
    if text.isprintable() and not _SUSPECT.search(text):
        return _STACKED.sub(r"\1", text)
    one_line = _LINE_ENDS.sub(" ", text)
    return _STACKED.sub(r"\1", "".join(map(_shown, one_line)))


def printable_lines(text: str) -> str:
    r"""Like `printable`, but the line breaks of a note stay (as \n).

    >>> printable_lines("腿不好\r\n下午打")
    '腿不好\n下午打'
    """
    return "\n".join(map(printable, text.splitlines()))


def _shown(char: str) -> str:
    if char.isprintable():
        return "" if _SUSPECT.match(char) else char
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    if category in ("Cc", "Cf"):
        return ""
    # Python's tables are older than the newest Han characters; counties keep names in private use
    newer_han = category == "Cn" and 0x20000 <= ord(char) <= 0x3FFFD
    return char if newer_han or category == "Co" else _UNSHOWN


@cache
def char_width(char: str, ambiguous: int = 1) -> int:
    """The columns one character takes on a terminal: 0, 1 or 2.

    `ambiguous` is the width of … · □ and box lines: 1, but 2 in a GBK console.
    """
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    kind = unicodedata.east_asian_width(char)
    if kind == "A":
        return ambiguous
    return 2 if kind in "WF" or 0x20000 <= ord(char) <= 0x3FFFD else 1


def width(text: str, ambiguous: int = 1) -> int:
    """The columns a text takes on a terminal.

    >>> width("李广军 3组")
    10
    """
    if text.isascii():
        return len(text)
    return sum(char_width(char, ambiguous) for char in text)


def cut(text: str, columns: int, ambiguous: int = 1) -> str:
    """The text in at most so many columns, its cut end marked with ….

    >>> cut("欧阳建国", 5)
    '欧阳…'
    >>> cut("张三", 5)
    '张三'
    """
    if width(text, ambiguous) <= columns:
        return text
    room = columns - char_width(ELLIPSIS, ambiguous)
    kept = []
    for char in text:
        room -= char_width(char, ambiguous)
        if room < 0:
            break
        kept.append(char)
    return ("".join(kept) + ELLIPSIS) if columns > 0 else ""


def pad(text: str, columns: int, *, right: bool = False, ambiguous: int = 1) -> str:
    """The text filled with spaces to so many columns, on its right or (`right`) left side.

    >>> pad("张三", 6) + "|"
    '张三  |'
    """
    blank = " " * max(0, columns - width(text, ambiguous))
    return blank + text if right else text + blank


def cell_text(text: str) -> str:
    """The text for a CSV cell: spreadsheets neither calculate nor shorten it.

    Formulas, long digits and leading zeros get the apostrophe by which
    spreadsheets know text.

    >>> cell_text("=HYPERLINK(1)"), cell_text("99999919700101001X"), cell_text("06350000000")
    ("'=HYPERLINK(1)", '99999919700101001X', "'06350000000")
    """
    safe = printable(text)
    if safe.lstrip().startswith(_FORMULA_STARTS) or _NUMBER_EATEN.fullmatch(safe.strip()):
        return "'" + safe
    return safe


def encodable(text: str, encoding: str) -> str:
    """The text with 〓 for each character that the console's code page lacks.

    >>> encodable("刘䶮", "gbk")
    '刘〓'
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_or_geta(char, encoding) for char in text)
    return text


def _or_geta(char: str, encoding: str) -> str:
    # 〓 is what typesetters set for a missing sort, and is itself in GBK
    for shown in (char, "〓", "?"):
        try:
            shown.encode(encoding)
        except UnicodeEncodeError:
            continue
        return shown
    return "?"

"""Names as they are kept: nothing invisible, one kind of dot, at most 50 characters."""

from __future__ import annotations

import re

from jiuye_cli.core.people.cell import Cell, cell_text, half_width
from jiuye_cli.errors import RefusedError

LONGEST = 50
"""The least length that the standards of the official registers demand room for."""

MIDDLE_DOT = "·"
_DOTS = re.compile(r"\s*[·•‧∙⋅・･．。●]\s*")
_BETWEEN_HAN = re.compile(r"(?<=[^\x00-\u02af]) (?=[^\x00-\u02af])")
_LOST_CHARACTER = re.compile(r"[?？□〓�■]+")
_NOTE = re.compile(r"[(（【\[].*[)）】\]]$")


def clean_name(cell: Cell) -> str:
    """A person's name from a cell; `RefusedError` with a sentence when it is none.

    Blanks inside a Chinese name go, the dot of a long name becomes `·` (U+00B7),
    control, bidi and zero-width characters go.

    >>> clean_name("仇　静"), clean_name("阿依古丽•买买提"), clean_name("Anna  Li")
    ('仇静', '阿依古丽·买买提', 'Anna Li')
    """
    if isinstance(cell, str) and "\x00" in cell:
        raise RefusedError("姓名里有坏字符（NUL），请重新录入姓名")
    if cell is None or not isinstance(cell, str):
        raise RefusedError(
            "没有填姓名" if cell is None else "姓名这一格不是字；请核对是不是填错了列"
        )
    name = _DOTS.sub(MIDDLE_DOT, cell_text(cell)).strip(MIDDLE_DOT)
    name = _BETWEEN_HAN.sub("", half_width(name))
    _refuse_no_name(name)
    return name


def _refuse_no_name(name: str) -> None:
    if not name:
        raise RefusedError("没有填姓名")
    if len(name) > LONGEST:
        raise RefusedError(f"姓名有 {len(name)} 个字，最多 {LONGEST} 个；请核对是不是填错了列")
    if not any(char.isalpha() for char in name) and not _kept_private(name):
        raise RefusedError("姓名这一格没有字；请填姓名")


def _kept_private(name: str) -> bool:
    """Rare characters of a county's own font, or newer than this Python's tables."""
    return any("\ue000" <= char <= "\uf8ff" or char >= "\U00020000" for char in name)


def without_note(name: str) -> str:
    """The name without what stands in brackets behind it: 李广军（大） → 李广军.

    >>> without_note("李广军（大）")
    '李广军'
    """
    return _NOTE.sub("", name).strip() or name


def has_lost_characters(name: str) -> bool:
    """Whether some system has put ? or □ where it lacked a character.

    >>> has_lost_characters("单?"), has_lost_characters("单䶮")
    (True, False)
    """
    return _LOST_CHARACTER.search(name) is not None


def may_be(poorer: str, better: str) -> bool:
    """Whether a text with lost characters may stand for another one.

    One mark stands for one or two characters, as a character of four bytes
    leaves one mark or two.

    >>> may_be("单?", "单䶮"), may_be("单??", "单䶮"), may_be("单?", "李四")
    (True, True, False)
    """
    parts = _LOST_CHARACTER.split(poorer)
    if len(parts) == 1:
        return False
    marks = _LOST_CHARACTER.findall(poorer)
    pattern = re.escape(parts[0])
    for mark, part in zip(marks, parts[1:], strict=True):
        fewest = (len(mark) + 1) // 2
        pattern += f".{{{fewest},{len(mark)}}}" + re.escape(part)
    return re.fullmatch(pattern, better) is not None

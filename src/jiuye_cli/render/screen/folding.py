"""Long sentences in lines of a screen, broken where Chinese may be broken."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jiuye_cli.render.screen.text import char_width

NEVER_FIRST = "，。；：、）］」”》！？…"
_PIECES = re.compile(rf"(?:［必填］|[!-~]+|\s+|.)[{NEVER_FIRST}]*")

LISTED = re.compile(r"[^，。；、？]*[，。；、？”）]+|[^，。；、？]+")
"""Pieces between stops: a phrase is not broken where it can be avoided."""


def fold(text: str, columns: int, pieces: re.Pattern[str] = _PIECES) -> list[str]:
    """A text in lines of at most so many columns, broken between pieces.

    Runs of Latin letters stay whole; every Chinese character may end a line, and
    a stop stays with what it closes.

    >>> fold("先看名单，再打电话。", 10)
    ['先看名单，', '再打电话。']
    >>> fold("先看名单，再打电话。", 8)
    ['先看名', '单，再打', '电话。']
    """
    return _filled(pieces.findall(text), columns)


def hanging(head: str, text: str, columns: int = 80) -> list[str]:
    """A text after a head, its further lines set under its first; a phrase is broken only where it must.

    >>> hanging("    要问：", "手里有什么证书？几级？", 26)
    ['    要问：手里有什么证书？', '          几级？']
    >>> hanging("    要问：", "手里有什么证书？几级？", 24)
    ['    要问：手里有什么证', '          书？几级？']
    """
    room = columns - _width(head)
    phrases = LISTED.findall(text)
    pieces = [
        piece
        for phrase in phrases
        for piece in ([phrase] if _width(phrase) <= room else _PIECES.findall(phrase))
    ]
    first, *rest = _filled(pieces, room) or [""]
    indent = " " * (columns - room)
    return [f"{head}{first}".rstrip(), *(f"{indent}{line}" for line in rest)]


def _filled(pieces: Iterable[str], columns: int) -> list[str]:
    lines, line, wide = [], "", 0
    for piece in pieces:
        if wide + _width(piece.rstrip()) > columns and line.strip():
            lines.append(line.rstrip())
            line, wide = "", 0
            piece = piece.lstrip()
        line, wide = line + piece, wide + _width(piece)
    return [*lines, line.rstrip()] if line.strip() else lines


def _width(text: str) -> int:
    return sum(map(char_width, text))

"""Long sentences in lines of a screen, broken where Chinese may be broken."""

from __future__ import annotations

import re

from jiuye_cli.render.text import char_width

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
    lines, line, wide = [], "", 0
    for piece in pieces.findall(text):
        if wide + sum(map(char_width, piece.rstrip())) > columns and line.strip():
            lines.append(line.rstrip())
            line, wide = "", 0
            piece = piece.lstrip()
        line, wide = line + piece, wide + sum(map(char_width, piece))
    return [*lines, line.rstrip()] if line.strip() else lines


def hanging(head: str, text: str, columns: int = 80) -> list[str]:
    """A text after a head, its further lines set under its first.

    >>> hanging("    要问：", "手里有什么证书？几级？", 24)
    ['    要问：手里有什么证书？', '          几级？']
    """
    room = columns - sum(map(char_width, head))
    phrases = fold(text, room, LISTED)
    first, *rest = [line for phrase in phrases for line in fold(phrase, room)] or [""]
    indent = " " * (columns - room)
    return [f"{head}{first}".rstrip(), *(f"{indent}{line}" for line in rest)]

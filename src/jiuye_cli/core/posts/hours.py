"""Hours of the day as people say them: 8:00-17:00, 下午四点半到六点."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

Hours: TypeAlias = tuple[tuple[int, int], ...]
"""Stretches of a day in minutes after midnight, the end not included."""

DAY = 24 * 60
NOON = 12 * 60

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMBER = "(?:[0-9]{1,2}|[零一二两三四五六七八九十]{1,3})"
_TIME = re.compile(
    rf"(?P<part>凌晨|清早|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚)?\s*(?P<hour>{_NUMBER})\s*"
    rf"(?:[:：](?P<colon>[0-9]{{2}})|[点时](?P<rest>半|一刻|三刻|{_NUMBER}分?)?(?:钟)?)?"
)
_BETWEEN = re.compile(r"\s*(?:-|－|—|–|~|～|到|至)+\s*")


@lru_cache(maxsize=4096)
def read_hours(text: str) -> Hours | None:
    """The stretches of a day that a text names; None when it names none.

    >>> read_hours("8:00-12:00，14:00-18:00")
    ((480, 720), (840, 1080))
    >>> read_hours("下午四点半到六点"), read_hours("22点到6点"), read_hours("看情况")
    (((990, 1080),), ((0, 360), (1320, 1440)), None)
    """
    stretches = [pair for part in re.split(r"[，,、；;和/ ]\s*", text) for pair in _stretch(part)]
    return tuple(sorted(stretches)) or None


def _stretch(text: str) -> Iterable[tuple[int, int]]:
    first = _TIME.search(text)
    if not first:
        return ()
    gap = _BETWEEN.match(text, first.end())
    second = _TIME.match(text, gap.end()) if gap else None
    if not second:
        return ()
    start, end = _minutes(first), _minutes(second)
    if end <= start < end + NOON <= DAY and not second["part"] and not second["colon"]:
        end += NOON
    if not (0 <= start < DAY and 0 <= end <= DAY):
        return ()
    return ((start, end),) if start < end else _over_midnight(start, end)


def _over_midnight(start: int, end: int) -> tuple[tuple[int, int], ...]:
    return ((start, DAY), (0, end)) if end else ((start, DAY),)


def _minutes(found: re.Match[str]) -> int:
    hour = _number(found["hour"])
    if (
        found["part"] in ("下午", "傍晚", "晚上", "晚", "中午")
        and hour < 12
        and not (found["part"] == "中午" and hour > 9)
    ):
        hour += 12
    return hour * 60 + _past(found)


def _past(found: re.Match[str]) -> int:
    if found["colon"]:
        return int(found["colon"])
    rest = found["rest"]
    fixed = {None: 0, "半": 30, "一刻": 15, "三刻": 45}
    return fixed[rest] if rest in fixed else _number(rest.removesuffix("分"))


def _number(text: str) -> int:
    """A number up to 99 in either way of writing.

    >>> _number("12"), _number("十二"), _number("二十"), _number("八")
    (12, 12, 20, 8)
    """
    if text.isascii():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS.get(text, 99)
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


def overlap(one: Hours, other: Hours) -> Hours:
    """The stretches in both.

    >>> overlap(((480, 1020),), ((990, 1080),))
    ((990, 1020),)
    """
    common = [(max(a, c), min(b, d)) for a, b in one for c, d in other if max(a, c) < min(b, d)]
    return tuple(sorted(common))


def minutes_of(hours: Hours) -> int:
    """How long all stretches are together."""
    return sum(end - start for start, end in hours)


def clock(hours: Sequence[tuple[int, int]]) -> str:
    """The stretches in plain figures.

    >>> clock(((990, 1020),))
    '16:30-17:00'
    """
    return "、".join(f"{a // 60}:{a % 60:02d}-{b // 60}:{b % 60:02d}" for a, b in hours)

"""One way of writing JSON: for `--json`, for files, for the templates' data."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any, TypeAlias

from jiuye_cli.core.fields.value import NONE, UNKNOWN, PartialSet

Plain: TypeAlias = Any
"""None, bool, int, float, str, and lists and string-keyed dicts of these."""

# Inside JSON these stand in strings only, so the escape keeps their meaning and disarms the terminal
_LIVE = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def dumps(value: object, *, indent: int | None = 2) -> str:
    """The value as JSON: Chinese as it is, keys in the order given, sets sorted.

    Decimals become numbers, dates ISO text; what is not known is null, what is
    known to be none is "无". Nothing in it is live on a terminal.

    >>> dumps({"姓名": "张三", "amount": Decimal("1500.50"), "on": date(2026, 11, 21)}, indent=None)
    '{"姓名": "张三", "amount": 1500.5, "on": "2026-11-21"}'
    """
    text = json.dumps(plain(value), ensure_ascii=False, indent=indent, allow_nan=False)
    return _LIVE.sub(_escaped, text)


def in_encoding(text: str, encoding: str) -> str:
    r"""JSON text with what an encoding has no place for as \\u escapes; it means the same.

    >>> in_encoding('{"姓名": "单𠮷"}', "gbk")
    '{"姓名": "单\\ud842\\udfb7"}'
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(one if _fits(one, encoding) else json.dumps(one)[1:-1] for one in text)
    return text


def _fits(char: str, encoding: str) -> bool:
    if char.isascii():
        return True
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match.group(), ensure_ascii=True)[1:-1]


def plain(value: object) -> Plain:
    """The value in the words of JSON; TypeError for what has no place in it."""
    if value is None or isinstance(value, bool | int | float):
        return value.value if isinstance(value, Enum) else value
    for kinds, convert in _CONVERSIONS:
        if isinstance(value, kinds):
            return convert(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def _absent(value: object) -> str | None:
    return "无" if value is NONE else None


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _mapping(value: Mapping[object, object]) -> dict[str, Plain]:
    return {_key(key): plain(one) for key, one in value.items()}


def _key(key: object) -> str:
    return str(key.value) if isinstance(key, Enum) else str(plain(key))


def _partial(value: PartialSet) -> dict[str, Plain]:
    return {"yes": sorted(value.yes), "no": sorted(value.no)}


def _sorted(value: AbstractSet[object]) -> list[Plain]:
    return sorted((plain(one) for one in value), key=str)


_CONVERSIONS: tuple[tuple[Any, Any], ...] = (
    (type(UNKNOWN), _absent),
    (Enum, lambda value: value.value),
    (str, str),
    (Decimal, _number),
    ((datetime, date), lambda value: value.isoformat()),
    (PartialSet, _partial),
    (Mapping, _mapping),
    (AbstractSet, _sorted),
    ((list, tuple), lambda value: [plain(one) for one in value]),
    (PurePath, str),
)

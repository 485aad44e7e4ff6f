"""Pinyin of names, to find people by: `lgj` for 李广军."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from jiuye_cli.core.people import _readings as table
from jiuye_cli.core.people.surnames import (
    COMPOUND_SURNAMES,
    GIVEN,
    GIVEN_ALSO,
    SURNAME_ALSO,
    SURNAMES,
)

MOST_ALTERNATIVES = 8


def name_pinyin(name: str) -> tuple[str, str]:
    """A name's full pinyin and its initials, ü as v; alternatives stand apart by a space.

    Latin letters and digits are kept, everything that has no reading is left out.

    >>> name_pinyin("李广军")
    ('liguangjun', 'lgj')
    >>> name_pinyin("尉迟敏华"), name_pinyin("覃丽")
    (('yuchiminhua', 'ycmh'), ('qinli tanli', 'ql tl'))
    """
    syllables = [options for options in _syllables(name) if options]
    if all(len(options) == 1 for options in syllables):
        said = [options[0] for options in syllables]
        return "".join(said), "".join(one[0] for one in said)
    spelled = list(product(*syllables))[:MOST_ALTERNATIVES]
    full = dict.fromkeys("".join(said) for said in spelled)
    initials = dict.fromkeys("".join(one[0] for one in said) for said in spelled)
    return " ".join(full), " ".join(initials)


def reading(char: str) -> str:
    """The most usual reading of one character without its tone; "" where none is known.

    >>> reading("䶮"), reading("𠮷"), reading("！")
    ('yan', 'ji', '')
    """
    code = ord(char)
    if 0x4E00 <= code <= 0x9FFF:
        mark = table.UNIFIED[code - 0x4E00]
    elif 0x3400 <= code <= 0x4DBF:
        mark = table.EXTENSION_A[code - 0x3400]
    else:
        at = table.RARE.find(char) if code >= 0x20000 else -1
        mark = table.MARKS[at] if at >= 0 else "-"
    return "" if mark == "-" else table.SYLLABLES[ord(mark) - table.FIRST_MARK]


def _syllables(name: str) -> list[Sequence[str]]:
    compound = COMPOUND_SURNAMES.get(name[:2])
    if compound and len(name) > 2:
        return [[said] for said in compound.split()] + [_given(char) for char in name[2:]]
    if not name:
        return []
    return [_surname(name[0]), *(_given(char) for char in name[1:])]


@cache
def _surname(char: str) -> Sequence[str]:
    return _both(SURNAMES.get(char) or reading(char), SURNAME_ALSO.get(char, "")) or _latin(char)


@cache
def _given(char: str) -> Sequence[str]:
    return _both(GIVEN.get(char) or reading(char), GIVEN_ALSO.get(char, "")) or _latin(char)


def _both(usual: str, also: str) -> Sequence[str]:
    return [one for one in dict.fromkeys((usual, also)) if one]


def _latin(char: str) -> Sequence[str]:
    return [char.lower()] if char.isascii() and char.isalnum() else []

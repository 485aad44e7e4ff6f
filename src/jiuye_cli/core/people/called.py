"""The spellings of a name and of a group that mean the same one."""

from __future__ import annotations

import re

from jiuye_cli.core.people.names import clean_name
from jiuye_cli.errors import RefusedError

_NUMERALS = "零一二三四五六七八九十"
_GROUP = re.compile(rf"第?(\d+|[{_NUMERALS}])[组队]?")


def one_spelling(name: str) -> str:
    """A typed name as names are kept; the text itself where it can be none.

    >>> one_spelling("李 广 军"), one_spelling("阿依古丽•买买提"), one_spelling("！")
    ('李广军', '阿依古丽·买买提', '！')
    """
    try:
        return clean_name(name)
    except RefusedError:
        return name


def group_spellings(group: str) -> list[str]:
    """The ways in which a village may have written the group that is meant.

    >>> group_spellings("3")
    ['3', '3组', '第3组', '三组', '第三组']
    >>> group_spellings("东头")
    ['东头', '东头组']
    """
    found = _GROUP.fullmatch(group)
    if not found:
        return [group, group.removesuffix("组") if group.endswith("组") else f"{group}组"]
    number = int(found[1]) if found[1].isdecimal() else _NUMERALS.index(found[1])
    words = [str(number), *_NUMERALS[number : number + 1]]
    named = [f"{first}{word}组" for word in words for first in ("", "第")]
    return list(dict.fromkeys([group, *named]))

"""What may be said when someone else picks up: never illness, subsidies or 低保."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jiuye_cli.core.callback.due import Reason
from jiuye_cli.core.fields.catalogue import facts
from jiuye_cli.core.fields.field import SENSITIVE

HARDSHIP = (
    "低保",
    "残疾",
    "病",
    "贫困",
    "脱贫",
    "特困",
    "五保",
    "困难",
    "监测户",
    "监测对象",
    "精神",
    "刑满",
)
"""Words of illness, disability and hardship: not on a sheet that lies on a desk."""
TELLING = (*HARDSHIP, "补贴", "补助", "失业", "救助", "贷款", "欠", "离岗", "辞")
"""Words that tell a listener something about the person, beside the values of sensitive fields."""


@cache
def _forbidden() -> tuple[str, ...]:
    told = {
        value
        for field in facts().values()
        if field.sensitivity is SENSITIVE
        for value in field.values
        if len(value) > 1
    }
    return (*TELLING, *sorted(told))


def sensitive_word(text: str) -> str:
    """The first word in a text that must not reach another ear, or nothing.

    >>> sensitive_word("问问低保的事"), sensitive_word("方便时请回个电话")
    ('低保', '')
    """
    return next((word for word in _forbidden() if word in text), "")


def tells_hardship(text: str) -> bool:
    """Whether a text says something of illness, disability or hardship.

    >>> tells_hardship("残疾人创业补贴"), tells_hardship("技能提升补贴")
    (True, False)
    """
    return any(word in text for word in HARDSHIP)


def cover_line(reasons: Sequence[Reason], otherwise: str, *, name: str, village: str) -> str:
    """The sentence for another ear: the first reason's own, else the general one.

    >>> cover_line([], "我是{村名}的，请{姓名}回个电话", name="张三", village="柳树屯")
    '我是柳树屯的，请张三回个电话'
    """
    own = next((r.cover for r in reasons if r.cover), "")
    general = otherwise.replace("{村名}", village or "村里").replace("{姓名}", name)
    return f"{general}；{own}" if own else general

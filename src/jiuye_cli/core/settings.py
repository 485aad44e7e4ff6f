"""What 设置.yaml says of this village; everything in it may be left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Settings:
    """Village, region path, staff and the desk's own numbers.

    `calls_a_day` is how many calls one person can make in a day. `raw` keeps
    every other key (local parameters, retention, print choices) as it was written.
    """

    village: str = ""
    region: str = "全国"
    coordinator: str = ""
    staff: tuple[str, ...] = ()
    calls_a_day: int = 20
    raw: Mapping[str, object] = field(default_factory=dict)


TEMPLATE = """\
# 这是本村的设置。冒号用英文的“:”，后面空一格。
村名: {village}
地区: {region}          # 从省写到县，如 山东/聊城/临清
协理员: {coordinator}
人手: []                # 轮流打电话的人，如 [王芳, 李静]
每天回访: 20            # 一个人一天打得完几个电话
"""


def settings_text(village: str, region: str, coordinator: str = "") -> str:
    """A fresh 设置.yaml with its explanations."""
    return TEMPLATE.format(
        village=village or "''", region=region or "全国", coordinator=coordinator or "''"
    )

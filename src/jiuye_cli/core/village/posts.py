"""Invented employers and their posts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from jiuye_cli.core.fields.value import Value

EMPLOYERS = (
    "金穗合作社",
    "惠民服装厂",
    "鲁中电子有限公司",
    "康乐家政",
    "诚安物业",
    "乡村公路站",
    "云上客服站",
    "顺达物流",
)
WORK = (
    ("缝纫工", "缝纫", "中", 18, 50),
    ("电工", "电工", "轻", 18, 60),
    ("保洁员", "保洁", "轻", 18, 60),
    ("保安", "保安", "中", 18, 60),
    ("电子厂普工", "电子厂普工", "中", 18, 45),
    ("护理员", "护理员", "中", 18, 55),
    ("在线客服", "在线客服", "轻", 18, 60),
    ("装卸工", "装卸工", "重", 18, 50),
)
ZONES = (("本村", "本村"), ("镇上", "镇内"), ("县城", "县内"), ("济南", "省内"))


@dataclass(frozen=True, slots=True)
class InventedPost:
    """One invented post and whose it is."""

    employer: str
    values: dict[str, Value]


def invent_posts(count: int, today: date, seed: int = 5) -> Iterator[InventedPost]:
    """So many invented posts, confirmed within the last weeks; what is not drawn was not asked."""
    dice = Random(seed)
    for number in range(count):
        name, trade, strain, youngest, oldest = dice.choice(WORK)
        place, zone = dice.choice(ZONES)
        wage = dice.choice((2020, 2400, 2800, 3200, 3500, 4200))
        values: dict[str, Value] = {
            "岗位名称": name,
            "工种": trade,
            "人数": dice.choice((1, 1, 2, 3, 5)),
            "月薪低": wage,
            "月薪高": wage,
            "计薪方式": "月薪",
            "工作地点": place,
            "工作区域": zone,
            "劳动强度": strain,
            "年龄下限": youngest,
            "年龄上限": oldest,
            "核实日期": today - timedelta(days=dice.randrange(25)),
        }
        if dice.random() < 0.7:
            values["班次"] = dice.choice(("白班", "白班", "两班倒", "三班倒"))
        if dice.random() < 0.5:
            values |= {"社保": dice.random() < 0.7, "合同": True}
        if name == "电工":
            values["证书要求"] = "电工"
        yield InventedPost(EMPLOYERS[number % len(EMPLOYERS)], values)

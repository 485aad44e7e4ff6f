"""A messy workbook of invented people, with the habits of real ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from jiuye_cli.core.fields.value import PartialSet, Value
from jiuye_cli.core.village.people import invent

Cell = str | int | float | date | None

HEADS_ABOVE = (("基本信息", 0, 6), ("就业情况", 7, 9), ("意向及证书", 10, 12), ("其他", 13, 14))
HEADS = (
    "序号", "姓名", "性别", "身份证号码", "村民小组", "联系电话", "文化程度", "健康状况", "目前状态", "失业时间",
    "求职意向", "职业资格证书", "证书等级", "是否低保户", "备  注",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MessyWorkbook:
    """Title lines, merged heads above the heads, rows, and lines at the foot."""

    title: tuple[str, ...]
    above: tuple[tuple[str, int, int], ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[tuple[Cell, ...], ...]


def messy_workbook(count: int, today: date, seed: int = 11) -> MessyWorkbook:
    """A village register as it arrives: dates and phones in every habit, some rows that cannot be taken in."""
    dice = Random(seed)
    rows = [_row(dice, n, one.values) for n, one in enumerate(invent(count, today, seed), 1)]
    if count > 12:
        rows[4] = _spoiled(rows[4], 3, float(str(rows[4][3] or "0").replace(" ", "")))
        rows[9] = _spoiled(rows[9], 3, _mistyped(str(rows[9][3] or "").replace(" ", "")))
        rows[11] = _spoiled(rows[11], 1, "")
    return MessyWorkbook(
        (
            f"××镇柳树屯村农村劳动力资源台账（{today.year}年{today.month}月）",
            "填报单位：柳树屯村委会",
        ),
        HEADS_ABOVE,
        HEADS,
        tuple(rows),
        (("合计", f"{count}人"), ("注：本表一式两份。",)),
    )


def _spoiled(row: tuple[Cell, ...], column: int, cell: Cell) -> tuple[Cell, ...]:
    return (*row[:column], cell, *row[column + 1 :])


def _mistyped(number: str) -> str:
    """The number with its last digit typed wrong."""
    return number[:-1] + ("1" if number[-1] != "1" else "2")


def _row(dice: Random, number: int, values: dict[str, Value]) -> tuple[Cell, ...]:
    identity = str(values["身份证号"])
    certificate = values.get("证书")
    record = certificate[0] if isinstance(certificate, tuple) else {}
    health = values.get("健康状况")
    wishes = values.get("意向工种")
    return (
        number,
        str(values["姓名"]),
        "男" if int(identity[16]) % 2 else "女",
        dice.choice(
            (
                identity,
                identity,
                f" {identity[:6]} {identity[6:14]} {identity[14:]} ",
                identity.lower(),
            )
        ),
        str(values["组"]),
        _phone(dice, values),
        _school(dice, str(values.get("文化程度", ""))),
        "、".join(sorted(health)) if isinstance(health, frozenset) else "",
        {"在职": "在外务工", "公益性岗位": "公益岗"}.get(
            str(values.get("就业状态")), str(values.get("就业状态", ""))
        ),
        _day(dice, values.get("失业日期")),
        "、".join(sorted(wishes)) if isinstance(wishes, frozenset) else "",
        str(record.get("职业", "")),
        {"五级": "初级工", "四级": "中级工"}.get(
            str(record.get("等级", "")), str(record.get("等级", ""))
        ),
        _poor(dice, values.get("人员类别")),
        dice.choice(("", "", "", "常年在外", "腿脚不便")),
    )


def _phone(dice: Random, values: dict[str, Value]) -> Cell:
    phones = values.get("电话")
    if not isinstance(phones, tuple):
        return ""
    number = str(phones[0]["号码"])
    spaced = f"{number[:3]} {number[3:7]} {number[7:]}"
    return dice.choice(
        (number, spaced, spaced.replace(" ", "-"), float(number), f"{number}（本人）")
    )


def _school(dice: Random, school: str) -> str:
    return dice.choice(
        (school, {"初中": "初中毕业", "高中": "普通高中", "大专": "专科"}.get(school, school))
    )


def _day(dice: Random, value: Value | None) -> Cell:
    if not isinstance(value, date):
        return ""
    return dice.choice(
        (
            value,
            f"{value:%Y.%m.%d}",
            f"{value.year}年{value.month}月{value.day}日",
            f"{value:%Y%m%d}",
        )
    )


def _poor(dice: Random, value: Value | None) -> str:
    if not isinstance(value, PartialSet):
        return ""
    if "低保" in value.yes:
        return dice.choice(("是", "1"))
    return dice.choice(("否", "0")) if "低保" in value.no else ""

"""Invented people and figures for every document: nobody here exists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).parents[2] / "templates"
FOLDERS = (SHIPPED,)

SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = ("广军", "小明", "桂兰", "建国", "玉梅", "志强", "秀英", "海燕", "䶮", "文博")


def name_of(number: int) -> str:
    """The invented name of the person with this number."""
    return SURNAMES[number % len(SURNAMES)] + GIVEN[number // 3 % len(GIVEN)]


def phone_of(number: int) -> str:
    return f"1990000{number:04d}"


REASONS = (
    ["上岗第30天"],
    ["满一个月没有回访"],
    ["约好的：问问面试怎么样", "技能提升补贴申领期限还剩9天"],
    ["推荐后第7天，等回音"],
    ["新建档，头一次联系"],
)
ASKS: tuple[list[dict[str, Any]], ...] = (
    [{"question": "合同签了吗，签到哪一天？", "money": None}],
    [
        {"question": "家里现在有几口人有活干？", "money": 18000},
        {"question": "失业保险一共交了多少个月？", "money": 1500},
    ],
    [],
    [{"question": "去面试了吗，结果怎么样，觉得哪里不合适？", "money": None}],
    [
        {"question": "办过失业登记吗，哪天？", "money": 7200},
        {"question": "愿意去多远干：村里、镇上、县里、外地？", "money": None},
        {"question": "想学什么？", "money": 600},
    ],
)


def call_row(number: int) -> dict[str, Any]:
    return {
        "row": f"1123-{number:02d}{'acdefhjkmnp'[number % 11]}",
        "name": "古丽娜尔·阿卜杜热西提" if number == 5 else name_of(number),
        "group": f"{number % 9 + 1}组",
        "phones": [phone_of(number)]
        if number % 4
        else [phone_of(number) + " 本人", phone_of(number + 500) + " 女儿"],
        "last": None if number % 5 == 0 else "10月20日 接通 在岗",
        "reasons": REASONS[number % 5],
        "ask": ASKS[number % 5],
        "wish": "晚上7点后打，找女儿" if number % 6 == 1 else None,
        "cover": "村里例行问个好，请他方便时回个电话" if number % 3 == 0 else None,
    }


def call_sheet(people: int) -> dict[str, Any]:
    """A sheet of so many calls, with visits and unreturned rows in proportion."""
    return {
        "title": "回访名单",
        "village": "示例村",
        "for_date": "2026-11-23",
        "sheet_no": "1123",
        "printed_at": "2026-11-20 18:00",
        "caller": "周敏",
        "rows": [call_row(number) for number in range(1, people + 1)],
        "visits": [
            {
                "row": None,
                "name": name_of(number),
                "group": f"{number % 9 + 1}组",
                "address": f"示例村{number % 9 + 1}组{number}号" if number % 2 else None,
                "reasons": ["电话停机，三次没打通"],
            }
            for number in range(people // 6)
        ],
        "unreturned": [
            {"row": f"{number:02d}h", "sheet_no": "1120", "name": name_of(number + 7)}
            for number in range(1, people // 8 + 1)
        ],
        "warnings": ["上一份备份是11月12日的，请插上U盘做一次备份。"] if people > 1 else [],
    }

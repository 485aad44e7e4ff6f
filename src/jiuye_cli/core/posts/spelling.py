"""A post as employers and clerks write it, cell by cell, as values of its fields.

One written column may tell several fields: 年龄要求 tells both bounds and what
was said of sex, 月薪 the range and how it is reckoned, 工作地点 the distance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from jiuye_cli.core.fields.employer import EMPLOYER_FIELDS
from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.post import CARD_FIELDS, LEVELS, POST
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Value
from jiuye_cli.core.intake.values import known_answer, read_value
from jiuye_cli.core.people.cell import Cell, cell_text, is_blank
from jiuye_cli.core.people.dates import read_date, read_month
from jiuye_cli.core.posts.demands import (
    OPEN_WORDS,
    read_ages,
    read_certificate,
    read_school,
    read_seats,
    read_sex,
)
from jiuye_cli.core.posts.hours import read_hours
from jiuye_cli.core.posts.place import zone_of
from jiuye_cli.core.posts.post import WELFARE_FORM
from jiuye_cli.core.posts.wage import read_wage
from jiuye_cli.core.rules.days import DAY, add_months
from jiuye_cli.errors import RefusedError

EMPLOYER_NAME = "单位"
_COMPOSED = (
    Field(EMPLOYER_NAME, Kind.TEXT, aliases=(CARD_FIELDS[0].name, *CARD_FIELDS[0].aliases)),
    Field("单位类型", Kind.TEXT, aliases=("单位性质",)),
    Field("月薪", Kind.TEXT, aliases=("工资", "薪资", "薪酬", "工资待遇", "月工资", "薪资待遇", "待遇", "月薪（元）", "工资（元/月）")),
    Field("年龄要求", Kind.TEXT, aliases=("年龄", "年龄范围", "要求年龄")),
)  # fmt: skip
_HIDDEN = ("月薪低", "月薪高", "计薪方式", "工资说明", "年龄下限", "年龄上限", "核实日期")
"""Fields that people write in another way: a wage, ages."""

WRITTEN_FIELDS = (
    *_COMPOSED,
    *(Field(f.name, Kind.TEXT, aliases=f.aliases) for f in POST.fields if f.name not in _HIDDEN),
)
"""The columns of a workbook of posts, each read as text first."""

_EMPLOYER_TYPE = EMPLOYER_FIELDS[0]
_FOR_GOOD = ("长期", "长期有效", "招满为止", "常年", "不限")
_FIRM_WORDS = ("公司", "厂", "企业", "酒店", "超市", "集团", "物业")


@dataclass(slots=True)
class WrittenPost:
    """What one row or command says: the employer's name and type, the post's values, what was not taken."""

    employer: str = ""
    employer_type: Value = UNKNOWN
    values: dict[str, Value] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)


def read_post(cells: Mapping[str, Cell], home: str = "") -> WrittenPost:
    """What the written columns of one post say; a column that cannot be read is a fault, not a guess.

    >>> post = read_post({"单位": "诚安物业", "岗位名称": "电工", "月薪": "2200-2800", "年龄要求": "60岁以下"})
    >>> post.values["月薪低"], post.values["年龄上限"], post.values["年龄下限"]
    (2200, 60, <Absent.NONE: '无'>)
    """
    post = WrittenPost()
    for name, cell in cells.items():
        if is_blank(cell) and cell_text(cell) != "无":
            continue
        try:
            _take(post, name, cell, home)
        except RefusedError as error:
            post.faults.append((name, str(error)))
    if "工种" not in post.values and "岗位名称" in post.values:
        post.values["工种"] = post.values["岗位名称"]
    return post


def _take(post: WrittenPost, name: str, cell: Cell, home: str) -> None:
    if name == EMPLOYER_NAME:
        post.employer = cell_text(cell)
    elif name == "单位类型":
        _take_type(post, cell_text(cell))
    else:
        special = _SPECIAL.get(name)
        found = special(cell, home) if special else {name: _plain(name, cell, home)}
        post.values.update(found)


def _take_type(post: WrittenPost, text: str) -> None:
    """The employer's type; 公益性岗位 in this column is what kind of post it is."""
    if "公益" in text:
        post.values["用工形式"] = WELFARE_FORM
    elif known := known_answer(_EMPLOYER_TYPE, text):
        post.employer_type = known
    elif any(word in text for word in _FIRM_WORDS):
        post.employer_type = "企业"
    else:
        raise RefusedError(f"“{text}”不是单位类型；可填 {'、'.join(_EMPLOYER_TYPE.values)}")


def _plain(name: str, cell: Cell, home: str) -> Value:
    return read_value(POST.field(name), cell, home)


def _wage(cell: Cell, _: str) -> dict[str, Value]:
    wage = read_wage(cell)
    found: dict[str, Value] = {"工资说明": cell_text(cell)}
    found |= {
        name: end for name, end in (("月薪低", wage.low), ("月薪高", wage.high)) if end is not None
    }
    return found | ({"计薪方式": wage.basis} if wage.basis else {})


def _ages(cell: Cell, _: str) -> dict[str, Value]:
    text = cell_text(cell)
    ages = read_ages(text)
    if ages.low is UNKNOWN and not ages.sex:
        raise RefusedError(f"“{text}”看不出年龄；可写 18-50、60岁以下、不限")
    sex: dict[str, Value] = {"性别要求": ages.sex} if ages.sex else {}
    return {
        name: end
        for name, end in (("年龄下限", ages.low), ("年龄上限", ages.high))
        if end is not UNKNOWN
    } | sex


def _sex(cell: Cell, _: str) -> dict[str, Value]:
    said = read_sex(cell_text(cell))
    return {"性别要求": said} if said else {}


def _seats(cell: Cell, _: str) -> dict[str, Value]:
    text = cell_text(cell)
    seats = read_seats(text)
    if seats is UNKNOWN and not any(
        word in text for word in ("若干", "多名", "数名", "不限", "面议")
    ):
        raise RefusedError(f"“{text}”看不出要几个人；可写 3 或 若干")
    return {} if seats is UNKNOWN else {"人数": seats}


def _school(cell: Cell, _: str) -> dict[str, Value]:
    text = cell_text(cell)
    school: Value = NONE if text == "无" else read_school(text)
    if school is UNKNOWN:
        raise RefusedError(f"“{text}”不是学历；可写 初中及以上、不限")
    told: dict[str, Value] = {"学历要求": school}
    return told


def _certificate(cell: Cell, _: str) -> dict[str, Value]:
    """The certificate asked for; no level in the words means any level will do."""
    text = cell_text(cell)
    level = next((one for one in (*LEVELS.values, *LEVELS.synonyms) if one in text), "")
    trade = read_certificate(text.replace(level, "") if level else text)
    found = LEVELS.synonyms.get(level, level)
    asked: Value = found if found and trade is not NONE else NONE
    told: dict[str, Value] = {"证书要求": trade, "证书等级": asked}
    return told


def _place(cell: Cell, home: str) -> dict[str, Value]:
    text = cell_text(cell)
    zone = zone_of(text, home)
    told: dict[str, Value] = {"工作地点": text}
    return told if zone is UNKNOWN else told | {"工作区域": zone}


def _shift(cell: Cell, _: str) -> dict[str, Value]:
    text = cell_text(cell)
    shift = POST.field("班次")
    words = [*shift.values, *shift.synonyms]
    known = known_answer(shift, text) or next((w for w in words if w in text), "")
    hours: dict[str, Value] = {"上班时间": text} if read_hours(text) else {}
    if not known and not hours:
        raise RefusedError(f"“{text}”不是班次；可填 {'、'.join(shift.values)}")
    return ({"班次": shift.synonyms.get(known, known)} if known else {}) | hours


def _deadline(cell: Cell, _: str) -> dict[str, Value]:
    """The last day of a post: a day, the end of a month, or none (长期)."""
    text = cell_text(cell)
    if any(word in text for word in _FOR_GOOD):
        return {"截止日期": NONE}
    try:
        return {"截止日期": read_date(cell)}
    except RefusedError:
        year, month = map(int, read_month(cell).split("-"))
        return {"截止日期": add_months(date(year, month, 1), 1) - DAY}


def _burdens(cell: Cell, home: str) -> dict[str, Value]:
    if any(word in cell_text(cell) for word in OPEN_WORDS):
        return {"工作环境": NONE}
    return {"工作环境": _plain("工作环境", cell, home)}


_SPECIAL: Mapping[str, Callable[[Cell, str], dict[str, Value]]] = {
    "月薪": _wage,
    "年龄要求": _ages,
    "性别要求": _sex,
    "人数": _seats,
    "学历要求": _school,
    "证书要求": _certificate,
    "工作地点": _place,
    "班次": _shift,
    "截止日期": _deadline,
    "工作环境": _burdens,
}


def employer_key(name: str) -> str:
    """An employer's name as it is compared: without brackets, blanks and what the law puts behind it.

    >>> employer_key("惠民服装厂有限公司") == employer_key("惠民服装厂 ")
    True
    """
    bare = "".join(ch for ch in name if ch.isalnum())
    for ending in ("有限责任公司", "股份有限公司", "有限公司", "总公司", "分公司", "公司"):
        if bare.endswith(ending) and len(bare) > len(ending) + 1:
            return bare.removesuffix(ending)
    return bare

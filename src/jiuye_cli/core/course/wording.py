"""How the records of the course are called and typed: `等级=五级 起=2026-12-01` into a record's fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from jiuye_cli.core.course.event import EventKind
from jiuye_cli.core.course.when import read_near_day, read_past_day
from jiuye_cli.core.fields.catalogue import fact
from jiuye_cli.core.fields.field import PERSONAL, Field, Kind
from jiuye_cli.core.fields.lists import JOBS_HELD, VENTURES
from jiuye_cli.core.fields.value import UNKNOWN, Absent, Value
from jiuye_cli.core.intake.values import read_value
from jiuye_cli.core.people.cell import cell_text
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.errors import RefusedError, UsageError

K = TypeVar("K", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Wording:
    """The fields of one kind of record under their Chinese names; `noun` is what a row is called."""

    noun: str
    fields: Mapping[str, Field]

    def read(self, words: Mapping[str, str], today: date) -> dict[str, Any]:
        """Typed `名=值` pairs as a record's attributes; None empties one (`地点=`).

        Days may be short: `起=12-1`, `日期=下周三` are the nearest such days. Raises `UsageError` for a name the record does not have, `RefusedError`
        for a value that is none.

        >>> CLASS.read({"等级": "初级", "起": "12-1", "名额": "40人"}, date(2026, 11, 21))
        {'level': '五级', 'starts': datetime.date(2026, 12, 1), 'seats': 40}
        """
        named = {self.named(name): text for name, text in words.items()}
        return {
            attribute: _near_day(text, today)
            if self.fields[attribute].kind is Kind.DATE
            else _value(self.fields[attribute], text)
            for attribute, text in named.items()
        }

    def named(self, name: str) -> str:
        """The attribute that a Chinese name (or an alias of it) means."""
        for attribute, field in self.fields.items():
            if name == field.name or name in field.aliases:
                return attribute
        known = [field.name for field in self.fields.values()]
        raise UsageError(
            f"{self.noun}没有“{name}”这一项{nearest(name, known) or '。'}可写：{'、'.join(known)}。"
        )

    def label(self, attribute: str) -> str:
        """What an attribute is called."""
        return self.fields[attribute].name

    @property
    def usage(self) -> str:
        """The names for a help line."""
        return "、".join(field.name for field in self.fields.values())


def one_of(kind: type[K], word: str, noun: str) -> K:
    """The member of an enumeration that a typed word means; `UsageError` with all of them otherwise."""
    for member in kind:
        if word in (member.value, member.name.lower()):
            return member
    known = [member.value for member in kind]
    raise UsageError(f"{noun}没有“{word}”{nearest(word, known) or '。'}可写：{'、'.join(known)}。")


def event_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Typed values of an event with its kind as the enumeration has it."""
    kind = values.get("kind")
    return {**values, "kind": EventKind(kind)} if kind is not None else dict(values)


def job_values(words: Mapping[str, str], today: date) -> dict[str, Value]:
    """Typed `项=值` pairs as columns of 就业经历; days may be short (`起=11-20`, `起=昨天`).

    >>> job_values({"起": "昨天", "工资": "3800"}, date(2026, 11, 21))
    {'起': datetime.date(2026, 11, 20), '月薪': 3800}
    """
    return _columns(JOB, words, today)


def venture_values(words: Mapping[str, str], today: date) -> dict[str, Value]:
    """Typed `项=值` pairs as columns of 创业; days may be short.

    >>> venture_values({"类型": "个体户", "登记日期": "11-1"}, date(2026, 11, 21))
    {'类型': '个体工商户', '登记日期': datetime.date(2026, 11, 1)}
    """
    return _columns(VENTURE, words, today)


def _columns(wording: Wording, words: Mapping[str, str], today: date) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, text in words.items():
        field = wording.fields[wording.named(name)]
        if field.kind is Kind.DATE and text.strip():
            values[field.name] = read_past_day(text, today)
        else:
            told = _value(field, text)
            values[field.name] = UNKNOWN if told is None else told
    return values


def _near_day(text: str, today: date) -> date | None:
    return read_near_day(text, today) if text.strip() else None


def _value(field: Field, text: str) -> Any:
    if not text.strip():
        return None
    if field.kind is Kind.CHOICES and not field.values:
        return tuple(part for part in _pieces(text) if part)
    try:
        value = read_value(field, text)
    except RefusedError as error:
        raise RefusedError(f"{field.name}：{error}。") from None
    return None if isinstance(value, Absent) else value


def _pieces(text: str) -> list[str]:
    plain = cell_text(text)
    for mark in "，,；;":
        plain = plain.replace(mark, "、")
    return [part.strip() for part in plain.split("、")]


def _text(name: str, *aliases: str) -> Field:
    return Field(name, Kind.TEXT, aliases=aliases)


def _of(kind: Kind) -> Callable[..., Field]:
    def make(name: str, *aliases: str, unit: str = "") -> Field:
        return Field(name, kind, aliases=aliases, unit=unit)

    return make


_day, _number, _money, _yes_no = _of(Kind.DATE), _of(Kind.NUMBER), _of(Kind.MONEY), _of(Kind.YES_NO)

VENTURE = Wording("创业", {field.name: field for field in VENTURES.records})
JOB = Wording("上岗", {field.name: field for field in JOBS_HELD.records})

CLASS = Wording("培训班", {
    "name": _text("名称", "班名", "培训名称"),
    "trade": _text("职业", "工种"),
    "level": fact("证书.等级"),
    "body": _text("机构", "培训机构"),
    "mode": fact("培训.方式"),
    "hours": _number("学时", "课时", unit="学时"),
    "starts": _day("起", "开班", "开班日期"),
    "ends": _day("止", "结班", "结业日期"),
    "place": _text("地点", "上课地点"),
    "seats": _number("名额", "人数", unit="人"),
    "note": _text("备注"),
})  # fmt: skip

WELFARE_POST = Wording("公益岗", {
    "name": _text("名称", "岗位名称"),
    "kind": Field("类别", Kind.CHOICE, ("公益岗", "互助岗"), synonyms={"公益性岗位": "公益岗", "互助公益岗": "互助岗"}),
    "work": _text("工种", "岗位类型"),
    "unit": _text("单位", "用人单位"),
    "place": _text("地点"),
    "seats": _number("名额", "人数", unit="人"),
    "stipend": _money("补贴", "月补贴", "岗位补贴", unit="元/月"),
    "days_a_week": _number("每周", "每周天数", unit="天"),
    "helps": _number("帮扶户数", "帮几户", unit="户"),
    "duties": _text("职责"),
    "policy": _text("政策"),
})  # fmt: skip

EVENT = Wording("活动", {
    "name": _text("名称"),
    "kind": Field("类别", Kind.CHOICE, ("招聘会", "面试", "辅导", "专车", "宣讲", "其他")),
    "day": _day("日期", "时间"),
    "time": _text("时刻", "几点"),
    "place": _text("地点"),
    "host": _text("主办", "单位"),
    "online": _yes_no("线上"),
    "seats": _number("名额", unit="人"),
    "firms": _number("单位数", "企业数", unit="家"),
    "offers": _number("岗位数", unit="个"),
    "note": _text("备注"),
})  # fmt: skip

BUS = Wording("车", {
    "name": _text("车名", "车号"),
    "seats": _number("座位", "座位数", unit="座"),
    "plate": _text("车牌"),
    "leader": _text("带队", "带队人"),
    "leader_phone": Field("带队电话", Kind.TEXT, aliases=("电话",), sensitivity=PERSONAL),
    "driver": _text("司机"),
    "leaves_at": _text("发车", "发车时间"),
    "to": _text("到", "目的地"),
    "stops": Field("上车点", Kind.CHOICES, aliases=("站点",)),
})  # fmt: skip

PROJECT = Wording("创业项目", {
    "name": _text("名称"),
    "trade": _text("行业"),
    "cost": _money("投入", "启动资金", unit="元"),
    "needs": _text("门槛", "条件"),
    "contact": _text("联系人"),
})  # fmt: skip

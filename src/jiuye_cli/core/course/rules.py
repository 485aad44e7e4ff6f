"""The days, counts and standards of the course, as `policies/全程.yaml` states them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time

from jiuye_cli.core.callback.section import Section
from jiuye_cli.core.callback.span import Span, Unit
from jiuye_cli.core.course.welfare import Standard
from jiuye_cli.core.fields.catalogue import TYPED
from jiuye_cli.core.rules.node import Node, nearest
from jiuye_cli.errors import Problem

KEYS: Mapping[str, tuple[str, ...]] = {
    "培训": ("连着缺课",),
    "公益岗": ("一户在岗", "互助岗每周", "每月出勤", "到期提前", "考核"),
    "创业": ("走访",),
    "补贴": ("期限提前", "批准后", "终止后", "发一月加一"),
    "零就业家庭": ("劳动年龄", "至少一人就业"),
    "绿色通道": ("同办", "材料", "关门", "一批打印"),
}
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")


@dataclass(frozen=True, slots=True)
class WorkingAge:
    """From which age someone counts; between the two ages of retirement it takes their own date."""

    youngest: int
    earliest_retirement: int
    latest_retirement: int


@dataclass(frozen=True, slots=True)
class CourseRules:
    """Every number of the course; `sources` says where each was read.

    `on_approval` and `on_stop` are, by policy, the `字段=值` words that then hold
    of the person (批准日期 stands for the day); `month_counters` names the field
    that counts the months paid.
    """

    absences_in_a_row: int
    most_a_household: int
    mutual_days_a_week: int
    standard: Standard
    term_notice: Span
    venture_visits: Span
    claim_notice: Span
    working_age: WorkingAge
    one_at_work_within: Span
    green_policy: str
    green_papers: tuple[str, ...]
    closing_time: time | None
    print_batch: int
    on_approval: Mapping[str, Sequence[str]] = field(default_factory=dict)
    on_stop: Mapping[str, Sequence[str]] = field(default_factory=dict)
    month_counters: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


def read_course_rules(node: Node) -> tuple[CourseRules | None, list[Problem]]:
    """The rules a file states, and all its problems; None where there are any."""
    top = Section(node, "全程规则")
    top.allow(*KEYS)
    rooms = {name: _room(top, name) for name in KEYS}
    sources: dict[str, str] = {}

    def entry(room: str, key: str, *allowed: str) -> Section:
        found = rooms[room].child(key)
        if found is None:
            rooms[room].say(rooms[room].node, f"“{room}”少了“{key}”")
            return Section(Node({}), key, [])
        found.allow(*allowed, "依据")
        sources[f"{room}.{key}"] = _source(found)
        return found

    age = entry("零就业家庭", "劳动年龄", "从", "最早退休", "最晚退休")
    rules = CourseRules(
        absences_in_a_row=_count(entry("培训", "连着缺课", "次"), "次"),
        most_a_household=_count(entry("公益岗", "一户在岗", "人"), "人"),
        mutual_days_a_week=_count(entry("公益岗", "互助岗每周", "天"), "天"),
        standard=_standard(
            _count(entry("公益岗", "每月出勤", "天"), "天"), entry("公益岗", "考核", "项目", "等次")
        ),
        term_notice=_span(entry("公益岗", "到期提前", "天"), "天"),
        venture_visits=_span(entry("创业", "走访", "每"), "每"),
        claim_notice=_span(entry("补贴", "期限提前", "天"), "天"),
        working_age=WorkingAge(*(_count(age, key) for key in ("从", "最早退休", "最晚退休"))),
        one_at_work_within=_span(entry("零就业家庭", "至少一人就业", "内"), "内"),
        green_policy=entry("绿色通道", "同办", "政策").text("政策", None),
        green_papers=entry("绿色通道", "材料", "名单").texts("名单"),
        closing_time=_clock(entry("绿色通道", "关门", "时间"), "时间"),
        print_batch=_count(entry("绿色通道", "一批打印", "人"), "人"),
        on_approval=_words(rooms["补贴"], "批准后"),
        on_stop=_words(rooms["补贴"], "终止后"),
        month_counters={k: one[0] for k, one in _words(rooms["补贴"], "发一月加一").items()},
        sources=sources,
    )
    return (None if top.problems else rules), top.problems


def _room(top: Section, name: str) -> Section:
    found = top.child(name)
    if found is None:
        top.say(top.node, f"全程规则少了“{name}”")
        return Section(Node({}), name, [])
    found.allow(*KEYS[name])
    return found


def _count(one: Section, key: str) -> int:
    number = one.number(key)
    if number != number.to_integral_value() or number < 1:
        one.say(one.node.get(key) or one.node, f"“{key}”要写 1 以上的整数")
    return int(number)


def _span(one: Section, key: str) -> Span:
    return one.span(key, needed=True) or Span(0, Unit.DAYS)


def _clock(one: Section, key: str) -> time | None:
    text = one.text(key, None)
    found = _CLOCK.fullmatch(text)
    if found is None:
        one.say(one.node.get(key) or one.node, f"“{key}”要写成 17:00 这样的时刻")
        return None
    return time(int(found[1]), int(found[2]))


def _standard(days: int, one: Section) -> Standard:
    items = {name: _points(one, "项目", name) for name in _names(one, "项目")}
    grades = [(name, _points(one, "等次", name)) for name in _names(one, "等次")]
    least = [points for _, points in grades]
    if least and (least != sorted(least, reverse=True) or least[-1] != 0):
        one.say(one.node.get("等次") or one.node, "“等次”要从高到低写，最后一等写 0")
    return Standard(days, items, grades, _source(one))


def _words(room: Section, key: str) -> dict[str, tuple[str, ...]]:
    """Words by policy, each naming a field there is."""
    found: dict[str, tuple[str, ...]] = {}
    inner = room.child(key)
    for name in (inner.node.entries or {}) if inner else ():
        assert inner is not None
        found[name] = inner.texts(name)
        for word in found[name]:
            field_name = word.partition("=")[0].rstrip("+-")
            if field_name not in TYPED:
                inner.say(
                    inner.node.get(name) or inner.node,
                    f"没有“{field_name}”这一项{nearest(field_name, TYPED)}",
                )
    return {name: words for name, words in found.items() if words}


def _names(one: Section, key: str) -> list[str]:
    found = one.node.get(key)
    if found is None or not found.entries:
        one.say(found or one.node, f"“{key}”要写成 {{名: 分, …}}")
        return []
    return list(found.entries)


def _points(one: Section, key: str, name: str) -> int:
    inner = one.child(key)
    return int(inner.number(name)) if inner else 0


def _source(one: Section) -> str:
    node = one.node.get("依据")
    if node is None:
        one.say(one.node, f"“{one.name}”少了“依据”，没有文件就写 依据: {{文号: 自拟}}")
        return ""
    if node.text is not None:
        return node.text
    source = Section(node, "依据", one.problems)
    trust = source.text("可信度")
    return source.text("文号", None) + (f"（{trust}）" if trust else "")

"""A year's arrangement of holidays as its file in `policies/日历` states it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jiuye_cli.core.calendar import CalendarYear, Holiday
from jiuye_cli.core.callback.section import Section
from jiuye_cli.core.rules.node import Node
from jiuye_cli.errors import Problem


def read_calendar_year(node: Node) -> tuple[CalendarYear, list[Problem]]:
    """The year a file states, and every problem in it."""
    top = Section(node, "放假安排")
    top.allow("年", "通知", "放假")
    year = int(top.number("年"))
    if not 1900 < year < 3000:
        top.say(node.get("年") or node, f"“年: {year}”不是一个年份")
    notice = top.child("通知")
    if notice:
        notice.allow("文号", "日期", "题名")
        notice.day("日期")
    holidays = tuple(_holidays(top, year))
    return CalendarYear(year, holidays, notice.text("文号") if notice else ""), top.problems


def _holidays(top: Section, year: int) -> Iterator[Holiday]:
    for one in top.children("放假"):
        one.allow("名称", "起", "止", "上班")
        first, last = one.day("起", needed=True), one.day("止", needed=True)
        if first is None or last is None:
            continue
        if last < first:
            one.say(one.node, f"“{one.text('名称')}”的止在起之前")
        if year not in (first.year, last.year):
            one.say(one.node, f"“{one.text('名称')}”不在 {year} 年，年份写错了吗")
        yield Holiday(one.text("名称", None), first, max(first, last), tuple(_worked(one)))


def _worked(one: Section) -> Iterator[date]:
    for item in (one.node.get("上班") or Node(())).as_items():
        try:
            yield date.fromisoformat(item.text or "")
        except ValueError:
            one.say(item, f"上班的日子“{item.text}”要写成 2026-02-14 这样的日期")

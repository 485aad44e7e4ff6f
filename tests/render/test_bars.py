"""Bars that can be read without colour and without line-drawing characters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jiuye_cli.actions.report.reports import Report
from jiuye_cli.core.report.figure import Figure, Group
from jiuye_cli.render.report.bars import bar, way
from jiuye_cli.render.report.report import report_screen
from jiuye_cli.render.screen.table import Screen
from jiuye_cli.render.screen.text import width

DRAWN, PLAIN = Screen(columns=80, drawn=True), Screen(columns=80, encoding="gbk")


def people(name: str, count: int, **also: object) -> Figure:
    return Figure(name, tuple(range(count)), **also)  # type: ignore[arg-type]


REPORT = Report(
    "weekly",
    date(2026, 11, 15),
    date(2026, 11, 21),
    (
        Group(
            "务工",
            (
                people("务工人数", 470, previous=455),
                people("务工县内", 88, previous=88),
                people("公益岗·道路养护和河道巡查员", 1, previous=0),
                people("失联", 0, previous=0),
            ),
        ),
        Group("全年任务", (people("全年转移就业", 30, target=Decimal(120)), people("全年取证", 9, target=Decimal(8)))),
    ),
)  # fmt: skip


def test_a_terminal_gets_full_blocks() -> None:
    assert report_screen(REPORT, DRAWN).splitlines()[2:10] == [
        "务工",
        "  务工人数                 470人      +15   ████████████████",
        "  务工县内                  88人     持平   ███",
        "  公益岗·道路养护和河…       1人       +1   █",
        "",
        "全年任务",
        "  全年转移就业              30人            ████░░░░░░░░░░░░ 25.0%，目标 120",
        "  全年取证                   9人            ████████████████ 112.5%，目标 8",
    ]


def test_a_gbk_console_gets_plain_marks() -> None:
    text = report_screen(REPORT, PLAIN)
    text.encode("gbk")
    assert "  务工县内                  88人     持平   ###" in text
    assert "####............ 25.0%" in text


def test_chinese_names_keep_the_columns_in_line() -> None:
    lines = [line for line in report_screen(REPORT, DRAWN).splitlines() if "人 " in line]
    assert {width(line[: line.index("人 ")]) for line in lines} == {30}
    assert {width(line[: line.index("█")]) for line in lines} == {44}


@pytest.mark.parametrize("room", [1, 8, 16])
def test_a_bar_is_never_longer_than_its_room(room: int) -> None:
    for value in (0, 1, 7, 100, 10**9):
        assert len(bar(value, 100, room, DRAWN)) <= room
        assert len(way(value, Decimal(100), room, DRAWN)) == room

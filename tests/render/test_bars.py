"""Bars that can be read without colour and without line-drawing characters."""

from __future__ import annotations

from jiuye_cli.render.bars import bars_text
from jiuye_cli.render.table import Screen
from jiuye_cli.render.text import width

BARS = [("在职", 470), ("灵活就业", 88), ("公益性岗位", 1), ("联系不上", 0)]


def test_a_terminal_gets_full_blocks() -> None:
    assert bars_text("现在在干什么", BARS, Screen(columns=40, drawn=True)) == (
        "现在在干什么\n"
        "在职        ██████████████████  470\n"
        "灵活就业    ███                  88\n"
        "公益性岗位  █                     1\n"
        "联系不上                          0\n"
    )


def test_a_gbk_console_gets_plain_marks() -> None:
    text = bars_text("现在在干什么", BARS, Screen(columns=40, encoding="gbk"))
    text.encode("gbk")
    assert "#" in text


def test_no_line_is_wider_than_the_screen() -> None:
    for columns in (40, 60, 80, 120):
        text = bars_text(
            "题", [("很长很长很长很长很长很长的名称", 123456789)], Screen(columns=columns)
        )
        assert max(map(width, text.splitlines())) <= columns


def test_nothing_to_show_is_a_title() -> None:
    assert bars_text("题", [], Screen()) == "题\n"

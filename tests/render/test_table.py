"""Tables line up at 80 columns, whatever stands in them."""

from __future__ import annotations

import io
from datetime import date

import pytest

from jiuye_cli.render.screen.table import Column, Screen, screen_of, table_text
from jiuye_cli.render.screen.text import width

COLUMNS = (Column("行号", whole=True), Column("姓名", whole=True), "事由", Column("钱", right=True))
ROWS = (
    (
        "07k",
        "李广军",
        "上岗第30天；技能提升补贴申领期限还剩9天，要带上证书和身份证到镇服务中心办理，逾期不补",
        18000,
    ),
    ("08p", "古丽·阿依", "满一个月没有回访", None),
    ("09x", "刘䶮", "约好的", 100),
)


def test_a_pipe_gets_every_character_lined_up_and_no_lines() -> None:
    assert table_text(COLUMNS, [(*row[:2], row[2][:9], row[3]) for row in ROWS], Screen()) == (
        "行号  姓名       事由                 钱\n"
        "07k   李广军     上岗第30天；技能  18000\n"
        "08p   古丽·阿依  满一个月没有回访\n"
        "09x   刘䶮       约好的              100\n"
    )


def test_a_gbk_console_gets_a_cut_table_with_missing_sorts() -> None:
    screen = Screen(columns=40, encoding="gbk")
    text = table_text(COLUMNS, ROWS, screen)
    assert text == (
        "行号  姓名        事由                钱\n"
        "07k   李广军      上岗第30天；…   18000\n"
        "08p   古丽·阿依  满一个月没有…\n"
        "09x   刘〓        约好的             100\n"
    )
    assert max(width(line, ambiguous=2) for line in text.splitlines()) <= 40
    text.encode("gbk")


@pytest.mark.parametrize("columns", [20, 40, 80, 120])
@pytest.mark.parametrize("drawn", [True, False])
def test_no_line_is_wider_than_the_screen(columns: int, drawn: bool) -> None:
    text = table_text(COLUMNS, ROWS, Screen(columns=columns, drawn=drawn))
    assert max(map(width, text.splitlines())) <= columns


def test_a_terminal_gets_the_whole_text_folded() -> None:
    text = table_text(COLUMNS, ROWS, Screen(columns=80, drawn=True))
    assert text == (
        "行号  姓名       事由                                                         钱\n"
        "────────────────────────────────────────────────────────────────────────────────\n"
        "07k   李广军     上岗第30天；技能提升补贴申领期限还剩9天，要带上证书和身   18000\n"
        "                 份证到镇服务中心办理，逾期不补\n"
        "08p   古丽·阿依  满一个月没有回访\n"
        "09x   刘䶮       约好的                                                      100\n"
    )


def test_a_name_cannot_move_the_cursor_or_be_read_as_markup() -> None:
    rows = [("[red]王[/五]", "\x1b[2J:smile:", date(2026, 11, 21))]
    for screen in (Screen(), Screen(columns=80, drawn=True)):
        text = table_text(("甲", "乙", "丙"), rows, screen)
        assert "\x1b" not in text
        assert text.splitlines()[-1].split() == ["[red]王[/五]", "[2J:smile:", "2026-11-21"]


def test_a_table_without_rows_is_its_heads() -> None:
    assert table_text(("姓名", "组"), [], Screen()) == "姓名  组\n"


def test_a_stream_that_is_no_terminal_is_neither_cut_nor_drawn() -> None:
    assert screen_of(io.StringIO()) == Screen(
        columns=None, encoding="utf-8", drawn=False, colour=False
    )


class GbkConsole(io.StringIO):
    encoding = "gbk"

    def isatty(self) -> bool:
        return True


def test_a_gbk_console_is_cut_but_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert screen_of(GbkConsole()) == Screen(columns=80, encoding="gbk", drawn=False, colour=False)

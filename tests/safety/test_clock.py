"""An old PC's clock falls back by years: it is said, and nobody is lost by it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., object]


def test_a_clock_that_has_fallen_back_is_said(
    home: Path, jiuye: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert jiuye("add", "李小满", "电话=19900001111").err == ""
    monkeypatch.setenv("JIUYE_TODAY", "2009-01-01")
    said = jiuye("enter", "李小满", "接通")
    assert said.code == 0
    assert said.err == (
        "电脑的日期是 2009-01-01，比台账里上一次记的（2026-11-21）还早。"
        "先看看电脑的时间；不对就 jiuye undo，校好再记。\n"
    )
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-21")
    assert jiuye("undo").err == "", "set right again, nothing more is said"


def test_who_was_called_under_a_wrong_clock_still_has_a_turn(
    home: Path, jiuye: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    jiuye("add", "李小满", "电话=19900001111")
    monkeypatch.setenv("JIUYE_TODAY", "2099-01-05")
    jiuye("enter", "李小满", "接通", "--next", "2099-02-02")
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-23")
    rows = jiuye("today", "--json").json["rows"]
    assert [row["name"] for row in rows] == ["李小满"]


def test_after_a_fortnight_without_nights_everyone_due_is_there(
    home: Path, jiuye: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 9):
        jiuye("add", f"李小{'一二三四五六七八'[number - 1]}", f"电话=1990000111{number}")
    jiuye("nightly")
    monkeypatch.setenv("JIUYE_TODAY", "2026-12-10")
    said = jiuye("today", "--json")
    assert {row["id"] for row in said.json["rows"]} == set(range(1, 9))
    assert "夜班有" in said.err


def test_who_has_left_school_is_named_although_nobody_calls_pupils(home: Path, jiuye: Run) -> None:
    jiuye("add", "李小满", "电话=19900001111", "就业状态=在校", "毕业日期=2026-11-21")
    jiuye("add", "王大寒", "电话=19900001112", "就业状态=在校", "毕业日期=2026-11-20")
    told = [p for p in jiuye("doctor", "--json").json["problems"] if p["code"] == "疑点·毕业"]
    assert [(p["where"], p["message"]) for p in told] == [
        ("2 号", "就业状态是在校，2026-11-20 已经毕业，一直没有排回访")
    ]


def test_a_slip_in_the_year_does_not_silence_anybody(home: Path, jiuye: Run) -> None:
    jiuye("add", "李小满", "电话=19900001111")
    said = jiuye("enter", "李小满", "接通", "--next", "2036-12-03")
    assert (said.code, said.out) == (5, "")
    assert said.err == (
        "约在 2036-12-03，一年以后了，到那天以前就没人打给他。年份写错了吗？先约近一点的日子。\n"
    )
    assert jiuye("enter", "李小满", "接通", "--next", "2027-11-22").code == 0


def test_day_and_time_of_an_entry_come_from_one_look_at_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Midnight between two looks would put an entry a whole day ahead."""
    from datetime import date, datetime

    from jiuye_cli.cli import desk

    monkeypatch.delenv("JIUYE_TODAY")
    monkeypatch.setattr(desk, "today", lambda: date(2099, 1, 1))
    assert desk.now() <= datetime.now().astimezone().replace(tzinfo=None)

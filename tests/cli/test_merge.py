"""Two files of one person become one: nothing is lost, nothing is decided by a name, one undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., object]
IDENTITY = "999999197506267715"


@pytest.fixture
def twice(home: Path, jiuye: Run) -> Run:
    """李小满 told twice: at the door, and on the phone with a certificate and a call."""
    jiuye("add", "李小满", "组=3组", "电话=19900001111", "证书=电工 五级 2025-12-20")
    jiuye(
        "add", "李小满", "组=5组", "电话=19900002222", "身份证号=-", "学历=初中", "证书=电工 五级 2025-12-20", "证书+=焊工 四级 2026-03-01",
        "人员类别+=低保", stdin=IDENTITY + "\n",
    )  # fmt: skip
    jiuye("service", "add", "2", "职业指导", "--note", "说了面试的事")
    return jiuye


def rows(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the house but the log of changes."""
    conn = sqlite3.connect(home / "jiuye.db")
    names = [row[0] for row in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    told = {name: conn.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}
    conn.close()
    return {name: told[name] for name in told if name not in ("change", "operation")}


def test_the_kept_file_gains_what_it_lacked_and_keeps_what_it_said(home: Path, twice: Run) -> None:
    said = twice("merge", "1", "2", "--yes")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "2 号并进了 1 号 李小满；2 号注销，号码不再用。\n"
        "补上了身份证号、文化程度。\n"
        "  组：1 号是3组，2 号是5组；留3组\n"
        "并错了：jiuye undo 整个退回去。\n"
    )
    fields = twice("show", "1", "--json").json["fields"]
    assert fields["组"]["value"] == "3组"
    assert fields["文化程度"]["value"] == "初中"
    assert fields["年龄"]["value"] == 51
    assert [one["职业"] for one in fields["证书"]["value"]] == ["电工", "焊工"]
    assert fields["人员类别"]["value"] == {"yes": ["低保"], "no": []}
    assert twice("find", "李小满", "--json").json["people"][0]["id"] == 1
    assert "说了面试的事" in twice("service", "list", "1").out


def test_a_value_can_be_taken_from_the_other_file(home: Path, twice: Run) -> None:
    assert twice("merge", "1", "2", "--take", "组", "--yes").code == 0
    assert twice("show", "1", "--json").json["fields"]["组"]["value"] == "5组"


def test_one_undo_makes_two_files_again(home: Path, twice: Run) -> None:
    before = rows(home)
    assert twice("merge", "1", "2", "--yes").code == 0
    assert rows(home) != before
    assert twice("undo", "--yes").code == 0
    assert rows(home) == before


def test_nothing_is_merged_without_a_yes_and_the_question_shows_the_differences(
    home: Path, twice: Run
) -> None:
    before = rows(home)
    said = twice("merge", "1", "2")
    assert (said.code, said.out) == (5, "")
    assert said.err.startswith(
        "把 2 号 李小满 并进 1 号 李小满。\n  组：1 号是3组，2 号是5组；留3组\n是同一个人吗？"
    )
    assert rows(home) == before


def test_two_identity_numbers_are_two_people(home: Path, twice: Run) -> None:
    twice("set", "1", "身份证号=-", stdin="999999197506267731\n")
    said = twice("merge", "1", "2", "--yes")
    assert said.code == 5
    assert "身份证号不一样，是两个人，没有并" in said.err


def test_a_file_is_not_merged_into_itself_nor_a_closed_one(home: Path, twice: Run) -> None:
    assert twice("merge", "1", "1", "--yes").code == 5
    twice("forget", "2", "--why", "迁出")
    said = twice("merge", "1", "2", "--yes")
    assert (said.code, "先 jiuye forget 2 --reopen 再并" in said.err) == (5, True)


def test_a_row_of_tonights_sheet_still_leads_to_the_one_who_stays(home: Path, twice: Run) -> None:
    sheet = twice("nightly", "--json").json
    shown = twice("callbacks", "--for", sheet["for"], "--json").json["rows"]
    row = next(one["row"] for one in shown if one["id"] == 2)
    twice("merge", "1", "2", "--yes")
    said = twice("enter", row, "接通", "未就业", "--json")
    assert (said.err, said.json["id"]) == ("", 1)

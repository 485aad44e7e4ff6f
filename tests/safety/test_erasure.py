"""Erased is erased: no byte in the file, nobody's number on old paper, no quiet return."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., object]
IDENTITY = "999999197506267715"
TRACES = ("郗慕遥", IDENTITY, "19900007788", "ximuyao", "xmy", "87654", "77号", "腿脚不便")


def left_in(home: Path, traces: tuple[str, ...] = TRACES) -> list[str]:
    data = (home / "jiuye.db").read_bytes()
    return [trace for trace in traces if trace.encode() in data]


@pytest.fixture
def village(home: Path, jiuye: Run) -> Run:
    """Someone who lived a whole course alone in a house: sheets, contacts, income, commands in every form."""
    jiuye(
        "add", "郗慕遥", "组=3组", "电话=19900007788", "身份证号=-", "户编号=H9", "住址=柳树屯3组77号",
        "家庭月收入=87654", "备注=腿脚不便", stdin=IDENTITY + "\n",
    )  # fmt: skip
    jiuye("add", "韩立春", "组=3组", "电话=19900007799")
    jiuye("today")
    jiuye("enter", "xmy", "无人接", "--note", "腿脚不便")
    jiuye("set", "郗慕遥", "就业状态=登记失业")
    jiuye("undo", "1", "--yes")
    jiuye("household", "join", "韩立春", "郗慕遥")
    jiuye("undo", "1", "--yes")
    return jiuye


def test_nothing_of_an_erased_person_is_left_in_the_file(village: Run, home: Path) -> None:
    assert left_in(home) == list(TRACES)
    assert village("forget", "郗慕遥", "--erase", "--yes").code == 0
    assert left_in(home) == []


def test_the_row_on_paper_outlives_the_person_and_is_nobody_elses(village: Run, home: Path) -> None:
    code = next(r["row"] for r in village("today", "--json").json["rows"] if r["id"] == 1)
    village("forget", "郗慕遥", "--erase", "--yes")
    assert "郗慕遥" not in village("today").out
    said = village("enter", code, "接通")
    assert said.code == 3
    assert "这一行的人已经不在台账里了，没有记" in said.err
    village("add", "仇大寒", "电话=19900007711")
    village("nightly", "--for", "2026-11-21", "--renew")
    given = [r["row"] for r in village("today", "--json").json["rows"]]
    assert code not in given


def test_a_house_that_others_live_in_stays(village: Run, home: Path) -> None:
    village("household", "join", "韩立春", "郗慕遥")
    village("forget", "郗慕遥", "--erase", "--yes")
    assert left_in(home) == ["87654"]
    assert village("show", "韩立春", "--json").json["fields"]["家庭月收入"]["value"] == 87654


def test_what_others_have_written_is_named_and_left(village: Run, home: Path) -> None:
    village("set", "韩立春", "备注=郗慕遥的邻居")
    said = village("forget", "郗慕遥", "--erase", "--yes")
    assert "2 号的档案" in said.err
    village("add", "郗慕遥")
    village("add", "郗慕遥")
    assert "别处还写着" not in village("forget", "3", "--erase", "--yes").err, (
        "a namesake is on file"
    )


def test_an_old_copy_does_not_bring_the_erased_back_unsaid(village: Run, home: Path) -> None:
    copy = village("backup", "--json").json["file"]
    village("forget", "郗慕遥", "--erase", "--yes")
    said = village("restore", copy, "--yes")
    assert "1 号本人要求删除过，这份旧备份里又有了" in said.err
    village("forget", "#1", "--erase", "--yes")
    assert left_in(home) == []


def test_paper_and_numbers_handed_out_survive_the_return_of_an_old_copy(
    village: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = village("backup", "--json").json["file"]
    village("add", "仇大寒", "电话=19900007711")
    village("nightly")
    village("show", "韩立春", "--full")
    paper = village("callbacks", "--json").json
    looks = look_log(home)
    village("restore", copy, "--yes")
    assert village("callbacks", "--json").json["rows"] == paper["rows"]
    assert look_log(home) == looks
    assert village("add", "单小寒", "--json").json["id"] == 4, "3 was on paper"


def look_log(home: Path) -> list[tuple[object, ...]]:
    conn = sqlite3.connect(home / "jiuye.db")
    try:
        return conn.execute("SELECT * FROM look ORDER BY id").fetchall()
    finally:
        conn.close()


def test_drafts_of_an_erased_person_go_too(village: Run, home: Path) -> None:
    drafts = [
        home / "cache" / n
        for n in ("编辑-1.yaml", "编辑-1.yaml~", ".编辑-1.yaml.swp", "编辑-11.yaml")
    ]
    for draft in drafts:
        draft.parent.mkdir(exist_ok=True)
        draft.write_text(IDENTITY)
    village("forget", "郗慕遥", "--erase", "--yes")
    assert [draft.name for draft in drafts if draft.exists()] == ["编辑-11.yaml"]

"""print: every kind of paper out of the file; nothing leaks onto what others see."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jiuye_cli.actions.papers.gatherers import GATHERERS
from jiuye_cli.render.documents.kinds import KINDS
from jiuye_cli.render.paper.pdf import can_make_pdf

Run = Callable[..., Any]
IDENTITY = "999999197506267715"
PHONE = "19900002222"
SECRETS = re.compile(r"\d{15,17}[\dX]|1990000\d{4}|残疾|慢性病|大病|低保|特困|夜班|肢体")


@pytest.fixture
def village(home: Path, jiuye: Run) -> Run:
    """Sixty invented people, and one of whom all that must not leak is known."""
    from jiuye_cli.actions.safe.village import settle
    from jiuye_cli.cli.desk import workspace
    from jiuye_cli.store.file.connection import connect

    settle(connect(workspace().database), 60, date(2026, 11, 21), who="王芳")
    jiuye(
        "add", "单大寒", "组=2组", f"电话={PHONE}", "身份证号=-", "学历=技校", "就业状态=登记失业", "健康状况=残疾",
        "残疾人证=是", "残疾类别=肢体", "人员类别+=低保", "不能=夜班", "就业意愿=有", stdin=IDENTITY + "\n",
    )  # fmt: skip
    return jiuye


def pages(said: Any) -> str:
    assert said.code == 0, said.err
    html = [Path(one) for one in said.json["files"] if one.endswith(".html")]
    text = "".join(path.read_text(encoding="utf-8") for path in html)
    return re.sub(r"<[^>]+>", "", re.sub(r"<style>.*?</style>", "", text, flags=re.S))


def test_every_kind_of_the_contract_can_be_printed() -> None:
    assert {"callbacks", *(one.word for one in GATHERERS)} == {one.word for one in KINDS}
    names = {one.word: one.name for one in KINDS}
    assert all(names[one.word] == one.name for one in GATHERERS)


def test_a_manual_holds_what_its_owner_may_see(village: Run) -> None:
    said = village("print", "手册", "单大寒", "--html", "--json")
    assert set(said.json) == {"files", "print_id", "pages"}
    text = pages(said)
    for words in ("单大寒", "肢体" if "肢体" in text else "残疾", "低保", "夜班", PHONE):
        assert words in text
    assert IDENTITY not in text
    assert "99*************715" in text


@pytest.mark.skipif(not can_make_pdf(), reason="no layout engine on this machine")
def test_a_village_of_manuals_is_one_file_a_group(village: Run) -> None:
    said = village("print", "manual", "--pdf", "--json")
    assert said.code == 0, said.err
    names = [Path(one).name for one in said.json["files"] if one.endswith(".pdf")]
    assert names == [f"帮扶手册-{n}组.pdf" for n in range(1, 9)]
    assert said.json["pages"] >= 61 * 7


@pytest.mark.parametrize(
    "words",
    [
        ["weekly"],
        ["monthly"],
        ["roster"],
        ["roster", "--where", "人员类别=低保"],
        ["lists"],
        ["continuity"],
        ["签到表", "--where", "组=2组"],
    ],
)
def test_what_others_see_holds_no_number_phone_or_illness(village: Run, words: list[str]) -> None:
    said = village("print", *words, "--html", "--json")
    assert SECRETS.findall(pages(said)) == []


def test_a_notice_holds_name_group_item_and_amount_alone(village: Run) -> None:
    from datetime import datetime

    from jiuye_cli.cli.desk import workspace
    from jiuye_cli.core.course.claim import Claim, Stage
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.file.operation import operation
    from jiuye_cli.store.tables.claim import CLAIM

    with operation(
        connect(workspace().database), "申领", who="王芳", at=datetime(2026, 11, 20)
    ) as change:
        for policy in ("失业保险金", "残疾人创业补贴"):
            CLAIM.insert(
                change.conn,
                Claim(61, policy, date(2026, 11, 20), stage=Stage.POSTED, amount=1234, pay="once"),
            )
    said = village("print", "公示", "--html", "--json")
    text = pages(said)
    assert SECRETS.findall(text) == []
    assert "单大寒" in text
    assert "2组" in text
    assert "一次性1,234元" in text
    assert "就业补贴" in text
    assert len(said.json["files"]) == 2


def test_the_next_weekly_says_what_changed_since_the_last(
    village: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-14")
    village("add", "赵春分", "就业状态=无业")
    before = village("report", "--json").json["figures"]
    assert village("print", "weekly", "--html").code == 0
    village("set", "62", "就业状态=在职")
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-21")
    was = next(one["value"] for one in before if one["name"] == "在职")
    told = village("report", "--json").json["restated"]
    assert f"11月14日那期“在职”报的是 {was}，现在核对是 {was + 1}" in told
    assert f"更正：11月14日那期“在职”报的是 {was}" in pages(
        village("print", "weekly", "--html", "--json")
    )


@pytest.mark.skipif(not can_make_pdf(), reason="no layout engine on this machine")
def test_the_weekly_is_one_page(village: Run) -> None:
    assert village("print", "周报", "--pdf", "--json").json["pages"] == 1


def test_every_print_is_logged_with_its_columns_and_count(village: Run) -> None:
    from jiuye_cli.cli.desk import workspace
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.file.looks import looks

    number = village("print", "花名册", "--where", "组=2组", "--html", "--json").json["print_id"]
    (newest, *_) = looks(connect(workspace().database))
    assert number == f"P{newest.id:06d}"
    assert (newest.what, newest.columns) == (
        "印花名册",
        "姓名、组、性别、年龄、文化程度、现在、单位、工种、想干什么、电话",
    )
    assert newest.people > 0


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["春联"], 2, "没有“春联”这种纸。能印的有：回访名单、帮扶手册"),
        (["推荐单"], 3, "今天没有开推荐单"),
        (["公示"], 3, "没有要公示的"),
        (["乘车名单"], 3, "没有要发的车"),
        (["考核表"], 3, "没有人在公益岗上"),
        (["申领表"], 3, "没有在办的申领"),
        (["帮扶方案"], 3, "还没有人有帮扶方案"),
        (["帮扶手册", "查无此人"], 3, "没有找到"),
        (["花名册", "--where", "组=99组"], 3, "一个人也没有"),
    ],
)
def test_where_there_is_nothing_to_print_a_sentence_says_so(
    village: Run, words: list[str], code: int, sentence: str
) -> None:
    said = village("print", *words)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err


def test_a_leaflet_of_a_policy_is_printed_from_the_rule_alone(home: Path, jiuye: Run) -> None:
    said = jiuye("print", "明白纸", "失业保险金", "--html", "--json")
    assert said.code == 0, said.err
    (page,) = said.json["files"]
    text = Path(page).read_text(encoding="utf-8")
    assert "失业保险金" in text
    assert "社会保险法" in text


@pytest.mark.skipif(not can_make_pdf(), reason="no layout engine on this machine")
def test_a_booklet_comes_with_a_word_on_how_to_feed_the_paper(village: Run) -> None:
    from jiuye_cli.render.paper.booklet import HOW_TO_PRINT

    said = village("print", "手册", "单大寒", "--pdf", "--booklet")
    assert said.err.splitlines() == list(HOW_TO_PRINT)
    assert village("print", "手册", "单大寒", "--pdf").err == ""

"""The forms of the course, printed from what was typed on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def village(home: Path, jiuye: Run) -> Run:
    for name, group, phone in (("李广军", "2组", "19900001234"), ("孙秀芳", "1组", "19900003555")):
        through(
            jiuye, "add", name, f"组={group}", f"电话={phone}", "就业状态=登记失业", "不能=夜班"
        )
    return jiuye


def through(jiuye: Run, *words: str) -> Any:
    said = jiuye(*words)
    assert said.code == 0, said.err
    return said


def page(jiuye: Run, *words: str) -> str:
    """The words of the one page that a print comes to."""
    files = through(jiuye, "print", *words, "--html", "--json").json["files"]
    (path,) = files
    text = re.sub(r"<style>.*?</style>", "", Path(path).read_text(encoding="utf-8"), flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_a_slip_tells_the_employer_no_more_than_it_must(village: Run) -> None:
    through(
        village,
        "job",
        "add",
        "单位=甲厂",
        "岗位名称=门卫",
        "人数=1",
        "月薪=2600",
        "工作地点=镇上",
        "联系人=钱经理",
    )
    through(village, "refer", "lgj", "1")
    for words in (["推荐单"], ["推荐单", "1号"], ["推荐单", "lgj"]):
        text = page(village, *words)
        for told in ("李广军", "甲厂", "门卫", "每月2,600元", "19900001234", "钱经理"):
            assert told in text, told
        assert "夜班" not in text


def test_what_was_offered_stands_in_the_manual_with_the_answer(village: Run) -> None:
    through(
        village, "job", "add", "单位=甲厂", "岗位名称=门卫", "人数=1", "月薪=2600", "工作地点=镇上"
    )
    through(village, "refer", "lgj", "1")
    assert "去试试" in page(village, "手册", "lgj")
    through(village, "referral", "result", "1", "面试")
    assert "答复：面试" in page(village, "手册", "lgj")


def test_a_plan_holds_its_steps(village: Run) -> None:
    through(village, "plan", "make", "lgj", "学电工，年前上岗", "报电工班@12-1")
    text = page(village, "帮扶方案")
    for told in ("李广军", "学电工，年前上岗", "报电工班", "12月1日"):
        assert told in text, told
    assert "报电工班" in page(village, "手册", "lgj")


def test_a_bus_has_its_passengers_by_seat(village: Run) -> None:
    through(village, "event", "add", "返岗直通车", "类别=专车", "日期=2026-12-01")
    through(
        village,
        "event",
        "bus",
        "1",
        "座位=2",
        "带队=王芳",
        "带队电话=19900009999",
        "发车=6:30",
        "到=济南",
    )
    through(village, "event", "seat", "1", "lgj", "sxf")
    text = page(village, "乘车名单")
    for told in ("返岗直通车", "12月1日 6:30", "济南", "李广军", "19900003555", "王芳"):
        assert told in text, told


def test_an_assessment_names_who_was_on_duty_in_the_month(village: Run) -> None:
    through(village, "welfare", "post", "保洁员", "单位=柳树屯村委会", "名额=3", "补贴=600")
    through(village, "welfare", "apply", "lgj", "保洁员", "--cadre", "否")
    through(village, "welfare", "review", "lgj", "通过")
    assert "李广军" in page(village, "公示")
    through(village, "welfare", "approve", "lgj", "--months", "12", "--from", "2026-11-08", "--yes")
    text = page(village, "考核表")
    for told in ("李广军", "2组", "保洁员", "600元"):
        assert told in text, told
    assert village("print", "考核表", "--on", "2026-10-21").code == 3


def test_a_claim_form_is_filled_in_as_far_as_things_are_known(village: Run) -> None:
    from datetime import date, datetime

    from jiuye_cli.cli.desk import workspace
    from jiuye_cli.core.course.claim import Claim, Paper
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.file.operation import operation
    from jiuye_cli.store.tables.claim import CLAIM, PAPER

    with operation(
        connect(workspace().database), "申领", who="王芳", at=datetime(2026, 11, 20)
    ) as change:
        number = CLAIM.insert(
            change.conn,
            Claim(1, "技能提升补贴", date(2026, 11, 20), amount=1500, pay="once", item={"职业": "电工", "id": 3}),
        )  # fmt: skip
        PAPER.insert(change.conn, Paper(number, 1, "社保卡"))
    for words in (["申领表"], ["申领表", "1号"], ["申领表", "lgj"]):
        text = page(village, *words)
        for told in ("李广军", "一次性1,500元", "电工", "社保卡"):
            assert told in text, told


def test_a_class_has_a_sheet_to_sign(village: Run) -> None:
    through(village, "training", "add", "电工班", "职业=电工", "起=2026-12-01", "地点=村委会")
    through(village, "training", "enrol", "1", "lgj")
    text = page(village, "签到表")
    for told in ("电工班", "2026年12月1日", "村委会", "李广军"):
        assert told in text, told
    assert "孙秀芳" not in text

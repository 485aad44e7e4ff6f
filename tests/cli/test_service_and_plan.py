"""Services counted from their notes, things lent, one plan a person, responsible people appended."""

from datetime import date

import pytest

from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.people.people import read_person
from jiuye_cli.store.tables.plan import RESPONSIBLE

TODAY = date(2026, 11, 21)


@pytest.fixture
def village(home, jiuye):
    jiuye("add", "李广军", "组=2组", "电话=19900001234")
    jiuye("add", "孙秀芳", "组=1组", "电话=19900003555")
    return home


def through(jiuye, *words):
    said = jiuye(*words)
    assert said.code == 0, said.err
    return said


def test_the_numbers_of_services_are_counted_never_typed(village, jiuye):
    through(jiuye, "服务", "记", "lgj", "职业指导", "--on", "11-3")
    through(jiuye, "service", "add", "lgj", "职业指导")
    through(jiuye, "service", "add", "sxf", "上门走访", "--how", "上门")
    assert through(jiuye, "service", "count", "--json").json == {
        "counts": [
            {"kind": "职业指导", "times": 2, "ids": [1]},
            {"kind": "上门走访", "times": 1, "ids": [2]},
        ]
    }
    assert (
        through(jiuye, "service", "count", "--since", "11-10", "--json").json["counts"][0]["times"]
        == 1
    )


def test_what_was_said_in_comfort_is_shown_only_in_full(village, jiuye):
    through(
        jiuye,
        "service",
        "add",
        "lgj",
        "心理疏导",
        "--note",
        "怕年纪大没人要",
        "--result",
        "愿意先试工",
    )
    assert "怕年纪大" not in through(jiuye, "service", "list", "lgj").out
    assert "怕年纪大没人要" in through(jiuye, "service", "list", "lgj", "--full").out
    (one,) = through(jiuye, "service", "list", "--json").json["services"]
    assert (one["note"], one["by"], one["result"]) == ("（只在档案里）", "王芳", "愿意先试工")


def test_a_service_there_is_not_is_answered_with_those_there_are(village, jiuye):
    said = jiuye("service", "add", "lgj", "心里疏导")
    assert said.code == 2
    assert said.err.startswith("服务没有“心里疏导”，是不是“心理疏导”？可写：职业指导、心理疏导、")


def test_a_thing_that_is_out_is_not_lent_again(village, jiuye):
    through(
        jiuye,
        "服务",
        "借出",
        "lgj",
        "手机",
        "--mark",
        "01",
        "--giver",
        "镇商会",
        "--until",
        "12-31",
    )
    said = jiuye("service", "lend", "sxf", "手机", "--mark", "01")
    assert (said.code, said.err) == (5, "编号 01 的手机还在 1 号手里，没有记。\n")
    assert through(jiuye, "service", "back", "lgj", "手机").out == "李广军 还了手机。\n"
    assert jiuye("service", "lend", "sxf", "手机", "--mark", "01").code == 0


def test_what_nobody_has_cannot_come_back(village, jiuye):
    said = jiuye("service", "back", "lgj", "缝纫机")
    assert (said.code, said.err) == (3, "1 号手里没有唯一的“缝纫机”，现在借着：没有借东西。\n")


def test_a_plan_is_made_with_its_steps_in_one_line(village, jiuye, golden):
    through(
        jiuye,
        "方案",
        "定",
        "lgj",
        "学电工，年前上岗",
        "报电工班@12-1",
        "联系物业公司@12-20",
        "办困难认定",
    )
    through(jiuye, "plan", "step", "lgj", "陪去面试", "--by", "下周五", "--who", "王芳")
    through(jiuye, "plan", "done", "lgj", "1", "--result", "报上了")
    through(jiuye, "plan", "responsible", "lgj", "李静", "--title", "驻村干部", "--since", "11-1")
    golden("plan.txt", through(jiuye, "plan", "show", "lgj").out)


def test_a_step_is_closed_once(village, jiuye):
    through(jiuye, "plan", "make", "lgj", "年前上岗", "报电工班@12-1")
    through(jiuye, "plan", "drop", "lgj", "1", "--result", "本人不愿学")
    said = jiuye("plan", "done", "lgj", "1")
    assert (said.code, said.err) == (5, "第 1 步（报电工班）2026-11-21 已经了结。\n")


def test_a_step_there_is_not_is_answered_with_those_there_are(village, jiuye):
    through(jiuye, "plan", "make", "lgj", "年前上岗", "报电工班", "找物业")
    said = jiuye("plan", "done", "lgj", "3")
    assert (said.code, said.err) == (3, "方案里没有第 3 步。现有：1、2。\n")


def test_what_falls_due_is_listed_late_ones_first_and_steps_of_an_old_plan_no_more(
    village, jiuye, monkeypatch
):
    through(jiuye, "plan", "make", "sxf", "旧方案", "早就该做@12-1")
    through(jiuye, "plan", "make", "lgj", "年前上岗", "报电工班@11-24", "找物业@12-20")
    through(jiuye, "plan", "make", "sxf", "新方案", "缝纫试工@11-25")
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-25")
    steps = through(jiuye, "plan", "due", "--json").json["steps"]
    assert [(s["name"], s["what"], s["late"]) for s in steps] == [
        ("李广军", "报电工班", True), ("孙秀芳", "缝纫试工", False),
    ]  # fmt: skip


def test_responsible_people_are_added_and_never_overwritten(village, jiuye):
    through(jiuye, "plan", "responsible", "lgj", "王芳", "--since", "2026-01-05")
    through(jiuye, "plan", "responsible", "lgj", "李静", "--title", "驻村干部", "--since", "11-1")
    conn = connect(village / "jiuye.db", read_only=True)
    assert [(one.name, one.since) for one in RESPONSIBLE.where(conn)] == [
        ("王芳", date(2026, 1, 5)), ("李静", date(2026, 11, 1)),
    ]  # fmt: skip
    assert read_person(conn, 1, TODAY).facts.value("帮扶责任人") == "李静"
    assert through(jiuye, "plan", "under", "李静", "--json").json["people"] == [
        {"id": 1, "name": "李广军"}
    ]
    assert through(jiuye, "plan", "under", "王芳").out == "王芳 负责 0 人\n王芳 名下没有人。\n"


def test_an_entry_for_the_past_does_not_push_out_who_answers_now(village, jiuye):
    through(jiuye, "plan", "responsible", "lgj", "李静", "--since", "11-1")
    through(jiuye, "plan", "responsible", "lgj", "王芳", "--since", "2026-01-05")
    conn = connect(village / "jiuye.db", read_only=True)
    assert read_person(conn, 1, TODAY).facts.value("帮扶责任人") == "李静"

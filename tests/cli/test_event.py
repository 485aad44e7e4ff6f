"""A fair from the invitation to the first day at work, and the buses that bring people there."""

from datetime import date

import pytest

from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.people.people import read_person

TODAY = date(2026, 11, 21)


@pytest.fixture
def village(home, jiuye):
    for name, group, phone in (
        ("李广军", "2组", "19900001234"), ("孙秀芳", "1组", "19900003555"), ("赵有田", "3组", "19900002017"),
    ):  # fmt: skip
        jiuye("add", name, f"组={group}", f"电话={phone}", "就业状态=登记失业")
    assert (
        jiuye(
            "活动",
            "新办",
            "春风行动",
            "类别=招聘会",
            "日期=2026-11-21",
            "地点=镇文化站",
            "单位数=12",
        ).code
        == 0
    )
    return home


def through(jiuye, *words):
    said = jiuye(*words)
    assert said.code == 0, said.err
    return said


def test_an_event_needs_a_kind_and_a_day(home, jiuye):
    said = jiuye("event", "add", "座谈")
    assert (said.code, said.err) == (5, "活动要写类别、日期，如 类别=招聘会 日期=2026-12-05。\n")


def test_people_are_invited_by_condition_and_rung_from_a_list_with_their_numbers(village, jiuye):
    assert through(jiuye, "event", "invite", "春风行动", "--where", "就业状态=登记失业").out == (
        "春风行动 请了 3 人。照着打：jiuye event calls 1\n"
    )
    assert (
        through(jiuye, "event", "invite", "1", "lgj").out
        == "春风行动 请了 0 人，1 人请过了。照着打：jiuye event calls 1\n"
    )
    through(jiuye, "event", "answer", "1", "lgj", "zyt", "来")
    through(jiuye, "event", "answer", "1", "sxf", "再说")
    calls = through(jiuye, "活动", "要打的", "1")
    assert "19900003555" in calls.out
    assert "李广军" not in calls.out


def test_the_list_of_an_event_hides_the_middle_of_numbers(village, jiuye):
    through(jiuye, "event", "invite", "1", "lgj")
    assert "199****1234" in through(jiuye, "event", "show", "1").out
    assert "19900001234" in through(jiuye, "event", "show", "1", "--full").out


def test_from_the_invitation_to_the_job_nothing_is_typed_twice(village, jiuye):
    through(jiuye, "event", "invite", "1", "lgj", "sxf", "zyt")
    through(jiuye, "event", "signin", "1", "lgj", "sxf")
    through(jiuye, "event", "intend", "1", "lgj", "诚安物业")
    assert (
        through(jiuye, "event", "signin", "1", "--done").out == "春风行动：签到 0 人，1 人没来。\n"
    )
    said = through(jiuye, "活动", "录用", "1", "lgj", "工种=电工", "起=今天", "月薪=3800")
    assert (said.out, said.err) == (
        "李广军 上岗了，就业状态改为在职。\n",
        "还没问：合同、社保、区域。\n",
    )
    facts = read_person(connect(village / "jiuye.db", read_only=True), 1, TODAY).facts
    assert facts.value("就业经历") == (
        {
            "id": 1,
            "单位": "诚安物业",
            "起": TODAY,
            "工种": "电工",
            "月薪": 3800,
            "渠道": "春风行动",
        },
    )
    (event,) = through(jiuye, "event", "list", "--json").json["events"]
    assert {k: event[k] for k in ("invited", "coming", "came", "intended", "hired")} == {
        "invited": [1, 2, 3], "coming": [], "came": [1, 2], "intended": [1], "hired": [1],
    }  # fmt: skip


def test_who_comes_uninvited_is_added_to_the_list(village, jiuye):
    through(jiuye, "event", "signin", "1", "zyt")
    (event,) = through(jiuye, "event", "list", "--json").json["events"]
    assert (event["invited"], event["came"]) == ([3], [3])


def test_nobody_signs_in_before_the_day(village, jiuye):
    through(jiuye, "event", "set", "1", "日期=2026-12-05")
    said = jiuye("event", "signin", "1", "lgj")
    assert (said.code, said.err) == (5, "“春风行动”2026-12-05 才办，还不能签到。\n")


def test_an_answer_needs_an_invitation(village, jiuye):
    said = jiuye("event", "answer", "1", "lgj", "来")
    assert (said.code, said.err) == (
        3,
        "1 号不在“春风行动”的名单上。请人用 jiuye event invite 1 1\n",
    )


def test_an_event_that_is_called_off_takes_nobody_more(village, jiuye):
    through(jiuye, "event", "off", "1", "--reason", "下雪")
    said = jiuye("event", "invite", "1", "lgj")
    assert (said.code, said.err) == (5, "“春风行动”2026-11-21 已经取消了。\n")


def test_people_are_invited_from_a_list_that_someone_else_made(village, jiuye, tmp_path):
    listed = tmp_path / "报名.csv"
    listed.write_text("姓名,电话\n李广军,19900001234\n钱多多,19900009999\n", encoding="utf-8")
    said = through(jiuye, "event", "invite", "1", "--file", listed)
    assert (said.out, said.err) == (
        "春风行动 请了 1 人。照着打：jiuye event calls 1\n", "第 3 行 钱多多：台账里没有，或同名的不止一个\n",
    )  # fmt: skip


@pytest.fixture
def bus(village, jiuye):
    through(jiuye, "event", "add", "返岗直通车", "类别=专车", "日期=2026-11-23")
    said = through(
        jiuye,
        "活动",
        "加车",
        "2",
        "座位=2",
        "带队=王芳",
        "带队电话=19900001111",
        "发车=6:30",
        "到=济南",
        "上车点=村口、镇政府",
    )
    assert said.out == "1号车（2 座）加好了。\n"
    return village


def test_a_full_bus_makes_a_waiting_list_that_moves_up(bus, jiuye):
    assert (
        through(jiuye, "event", "seat", "2", "lgj", "sxf", "zyt", "--stop", "村口").out
        == "排上 2 人，1 人候补。\n"
    )
    said = through(jiuye, "活动", "退座", "2", "sxf")
    assert (said.out, said.err) == (
        "退了 1 个座。\n",
        "候补的有座了：3 号 赵有田 3组 尾号2017，打电话告诉一声。\n",
    )


def test_another_bus_takes_those_who_wait(bus, jiuye):
    through(jiuye, "event", "seat", "2", "lgj", "sxf", "zyt")
    assert through(jiuye, "event", "bus", "2", "座位=10").err == "候补的有座了：赵有田。\n"
    seats = through(jiuye, "event", "seats", "2", "--json").json["seats"]
    assert [(s["name"], s["bus"], s["seat"]) for s in seats] == [
        ("李广军", "1号车", 1), ("孙秀芳", "1号车", 2), ("赵有田", "2号车", 1),
    ]  # fmt: skip


def test_nobody_has_two_seats(bus, jiuye):
    through(jiuye, "event", "seat", "2", "lgj")
    assert through(jiuye, "event", "seat", "2", "lgj", "sxf").out == "排上 1 人，1 人早有座。\n"


def test_a_stop_there_is_not_is_answered_with_those_there_are(bus, jiuye):
    said = jiuye("event", "seat", "2", "lgj", "--stop", "县城")
    assert (said.code, said.err) == (3, "没有“县城”这个上车点。有：村口、镇政府。\n")


def test_the_leader_ticks_only_who_did_not_board(bus, jiuye):
    through(jiuye, "event", "seat", "2", "lgj", "sxf")
    assert (
        through(jiuye, "event", "boarded", "2", "--absent", "sxf").out == "上车 1 人，没上 1 人。\n"
    )


def test_the_screens(bus, jiuye, golden):
    through(jiuye, "event", "invite", "1", "lgj", "sxf", "zyt")
    through(jiuye, "event", "answer", "1", "lgj", "zyt", "来")
    through(jiuye, "event", "intend", "1", "lgj", "诚安物业")
    through(jiuye, "event", "seat", "2", "lgj", "sxf", "zyt", "--stop", "村口")
    screens = [jiuye("event", *w).out for w in (["list"], ["show", "1"], ["seats", "2"])]
    golden("event.txt", "\n".join(screens))

"""A class from the wish to the certificate, typed as she types it."""

from datetime import date

import pytest

from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.people.people import read_person
from jiuye_cli.store.tables.training import ATTENDANCE, ENROLMENT

TODAY = date(2026, 11, 21)


@pytest.fixture
def village(home, jiuye):
    for words in (
        ["李小满", "组=3组", "电话=19900001234", "培训意愿=电工"],
        ["赵有田", "组=3组", "电话=19900002017", "培训意愿=电工、焊工"],
        ["孙秀芳", "组=1组", "电话=19900003555"],
    ):
        assert jiuye("add", *words).code == 0
    opened = jiuye(
        "培训",
        "开班",
        "电工初级班",
        "职业=电工",
        "等级=初级",
        "起=2026-11-02",
        "止=2026-11-20",
        "名额=2",
        "学时=80",
    )
    assert (opened.code, opened.out) == (
        0,
        "1 号班 电工初级班 开好了，2026-11-02 星期一 到 2026-11-20 星期五。"
        "报名：jiuye training enrol 1 谁…\n",
    )
    return home


def facts(home, number):
    conn = connect(home / "jiuye.db", read_only=True)
    return read_person(conn, number, TODAY).facts


def rows(home, table):
    conn = connect(home / "jiuye.db", read_only=True)
    return table.where(conn)


def test_the_wishes_of_the_village_say_which_class_to_open(village, jiuye):
    assert jiuye("training", "wishes", "--json").json == {
        "wishes": [{"wish": "电工", "ids": [1, 2]}, {"wish": "焊工", "ids": [2]}]
    }


def test_people_are_enrolled_by_condition_and_the_class_remembers_that_it_was_their_wish(
    village, jiuye
):
    assert jiuye("training", "enrol", "1", "--where", "培训意愿=电工").out == "报上 2 人。\n"
    assert [(one.person, one.why) for one in rows(village, ENROLMENT)] == [
        (1, "培训意愿"),
        (2, "培训意愿"),
    ]


def test_nobody_is_enrolled_twice(village, jiuye):
    jiuye("training", "enrol", "1", "lxm")
    assert (
        jiuye("training", "enrol", "电工初级班", "lxm", "2017").out
        == "报上 1 人，1 人早已在班里。\n"
    )


def test_a_full_class_takes_nobody_more_and_nothing_is_kept(village, jiuye):
    said = jiuye("training", "enrol", "1", "lxm", "zyt", "sxf")
    assert (said.code, said.err) == (5, "“电工初级班”名额 2 人，已报 0 人，再报 3 人坐不下。\n")
    assert rows(village, ENROLMENT) == []


def test_attendance_names_only_who_was_missing_and_says_who_missed_twice_in_a_row(village, jiuye):
    jiuye("training", "enrol", "1", "lxm", "zyt")
    first = jiuye("培训", "考勤", "1", "--on", "11-18", "--hours", "6", "--absent", "lxm")
    second = jiuye("培训", "考勤", "1", "--on", "11-19", "--hours", "6", "--absent", "lxm")
    assert first.out == "2026-11-18：到 1 人，请假 0 人，缺课 1 人。\n"
    assert (first.err, second.err) == ("", "李小满 连着缺了 2 次，会排进回访名单。\n")


def test_a_day_outside_the_class_is_refused(village, jiuye):
    jiuye("training", "enrol", "1", "lxm")
    said = jiuye("training", "mark", "1", "--on", "2026-11-21")
    assert said.code == 5
    assert (
        said.err == "“电工初级班”是 2026-11-02 到 2026-11-20，2026-11-21 不在里面。哪天用 --on。\n"
    )
    assert rows(village, ATTENDANCE) == []


def test_a_day_marked_again_replaces_the_first_note(village, jiuye):
    jiuye("training", "enrol", "1", "lxm")
    jiuye("training", "mark", "1", "--on", "11-18", "--absent", "lxm")
    jiuye("training", "mark", "1", "--on", "11-18", "--excused", "lxm")
    assert [one.mark.value for one in rows(village, ATTENDANCE)] == ["假"]


def test_finishing_writes_hours_and_result_into_each_file_and_the_certificate_once_it_is_there(
    village, jiuye
):
    jiuye("training", "enrol", "1", "lxm", "zyt")
    for day in ("11-18", "11-19"):
        jiuye("training", "mark", "1", "--on", day, "--hours", "6", "--absent", "zyt")
    assert jiuye("培训", "结班", "1", "--failed", "zyt").out == (
        "结班：合格 1 人，不合格 1 人。发证后：jiuye training certify 1 --on 发证日期\n"
    )
    assert (
        jiuye("培训", "取证", "1", "--on", "11-20").out
        == "1 人的证书写进了档案，发证日期 2026-11-20。\n"
    )
    taken = {
        "名称": "电工初级班",
        "方式": "线下",
        "起": date(2026, 11, 2),
        "止": date(2026, 11, 20),
    }
    passed, failed = facts(village, 1), facts(village, 2)
    assert passed.value("培训") == ({"id": 1, **taken, "学时": 12, "合格": True},)
    assert failed.value("培训") == ({"id": 2, **taken, "学时": 0, "合格": False},)
    assert passed.value("证书") == (
        {"id": 1, "职业": "电工", "等级": "五级", "发证日期": date(2026, 11, 20)},
    )
    assert passed.evidence["证书"].source == "培训班 电工初级班"


def test_hours_of_a_class_without_attendance_stay_unknown(village, jiuye):
    jiuye("training", "enrol", "1", "lxm")
    jiuye("training", "finish", "1")
    (taken,) = facts(village, 1).value("培训")
    assert "学时" not in taken


def test_who_leaves_keeps_what_was_attended_and_can_come_back(village, jiuye):
    jiuye("training", "enrol", "1", "lxm")
    jiuye("training", "mark", "1", "--on", "11-18", "--hours", "6")
    assert jiuye("training", "leave", "1", "lxm", "--reason", "找到活了", "--on", "11-19").code == 0
    (taken,) = facts(village, 1).value("培训")
    assert (taken["止"], taken["学时"], taken["合格"]) == (date(2026, 11, 19), 6, False)
    assert jiuye("training", "enrol", "1", "lxm").out == "报上 1 人。\n"


def test_a_finished_class_is_left_alone(village, jiuye):
    jiuye("training", "finish", "1")
    said = jiuye("training", "enrol", "1", "lxm")
    assert (said.code, said.err) == (
        5, "“电工初级班”已经结班（2026-11-21），不能再改。要改先 jiuye undo。\n",
    )  # fmt: skip


def test_finishing_is_one_step_back_with_undo(village, jiuye):
    jiuye("training", "enrol", "1", "lxm")
    jiuye("training", "finish", "1")
    assert jiuye("undo", "--yes").code == 0
    assert "培训" not in facts(village, 1).values
    assert jiuye("training", "list", "--json").json["classes"][0]["state"] == "该结班了"


def test_the_list_and_one_class_fit_the_screen(village, jiuye, golden):
    jiuye("training", "enrol", "1", "lxm", "zyt")
    jiuye("training", "mark", "1", "--on", "11-19", "--hours", "6", "--absent", "zyt")
    golden(
        "training.txt", jiuye("training", "list").out + "\n" + jiuye("training", "show", "1").out
    )


def test_a_field_a_class_does_not_have_is_named_with_the_nearest(home, jiuye):
    said = jiuye("training", "add", "电工班", "等极=五级")
    assert said.code == 2
    assert said.err.startswith("培训班没有“等极”这一项，是不是“等级”？可写：名称、职业、等级、")


def test_a_sign_in_list_says_who_came_and_the_rest_were_absent(village, jiuye, tmp_path):
    jiuye("training", "enrol", "1", "lxm", "zyt")
    signed = tmp_path / "签到.csv"
    signed.write_text("姓名,组\n李小满,3组\n", encoding="utf-8")
    said = jiuye("training", "mark", "1", "--on", "11-18", "--hours", "6", "--came", signed)
    assert (said.code, said.out) == (0, "2026-11-18：到 1 人，请假 0 人，缺课 1 人。\n")


def test_a_class_that_is_called_off_leaves_no_trace_in_the_files(village, jiuye):
    jiuye("training", "enrol", "1", "lxm")
    assert jiuye("培训", "停班", "1", "--reason", "老师来不了").out == "电工初级班 停了。\n"
    assert "培训" not in facts(village, 1).values
    assert jiuye("training", "enrol", "1", "zyt").code == 5
    assert jiuye("training", "wishes", "--json").json["wishes"][0]["ids"] == [1, 2]

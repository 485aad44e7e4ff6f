"""公益岗 and 互助岗 from the application to the end of the term."""

from datetime import date

import pytest

from jiuye_cli.core.fields.value import NONE, UNKNOWN
from jiuye_cli.store.course.claim import grants_by_person
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.people.people import read_person

TODAY = date(2026, 11, 21)


@pytest.fixture
def village(home, jiuye):
    jiuye(
        "add",
        "李广军",
        "组=2组",
        "电话=19900001234",
        "就业状态=登记失业",
        "失业日期=2026-01-05",
        "户编号=H1",
    )
    jiuye("add", "孙秀芳", "组=2组", "电话=19900003555", "就业状态=未登记失业", "户编号=H1")
    jiuye("add", "周德福", "组=5组", "人员类别=低保")
    assert jiuye("公益岗", "设岗", "邻里照护", "类别=互助岗", "单位=柳树屯村委会", "补贴=400", "名额=2",
                 "工种=护理员", "政策=民政互助公益岗").code == 0  # fmt: skip
    return home


def through(jiuye, *words):
    said = jiuye(*words)
    assert said.code == 0, said.err
    return said


def facts(home, number=1):
    return read_person(connect(home / "jiuye.db", read_only=True), number, TODAY).facts


def on_duty(jiuye, who="lgj", cadre="否"):
    through(jiuye, "welfare", "apply", who, "邻里照护", "--cadre", cadre)
    through(jiuye, "welfare", "review", who, "通过")
    return through(
        jiuye, "welfare", "approve", who, "--months", "12", "--from", "2026-10-08", "--yes"
    )


def test_a_mutual_help_post_asks_at_least_the_days_of_the_rules(village, jiuye):
    (post,) = through(jiuye, "welfare", "posts", "--json").json["posts"]
    assert (post["kind"], post["stipend"], post["on_duty"]) == ("互助岗", 400, 0)
    assert "  2  400元" in through(jiuye, "welfare", "posts").out


def test_what_a_human_must_look_at_is_said_and_decides_nothing(village, jiuye):
    said = through(jiuye, "welfare", "apply", "lgj", "邻里照护")
    assert (said.out, said.err) == (
        "李广军 的申请记下了，等评议。\n",
        "还没问：是不是村干部或其亲属？\n",
    )
    through(jiuye, "welfare", "kin", "lgj", "是")
    through(jiuye, "welfare", "review", "lgj", "通过")
    held = jiuye("welfare", "approve", "lgj", "--months", "12")
    assert (held.code, held.err) == (
        5,
        "是村干部或其亲属，按规定一般不得安置，请上级定。\n还是批准 李广军 上岗吗？要确认才能做：加 --yes 再来一次。什么都没有动。\n",
    )


def test_review_comes_before_duty(village, jiuye):
    through(jiuye, "welfare", "apply", "lgj", "邻里照护", "--cadre", "否")
    said = jiuye("welfare", "approve", "lgj")
    assert (said.code, said.err) == (5, "1 号公益岗申请现在是“申请”，不能改成“在岗”。\n")


def test_on_duty_is_a_job_with_an_end_and_a_status_in_the_file(village, jiuye):
    assert on_duty(jiuye).out == "李广军 上岗，协议从 2026-10-08 到 2027-10-07。\n"
    assert facts(village).value("就业经历") == (
        {"id": 1, "单位": "柳树屯村委会", "用工形式": "公益性岗位", "起": date(2026, 10, 8),
         "止": date(2027, 10, 7), "工种": "护理员", "月薪": 400},
    )  # fmt: skip
    assert [facts(village).value(n) for n in ("就业状态", "失业日期")] == ["公益性岗位", NONE]
    assert "李广军" in through(jiuye, "placement", "list").out


def test_two_of_one_household_are_pointed_out(village, jiuye):
    on_duty(jiuye)
    said = through(jiuye, "welfare", "apply", "sxf", "邻里照护", "--cadre", "否")
    assert said.err == "同户已有 李广军 在岗，按规定一户 1 人。\n"


def test_those_helped_are_neighbours_of_the_file_or_mere_names(village, jiuye):
    on_duty(jiuye)
    said = through(jiuye, "公益岗", "帮扶", "lgj", "周德福", "王奶奶", "--needs", "打扫、代购")
    assert said.out == "李广军 帮扶：周德福、王奶奶。\n"
    (term,) = through(jiuye, "welfare", "list", "--json").json["terms"]
    assert term["helps"] == [
        {"name": "周德福", "id": 3, "needs": "打扫、代购"},
        {"name": "王奶奶", "id": None, "needs": "打扫、代购"},
    ]
    assert through(jiuye, "welfare", "helps", "lgj", "周德福").out == "李广军 帮扶：都已经记过。\n"


def two_on_duty(jiuye):
    on_duty(jiuye)
    on_duty(jiuye, "sxf")


def test_a_month_is_noted_with_the_exceptions_only_and_short_months_stand_out(village, jiuye):
    two_on_duty(jiuye)
    said = through(
        jiuye, "welfare", "days", "--all", "12", "sxf=5", "--month", "上月", "--json"
    ).json
    assert [(p["name"], p["days"], p["short"]) for p in said["people"]] == [
        ("李广军", 12, False), ("孙秀芳", 5, True),
    ]  # fmt: skip


def test_a_month_has_no_more_days_than_it_has(village, jiuye):
    on_duty(jiuye)
    said = jiuye("welfare", "days", "--all", "32", "--month", "10月")
    assert (said.code, said.err) == (5, "2026-10 只有 31 天，32 天不对。\n")


def test_who_was_not_on_duty_that_month_is_not_noted(village, jiuye):
    on_duty(jiuye)
    said = jiuye("welfare", "days", "zdf=3", "--month", "10月")
    assert (said.code, said.err) == (3, "3 号 2026-10 没有在公益岗上，没有记。\n")


def test_the_grade_follows_from_the_standard_once_all_items_are_there(village, jiuye):
    on_duty(jiuye)
    first = through(jiuye, "welfare", "grade", "lgj", "出勤=40", "履职=35", "--month", "10月")
    then = through(jiuye, "welfare", "grade", "lgj", "群众评价=18", "--month", "10月")
    assert (first.out, then.out) == (
        "李广军 2026-10 考核：还差群众评价。\n",
        "李广军 2026-10 考核：优秀。\n",
    )


def test_points_beyond_the_standard_are_refused(village, jiuye):
    on_duty(jiuye)
    said = jiuye("welfare", "grade", "lgj", "出勤=41")
    assert (said.code, said.err) == (5, "“出勤”满分 40，41 分不对。\n")


def test_the_stipend_becomes_months_that_the_rules_count_and_doubts_are_left_to_a_human(
    village, jiuye
):
    two_on_duty(jiuye)
    through(jiuye, "welfare", "days", "--all", "12", "sxf=5", "--month", "10月")
    said = through(jiuye, "welfare", "paid", "10月")
    assert said.out == "2026-10 发给 2 人，共 800 元。\n"
    assert (
        said.err
        == "留意：孙秀芳 出勤 5 天，不够 8 天，该不该发由您定；不发就 jiuye undo 再加 --except。\n"
    )
    grants = grants_by_person(connect(village / "jiuye.db", read_only=True))
    assert [(g.policy, g.months, g.start, g.first) for g in grants[1]] == [
        ("民政互助公益岗", 1, date(2026, 10, 1), date(2026, 10, 8))
    ]
    again = jiuye("welfare", "paid", "10月")
    assert (again.code, again.err) == (5, "民政互助公益岗 2026-10 已经记过发放，没有再记。\n")


def test_the_end_of_a_term_ends_the_job_and_asks_what_comes_next(village, jiuye):
    on_duty(jiuye)
    said = through(jiuye, "welfare", "end", "lgj", "考核不合格", "--on", "11-20")
    assert said.err == "还没问：就业状态、失业日期。下次回访会问。\n"
    assert facts(village).value("就业经历")[0]["止"] == date(2026, 11, 20)
    assert facts(village).value("就业状态") is UNKNOWN
    assert through(jiuye, "welfare", "list").out == "没有在办的公益岗申请，也没有人在岗。\n"


def test_terms_that_end_soon_are_listed_in_time(village, jiuye, monkeypatch):
    on_duty(jiuye)
    assert through(jiuye, "welfare", "list", "--due", "--json").json["terms"] == []
    monkeypatch.setenv("JIUYE_TODAY", "2027-09-07")
    (term,) = through(jiuye, "welfare", "list", "--due", "--json").json["terms"]
    assert (term["name"], term["ends"]) == ("李广军", "2027-10-07")


def test_one_application_at_a_time(village, jiuye):
    on_duty(jiuye)
    said = jiuye("welfare", "apply", "lgj", "邻里照护")
    assert (said.code, said.err) == (5, "1 号已有公益岗申请（在岗），没有再记。\n")


def test_the_screens(village, jiuye, golden):
    two_on_duty(jiuye)
    through(jiuye, "welfare", "helps", "lgj", "周德福")
    through(jiuye, "welfare", "days", "--all", "12", "sxf=5", "--month", "10月")
    through(
        jiuye, "welfare", "grade", "lgj", "出勤=40", "履职=35", "群众评价=18", "--month", "10月"
    )
    screens = [jiuye("welfare", *words).out for words in (["posts"], ["list"], ["month", "10月"])]
    golden("welfare.txt", "\n".join(screens))


def test_who_is_erased_is_gone_from_the_rows_of_those_who_helped_them(village, jiuye):
    on_duty(jiuye)
    through(jiuye, "welfare", "helps", "lgj", "周德福", "王奶奶")
    through(jiuye, "forget", "周德福", "--erase", "--yes")
    (term,) = through(jiuye, "welfare", "list", "--json").json["terms"]
    assert [one["name"] for one in term["helps"]] == ["王奶奶"]
    assert "周德福".encode() not in (village / "jiuye.db").read_bytes()


def test_a_post_that_is_taken_off_takes_no_application_and_keeps_who_is_on_duty(village, jiuye):
    on_duty(jiuye)
    through(jiuye, "公益岗", "撤岗", "邻里照护")
    said = jiuye("welfare", "apply", "sxf", "邻里照护")
    assert (said.code, said.err) == (5, "“邻里照护”2026-11-21 已经撤了。\n")
    assert [t["name"] for t in through(jiuye, "welfare", "list", "--json").json["terms"]] == [
        "李广军"
    ]


def test_no_term_near_its_end_is_not_said_to_be_no_term_at_all(home, jiuye):
    _ = home
    assert jiuye("welfare", "list", "--due").out.startswith(
        "到 2026-12-21 为止，没有人的协议到期。"
    )

"""Starts at work, changes, trouble and ends, and the facts they move."""

from datetime import date

import pytest

from jiuye_cli.core.fields.value import NONE, UNKNOWN
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.people.people import read_person

TODAY = date(2026, 11, 21)


@pytest.fixture
def man(home, jiuye):
    jiuye(
        "add",
        "李广军",
        "组=2组",
        "电话=19900001234",
        "就业状态=登记失业",
        "失业日期=2026-05-01",
        "失业登记日期=2026-05-10",
    )

    def facts():
        return read_person(connect(home / "jiuye.db", read_only=True), 1, TODAY).facts

    return facts


START = [
    "上岗",
    "到岗",
    "lgj",
    "单位=诚安物业",
    "工种=电工",
    "起=11-9",
    "月薪=3800",
    "合同=是",
    "社保=是",
    "区域=县内",
]


def test_a_start_opens_a_job_and_moves_the_status_and_ends_the_time_without_work(man, jiuye):
    said = jiuye(*START)
    assert (said.code, said.out, said.err) == (0, "1 号 李广军 上岗了，就业状态改为在职。\n", "")
    facts = man()
    assert facts.value("就业经历") == (
        {"id": 1, "单位": "诚安物业", "起": date(2026, 11, 9), "区域": "县内", "工种": "电工",
         "月薪": 3800, "合同": True, "社保": True},
    )  # fmt: skip
    assert (facts.value("就业状态"), facts.value("失业日期")) == ("在职", NONE)
    assert facts.value("失业登记日期") == date(2026, 5, 10)


def test_what_was_not_told_is_named_and_stays_unknown(man, jiuye):
    said = jiuye("placement", "start", "lgj", "单位=诚安物业")
    assert said.err == "还没问：起、月薪、合同、社保、区域。\n"
    assert man().value("就业经历") == ({"id": 1, "单位": "诚安物业"},)


def test_who_still_draws_unemployment_benefit_is_asked_about_it(man, jiuye):
    jiuye("set", "lgj", "领取失业保险金=是")
    assert "档案里还在领失业金，上岗后要停，问一问办了没有。" in jiuye(*START).err
    assert man().value("领取失业保险金") is True


def test_a_second_job_needs_to_be_meant(man, jiuye):
    jiuye(*START)
    said = jiuye("placement", "start", "lgj", "单位=惠民服装厂")
    assert (said.code, said.err) == (
        5,
        "李广军 还在诚安物业上岗。先记离岗：jiuye placement end 1 原因；两份活一起干就加 --also。\n",
    )
    assert (
        jiuye("placement", "start", "lgj", "单位=惠民服装厂", "用工形式=灵活就业", "--also").code
        == 0
    )
    assert len(man().value("就业经历")) == 2


def test_home_work_is_flexible_work_with_a_named_follower(man, jiuye):
    jiuye("placement", "start", "lgj", "单位=招工信息站", "用工形式=居家就业", "--follower", "王芳")
    assert man().value("就业状态") == "灵活就业"


def test_a_wage_that_went_down_is_trouble_and_one_that_went_up_is_none(man, jiuye):
    jiuye(*START)
    assert jiuye("placement", "set", "lgj", "月薪=4000").err == ""
    assert (
        jiuye("placement", "set", "lgj", "月薪=3600").err
        == "工资降了，记作岗上出事，会提前回访。\n"
    )
    (job,) = jiuye("placement", "list", "--json").json["placements"]
    assert (job["job"]["月薪"], job["troubles"]) == (
        3600, [{"day": "2026-11-21", "kind": "降薪", "note": "4000 → 3600", "settled_on": None}],
    )  # fmt: skip


def test_trouble_is_open_until_it_is_settled(man, jiuye):
    jiuye(*START)
    assert (
        jiuye("上岗", "出事", "lgj", "缺勤", "--on", "昨天").out
        == "李广军 2026-11-20 缺勤，记下了，会提前回访。\n"
    )
    assert "11-20缺勤" in jiuye("placement", "list").out
    jiuye("placement", "settle", "lgj")
    assert "在岗" in jiuye("placement", "list").out


def test_an_unknown_kind_of_trouble_is_answered_with_the_known_ones(man, jiuye):
    jiuye(*START)
    said = jiuye("placement", "trouble", "lgj", "旷工")
    assert (said.code, said.err) == (
        2, "事没有“旷工”。可写：缺勤、降薪、欠薪、受伤、闹矛盾、不想干、其他。\n",
    )  # fmt: skip


def test_the_end_of_a_job_leaves_open_what_nobody_asked(man, jiuye):
    jiuye(*START)
    said = jiuye("placement", "end", "lgj", "单位停产", "--on", "11-20")
    assert (said.out, said.err) == (
        "李广军 2026-11-20 从诚安物业离岗：单位停产。\n", "还没问：就业状态、失业日期。下次回访会问。\n",
    )  # fmt: skip
    facts = man()
    assert facts.value("就业经历")[0]["止"] == date(2026, 11, 20)
    assert [facts.value(n) for n in ("就业状态", "失业日期")] == [UNKNOWN, UNKNOWN]


def test_what_was_asked_at_the_end_goes_into_the_file(man, jiuye):
    jiuye(*START)
    jiuye(
        "上岗",
        "离岗",
        "lgj",
        "合同到期",
        "就业状态=未登记失业",
        "失业日期=2026-11-22",
        "--on",
        "今天",
    )
    assert [man().value(n) for n in ("就业状态", "失业日期")] == ["未登记失业", date(2026, 11, 22)]
    (job,) = jiuye("placement", "show", "lgj", "--json").json["placements"]
    assert (job["open"], job["ended_why"], job["months"]) == (False, "合同到期", 0)


def test_a_job_does_not_end_before_it_began(man, jiuye):
    jiuye(*START)
    said = jiuye("placement", "end", "lgj", "太远", "--on", "11-8")
    assert (said.code, said.err) == (5, "2026-11-09 才上岗，不会 2026-11-08 离岗。\n")


def test_who_has_no_job_cannot_leave_one(man, jiuye):
    said = jiuye("placement", "end", "lgj", "太远")
    assert (said.code, said.err) == (
        3,
        "1 号档案里没有在岗的记录。上岗用 jiuye placement start。\n",
    )


def test_one_undo_takes_a_start_back_whole(man, jiuye):
    before = man()
    jiuye(*START)
    jiuye("undo", "--yes")
    assert man() == before


def test_the_list_fits_the_screen(man, jiuye, golden):
    jiuye(*START)
    jiuye("placement", "trouble", "lgj", "欠薪")
    golden("placement.txt", jiuye("placement", "list").out)

"""A start-up from the first advice to the six people it employs."""

from datetime import date

import pytest

from jiuye_cli.core.fields.value import NONE, UNKNOWN
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.people.people import read_person

TODAY = date(2026, 11, 21)
RULE = """
编号: 开店补贴
名称: 开店补贴
地区: 山东/聊城/临清
受益人: 本人
逐件: 创业
版本:
  - 起: 2025-01-01
    依据: {文号: 柳树屯村公约, 出处: 村公告栏, 可信度: 读过原文, 核实: 2026-11-01}
    条件: {创业.登记日期: ≥12个月, 创业.在营: 是}
    金额: 2000
    发放: 一次
样例:
  - {说明: 能领, 日期: 2026-01-01, 情况: {创业: {登记日期: 2024-12-01, 在营: 是}}, 结论: 符合}
"""


@pytest.fixture
def village(home, jiuye):
    (home / "policies" / "开店补贴.yaml").write_text(RULE, encoding="utf-8")
    jiuye("add", "张锡福", "组=2组", "就业状态=登记失业", "失业日期=2025-01-01")
    return home


def through(jiuye, *words):
    said = jiuye(*words)
    assert said.code == 0, said.err
    return said


def facts(home):
    return read_person(connect(home / "jiuye.db", read_only=True), 1, TODAY).facts


LICENCE = ["创业", "办执照", "zxf", "老张饭馆", "类型=个体户", "首次=是", "登记日期=2025-10-8"]


def test_a_licence_becomes_a_venture_in_the_file_and_moves_the_status(village, jiuye):
    said = through(jiuye, *LICENCE)
    assert (said.out, said.err) == ("张锡福 的老张饭馆记好了，就业状态改为自主创业。\n", "")
    assert facts(village).value("创业") == (
        {
            "id": 1,
            "名称": "老张饭馆",
            "类型": "个体工商户",
            "首次": True,
            "登记日期": date(2025, 10, 8),
            "在营": True,
        },
    )
    assert [facts(village).value(n) for n in ("就业状态", "失业日期")] == ["自主创业", NONE]


def test_what_the_subsidies_look_at_and_nobody_told_is_named(village, jiuye):
    said = through(jiuye, "venture", "start", "zxf", "老张饭馆")
    assert said.err == "还没问：类型、首次、登记日期。补贴要看这几项。\n"


def test_the_same_venture_is_not_noted_twice(village, jiuye):
    through(jiuye, *LICENCE)
    said = jiuye("venture", "start", "zxf", "老张饭馆")
    assert (said.code, said.err) == (5, "1 号档案里已经有“老张饭馆”了，没有再记。\n")


def test_a_licence_is_no_mere_step(village, jiuye):
    said = jiuye("venture", "step", "zxf", "办执照")
    assert (said.code, said.err) == (5, "办了执照用 jiuye venture start 谁 名称，档案会跟着改。\n")


def test_a_visit_writes_what_was_seen_into_the_file(village, jiuye):
    through(jiuye, *LICENCE)
    said = through(
        jiuye,
        "venture",
        "visit",
        "zxf",
        "--jobs",
        "6",
        "--insured",
        "13",
        "--open",
        "--needs",
        "想贷款",
    )
    assert said.out == "张锡福 2026-11-21 走访过了，档案改了带动就业、在营、本人参保月数。\n"
    (venture,) = facts(village).value("创业")
    assert (venture["带动就业"], venture["本人参保月数"], venture["在营"]) == (6, 13, True)
    (one,) = through(jiuye, "venture", "list", "--json").json["ventures"]
    assert [s["kind"] for s in one["steps"]] == ["办执照", "带动就业"]


def test_a_venture_seen_closed_leaves_open_what_its_owner_does_now(village, jiuye):
    through(jiuye, *LICENCE)
    through(jiuye, "venture", "visit", "zxf", "--closed")
    assert facts(village).value("创业")[0]["在营"] is False
    assert facts(village).value("就业状态") is UNKNOWN
    said = jiuye("venture", "visit", "zxf", "--open")
    assert (said.code, said.err) == (
        3,
        "1 号档案里没有在营的创业。办了执照先：jiuye venture start\n",
    )


def test_who_moved_into_the_base_is_visited_a_month_later_and_then_every_month(village, jiuye):
    through(jiuye, *LICENCE)
    through(jiuye, "venture", "step", "zxf", "入驻", "--base", "楼山孵化基地", "--on", "2026-10-21")
    (one,) = through(jiuye, "venture", "round", "--json").json["ventures"]
    assert (one["base"], one["visit_due"]) == ("楼山孵化基地", "2026-11-21")
    assert one["claims"] == [{"policy": "开店补贴", "verdict": "eligible", "amount": 2000}]
    through(jiuye, "venture", "visit", "zxf", "--open")
    assert through(jiuye, "venture", "round", "--json").json["ventures"] == []
    assert (
        through(jiuye, "venture", "list", "--json").json["ventures"][0]["visit_due"] == "2026-12-21"
    )


def test_the_day_before_the_visit_is_due_nobody_is_on_the_round(village, jiuye):
    through(jiuye, *LICENCE)
    through(jiuye, "venture", "step", "zxf", "入驻", "--base", "楼山孵化基地", "--on", "2026-10-22")
    assert through(jiuye, "venture", "round", "--json").json["ventures"] == []


def test_a_project_is_shown_and_the_answer_kept(village, jiuye):
    through(jiuye, "创业", "加项目", "早点铺", "投入=5000元", "门槛=会做面食")
    through(jiuye, "venture", "offer", "早点铺", "zxf")
    through(jiuye, "venture", "offer", "早点铺", "zxf", "愿做")
    assert through(jiuye, "venture", "projects", "--json").json["projects"] == [
        {
            "id": 1,
            "name": "早点铺",
            "trade": None,
            "cost": 5000,
            "needs": "会做面食",
            "shown_to": [1],
            "wanted_by": [1],
        }
    ]


def test_a_story_leaves_the_desk_only_with_consent(village, jiuye):
    through(jiuye, "venture", "story", "zxf", "下岗开饭馆", "从摆摊做起，现在雇了六个人")
    assert through(jiuye, "venture", "stories", "--to-tell").out == "还没有故事。\n"
    through(jiuye, "venture", "consent", "1", "--on", "昨天")
    (story,) = through(jiuye, "venture", "stories", "--to-tell", "--json").json["stories"]
    assert (story["title"], story["consent_on"]) == ("下岗开饭馆", "2026-11-20")


def test_the_screens(village, jiuye, golden):
    through(jiuye, *LICENCE)
    through(jiuye, "venture", "step", "zxf", "入驻", "--base", "楼山基地", "--on", "2026-10-21")
    golden("venture.txt", jiuye("venture", "list").out + "\n" + jiuye("venture", "round").out)


def test_a_project_that_is_shelved_is_shown_no_more(village, jiuye):
    through(jiuye, "venture", "project", "早点铺")
    through(jiuye, "创业", "撤项目", "早点铺")
    assert through(jiuye, "venture", "projects", "--json").json == {"projects": []}

"""Slips, answers, and what each answer moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Said


@pytest.fixture
def village(home: Path, jiuye: Callable[..., Said]) -> Callable[..., Said]:
    """One woman on 低保, three firms' posts and a 公益岗."""
    _ = home
    ok(jiuye("add", "钱小兰", "性别=女", "出生日期=1980-02-02", "就业状态=无业", "不能=无", "劳动能力=普通劳动力",
             "人员类别=低保", "户籍地=山东/聊城/临清", "电话=19900001980"))  # fmt: skip
    for post in (
        "单位=甲厂 岗位名称=缝纫工 人数=1 月薪=2600 工作地点=镇上 劳动强度=轻",
        "单位=乙厂 岗位名称=保洁员 人数=2 月薪=2400 工作地点=县城 劳动强度=轻",
        "单位=丙厂 岗位名称=装配工 人数=2 月薪=3000 工作地点=济南 劳动强度=轻",
        "单位=镇环卫所 单位类型=公益性岗位 岗位名称=护路员 人数=1 月薪=900 工作地点=本村 劳动强度=轻",
        "单位=丁厂 岗位名称=门卫 人数=1 月薪=2000 工作地点=镇上 年龄要求=50-60",
    ):
        ok(jiuye("job", "add", *post.split()))
    return jiuye


def ok(said: Said) -> Said:
    assert said.code == 0, said.err
    return said


def test_a_slip_names_the_three_best_and_when_the_answer_is_due(
    village: Callable[..., Said], golden: Callable[..., None]
) -> None:
    golden("refer.txt", ok(village("refer", "钱小兰")).out)
    golden("referral_list.txt", village("referral", "list").out)
    first: Any = village("referral", "list", "--json").json["referrals"][0]
    assert (first["offered_on"], first["reply_due"], first["result"]) == (
        "2026-11-21",
        "2026-11-28",
        "offered",
    )


def test_what_is_on_a_slip_is_not_offered_again(village: Callable[..., Said]) -> None:
    village("refer", "钱小兰", "1", "2")
    jobs = [one["job"] for one in village("match", "钱小兰", "--json").json["suggestions"]]
    assert jobs == [3, 4]
    again = village("refer", "钱小兰", "1")
    assert (again.code, "2026-11-21 推荐过，等回话" in again.err) == (5, True)


def test_a_known_limit_stops_a_referral_unless_she_insists(village: Callable[..., Said]) -> None:
    stopped = village("refer", "钱小兰", "5")
    assert (stopped.code, "年龄不合" in stopped.err) == (5, True)
    assert village("referral", "list").out == "没有等回话的推荐。\n"
    ok(village("refer", "钱小兰", "5", "--yes"))


def test_the_answer_is_overdue_from_the_eighth_day_on(
    village: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    village("refer", "钱小兰", "1")
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-28")
    assert village("referral", "list", "--due", "--json").json["referrals"] == []
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-29")
    assert len(village("referral", "list", "--due", "--json").json["referrals"]) == 1
    assert "上次推荐的1个人，该回话了" in village("employer", "ring").out


def test_the_slip_calls_for_a_call_after_seven_days(village: Callable[..., Said]) -> None:
    village("enter", "钱小兰", "接通", "未就业")
    village("refer", "钱小兰", "1")
    rows: Any = village("callbacks", "--for", "2026-11-30", "--json").json["rows"]
    assert "推荐满7天，问结果（缝纫工 11月21日）" in str(rows)


def test_a_refusal_asks_before_it_becomes_a_limit(village: Callable[..., Said]) -> None:
    village("refer", "钱小兰", "2", "3")
    said = ok(village("referral", "result", "1", "没成", "--reason", "离家远"))
    assert "要问本人：是不是村外的活都去不了？是就 jiuye set 1 不能+=出村" in said.out
    assert village("show", "1", "--json").json["fields"]["不能"]["value"] == "无"
    said = ok(village("referral", "result", "2", "没成", "--reason", "不出县", "--yes"))
    assert "档案的“不能”里加了出县。" in said.out
    limit = village("show", "1", "--json").json["fields"]["不能"]
    assert (limit["value"], limit["source"]) == (["出县"], "推荐没成（不出县），问过本人")


def test_a_refusal_needs_a_reason_of_the_file(village: Callable[..., Said]) -> None:
    village("refer", "钱小兰", "1")
    none = village("referral", "result", "1", "没成")
    assert (none.code, "没成要写原因" in none.err) == (2, True)
    wrong = village("referral", "result", "1", "没成", "--reason", "太热")
    assert (wrong.code, "没有“太热”这个原因" in wrong.err) == (2, True)
    assert village("referral", "list", "--json").json["referrals"][0]["result"] == "offered"


def test_three_refusals_prompt_a_human_and_decide_nothing(village: Callable[..., Said]) -> None:
    village("refer", "钱小兰", "1", "2", "3")
    village("referral", "result", "1", "没成", "--reason", "工资低")
    second = village("referral", "result", "2", "没成", "--reason", "工资低")
    third = village("referral", "result", "3", "没成", "--reason", "不说原因", "--json")
    assert "请人看" not in second.out
    (prompt,) = third.json["prompts"]
    assert prompt.endswith("程序不作判断，由人看有没有正当理由。")
    assert village("show", "1", "--json").json["fields"]["就业状态"]["value"] == "无业"
    assert (
        village("match", "1")
        .out.splitlines()[3]
        .startswith("注意  低保家庭里能干活的人连着3次没去")
    )


def test_a_pause_is_kept(village: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    village("refer", "钱小兰", "1")
    said = village("referral", "result", "1", "没成", "--reason", "家里有事", "--json").json
    assert said["paused_until"] == "2026-12-21"
    assert village("match", "1", "--json").json["suggestions"] == []
    assert "先不推荐：家里有事，到 2026-12-21" in village("match", "1").out
    monkeypatch.setenv("JIUYE_TODAY", "2026-12-21")
    assert 1 in [one["job"] for one in village("match", "1", "--json").json["suggestions"]]


def test_a_hire_begins_the_job_frees_the_other_seats_and_fills_this_one(
    village: Callable[..., Said], golden: Callable[..., None]
) -> None:
    village(
        "placement",
        "start",
        "1",
        "单位=零工市场",
        "工种=零工",
        "起=2026-10-01",
        "用工形式=灵活就业",
    )
    village("refer", "钱小兰", "1", "2", "3")
    golden(
        "referral_hired.txt",
        ok(village("referral", "result", "1", "录用", "合同=是", "社保=是")).out,
    )
    his: Any = village("show", "1", "--json").json["fields"]
    old, new = his["就业经历"]["value"]
    assert (old["单位"], old["止"]) == ("零工市场", "2026-11-21")
    assert (new["单位"], new["月薪"], new["渠道"], his["就业状态"]["value"]) == (
        "甲厂",
        2600,
        "村里推荐",
        "在职",
    )
    results = [
        one["result"] for one in village("referral", "list", "1", "--json").json["referrals"]
    ]
    assert results == ["hired", "lapsed", "lapsed"]
    assert [one["id"] for one in village("job", "list", "--json").json["jobs"]] == [2, 3, 4, 5]


def test_undo_takes_a_hire_back_whole(village: Callable[..., Said]) -> None:
    village("refer", "钱小兰", "1", "2")
    village("referral", "result", "1", "录用")
    ok(village("undo", "--yes"))
    assert [
        one["result"] for one in village("referral", "list", "1", "--json").json["referrals"]
    ] == ["offered"] * 2
    assert village("show", "1", "--json").json["fields"]["就业状态"]["value"] == "无业"


def test_a_public_post_lists_what_was_tried_before_it(
    village: Callable[..., Said], golden: Callable[..., None]
) -> None:
    bare = ok(village("refer", "钱小兰", "4"))
    assert "公益岗是托底的，前面还没有推荐过别的岗位。" in bare.out
    village("referral", "result", "1", "作罢")
    village("refer", "钱小兰", "1", "2")
    village("referral", "result", "2", "没成", "--reason", "工资低")
    village("referral", "result", "3", "没成", "--reason", "没证", "--by", "单位")
    golden("refer_public_post.txt", ok(village("refer", "钱小兰", "4")).out)
    assert village("match", "1", "--json").json["tries"] == {
        "本地企业": 2, "居家就业": 0, "劳务输出": 0, "公益岗": 1,
    }  # fmt: skip


def test_a_result_cannot_be_noted_before_the_offer_or_twice(village: Callable[..., Said]) -> None:
    village("refer", "钱小兰", "1")
    early = village("referral", "result", "1", "愿意", "--on", "2026-11-20")
    assert (early.code, "才推荐" in early.err) == (5, True)
    village("referral", "result", "1", "作罢")
    assert village("referral", "result", "1", "录用").code == 5
    assert village("referral", "result", "99", "录用").code == 3
    assert village("referral", "result", "1", "好").code == 2


@pytest.mark.parametrize(("reason", "quiet", "day"), [
    ("没想好", "2026-12-01", "2026-12-02"),
    ("没去面试", "2026-11-27", "2026-11-28"),
])  # fmt: skip
def test_a_refusal_for_now_is_asked_about_again_on_its_day_and_not_before(
    village: Callable[..., Said],
    monkeypatch: pytest.MonkeyPatch,
    reason: str,
    quiet: str,
    day: str,
) -> None:
    ok(village("refer", "钱小兰", "1"))
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-25")
    ok(village("enter", "钱小兰", "接通", "未就业"))
    ok(village("referral", "result", "1", "没成", "--reason", reason))
    assert village("callbacks", "--for", quiet, "--json").json["rows"] == []
    rows: Any = village("callbacks", "--for", day, "--json").json["rows"]
    (said,) = (one["reasons"] for one in rows)
    assert (len(said), f"上次推荐没成，再问一次（缝纫工，{reason} " in said[0]) == (1, True)


def test_the_end_of_a_pause_calls_for_a_call_and_a_later_slip_takes_its_place(
    village: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    ok(village("refer", "钱小兰", "1"))
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-25")
    ok(village("referral", "result", "1", "没成", "--reason", "家里有事"))
    monkeypatch.setenv("JIUYE_TODAY", "2026-12-24")
    ok(village("enter", "钱小兰", "接通", "未就业"))
    (row,) = village("callbacks", "--for", "2026-12-25", "--json").json["rows"]
    assert "上次推荐没成，再问一次（缝纫工，家里有事 " in str(row["reasons"])
    monkeypatch.setenv("JIUYE_TODAY", "2026-12-25")
    ok(village("refer", "钱小兰", "2"))
    assert village("callbacks", "--for", "2026-12-25", "--json").json["rows"] == []


def test_an_employer_who_did_not_answer_is_rung_again_until_reached(
    village: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    ok(village("refer", "钱小兰", "1"))
    ok(village("referral", "result", "1", "没成", "--reason", "单位没回话"))
    said = "上次推荐的1个人，该回话了"
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-23")
    assert said not in village("employer", "ring").out
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-24")
    assert said in village("employer", "ring").out
    ok(village("employer", "rang", "甲厂"))
    assert said not in village("employer", "ring").out


def test_piece_work_leaves_the_wage_to_be_asked(village: Callable[..., Said]) -> None:
    ok(
        village(
            "job", "add", "单位=戊厂", "岗位名称=绕线", "人数=1", "工资=计件约2500", "工作地点=镇上"
        )
    )
    ok(village("refer", "钱小兰", "6"))
    said = ok(village("referral", "result", "1", "录用"))
    assert "还没问：月薪" in said.out + said.err
    (job,) = village("show", "钱小兰", "--json").json["fields"]["就业经历"]["value"]
    assert "月薪" not in job

"""Rows 1, 2, 4, 5, 9, 10 of the brief: the file, the calls, the green channel, the plan, the rota, the manual."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Said
from stories.office import Office, office_in

ROSTER = Path(__file__).parents[1] / "data" / "rosters" / "分流职工花名册.xls"


@pytest.fixture
def office(tmp_path: Path, jiuye: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> Office:
    return office_in(
        tmp_path / "jiuye", jiuye, monkeypatch, "柳树屯", "山东/聊城/临清", "2026-03-02"
    )


def test_row_1_one_file_a_person_over_the_whole_course(office: Office) -> None:
    """一人一档：从登记、培训、上岗到离岗，都在一个人的一份档案里，号码不变。"""
    office.types("add 李小满 组=3组 电话=19900001234 就业状态=未登记失业 培训意愿=电工")
    office.types("training add 电工班 职业=电工 等级=五级 起=2026-03-02 止=2026-03-31")
    office.types("training enrol 1 lxm")
    office.on("2026-03-31")
    office.types("training finish 1")
    office.on("2026-04-10")
    office.types("training certify 1")
    office.types("placement start lxm 单位=诚安物业 工种=电工 起=今天 月薪=3600")
    office.on("2026-09-30")
    office.types("placement end lxm 合同到期 就业状态=未登记失业")
    file = office.file("lxm")
    assert [one["名称"] for one in file["培训"]] == ["电工班"]
    assert [(one["职业"], one["发证日期"]) for one in file["证书"]] == [("电工", "2026-04-10")]
    assert [(one["单位"], one["止"]) for one in file["就业经历"]] == [("诚安物业", "2026-09-30")]
    assert office.asks("show 1")["name"] == "李小满"
    as_then = office.asks("show lxm --on 2026-04-30")["fields"]
    assert as_then["就业状态"]["value"] == "在职"


def test_row_2_the_call_finds_a_difficulty_and_changes_the_plan(office: Office) -> None:
    """电话回访：夜里排好名单，打通了听出难处，方案跟着改。"""
    office.types("add 赵守田 组=2组 电话=19900001973 就业状态=登记失业")
    office.types("plan make zst 年前上岗 找物业公司@3-20")
    office.on("2026-03-09")
    assert [row["name"] for row in office.asks("callbacks --for 2026-03-09")["rows"]] == ["赵守田"]
    office.types("enter zst 接通 未就业 有 岗位 不能=重体力 --note 腰不好 --next 周五")
    office.types("plan step zst 先去医院看腰 --by 周五")
    assert office.file("zst")["不能"] == ["重体力"]
    assert "先去医院看腰" in office.types("plan show zst")
    assert office.asks("callbacks --for 2026-03-10")["rows"] == []
    assert [r["name"] for r in office.asks("callbacks --for 2026-03-13")["rows"]] == ["赵守田"]


def test_row_4_a_whole_plant_arrives_and_nobody_is_left_waiting(office: Office) -> None:
    """绿色通道：厂子一关来了一千四百多人，登记和申领一次办完，下班前一个不剩。"""
    office.types(f"green start {ROSTER} 非因本人意愿失业=是")
    assert office.asks("green left")["total"] == 1419
    office.types("green done 就业意愿=有")
    office.types("green done 就业意愿=有 --lack 2")
    office.types("green skip 3 --reason 已经去外地上班")
    served = office.file("1")
    assert (served["就业状态"], served["失业登记日期"], served["失业日期"]) == (
        "登记失业",
        "2026-03-02",
        "2026-10-31",
    )
    claims = office.asks("claim list")["claims"]
    assert [(c["who"], c["policy"], c["missing"]) for c in claims] == [
        (1, "失业保险金", []),
        (2, "失业保险金", ["解除劳动关系证明"]),
    ]
    left = office.asks("green left")
    assert (left["done"], left["skipped"], len(left["waiting"]), left["lacking"]) == (
        2,
        1,
        1416,
        [2],
    )


def test_row_5_a_plan_for_one_person_and_comfort_that_stays_between_the_two(office: Office) -> None:
    """一人一策和心理疏导：量身定方案，步步有日子、有人做；疏导记下来，但不上纸。"""
    office.types("add 孙国庆 组=1组 电话=19900003555 就业状态=登记失业")
    office.types(
        "service add sgq 心理疏导 --how 上门 --note 觉得丢人不愿见人 --result 愿意先学电工"
    )
    office.types("plan make sgq 学电工进物业 报电工班@3-10 陪去面试@4-20")
    office.types("plan responsible sgq 李静 --title 驻村干部")
    page = office.printed("帮扶方案 sgq")
    assert "学电工进物业" in page
    assert "报电工班" in page
    assert "心理疏导" in page
    assert "觉得丢人" not in page
    office.on("2026-03-08")
    (row,) = [r for r in office.asks("callbacks --for 2026-03-09")["rows"] if r["name"] == "孙国庆"]
    assert any("报电工班" in str(reason) for reason in row["reasons"])


def test_row_9_the_housekeepers_take_turns(office: Office) -> None:
    """管家轮值：三个人轮着当管家，轮着打电话。"""
    office.types("rota add 王芳 周一 周三")
    office.types("rota add 李静 周二 周四")
    office.types("rota add 赵敏 周五 --duty 管家")
    office.types("rota add 赵敏 2026-03-03")
    assert "王芳" in office.types("rota list --for 2026-03-02")
    assert office.types("rota list --for 2026-03-03").endswith("3月3日 星期二：回访 赵敏\n")


def test_row_10_each_keeps_a_manual_of_their_own(office: Office) -> None:
    """就业帮扶手册：一人一本，本人拿着，写着方案、推荐、回访、能领什么。"""
    office.types("add 周德福 组=5组 电话=19900005555 就业状态=登记失业 意向工种=保洁 人员类别=低保")
    office.types("plan make zdf 家门口上岗 去车间看看@3-12")
    office.types("plan responsible zdf 李静 --title 驻村干部 --phone 19900001111")
    office.types("enter zdf 接通 未就业 有 岗位")
    page = office.printed("帮扶手册 zdf")
    for told in ("周德福", "去车间看看", "李静", "接通"):
        assert told in page

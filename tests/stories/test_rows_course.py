"""Rows 7, 8, 11, 14, 18, 19, 21, 22 of the brief: events, start-ups, welfare posts, buses, claims, figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Said
from stories.office import Office, office_in

SHOP = """
编号: 开店补贴
名称: 开店补贴
地区: 山东/聊城/临清
受益人: 本人
逐件: 创业
版本:
  - 起: 2025-01-01
    依据: {文号: 柳树屯村公约, 出处: 村公告栏, 可信度: 读过原文, 核实: 2026-01-05}
    条件: {创业.登记日期: ≥12个月, 创业.在营: 是}
    金额: 2000
    发放: 一次
申请: {材料: [营业执照]}
样例:
  - {说明: 能领, 日期: 2026-01-10, 情况: {创业: {登记日期: 2024-12-01, 在营: 是}}, 结论: 符合}
"""


@pytest.fixture
def office(tmp_path: Path, jiuye: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> Office:
    desk = office_in(
        tmp_path / "jiuye", jiuye, monkeypatch, "柳树屯", "山东/聊城/临清", "2026-03-02"
    )
    for at, name in enumerate(("李小满", "孙秀芳", "赵有田", "钱大海"), 1):
        desk.types(
            f"add {name} 组={at}组 电话=1990000123{at} 就业状态=登记失业 失业日期=2026-01-05"
        )
    return desk


def test_row_7_a_fair_from_the_phone_call_to_the_job(office: Office) -> None:
    """招聘会：打电话请人，到场辅导，谈成意向，上岗。"""
    office.types(
        "event add 春风行动 类别=招聘会 日期=2026-03-05 地点=镇文化站 单位数=12 岗位数=300"
    )
    office.types("event invite 1 --where 就业状态=登记失业")
    assert "19900001231" in office.types("event calls 1")
    office.types("event answer 1 lxm sxf zyt 来")
    office.on("2026-03-05")
    office.types("event signin 1 lxm sxf --done")
    office.types("event intend 1 lxm sxf 诚安物业")
    office.types("event hire 1 lxm 工种=保洁 起=今天 月薪=2600")
    (fair,) = office.asks("event list --all")["events"]
    assert {key: len(fair[key]) for key in ("invited", "coming", "came", "intended", "hired")} == {
        "invited": 4, "coming": 3, "came": 2, "intended": 2, "hired": 1,
    }  # fmt: skip


def test_row_8_the_incubator_is_visited_each_month_and_claims_go_in_together(
    office: Office,
) -> None:
    """创业：看项目、办执照、进基地，每月走访，补贴集中申报，雇了六个人，讲给别人听。"""
    office.rule("开店补贴", SHOP)
    office.types("venture project 早点铺 投入=5000 门槛=会做面食")
    office.types("venture offer 1 lxm 愿做")
    for who, shop in (("lxm", "小满早点"), ("sxf", "秀芳缝纫")):
        office.types(f"venture start {who} {shop} 类型=个体户 首次=是 登记日期=2025-02-10")
        office.types(f"venture step {who} 入驻 --base 孵化基地 --on 2026-02-01")
    due = office.asks("venture round")["ventures"]
    assert [(one["name"], one["claims"][0]["policy"]) for one in due] == [
        ("李小满", "开店补贴"),
        ("孙秀芳", "开店补贴"),
    ]
    office.types("venture visit lxm --jobs 6 --open")
    office.types("venture visit sxf --open")
    batch = office.asks("claim batch 开店补贴")
    assert (batch["total"], len(batch["claims"])) == (4000, 2)
    for number in (1, 2):
        office.types(f"claim tick {number}")
    office.types("claim submit --batch 1")
    office.types("venture story lxm 下岗开早点铺 从摆摊做起，现在雇了六个人 --consent")
    assert office.file("lxm")["创业"][0]["带动就业"] == 6
    assert office.asks("venture round")["ventures"] == []
    assert [one["title"] for one in office.asks("venture stories --to-tell")["stories"]] == [
        "下岗开早点铺"
    ]


def test_row_11_the_policy_handbook_is_printed_from_the_rules(office: Office) -> None:
    """政策汇编：从规则直接印，给帮包干部，例子就是规则的考题。"""
    office.rule("开店补贴", SHOP)
    page = office.printed("政策汇编 开店补贴")
    assert "开店补贴" in page
    assert "柳树屯村公约" in page
    assert "2000" in page.replace(",", "")


def test_row_14_a_poorer_neighbour_is_looked_after_by_a_poor_one(office: Office) -> None:
    """互助公益岗：申请、评议、上岗，每周两天，帮谁写清楚，月月考核，到期提前说。"""
    office.types(
        "welfare post 邻里照护 类别=互助岗 单位=柳树屯村委会 补贴=400 名额=2 政策=民政互助公益岗"
    )
    office.types("welfare apply lxm 1 --cadre 否")
    office.types("welfare review lxm 通过 --note 村民代表18人同意")
    office.types("welfare approve lxm --months 12 --by 镇民政办")
    office.types("welfare helps lxm 赵有田 王奶奶 --needs 打扫、代购")
    assert office.file("lxm")["就业状态"] == "公益性岗位"
    office.on("2026-03-31")
    office.types("welfare days --all 9")
    office.types("welfare grade lxm 出勤=40 履职=38 群众评价=18")
    sheet = office.printed("考核表")
    assert "李小满" in sheet
    assert "王奶奶" in sheet
    office.types("welfare paid 本月")
    office.on("2027-01-29")
    assert office.asks("welfare list --due")["terms"] == []
    office.on("2027-01-30")
    assert [one["name"] for one in office.asks("welfare list --due")["terms"]] == ["李小满"]
    (row,) = [r for r in office.asks("callbacks --for 2027-02-01")["rows"] if r["name"] == "李小满"]
    assert any("协议快到期" in str(reason) for reason in row["reasons"])


def test_row_18_two_lists_and_four_bases(office: Office) -> None:
    """两个清单、四个底数：谁要找活、哪里有岗，四个底数都点得到人。"""
    office.types(
        "set lxm 意向工种=保洁 意向区域=省内 培训意愿=电工 就业意愿=有 劳动能力=普通劳动力"
    )
    office.types("job add 单位=诚安物业 岗位名称=保洁 人数=2 月薪=2600 工作地点=镇上")
    base = {one["name"]: one for one in office.asks("report base")["figures"]}
    assert any(one["ids"] == [1] for one in base.values())
    page = office.printed("两个清单四个底数")
    assert "诚安物业" in page


def test_row_19_buses_take_people_back_to_work_and_nobody_has_two_seats(office: Office) -> None:
    """返岗直通车：分批发车，一人一座，有带队的，名单印出来。"""
    office.types("event add 返岗直通车第一批 类别=专车 日期=2026-03-06")
    office.types("event bus 1 座位=2 带队=王芳 带队电话=19900001111 发车=6:30 到=济南 上车点=村口")
    office.types("event seat 1 lxm sxf zyt --stop 村口")
    assert [s["name"] for s in office.asks("event seats 1")["seats"] if s["bus"] is None] == [
        "赵有田"
    ]
    office.types("event unseat 1 sxf")
    seats = [(s["name"], s["seat"]) for s in office.asks("event seats 1")["seats"]]
    assert seats == [("李小满", 1), ("赵有田", 2)]
    page = office.printed("乘车名单 返岗直通车第一批")
    assert "王芳" in page
    assert "赵有田" in page
    office.on("2026-03-06")
    office.types("event boarded 1 --absent zyt")


def test_row_21_a_claim_from_who_and_how_much_to_paid(office: Office) -> None:
    """补贴：谁能领、多少、到哪天、要什么材料、几时到账，一件件看得见。"""
    office.rule("开店补贴", SHOP)
    office.types("venture start lxm 小满早点 类型=个体户 首次=是 登记日期=2025-02-10")
    verdicts = {v["policy"]: v for v in office.asks("check lxm")["verdicts"]}
    assert (verdicts["开店补贴"]["verdict"], verdicts["开店补贴"]["amount"]) == ("eligible", 2000)
    office.types("claim start lxm 开店补贴")
    assert "还缺：营业执照" in office.is_told_off("claim submit 1")
    office.types("claim tick 1 营业执照")
    office.types("claim submit 1")
    office.types("claim result 1 公示")
    notice = office.printed("公示")
    assert "李小满" in notice
    assert "19900001231" not in notice
    office.types("claim result 1 批准")
    office.types("claim result 1 发放")
    verdicts = {v["policy"]: v for v in office.asks("check lxm")["verdicts"]}
    assert verdicts["开店补贴"]["verdict"] == "received"


def test_row_22_the_target_the_rate_and_the_weekly_report_open_into_names(office: Office) -> None:
    """任务和周报：今年要多少、到了多少，每个数翻得到人。"""
    office.types("target set 转移就业 2 --source 镇里下达")
    office.types("placement start lxm 单位=青岛一厂 起=今天 区域=省内县外")
    (target,) = office.asks("target list")["targets"]
    assert (target["value"], target["percent"], target["ids"]) == (1, 50, [1])
    weekly = {one["name"]: one for one in office.asks("report weekly")["figures"]}
    assert weekly["务工省内县外"]["ids"] == [1]
    assert "李小满" in office.types("report weekly --open 务工省内县外")
    assert "转移就业" in office.printed("周报")

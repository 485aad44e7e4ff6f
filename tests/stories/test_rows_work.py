"""Rows 3, 6, 12, 13, 15, 16, 17, 20 of the brief: employers, training, offers, home work, workshops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Said
from stories.office import Office, office_in

POST = "劳动强度=轻 年龄要求=60岁以下 学历要求=不限 证书要求=不需要 班次=白班 上班时间=8:00-16:00 工作环境=不限"
KNOWN = "性别=男 出生日期=1980-04-12 文化程度=初中 劳动能力=普通劳动力 残疾人证=否 不能=无 照护=无"


@pytest.fixture
def office(tmp_path: Path, jiuye: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> Office:
    desk = office_in(
        tmp_path / "jiuye", jiuye, monkeypatch, "柳树屯", "山东/聊城/临清", "2026-03-02"
    )
    desk.types(f"add 李小满 组=3组 电话=19900001234 就业状态=登记失业 意向工种=保洁 {KNOWN}")
    return desk


def three_posts(office: Office) -> None:
    for firm, job in (("顺和物业", "保洁"), ("惠民服装厂", "保洁"), ("诚安物业", "门卫")):
        office.types(f"job add 单位={firm} 岗位名称={job} 人数=1 月薪=2600 工作地点=镇上 {POST}")


def test_row_3_partner_units_are_asked_and_refusals_keep_their_reasons(office: Office) -> None:
    """共建单位：找单位要岗位，被拒了记原因，身体的限制不碰。"""
    office.types("set lxm 不能=重体力")
    office.types("employer add 顺和物业 联系人=孙经理 联系电话=19900002001 共建单位=是")
    ring = office.asks("employer ring")["employers"]
    assert ring[0]["employer"] == "顺和物业"
    office.types(
        f"job add 单位=顺和物业 岗位名称=装卸工 人数=2 月薪=4000 工作地点=镇上 {POST.replace('强度=轻', '强度=重')}"
    )
    assert office.asks("match lxm")["suggestions"] == []
    heavy = {c["condition"]: c for c in office.asks("why lxm 1")["conditions"]}["劳动强度"]
    assert (heavy["result"], heavy["post"]) == ("no", "重")
    office.types(f"job add 单位=顺和物业 岗位名称=保洁 人数=1 月薪=2600 工作地点=镇上 {POST}")
    office.types("refer lxm 2 --yes")
    office.types("referral result 1 没成 --reason 担心身体")
    (refused,) = office.asks("referral list lxm")["referrals"]
    assert (refused["result"], refused["reason"]) == ("refused", "担心身体")


def test_row_6_from_the_class_to_the_certificate_the_allowance_and_the_job(office: Office) -> None:
    """培训：报名、上课、取证、领补贴、上岗，一条线下来。"""
    office.rule(
        "学艺补贴",
        """
编号: 学艺补贴
名称: 学艺补贴
地区: 山东/聊城/临清
受益人: 本人
逐件: 培训
版本:
  - 起: 2025-01-01
    依据: {文号: 柳树屯村公约, 出处: 村公告栏, 可信度: 读过原文, 核实: 2026-01-05}
    条件: {培训.合格: 是}
    金额: 5元/学时
    发放: 按学时
    数量: 培训.学时
样例:
  - {说明: 能领, 日期: 2026-01-10, 情况: {培训: {学时: 10, 合格: 是}}, 结论: 符合, 金额: 50}
""",
    )
    office.types("training add 保洁班 职业=保洁 等级=合格证 起=2026-03-02 止=2026-03-04")
    office.types("training enrol 1 lxm")
    for day in ("2026-03-02", "2026-03-03"):
        office.on(day)
        office.types("training mark 1 --hours 6")
    office.on("2026-03-04")
    office.types("training mark 1 --hours 6 --excused lxm")
    office.types("training finish 1")
    office.types("training certify 1")
    office.types("claim start lxm 学艺补贴")
    (claim,) = office.asks("claim list")["claims"]
    assert claim["amount"] == 60
    three_posts(office)
    office.types("refer lxm --yes")
    office.types("referral result 1 录用 月薪=2600")
    (trained,) = office.asks("training list --all")["classes"]
    assert (trained["passed"], trained["certified"], trained["hired"]) == ([1], [1], [1])


def test_row_12_three_posts_each_time_and_the_floor_comes_last(office: Office) -> None:
    """每次三个岗位；本地企业、居家、外出都试过了，才到公益岗托底。"""
    three_posts(office)
    match = office.asks("match lxm")
    assert len({one["employer"] for one in match["suggestions"]}) == 3
    assert (match["shortfall"], match["rung"]) == (0, "本地企业")
    slip = office.asks("refer lxm --yes")
    assert len(slip["referrals"]) == 3


def test_row_13_work_from_home_on_a_lent_phone_with_a_named_follower(office: Office) -> None:
    """居家就业：借他手机在家转招工信息，按量给钱，有专人跟着。"""
    office.types("service lend lxm 手机 --mark 01 --giver 镇商会")
    office.types("service lend lxm 手机 --mark 02 --giver 镇商会")
    office.types("service add lxm 居家就业安置 --note 转发招工信息，每成一人20元")
    office.types(
        "placement start lxm 单位=镇人力资源站 工种=招工信息员 用工形式=居家就业 起=今天 --follower 王芳"
    )
    assert office.file("lxm")["就业状态"] == "灵活就业"
    assert len(office.asks("service lent")["loans"]) == 2
    office.on("2026-03-09")
    (row,) = office.asks("callbacks --for 2026-03-09")["rows"]
    assert any("上岗满7天" in str(reason) for reason in row["reasons"])


def test_row_15_posts_change_and_matching_follows(office: Office) -> None:
    """岗位常更新，自动配：不招了就下，没核实的去问，新来的马上配上。"""
    three_posts(office)
    before = {one["job"] for one in office.asks("match lxm")["suggestions"]}
    office.types("job close 1 --why 招满了")
    office.types(f"job add 单位=康乐家政 岗位名称=保洁 人数=2 月薪=2800 工作地点=镇上 {POST}")
    after = {one["job"] for one in office.asks("match lxm")["suggestions"]}
    assert 1 in before
    assert 1 not in after
    assert 4 in after
    office.on("2026-03-30")
    assert "康乐家政" in [one["employer"] for one in office.asks("employer ring")["employers"]]


def test_row_16_whether_work_costs_the_family_its_allowance(office: Office) -> None:
    """干活会不会丢低保：每个岗位旁边写着一个月多多少，说不准就写范围。"""
    office.types("set lxm 人员类别=低保 低保金额=860 家庭人口=3")
    office.types(
        f"job add 单位=顺和物业 岗位名称=保洁 人数=1 月薪=2600 工作地点=镇上 每月路费=60 {POST}"
    )
    change = office.asks("match lxm")["suggestions"][0]["net_change"]
    assert change["low"] is not None
    assert change["low"] < change["high"] == 2540


def test_row_17_the_community_recruits_for_small_firms(office: Office) -> None:
    """社区代聘：小店自己招不来，村里替它招。"""
    office.types("employer add 老张饭馆 单位类型=个体工商户 联系电话=19900002002 代聘=是")
    office.types(f"job add 单位=老张饭馆 岗位名称=洗碗工 人数=1 月薪=2200 工作地点=本村 {POST}")
    assert "老张饭馆" in {one["employer"] for one in office.asks("match lxm")["suggestions"]}
    (firm,) = office.asks("employer list")["employers"]
    assert (firm["fields"]["代聘"], firm["open_jobs"]) == (True, 1)
    office.types("job add 单位=大厂 岗位名称=装卸工 人数=3 工作地点=镇上")
    assert [one["employer"] for one in office.asks("job list --held")["jobs"]] == ["老张饭馆"]
    assert "村里代聘" in office.types("match lxm")


def test_row_20_a_workshop_its_headcount_and_its_subsidy(office: Office) -> None:
    """帮扶车间：多少人、多少脱贫的、能申请什么。"""
    office.rule(
        "车间补助",
        """
编号: 车间补助
名称: 车间补助
地区: 山东/聊城/临清
受益人: 车间
版本:
  - 起: 2025-01-01
    依据: {文号: 柳树屯村公约, 出处: 村公告栏, 可信度: 读过原文, 核实: 2026-01-05}
    条件: {正常经营: 是, 吸纳脱贫人口数: ≥10}
    金额: 500
    发放: 每月
样例:
  - {说明: 能领, 日期: 2026-01-10, 情况: {正常经营: 是, 吸纳脱贫人口数: 10}, 结论: 符合}
""",
    )
    office.types("workshop add 金穗合作社 职工人数=35 吸纳脱贫人口数=12 正常经营=是")
    office.types(f"job add 单位=金穗合作社 岗位名称=缝纫 人数=2 月薪=2400 工作地点=本村 {POST}")
    office.types("refer lxm 1 --yes")
    office.types("referral result 1 录用 月薪=2400")
    (one,) = office.asks("workshop list")["workshops"]
    assert (one["staff"], one["poor"], one["placed"], one["open_jobs"]) == (35, 12, [1], 1)
    assert one["subsidies"] == [{"policy": "车间补助", "said": "符合"}]
    said = office.types("claim start lxm 车间补助 --employer")
    assert "500元" in said

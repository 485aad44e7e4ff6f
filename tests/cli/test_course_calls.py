"""What the course tells pulls people onto the call list, on the day it should."""

import pytest


@pytest.fixture
def village(home, jiuye):
    for name in ("李广军", "孙秀芳"):
        jiuye(
            "add",
            name,
            "组=2组",
            "电话=19900001234" if name == "李广军" else "电话=19900003555",
            "就业状态=登记失业",
        )
    return home


def through(jiuye, *words):
    said = jiuye(*words)
    assert said.code == 0, said.err
    return said


def reasons(jiuye, day, name="李广军"):
    """Why someone is on the list of a day, the routine of new files left out."""
    rows = through(jiuye, "callbacks", "--for", day, "--json").json["rows"]
    said = [reason for row in rows if row["name"] == name for reason in row["reasons"]]
    return [str(one) for one in said if "新建档" not in str(one)]


def test_two_absences_in_a_row_call_the_next_day_and_one_does_not(village, jiuye):
    through(jiuye, "training", "add", "电工班", "起=2026-11-02", "止=2026-11-30")
    through(jiuye, "training", "enrol", "1", "lgj", "sxf")
    through(jiuye, "training", "mark", "1", "--on", "11-19", "--absent", "lgj", "--absent", "sxf")
    through(jiuye, "training", "mark", "1", "--on", "11-20", "--absent", "lgj")
    assert any("培训连着缺课" in one and "电工班" in one for one in reasons(jiuye, "2026-11-23"))
    assert not any("缺课" in one for one in reasons(jiuye, "2026-11-23", "孙秀芳"))


def test_who_comes_again_is_not_called_about_it(village, jiuye):
    through(jiuye, "training", "add", "电工班", "起=2026-11-02", "止=2026-11-30")
    through(jiuye, "training", "enrol", "1", "lgj")
    for day in ("11-18", "11-19"):
        through(jiuye, "training", "mark", "1", "--on", day, "--absent", "lgj")
    through(jiuye, "training", "mark", "1", "--on", "11-20")
    assert not any("缺课" in one for one in reasons(jiuye, "2026-11-23"))


def test_trouble_at_work_is_called_about(village, jiuye):
    through(jiuye, "placement", "start", "lgj", "单位=诚安物业", "起=11-20")
    through(jiuye, "placement", "trouble", "lgj", "缺勤")
    assert any("上岗后有状况" in one for one in reasons(jiuye, "2026-11-23"))
    through(jiuye, "placement", "settle", "lgj")
    assert not any("状况" in one for one in reasons(jiuye, "2026-11-23"))


def test_a_step_of_the_plan_is_called_about_before_its_day_until_it_is_done(village, jiuye):
    through(jiuye, "plan", "make", "lgj", "年前上岗", "报电工班@11-26")
    assert any("报电工班" in one for one in reasons(jiuye, "2026-11-23"))
    through(jiuye, "plan", "done", "lgj", "1")
    assert not any("报电工班" in one for one in reasons(jiuye, "2026-11-23"))


def test_the_last_day_of_a_claim_calls_until_it_is_handed_in(village, jiuye):
    rule = """
编号: 学艺补贴
名称: 学艺补贴
地区: 山东/聊城/临清
受益人: 本人
逐件: 证书
版本:
  - 起: 2025-01-01
    依据: {文号: 柳树屯村公约, 出处: 村公告栏, 可信度: 读过原文, 核实: 2026-11-01}
    条件: {证书.等级: 五级}
    金额: 1000
    发放: 一次
申请: {期限: {自: 证书.发证日期, 内: 6个月}}
样例:
  - {说明: 能领, 日期: 2026-01-01, 情况: {证书: {等级: 五级, 发证日期: 2025-12-01}}, 结论: 符合}
"""
    (village / "policies" / "学艺补贴.yaml").write_text(rule, encoding="utf-8")
    through(jiuye, "set", "lgj", "证书=电工 五级 2026-06-10")
    through(jiuye, "claim", "start", "lgj", "学艺补贴")
    assert any("学艺补贴" in one for one in reasons(jiuye, "2026-11-23"))
    through(jiuye, "claim", "submit", "1")
    assert not any("学艺补贴" in one for one in reasons(jiuye, "2026-11-23"))


def test_who_is_in_the_incubator_is_visited_every_month(village, jiuye):
    through(jiuye, "venture", "start", "lgj", "老李饭馆", "登记日期=2026-9-1")
    through(jiuye, "venture", "step", "lgj", "入驻", "--base", "孵化基地", "--on", "10-23")
    assert any("该走访了" in one for one in reasons(jiuye, "2026-11-23"))
    through(jiuye, "venture", "visit", "lgj", "--open")
    assert not any("走访" in one for one in reasons(jiuye, "2026-11-23"))


def test_the_night_counts_what_of_the_course_is_due_and_names_nobody(village, jiuye, monkeypatch):
    through(jiuye, "training", "add", "电工班", "起=2026-11-02", "止=2026-11-20")
    through(jiuye, "plan", "make", "lgj", "年前上岗", "报电工班@11-24")
    through(jiuye, "service", "lend", "lgj", "手机", "--until", "11-24")
    through(jiuye, "venture", "start", "sxf", "秀芳早点", "登记日期=2026-9-1")
    through(jiuye, "venture", "step", "sxf", "入驻", "--base", "孵化基地", "--on", "10-23")
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-26")
    warnings = through(jiuye, "nightly", "--json").json["warnings"]
    due = [one for one in warnings if "jiuye" in one]
    assert due == [
        "1 个班该结班了：jiuye training list",
        "方案里 1 步过了日子：jiuye plan due",
        "1 家创业的该走访了：jiuye venture round",
        "1 样东西该还没还：jiuye service lent",
    ]
    assert not any(name in one for one in warnings for name in ("李广军", "孙秀芳"))

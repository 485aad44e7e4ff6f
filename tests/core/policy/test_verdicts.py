"""A verdict: versions by date, regions, trust, gates, deadlines, and who comes before whom."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from core.policy.writing import SOURCE, TODAY, judged, shelf, text

from jiuye_cli.core.fields.value import Evidence, Facts, Grade
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.core.policy.verdict import judge
from jiuye_cli.core.rules.moment import Moment

MONEY = "金额: 1000\n发放: 一次"


def test_a_person_of_whom_nothing_is_known_gets_nothing_and_is_asked() -> None:
    """Trap 1: OpenFisca pays 600 to an unknown; trap 17: a default no hides the question."""
    one = judged(shelf(text(f"条件: {{年龄: ≥16}}\n{MONEY}")), "{}")
    assert (one.verdict.value, one.missing) == ("unknown", ("出生日期",))


def test_missing_names_only_facts_that_can_still_matter() -> None:
    rule = shelf(
        text("条件:\n  年龄: ≥16\n  任一:\n    - 就业状态: 在职\n    - 领取失业保险金: 是")
    )
    assert judged(rule, "{就业状态: 在职}").missing == ("出生日期",)
    assert judged(rule, "{年龄: 15}").missing == ()


VERSIONS = f"""
编号: 甲
名称: 甲补贴
地区: 全国
受益人: 本人
版本:
  - {{起: 2024-01-01, 止: 2024-12-31, 止后: 结束, 依据: {SOURCE}, 金额: 100, 发放: 一次}}
  - {{起: 2025-06-01, 止: 2025-12-31, 止后: 待核, 依据: {SOURCE}, 金额: 200, 发放: 一次}}
"""


@pytest.mark.parametrize(
    ("day", "verdict", "amount", "until"),
    [
        (date(2023, 12, 31), "ineligible", None, date(2024, 1, 1)),
        (date(2024, 1, 1), "eligible", 100, date(2025, 1, 1)),
        (date(2024, 12, 31), "eligible", 100, date(2025, 1, 1)),
        (date(2025, 1, 1), "closed", None, date(2025, 6, 1)),
        (date(2025, 5, 31), "closed", None, date(2025, 6, 1)),
        (date(2025, 6, 1), "eligible", 200, date(2026, 1, 1)),
        (date(2025, 12, 31), "eligible", 200, date(2026, 1, 1)),
        (date(2026, 1, 1), "confirm", 200, None),
    ],
)
def test_the_version_of_the_day_judges_and_gaps_are_as_their_documents_say(
    day: date, verdict: str, amount: int | None, until: date | None
) -> None:
    one = judged(shelf(VERSIONS), "{}", day)
    assert (one.verdict.value, one.amount, one.until) == (verdict, amount, until)


BY_EVENT = f"""
编号: 甲
名称: 甲补贴
地区: 全国
受益人: 本人
逐件: 证书
版本:
  - {{起: 2024-01-01, 止: 2024-12-31, 按: 证书.发证日期, 依据: {SOURCE}, 金额: 100, 发放: 一次}}
  - {{起: 2025-01-01, 按: 证书.发证日期, 依据: {SOURCE}, 金额: 200, 发放: 一次}}
"""


def test_the_events_date_chooses_the_version_not_today() -> None:
    rule = shelf(BY_EVENT)
    assert judged(rule, "{证书: {发证日期: 2024-12-31}}").amount == 100
    assert judged(rule, "{证书: {发证日期: 2025-01-01}}").amount == 200
    unknown = judged(rule, "{证书: {等级: 四级}}")
    assert (unknown.verdict.value, unknown.missing) == ("unknown", ("证书.发证日期",))
    assert (unknown.amount, unknown.amount_low, unknown.amount_high) == (None, 100, 200)


def test_who_met_an_ended_version_in_its_time_may_still_claim_under_it() -> None:
    rule = shelf(
        f"""
编号: 甲
名称: 甲补贴
地区: 全国
受益人: 本人
版本:
  - {{起: 2025-01-01, 止: 2025-12-31, 过渡: {{至: 2026-09-30}}, 依据: {SOURCE}, 条件: {{失业登记日期: ≥6个月}}, 金额: 100, 发放: 一次}}
  - {{起: 2026-01-01, 依据: {SOURCE}, 条件: {{就业状态: 在职}}, 金额: 200, 发放: 一次}}
"""
    )
    in_time, too_late = (
        "{失业登记日期: 2025-06-30, 就业状态: 务农}",
        "{失业登记日期: 2025-07-01, 就业状态: 务农}",
    )
    one = judged(rule, in_time, date(2026, 9, 30))
    assert (one.verdict.value, one.amount, one.deadline) == ("eligible", 100, date(2026, 9, 30))
    assert judged(rule, in_time, date(2026, 10, 1)).verdict.value == "ineligible"
    assert judged(rule, too_late, date(2026, 3, 1)).verdict.value == "ineligible"
    assert judged(rule, in_time.replace("务农", "在职"), date(2026, 3, 1)).amount == 200


def test_applications_closed_payments_running() -> None:
    rule = shelf(
        text(
            f"受理止: 2026-06-30\n发放止: 2026-12-31\n{MONEY.replace('一次', '每月')}\n最长: 12个月"
        )
    )
    assert judged(rule, "{}", date(2026, 6, 30)).verdict.value == "eligible"
    assert judged(rule, "{}", date(2026, 7, 1)).verdict.value == "closed"
    approved = "{已领: {政策: 甲, 起: 2026-05, 止: 2026-12}}"
    assert judged(rule, approved, date(2026, 7, 1)).verdict.value == "received"


@pytest.mark.parametrize(
    ("trust", "checked", "verdict"),
    [
        ("读过原文", "2026-11-21", "eligible"),
        ("读过原文", "2025-11-21", "eligible"),
        ("读过原文", "2025-11-20", "confirm"),
        ("只见摘录", "2026-11-21", "confirm"),
        ("转述", "2026-11-21", "confirm"),
        ("未核实", "2026-11-21", "confirm"),
    ],
)
def test_only_a_read_source_within_its_review_period_makes_eligible(
    trust: str, checked: str, verdict: str
) -> None:
    whole = text(MONEY).replace("读过原文", trust).replace("2026-06-01", checked)
    assert judged(shelf(whole), "{}").verdict.value == verdict


def test_a_review_period_of_its_own_ends_on_its_last_day() -> None:
    rule = shelf(text(MONEY, top="复核期: 3个月"))
    assert judged(rule, "{}", date(2026, 9, 1)).verdict.value == "eligible"
    assert judged(rule, "{}", date(2026, 9, 1)).until == date(2026, 9, 2)
    assert judged(rule, "{}", date(2026, 9, 2)).verdict.value == "confirm"


def test_an_ineligible_verdict_from_an_unread_source_says_so() -> None:
    whole = text("条件: {年龄: ≥16}").replace("读过原文", "转述")
    one = judged(shelf(whole), "{年龄: 15}")
    assert (one.verdict.value, one.reasons) == (
        "ineligible",
        ("甲发〔2026〕1号第一条：转述，请核实",),
    )


def test_without_a_source_nothing_is_eligible() -> None:
    assert (
        judged(shelf(text(MONEY).replace(f"    依据: {SOURCE}\n", "")), "{}").verdict.value
        == "confirm"
    )


GATED = "条件:\n  任一:\n    - 人员类别: 低保\n    - 人工: 收入核过，确实困难\n" + MONEY


@pytest.mark.parametrize(
    ("facts", "verdict", "gates"),
    [
        ("{人员类别: [低保]}", "eligible", ()),
        ("{人员类别: 无}", "confirm", ("收入核过，确实困难",)),
        ("{}", "confirm", ("收入核过，确实困难",)),
        ("{人员类别: 无, 人工: {收入核过，确实困难: 是}}", "eligible", ()),
        ("{人员类别: 无, 人工: {收入核过，确实困难: 否}}", "ineligible", ()),
    ],
)
def test_a_human_gate_is_confirmed_by_a_person_or_stays_open(
    facts: str, verdict: str, gates: tuple[str, ...]
) -> None:
    quoted = facts.replace("收入核过，确实困难: ", '"收入核过，确实困难": ')
    one = judged(shelf(text(GATED)), quoted)
    assert (one.verdict.value, one.gates) == (verdict, gates)


def test_a_gate_under_not_helps_by_being_refused() -> None:
    rule = shelf(text(f"条件: {{非: {{人工: 有正当理由}}}}\n{MONEY}"))
    assert judged(rule, "{}").verdict.value == "confirm"
    assert judged(rule, "{人工: {有正当理由: 是}}").verdict.value == "ineligible"
    assert judged(rule, "{人工: {有正当理由: 否}}").verdict.value == "eligible"


@pytest.mark.parametrize(
    ("day", "verdict", "deadline"),
    [
        (date(2026, 9, 1), "eligible", date(2026, 9, 1)),
        (date(2026, 9, 2), "closed", date(2026, 9, 1)),
    ],
)
def test_twelve_months_from_the_event_include_the_last_day(
    day: date, verdict: str, deadline: date
) -> None:
    rule = shelf(text(MONEY, top="申请: {期限: {自: 失业登记日期, 内: 12个月}}"))
    one = judged(rule, "{失业登记日期: 2025-09-01}", day)
    assert (one.verdict.value, one.deadline) == (verdict, deadline)


def test_a_deadline_whose_event_nobody_asked_for_is_asked() -> None:
    rule = shelf(text(MONEY, top="申请: {期限: {自: 失业登记日期, 内: 12个月}}"))
    one = judged(rule, "{}")
    assert (one.verdict.value, one.missing) == ("unknown", ("失业登记日期",))


def test_working_days_beyond_the_published_years_are_weekdays_with_a_warning() -> None:
    rule = shelf(text(MONEY, top="申请: {期限: {自: 失业登记日期, 内: 5个工作日}}"))
    one = judged(rule, "{失业登记日期: 2026-11-20}")
    assert one.deadline == date(2026, 11, 27)
    assert len(one.warnings) == 1 and "2026" in one.warnings[0]


@pytest.mark.parametrize(
    ("day", "verdict", "deadline", "until"),
    [
        (date(2026, 6, 30), "closed", date(2026, 7, 5), date(2026, 7, 1)),
        (date(2026, 7, 1), "eligible", date(2026, 7, 5), date(2026, 7, 6)),
        (date(2026, 7, 5), "eligible", date(2026, 7, 5), date(2026, 7, 6)),
        (date(2026, 7, 6), "closed", date(2027, 1, 31), date(2027, 1, 1)),
    ],
)
def test_yearly_windows_open_and_shut(day: date, verdict: str, deadline: date, until: date) -> None:
    rule = shelf(text(MONEY, top='申请: {窗口: ["01-01..01-31", "07-01..07-05"]}'))
    one = judged(rule, "{}", day)
    assert (one.verdict.value, one.deadline, one.until) == (verdict, deadline, until)


def test_papers_that_clearly_do_not_apply_are_left_out() -> None:
    rule = shelf(text(MONEY, top="申请: {材料: [身份证, {名: 低保证, 当: {人员类别: 低保}}]}"))
    assert judged(rule, "{人员类别: [低保]}").documents == ("身份证", "低保证")
    assert judged(rule, "{人员类别: 无}").documents == ("身份证",)
    assert judged(rule, "{}").documents == ("身份证", "低保证")


def test_an_age_is_that_of_the_day_of_application() -> None:
    rule = shelf(text(f"条件: {{年龄: <50}}\n{MONEY}"))
    facts = "{出生日期: 1976-11-21}"
    assert judged(rule, facts).verdict.value == "ineligible"
    assert judged(rule, facts, apply_on=date(2026, 11, 20)).verdict.value == "eligible"


UPPER = text(
    "条件: {年龄: ≥16}\n金额: 500\n发放: 每月",
    top="申请: {渠道: 省厅, 材料: [身份证]}",
    region="山东",
)


@pytest.mark.parametrize(
    ("relation", "facts", "place", "verdict", "amount"),
    [
        ("收紧", "{年龄: 16, 失业月数: 6}", "山东/济南", "eligible", 400),
        ("收紧", "{年龄: 16, 失业月数: 5}", "山东/济南", "ineligible", None),
        ("收紧", "{年龄: 15, 失业月数: 6}", "山东/济南", "ineligible", None),
        ("收紧", "{年龄: 16, 失业月数: 5}", "山东/青岛", "eligible", 500),
        ("取代", "{年龄: 15, 失业月数: 6}", "山东/济南/历下", "eligible", 400),
        ("取代", "{年龄: 16, 失业月数: 5}", "山东/济南", "ineligible", None),
    ],
)
def test_a_lower_region_tightens_or_takes_the_place(
    relation: str, facts: str, place: str, verdict: str, amount: int | None
) -> None:
    lower = text(
        "条件: {失业月数: ≥6}\n金额: 400\n发放: 每月", top=f"{relation}: 山东", region="山东/济南"
    )
    one = judged(shelf(UPPER, lower), facts, place=place)
    assert (one.verdict.value, one.amount) == (verdict, amount)


def test_a_tightening_file_pays_no_more_and_keeps_what_it_does_not_say() -> None:
    lower = text("金额: 900\n发放: 每月", top="收紧: 山东\n申请: {渠道: 市局}", region="山东/济南")
    rules = shelf(UPPER, lower)
    one = judged(rules, "{年龄: 16}", place="山东/济南")
    assert (one.amount, one.documents) == (500, ("身份证",))
    assert one.version.application.channels == ("市局",)


def test_rules_of_other_places_do_not_hold() -> None:
    assert shelf(UPPER).rules_at("浙江") == ()
    assert [rule.id for rule in shelf(UPPER).rules_at("山东/青岛/李沧")] == ["甲"]


def test_a_rule_that_goes_by_another_place_asks_for_it_and_uses_its_parameters() -> None:
    rule = shelf(text("金额: 最低工资\n发放: 每月", top="按地: 户籍地", region="山东"))
    assert judged(rule, "{}", place="山东/济南").missing == ("户籍地",)
    assert judged(rule, "{户籍地: 河南}", place="山东/济南").verdict.value == "ineligible"
    assert judged(rule, "{户籍地: 山东/济南/历下}", place="山东").amount == 2400
    assert (one := judged(rule, "{户籍地: 山东/聊城}", place="山东")).amount is None
    assert (one.amount_low, one.amount_high) == (2020, 2400)


def test_the_weakest_fact_it_rests_on_is_quoted_and_others_do_not_count() -> None:
    rules = shelf(
        text("条件:\n  年龄: ≥16\n  任一:\n    - 就业状态: 在职\n    - 领取失业保险金: 是")
    )
    evidence = {
        "出生日期": Evidence(Grade.COPY, "户口簿", TODAY),
        "就业状态": Evidence(Grade.SEEN, "合同", TODAY),
        "领取失业保险金": Evidence(Grade.TOLD, "电话", TODAY),
    }
    facts = Facts(
        {"出生日期": date(1990, 1, 1), "就业状态": "在职", "领取失业保险金": True}, evidence
    )
    one = judge(rules.rules_at("全国")[0], Claimant(facts), Moment(TODAY), rules)[0]
    assert one.weakest_grade is Grade.SEEN


def test_each_item_has_its_own_verdict_and_name() -> None:
    rules = shelf(text(f"条件: {{证书.等级: [四级, 三级]}}\n{MONEY}", top="逐件: 证书"))
    person = "{证书: [{职业: 电工, 等级: 四级, 发证日期: 2026-01-01}, {职业: 焊工, 等级: 五级}]}"
    from core.policy.writing import someone

    found = judge(rules.rules_at("全国")[0], someone(person), Moment(TODAY), rules)
    assert [(one.item, one.verdict.value) for one in found] == [
        ("电工 四级 2026-01-01", "eligible"),
        ("焊工 五级", "ineligible"),
    ]
    assert judged(rules, "{证书: 无}").verdict.value == "ineligible"
    assert judged(rules, "{}").missing == ("证书",)


@pytest.mark.parametrize(
    ("version", "facts", "amount", "low", "high"),
    [
        ("金额: 未查到\n发放: 每月", "{}", None, None, None),
        ("金额: 600..800\n发放: 每月", "{}", None, 600, 800),
        (
            "金额: 社保月缴额 × 2/3\n封顶: 500\n发放: 每月",
            "{社保月缴额: 700.01}",
            Decimal("466.67"),
            Decimal("466.67"),
            Decimal("466.67"),
        ),
        ("金额: 社保月缴额 × 2/3\n封顶: 500\n发放: 每月", "{社保月缴额: 750}", 500, 500, 500),
        ("金额: 社保月缴额 × 2/3\n封顶: 500\n发放: 每月", "{}", None, None, 500),
        ("金额: 社保月缴额 × 2/3\n保底: 300\n发放: 每月", "{社保月缴额: 300}", 300, 300, 300),
        (
            "金额: {按档: 退休类别, 男60: 100, 女50、女55: 200}\n发放: 一次",
            "{退休类别: 女50}",
            200,
            200,
            200,
        ),
        ("金额: {按档: 退休类别, 男60: 100, 女50、女55: 200}\n发放: 一次", "{}", None, 100, 200),
        (
            "金额: {按档: 家庭人口, <3: 100, 3..5: 200, 其余: 未查到}\n发放: 一次",
            "{家庭人口: 6}",
            None,
            None,
            None,
        ),
        (
            "金额: {按档: 家庭人口, <3: 100, 3..5: 200}\n发放: 一次",
            "{家庭人口: 6}",
            None,
            None,
            None,
        ),
        ("金额: 低保标准(农村)\n发放: 每月", "{}", 800, 800, 800),
        ("金额: 低保标准\n发放: 每月", "{户口性质: 非农业}", 1000, 1000, 1000),
        ("金额: 低保标准\n发放: 每月", "{户口性质: 居民}", None, 800, 1000),
        ("金额: 低保标准 × 1个月\n发放: 一次", "{户口性质: 农业}", 800, 800, 800),
        ("金额: 12000元/年\n发放: 每年", "{}", 12000, 12000, 12000),
        ("金额: 5元/学时\n发放: 按学时", "{}", 5, 5, 5),
    ],
)
def test_an_amount_that_is_not_known_is_empty_with_its_bounds_and_never_zero(
    version: str, facts: str, amount: object, low: object, high: object
) -> None:
    one = judged(shelf(text(version)), facts, place="山东")
    assert (one.amount, one.amount_low, one.amount_high) == (amount, low, high)


def test_a_policy_without_money_has_no_amount_and_no_pay() -> None:
    one = judged(shelf(text("条件: {年龄: ≥16}")), "{年龄: 16}")
    assert (one.verdict.value, one.amount, one.pay, one.policy.nature) == (
        "eligible",
        None,
        None,
        "认定",
    )


def test_comparing_with_a_parameter_within_bounds_is_unknown_only_between_them() -> None:
    rule = shelf(text("条件: {家庭月收入: ≤最低工资}"))
    verdicts = [
        judged(rule, f"{{家庭月收入: {income}}}", place="山东").verdict.value
        for income in (2020, 2021, 2401)
    ]
    assert verdicts == ["eligible", "unknown", "ineligible"]


def test_what_is_unknown_of_an_ended_version_still_claimable_is_asked() -> None:
    rule = shelf(
        f"""
编号: 甲
名称: 甲补贴
地区: 全国
受益人: 本人
版本:
  - {{起: 2025-01-01, 止: 2025-12-31, 过渡: {{至: 2026-09-30}}, 依据: {SOURCE}, 条件: {{失业登记日期: ≥6个月}}, 金额: 100, 发放: 一次}}
  - {{起: 2026-01-01, 依据: {SOURCE}, 条件: {{就业状态: 在职}}, 金额: 200, 发放: 一次}}
"""
    )
    one = judged(rule, "{就业状态: 务农}", date(2026, 9, 30))
    assert (one.verdict.value, one.missing) == ("unknown", ("失业登记日期",))
    assert judged(rule, "{就业状态: 务农}", date(2026, 10, 1)).verdict.value == "ineligible"

"""What earlier grants leave: receiving blocks, being eligible does not."""

from __future__ import annotations

from datetime import date

import pytest
from core.policy.writing import judged, shelf, text

MONTHLY = "金额: 500\n发放: 每月\n最长: 36个月"
ONCE = "金额: 1000\n发放: 一次"
PERSON = "出生日期: 1970-01-01, 退休类别: 男60"


def person(receipts: str, facts: str = PERSON) -> str:
    return f"{{{facts}, 已领: [{receipts}]}}"


@pytest.mark.parametrize(
    ("receipt", "day", "verdict", "months"),
    [
        ("{政策: 甲, 起: 2025-01, 止: 2025-12, 月数: 12}", date(2026, 1, 1), "eligible", 24),
        ("{政策: 甲, 起: 2025-01, 止: 2025-12}", date(2026, 1, 1), "eligible", 24),
        ("{政策: 甲, 起: 2025-01, 止: 2026-03}", date(2026, 3, 31), "received", None),
        ("{政策: 甲, 起: 2025-01, 止: 2026-03}", date(2026, 4, 1), "eligible", 21),
        ("{政策: 甲, 起: 2025-01}", date(2026, 3, 31), "received", None),
        ("{政策: 甲, 起: 2023-01, 止: 2025-12, 月数: 36}", date(2026, 1, 1), "received", 0),
        ("{政策: 甲, 起: 2023-01, 止: 2025-11, 月数: 35}", date(2026, 1, 1), "eligible", 1),
    ],
)
def test_months_used_are_taken_from_the_most_there_are(
    receipt: str, day: date, verdict: str, months: int | None
) -> None:
    one = judged(shelf(text(MONTHLY)), person(receipt), day)
    assert (one.verdict.value, one.months) == (verdict, months)


def test_months_of_a_group_count_together_and_those_left_out_do_not() -> None:
    rules = shelf(
        text(MONTHLY, top="累计: {组: 社保, 不计: [丙]}", name="甲"),
        text(MONTHLY, top="累计: {组: 社保}", name="乙"),
        text(MONTHLY, top="累计: {组: 社保}", name="丙"),
    )
    used = "{政策: 乙, 起: 2024-01, 止: 2024-12, 月数: 12}, {政策: 丙, 起: 2025-01, 止: 2025-06, 月数: 6}"
    assert judged(rules, person(used)).months == 24
    assert judged(rules, person(used), name="乙").months == 18


EXTENDED = text(MONTHLY, top="累计: {延至退休: 不足5年}")
USED_UP = "政策: 甲, 首次核定: 2023-01-01, 起: 2023-01, 止: 2025-12, 月数: 36"


@pytest.mark.parametrize(
    ("receipt", "facts", "verdict", "months"),
    [
        # frozen at first approval: 59 then goes on to retirement, 60 does not, whatever today says
        (f"{{{USED_UP}, 快照: {{距退休月数: 59}}}}", "法定退休日期: 2027-05-21", "eligible", 6),
        (f"{{{USED_UP}, 快照: {{距退休月数: 60}}}}", "法定退休日期: 2027-05-21", "received", 0),
        # no snapshot: reckoned for the day of first approval
        (f"{{{USED_UP}}}", "出生日期: 1967-12-31, 退休类别: 男60", "eligible", 13),
        (f"{{{USED_UP}}}", "出生日期: 1968-01-01, 退休类别: 男60", "received", 0),
        # past retirement
        (f"{{{USED_UP}, 快照: {{距退休月数: 30}}}}", "法定退休日期: 2026-11-20", "received", None),
    ],
)
def test_the_extension_to_retirement_looks_at_first_approval(
    receipt: str, facts: str, verdict: str, months: int | None
) -> None:
    one = judged(shelf(EXTENDED), person(receipt, facts))
    assert (one.verdict.value, one.months) == (verdict, months)


def test_an_unknown_category_matters_only_once_the_months_are_used_up() -> None:
    rule = shelf(EXTENDED)
    fresh = judged(rule, "{出生日期: 1970-01-01}")
    assert (fresh.verdict.value, fresh.months) == ("eligible", None)
    over = judged(rule, person(f"{{{USED_UP}}}", "出生日期: 1970-01-01"))
    assert (over.verdict.value, over.missing) == ("unknown", ("退休类别",))


AGAIN = text(MONTHLY, top="累计: {满后可再: {次: 1, 隔: 3个月, 人工: 仍难就业}}")


@pytest.mark.parametrize(
    ("day", "answer", "verdict"),
    [
        (date(2026, 3, 30), "", "received"),
        (date(2026, 3, 31), "", "confirm"),
        (date(2026, 3, 31), "人工: {仍难就业: 是}", "eligible"),
        (date(2026, 3, 31), "人工: {仍难就业: 否}", "received"),
    ],
)
def test_a_second_term_waits_and_needs_a_person(day: date, answer: str, verdict: str) -> None:
    facts = ", ".join(part for part in (PERSON, answer) if part)
    assert judged(shelf(AGAIN), person(f"{{{USED_UP}}}", facts), day).verdict.value == verdict


ITEM = "证书: {职业: 电工, 等级: 四级, 发证日期: 2026-01-01}"


@pytest.mark.parametrize(
    ("limits", "receipt", "verdict"),
    [
        ("次数: {每年: 1}", "{政策: 甲, 日期: 2026-01-01, 事项: {职业: 焊工}}", "received"),
        ("次数: {每年: 1}", "{政策: 甲, 日期: 2025-12-31, 事项: {职业: 焊工}}", "eligible"),
        (
            "次数: {每年: 1, 另加: {每年: 2, 人工: 急需}}",
            "{政策: 甲, 日期: 2026-01-01, 事项: {职业: 焊工}}",
            "confirm",
        ),
        ("次数: {终身: 1}", "{政策: 甲, 日期: 2015-12-31, 事项: {职业: 焊工}}", "received"),
        ("", "{政策: 甲, 日期: 2026-02-01, 事项: {职业: 电工, 等级: 四级}}", "received"),
        ("", "{政策: 甲, 日期: 2026-02-01, 事项: {职业: 电工, 等级: 三级}}", "eligible"),
        (
            "次数: {同一: {按: [证书.职业, 证书.等级], 次: 1}}",
            "{政策: 甲, 事项: {职业: 电工, 等级: 四级, 发证日期: 2020-01-01}}",
            "received",
        ),
        ("次数: {高不就低: 证书.等级}", "{政策: 甲, 事项: {职业: 电工, 等级: 三级}}", "received"),
        ("次数: {高不就低: 证书.等级}", "{政策: 甲, 事项: {职业: 电工, 等级: 五级}}", "eligible"),
        ("次数: {高不就低: 证书.等级}", "{政策: 甲, 事项: {职业: 焊工, 等级: 三级}}", "eligible"),
    ],
)
def test_times_a_year_in_a_life_and_for_the_same_trade_and_grade(
    limits: str, receipt: str, verdict: str
) -> None:
    rule = shelf(text(ONCE, top=f"逐件: 证书\n{limits}"))
    assert judged(rule, person(receipt, ITEM)).verdict.value == verdict


def test_a_year_that_is_used_up_opens_again_on_new_years_day() -> None:
    rule = shelf(text(ONCE.replace("一次", "每年"), top="次数: {每年: 1}"))
    one = judged(rule, person("{政策: 甲, 日期: 2026-01-01}"), date(2026, 3, 1))
    assert (one.verdict.value, one.until) == ("received", date(2027, 1, 1))


def test_one_of_a_household_at_a_time() -> None:
    rule = shelf(text(ONCE, top="次数: {每户: 1}"))
    assert (
        judged(rule, person("{政策: 甲, 日期: 2026-01-01, 同户: 是}")).verdict.value == "received"
    )


@pytest.mark.parametrize(
    ("kept", "receipt", "verdict"),
    [
        ("同时", "{政策: 乙, 起: 2026-01, 止: 2026-11}", "received"),
        ("同时", "{政策: 乙, 起: 2026-01, 止: 2026-10}", "eligible"),
        ("终身", "{政策: 乙, 日期: 2010-01-01}", "received"),
        ("同一事项", "{政策: 乙, 日期: 2026-02-01, 事项: {职业: 电工}}", "received"),
        ("同一事项", "{政策: 乙, 日期: 2026-02-01, 事项: {职业: 焊工}}", "eligible"),
        ("同一事项", "{政策: 乙, 日期: 2026-02-01}", "confirm"),
    ],
)
def test_what_another_policy_gave_excludes_as_far_as_the_rule_says(
    kept: str, receipt: str, verdict: str
) -> None:
    tie = f"互斥: [{{组: 一组, 限: {kept}}}]"
    rules = shelf(text(ONCE, top=f"逐件: 证书\n{tie}"), text(ONCE, top=tie, name="乙"))
    assert judged(rules, person(receipt, ITEM)).verdict.value == verdict


def test_being_eligible_for_the_other_excludes_nothing() -> None:
    """Trap 3: eligibility mistaken for receipt."""
    rules = shelf(text(ONCE, top="互斥: [乙]"), text(ONCE, name="乙"))
    assert (
        judged(rules, "{}").verdict.value
        == judged(rules, "{}", name="乙").verdict.value
        == "eligible"
    )

"""A date beside another date: before a licence, half a year after registering, until retirement."""

from __future__ import annotations

from datetime import date

import pytest

from jiuye_cli.core.fields.value import NONE, Facts, Value
from jiuye_cli.core.rules.grammar.condition import read_condition
from jiuye_cli.core.rules.judge import judge_condition
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.node import plain
from jiuye_cli.core.rules.truth import NO, UNKNOWN, YES, Truth

DAY = date(2026, 11, 21)


def judged(fact: str, test: str, **facts: Value) -> tuple[Truth, tuple[str, ...], date | None]:
    condition, problems = read_condition(plain({fact: test}))
    assert condition is not None, problems
    judgement = judge_condition(condition, Facts(facts), Moment(DAY))
    return judgement.truth, judgement.missing, judgement.until


@pytest.mark.parametrize(
    ("recognised", "truth"),
    [(date(2025, 3, 31), YES), (date(2025, 4, 1), NO), (date(2025, 4, 2), NO)],
)
def test_before_another_day_leaves_that_day_out(recognised: date, truth: Truth) -> None:
    facts = {"就业困难认定日期": recognised, "失业登记日期": date(2025, 4, 1)}
    assert judged("就业困难认定日期", "<失业登记日期", **facts)[0] is truth


@pytest.mark.parametrize(("flexible", "truth"), [(date(2024, 2, 28), NO), (date(2024, 2, 29), YES)])
def test_half_a_year_after_another_day_is_clamped_to_the_month_end(
    flexible: date, truth: Truth
) -> None:
    facts = {"灵活就业登记日期": flexible, "失业登记日期": date(2023, 8, 31)}
    assert judged("灵活就业登记日期", "≥失业登记日期 + 6个月", **facts)[0] is truth


def test_days_can_be_added_too() -> None:
    facts = {"灵活就业登记日期": date(2024, 1, 31), "失业登记日期": date(2024, 1, 1)}
    assert judged("灵活就业登记日期", "≤失业登记日期 + 30天", **facts)[0] is YES
    assert judged("灵活就业登记日期", "≤失业登记日期 + 29天", **facts)[0] is NO


def test_an_unasked_day_is_asked() -> None:
    known = {"失业登记日期": date(2025, 4, 1)}
    assert judged("就业困难认定日期", "<失业登记日期", **known) == (
        UNKNOWN,
        ("就业困难认定日期",),
        None,
    )
    assert judged("失业登记日期", "<毕业日期", **known) == (UNKNOWN, ("毕业日期",), None)


def test_no_day_on_either_side_is_no() -> None:
    assert judged("就业困难认定日期", "<失业登记日期", 就业困难认定日期=NONE)[0] is NO
    assert judged("就业困难认定日期", "<失业登记日期", 失业登记日期=NONE)[0] is NO


def test_a_day_to_come_turns_when_it_is_reached() -> None:
    assert judged("法定退休日期", ">申请日期", 法定退休日期=date(2027, 1, 1)) == (
        YES, (), date(2027, 1, 1),
    )  # fmt: skip
    assert judged("今日", "≥毕业日期 + 3年", 毕业日期=date(2024, 5, 1)) == (
        NO, (), date(2027, 5, 1),
    )  # fmt: skip


def test_working_days_cannot_be_added() -> None:
    _, problems = read_condition(plain({"失业登记日期": "≤毕业日期 + 5个工作日"}))
    assert [one.message for one in problems] == [
        "“≤毕业日期 + 5个工作日”里另一个日期后面只能加几个月、几年或几天"
    ]

"""Facts that follow from others: retirement under the staged delay, jobs, ventures, income a head."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from jiuye_cli.core.fields.value import NONE, UNKNOWN, Evidence, Facts, Grade, Value
from jiuye_cli.core.rules.days import Moving
from jiuye_cli.core.rules.derive import grade_of, unanswered
from jiuye_cli.core.rules.moment import Known, Moment
from jiuye_cli.core.rules.parameters import Parameters
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.files.rule_folder import read_shelf
from jiuye_cli.workspace import shipped

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def parameters() -> Parameters:
    return read_shelf([Path(shipped("policies"))])[0].parameters


def derived(
    name: str, known: Mapping[str, Value], parameters: Parameters, day: date = TODAY
) -> Known:
    value = Reading(Facts(known), Moment(day), parameters).named(name)
    return value.count if isinstance(value, Moving) else value


@pytest.mark.parametrize(
    ("born", "category", "retires"),
    [
        # the examples of the official pages (P07)
        (date(1965, 1, 1), "男60", date(2025, 2, 1)),
        (date(1965, 5, 1), "男60", date(2025, 7, 1)),
        (date(1965, 12, 1), "男60", date(2026, 3, 1)),
        (date(1984, 11, 1), "女50", date(2039, 11, 1)),
        (date(1975, 3, 1), "女50", date(2025, 5, 1)),
        # the last not delayed, and the caps
        (date(1964, 12, 31), "男60", date(2024, 12, 31)),
        (date(1976, 9, 1), "男60", date(2039, 9, 1)),
        (date(1990, 1, 1), "男60", date(2053, 1, 1)),
        (date(1990, 1, 1), "女55", date(2048, 1, 1)),
        (date(1990, 1, 1), "女50", date(2045, 1, 1)),
    ],
)
def test_retirement_follows_the_staged_delay(
    born: date, category: str, retires: date, parameters: Parameters
) -> None:
    known: dict[str, Value] = {"出生日期": born, "退休类别": category}
    assert derived("法定退休日期", known, parameters) == retires


@pytest.mark.parametrize(
    ("category", "last_near", "first_far"),
    [
        ("男60", date(1970, 5, 30), date(1970, 6, 30)),
        ("女55", date(1975, 5, 30), date(1975, 6, 30)),
        ("女50", date(1979, 6, 30), date(1979, 7, 30)),
    ],
)
def test_within_five_years_in_november_2026_ends_at_the_birth_months_worked_out(
    category: str, last_near: date, first_far: date, parameters: Parameters
) -> None:
    day = date(2026, 11, 30)
    near = derived("距退休月数", {"出生日期": last_near, "退休类别": category}, parameters, day)
    far = derived("距退休月数", {"出生日期": first_far, "退休类别": category}, parameters, day)
    assert isinstance(near, int) and isinstance(far, int)
    assert near < 60 <= far


def test_the_category_is_never_guessed_from_sex(parameters: Parameters) -> None:
    known: dict[str, Value] = {"出生日期": date(1975, 3, 1), "性别": "女"}
    assert derived("法定退休日期", known, parameters) is UNKNOWN
    assert unanswered("距退休月数", Facts(known)) == ("退休类别",)


def test_before_the_decision_took_effect_the_original_age_counts(parameters: Parameters) -> None:
    known: dict[str, Value] = {"出生日期": date(1965, 5, 1), "退休类别": "男60"}
    assert derived("法定退休日期", known, parameters, date(2024, 12, 31)) == date(2025, 5, 1)
    assert derived("法定退休日期", known, parameters, date(2025, 1, 1)) == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("day", "months"), [(date(2026, 8, 1), 3), (date(2026, 11, 1), 0), (date(2026, 11, 2), -1)]
)
def test_months_to_go_are_whole_and_pass_below_zero(
    day: date, months: int, parameters: Parameters
) -> None:
    assert derived("距退休月数", {"法定退休日期": date(2026, 11, 1)}, parameters, day) == months


JOBS: tuple[dict[str, Value], ...] = (
    {"单位": "甲厂", "起": date(2020, 1, 1), "止": date(2025, 12, 31), "月薪": 3000},
    {"单位": "乙厂", "起": date(2026, 8, 21), "月薪": 3800},
)


@pytest.mark.parametrize(
    ("name", "known", "value"),
    [
        ("当前就业", {"就业经历": JOBS}, "乙厂"),
        ("当前月薪", {"就业经历": JOBS}, 3800),
        ("稳定就业月数", {"就业经历": JOBS}, 3),
        ("当前就业", {"就业经历": JOBS[:1]}, NONE),
        ("稳定就业月数", {"就业经历": NONE}, NONE),
        ("当前就业", {}, UNKNOWN),
        ("登记失业月数", {"失业登记日期": date(2026, 5, 21)}, 6),
        ("登记失业月数", {"失业登记日期": date(2026, 5, 22)}, 5),
        ("登记失业月数", {"失业登记日期": NONE}, NONE),
        ("人均月收入", {"家庭月收入": 2400, "家庭人口": 2}, 1200),
        ("人均月收入", {"家庭月收入": 2400}, UNKNOWN),
        ("人均月收入", {"家庭月收入": 2400, "家庭人口": 0}, UNKNOWN),
        ("人均月收入", {"家庭月收入": NONE}, 0),
        ("经营月数", {"创业": ({"登记日期": date(2025, 11, 21), "在营": True},)}, 12),
        ("经营月数", {"创业": ({"登记日期": date(2025, 11, 21), "在营": False},)}, NONE),
        ("经营月数", {"创业": ({"登记日期": date(2025, 11, 21)},)}, UNKNOWN),
    ],
)
def test_derived_facts(
    name: str, known: dict[str, Value], value: Known, parameters: Parameters
) -> None:
    assert derived(name, known, parameters) == value


def test_a_derived_fact_is_as_well_attested_as_the_weakest_it_rests_on() -> None:
    told, copy = (Evidence(grade, "", TODAY) for grade in (Grade.TOLD, Grade.COPY))
    facts = Facts(
        {"出生日期": date(1970, 1, 1), "退休类别": "男60"}, {"出生日期": copy, "退休类别": told}
    )
    assert grade_of("距退休月数", facts) is Grade.TOLD
    assert grade_of("年龄", facts) is Grade.COPY


def test_a_derived_fact_given_outright_stands() -> None:
    assert (
        Reading(Facts({"年龄": 50, "出生日期": date(1990, 1, 1)}), Moment(TODAY)).named("年龄")
        == 50
    )


@pytest.mark.parametrize(
    ("status", "job", "wage"),
    [("无业", {"月薪": 3200}, NONE), ("在职", {"月薪": 3200}, 3200), ("务农", {"月薪": 3200}, 3200),
     ("登记失业", {"月薪": 3200, "起": date(2026, 1, 5)}, 3200)],
)  # fmt: skip
def test_a_wage_without_days_is_of_the_past_for_who_has_no_work(
    status: str, job: Mapping[str, Value], wage: Known, parameters: Parameters
) -> None:
    assert derived("当前月薪", {"就业状态": status, "就业经历": (job,)}, parameters) == wage

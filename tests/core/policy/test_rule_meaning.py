"""What a rule means, a small rule file for each sentence of the page that fixes it.

The files lie in tests/data/rule_meaning; their cases were worked out by hand
from the page, not from the program.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from core.policy.writing import TODAY, judged, shelf, someone, text

from jiuye_cli.core.policy.bundle import best_bundle
from jiuye_cli.core.policy.cases import assuming, rule_of, run_cases
from jiuye_cli.core.policy.policy import Case, Claimant, Policy
from jiuye_cli.core.policy.radar import radar
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.verdict import judge, judge_all, records
from jiuye_cli.core.policy.weigh import weigh
from jiuye_cli.core.rules.days import add_months, days_after
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.files.rule_folder import read_shelf
from jiuye_cli.workspace import shipped

MEANING = Path(__file__).parents[2] / "data" / "rule_meaning"


@pytest.fixture(scope="module")
def meaning() -> Shelf:
    found, problems = read_shelf([MEANING])
    assert [str(one) for one in problems] == []
    return found


def test_every_sentence_comes_out_as_worked_out_by_hand(meaning: Shelf) -> None:
    runs = list(run_cases(meaning.policies, meaning))
    assert [(run.case.file, run.case.label, run.faults) for run in runs if run.faults] == []
    assert len(runs) > 190


def outlook(
    policies: Sequence[Policy], rules: Shelf, days: int | None = None
) -> Iterator[tuple[str, date | None, date | None]]:
    """Each case, its `until` as far as looked, and the first day looked at that judges differently."""
    for policy in policies:
        for case in policy.cases:
            if case.apply_on is None:
                yield from _outlook_of(policy, case, rules, days)


def _outlook_of(
    policy: Policy, case: Case, rules: Shelf, days: int | None
) -> Iterator[tuple[str, date | None, date | None]]:
    place = case.place or policy.region
    rule, assumed = rule_of(policy, rules, place), assuming(rules, case)
    claimant = rules.by_id(case.claimant)
    for one in judge(rule, claimant, Moment(case.day, place=place), assumed):
        looked = every_day(case.day, one.until, days) if days else some_days(case.day, one.until)
        now = faces(rule, claimant, assumed, case.day, place)
        at = records(rule, claimant).index(one.record)
        found = (d for d in looked if faces(rule, claimant, assumed, d, place)[at] != now[at])
        expected = one.until if one.until in looked else None
        yield f"{case.file}:{case.line}", expected, next(found, None)


def faces(
    rule: Rule, claimant: Claimant, rules: Shelf, day: date, place: str
) -> list[tuple[object, ...]]:
    return [
        weigh(
            rule,
            claimant,
            Reading(claimant.facts, Moment(day, place=place), rules.parameters),
            rules,
            record,
        ).face
        for record in records(rule, claimant)
    ]


def some_days(day: date, until: date | None) -> list[date]:
    """Tomorrow, a few days on the way, the day before `until` and that day."""
    last = days_after(until, -1) if until else add_months(day, 120)
    step = (last - day) / 5
    return sorted({day + step * n for n in range(1, 6)} | {days_after(day), until or last})


def every_day(day: date, until: date | None, days: int) -> list[date]:
    last = min(until or date.max, day + timedelta(days=days))
    return [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]


def test_nothing_changes_before_until_and_something_does_then(meaning: Shelf) -> None:
    looked = list(outlook(meaning.policies, meaning))
    assert [one for one in looked if one[1] != one[2]] == []
    assert sum(until is not None for _, until, _ in looked) > 60


@pytest.mark.prove
def test_until_of_every_shipped_case_is_found_by_judging_each_day_of_a_year() -> None:
    rules, _ = read_shelf([Path(shipped("policies"))])
    wrong = [one for one in outlook(rules.policies, rules, days=366) if one[1] != one[2]]
    assert wrong == []


def test_a_payment_that_runs_uses_up_the_months_of_its_group_on_a_day_that_is_told() -> None:
    monthly = "金额: 500\n发放: 每月\n最长: 36个月"
    rules = shelf(
        text(monthly, top="累计: {组: 社保}"), text(monthly, top="累计: {组: 社保}", name="乙")
    )
    one = judged(rules, "{已领: [{政策: 乙, 起: 2024-01}]}")
    assert (one.verdict.value, one.months, one.until) == ("eligible", 2, date(2026, 12, 31))


def test_the_bundle_takes_no_more_than_this_year_still_allows() -> None:
    rules = shelf(
        text(
            "条件: {证书.等级: 五级}\n金额: 100\n发放: 一次",
            top="逐件: 证书\n次数: {每年: 2, 另加: {每年: 2, 人工: 紧缺}}",
        )
    )
    held = ", ".join(f"{{等级: 五级, 职业: {name}}}" for name in "子丑寅卯")
    before = "已领: [{政策: 甲, 日期: 2026-03-01, 事项: {职业: 子, 等级: 五级}}]"
    for gate, total in (("", 100), (", 人工: {紧缺: 是}", 300), (", 人工: {紧缺: 否}", 100)):
        person = someone(f"{{证书: [{held}], {before}{gate}}}")
        found = judge_all(rules.rules_at("全国"), person, Moment(TODAY), rules)
        assert best_bundle(found, rules, TODAY).total == total


@pytest.mark.parametrize("within", ["12个月", "30天", "5个工作日"])
def test_a_deadline_past_the_end_of_the_calendar_is_its_last_day(within: str) -> None:
    rules = shelf(
        text("条件: {失业登记日期: 有}", top=f"申请: {{期限: {{自: 失业登记日期, 内: {within}}}}}")
    )
    assert judged(rules, "{失业登记日期: 9999-12-31}").deadline == date.max


def test_judging_on_the_last_days_of_the_calendar_ends() -> None:
    rules = shelf(
        text("条件: {年龄: ≥16, 失业登记日期: 12个月内}\n金额: 100\n发放: 每月\n最长: 3个月")
    )
    facts = "{出生日期: 9990-01-01, 失业登记日期: 9999-01-31, 已领: [{政策: 甲, 起: 9999-11}]}"
    for day in (date.max, date(9999, 6, 1), date(9990, 1, 2)):
        assert judged(rules, facts, day).verdict.value == "ineligible"
        assert radar(rules.rules_at("全国"), someone(facts), Moment(day), rules, 3660) == ()


def test_who_has_no_item_is_told_what_anyone_is_told() -> None:
    """A policy that has ended is closed to all, and an unread source is said."""
    ended = text("条件: {证书.等级: 五级}\n止: 2026-02-01\n止后: 结束", top="逐件: 证书")
    one = judged(shelf(ended), "{证书: 无}")
    assert (one.verdict.value, one.reasons) == ("closed", ("2026-02-01 到期已结束",))
    rules = shelf(text("条件: {证书.等级: 五级}", top="逐件: 证书").replace("读过原文", "只见摘录"))
    one = judged(rules, "{证书: 无}")
    assert (one.verdict.value, [leaf.text for leaf in one.finding.leaves()]) == (
        "ineligible",
        ["证书 有"],
    )
    assert one.reasons == ("甲发〔2026〕1号第一条：只见摘录，请核实",)


def test_an_older_version_still_claimable_keeps_the_conditions_of_the_region_above() -> None:
    local = text(
        "条件: {年龄: ≥40}\n止: 2026-06-30\n过渡: {至: 2026-12-31}",
        top="收紧: 全国",
        region="山东",
    )
    later = text("条件: {年龄: ≥50}", start="起: 2026-07-01").partition("版本:\n")[2]
    rules = shelf(text("条件: {性别: 女}"), local + later)
    for sex, verdict in (("女", "eligible"), ("男", "ineligible")):
        one = judged(rules, f"{{性别: {sex}, 出生日期: 1980-01-01}}", place="山东")
        assert one.verdict.value == verdict


def test_a_set_told_in_rows_is_filled_only_while_a_row_holds() -> None:
    rules = shelf(text("条件: {人员类别: 有}"))
    for row, verdict, until in (
        ("{类别: 低保, 止: 2026-11-21}", "eligible", date(2026, 11, 22)),
        ("{类别: 低保, 止: 2026-11-20}", "ineligible", None),
        ("{类别: 低保, 是否: 否}", "unknown", None),
    ):
        one = judged(rules, f"{{人员类别: [{row}]}}")
        assert (one.verdict.value, one.until) == (verdict, until)
    assert judged(rules, "{人员类别: [{类别: 低保, 是否: 否}]}").missing == ("人员类别",)


def test_a_grant_under_the_name_of_a_policy_is_one_under_its_number() -> None:
    rules = shelf(text("金额: 500\n发放: 每月\n最长: 36个月"))
    person = rules.by_id(someone("{已领: [{政策: 甲补贴, 起: 2023-01, 月数: 36}]}"))
    assert [one.policy for one in person.receipts] == ["甲"]
    assert replace(person, receipts=()) == someone("{}")

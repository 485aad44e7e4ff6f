"""Stages, months and papers of claims: no month twice, no stage skipped, no answer invented."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.course.claim import (
    STEPS,
    Claim,
    ClaimFile,
    Paper,
    Stage,
    advance,
    days_left,
    frozen_at_first,
    missing,
    next_months,
    paper_named,
)
from jiuye_cli.core.course.grants import frozen, grants, item_of
from jiuye_cli.core.course.receipt import Receipt, months_covered, refuse_double
from jiuye_cli.core.people.card import Card
from jiuye_cli.errors import NotFoundError, RefusedError

DAY = date(2026, 11, 21)
ONCE = Claim(1, "技能提升补贴", DAY, id=3, pay="once", amount=1500)
MONTHLY = Claim(1, "公益性岗位补贴", DAY, id=4, pay="monthly", amount=600, months=36)


def paid(first, last, **more):
    return Receipt(1, MONTHLY.policy, DAY, claim=4, first=first, last=last, **more)


def test_the_way_from_started_to_paid_keeps_each_day():
    claim = ONCE
    for stage, day in (
        (Stage.SUBMITTED, 1),
        (Stage.POSTED, 8),
        (Stage.APPROVED, 15),
        (Stage.PAID, 20),
    ):
        claim = advance(claim, stage, date(2026, 12, day))
    assert (claim.submitted_on, claim.posted_on, claim.approved_on) == (
        date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15),
    )  # fmt: skip


@given(st.sampled_from(Stage), st.sampled_from(Stage))
def test_a_stage_follows_only_where_the_table_says_so(now, then):
    claim = replace(ONCE, stage=now)
    if then in STEPS[now]:
        assert advance(claim, then, DAY, reason="缺章").stage is then
    else:
        with pytest.raises(RefusedError, match="不能改成"):
            advance(claim, then, DAY, reason="缺章")


@pytest.mark.parametrize("stage", [Stage.RETURNED, Stage.STOPPED])
def test_going_back_or_ending_needs_a_reason(stage):
    with pytest.raises(RefusedError, match="原因"):
        advance(replace(ONCE, stage=Stage.SUBMITTED), stage, DAY)


@pytest.mark.parametrize(("day", "left"), [(29, 1), (30, 0)])
def test_the_last_day_is_still_in_time(day, left):
    assert days_left(replace(ONCE, deadline=date(2026, 11, 30)), date(2026, 11, day)) == left


def test_after_the_last_day_it_counts_on_and_handed_in_it_counts_no_more():
    late = replace(ONCE, deadline=date(2026, 11, 20))
    assert days_left(late, DAY) == -1
    assert days_left(replace(late, stage=Stage.SUBMITTED), DAY) is None


PAPERS = (Paper(3, 1, "身份证"), Paper(3, 1, "身份证复印件"), Paper(3, 1, "社保卡", ticked_on=DAY))


def test_an_exact_name_wins_over_a_part_of_another():
    assert paper_named(PAPERS, "身份证") is PAPERS[0]
    assert paper_named(PAPERS, "复印") is PAPERS[1]


def test_a_part_that_two_papers_have_means_neither():
    with pytest.raises(NotFoundError, match="没有唯一的“证”"):
        paper_named((*PAPERS, Paper(3, 1, "毕业证")), "证")


def test_what_is_ticked_is_not_missing():
    assert missing(PAPERS) == ("身份证", "身份证复印件")


def test_the_next_month_follows_the_last_one_paid_over_the_years_end():
    assert next_months(MONTHLY, [paid(date(2026, 11, 1), date(2026, 12, 1))], 2) == (
        date(2027, 1, 1), date(2027, 2, 1),
    )  # fmt: skip


MONTHS = st.integers(2020 * 12, 2030 * 12).map(lambda m: date(m // 12, m % 12 + 1, 1))


@given(st.lists(st.tuples(MONTHS, st.integers(0, 5)), max_size=12))
def test_over_any_history_of_payments_no_month_is_paid_twice(spans):
    accepted: list[Receipt] = []
    for first, more in spans:
        last_at = first.year * 12 + first.month - 1 + more
        new = paid(first, date(last_at // 12, last_at % 12 + 1, 1))
        try:
            refuse_double(new, accepted)
        except RefusedError:
            assert months_covered([new]) & months_covered(accepted)
        else:
            accepted.append(new)
    assert sum(len(months_covered([one])) for one in accepted) == len(months_covered(accepted))


def test_an_approved_claim_is_a_grant_and_one_not_approved_is_none():
    assert grants([ONCE], []) == ()
    (grant,) = grants([replace(ONCE, approved_on=DAY, item={"职业": "电工"})], [])
    assert (grant.on, grant.item, grant.start, grant.end, grant.months) == (
        DAY, {"职业": "电工"}, None, None, None,
    )  # fmt: skip


def test_a_monthly_grant_runs_until_it_is_stopped_or_used_up():
    running = replace(MONTHLY, approved_on=date(2026, 9, 15), stage=Stage.PAID)
    two = [paid(date(2026, 9, 1), date(2026, 10, 1))]
    (open_,) = grants([running], two)
    (stopped,) = grants([replace(running, stage=Stage.STOPPED)], two)
    (full,) = grants([replace(running, months=2)], two)
    assert (open_.start, open_.end, open_.months) == (date(2026, 9, 1), None, 2)
    assert stopped.end == full.end == date(2026, 10, 31)


def test_the_first_approval_freezes_what_the_later_ones_rest_on():
    first = replace(MONTHLY, approved_on=date(2024, 1, 10), snapshot={"距退休月数": 70})
    later = replace(MONTHLY, approved_on=date(2025, 1, 10), snapshot={"距退休月数": 58})
    assert frozen_at_first([later, first], [], MONTHLY.policy) == (
        date(2024, 1, 10),
        {"距退休月数": 70},
    )
    assert frozen_at_first([later], [], "别的补贴") is None


def test_figures_that_were_not_known_are_not_frozen():
    assert frozen({"年龄": 52}, date(2024, 2, 1)) == {"年龄": 52, "版本": "2024-02-01"}


def test_a_thing_is_known_again_by_what_does_not_change_about_it():
    record = {"id": 3, "名称": "老张饭馆", "登记日期": DAY, "带动就业": 6, "在营": True}
    assert item_of(record) == {"名称": "老张饭馆", "登记日期": DAY}


def test_the_months_used_are_those_paid():
    file = ClaimFile(
        replace(MONTHLY, months=2),
        Card(1, "李广军"),
        (),
        (paid(date(2026, 9, 1), date(2026, 10, 1)),),
    )
    assert (file.months_used, file.is_used_up) == (2, True)

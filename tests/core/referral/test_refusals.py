"""What follows a refusal: pauses, posts shut, prompts that never decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from jiuye_cli.core.fields.value import Facts
from jiuye_cli.core.posts.post import Post, Rung
from jiuye_cli.core.referral.meter import Given, meter
from jiuye_cli.core.referral.reading import read_refusal_rules
from jiuye_cli.core.referral.referral import (
    Referral,
    Result,
    Side,
    before_the_floor,
    check_step,
    read_result,
    tries,
)
from jiuye_cli.core.referral.refusal import RefusalRules, closed_by, follow_up, raised
from jiuye_cli.core.settings import Settings
from jiuye_cli.errors import RefusedError, UsageError
from jiuye_cli.files.matching import match_rules
from jiuye_cli.files.referral import refusal_rules
from jiuye_cli.files.strict_yaml import read_yaml

SHIPPED = [Path(__file__).parents[3] / "policies"]
DAY = date(2026, 11, 2)
POSTS = {
    1: Post(1, 1, "诚安物业", Facts({"工种": "电工"})),
    2: Post(2, 1, "诚安物业", Facts({"工种": "保洁"})),
    3: Post(3, 2, "金穗合作社", Facts({"工种": "电工"})),
}


@pytest.fixture(scope="module")
def rules() -> RefusalRules:
    """The shipped reasons and prompts."""
    return refusal_rules(SHIPPED)


def refused(number: int, reason: str, day: date = DAY, side: Side = Side.PERSON) -> Referral:
    """A referral that came to nothing."""
    offer = Referral(
        number, 1, 1, Rung.LOCAL, day - timedelta(days=3), day + timedelta(days=4), number
    )
    return replace(offer, result=Result.REFUSED, result_on=day, refused_by=side, reason=reason)


def test_every_shipped_reason_has_a_side_a_source_and_words_of_its_own(rules: RefusalRules) -> None:
    assert len(rules.reasons) > 20
    assert all(one.source for one in rules.reasons)
    for one in rules.reasons:
        for word in (one.name, *one.aliases):
            assert rules.reason(word) is one


def test_an_unknown_reason_is_told_the_nearest_one(rules: RefusalRules) -> None:
    with pytest.raises(UsageError, match="是不是“太远”"):
        rules.reason("太远了吧")


def test_a_pause_ends_on_its_last_day(rules: RefusalRules) -> None:
    follow = follow_up(rules.reason("家里有事"), DAY)
    assert follow.paused_until == date(2026, 12, 2)
    closed = closed_by([refused(1, "家里有事")], POSTS, rules, date(2026, 12, 1))
    assert closed.paused_until == date(2026, 12, 2)
    assert closed_by([refused(1, "家里有事")], POSTS, rules, date(2026, 12, 2)).paused_until is None


def test_a_refusal_shuts_the_post_the_firm_or_the_trade(rules: RefusalRules) -> None:
    def shut(reason: str, on: date = DAY) -> set[int]:
        return set(closed_by([refused(1, reason)], POSTS, rules, on).posts)

    assert shut("工资低") == {1}
    assert shut("不想去这家") == {1, 2}
    assert shut("不想干这行") == {1, 3}
    assert shut("不想干这行", DAY + timedelta(days=180)) == set()


def test_what_is_before_someone_is_not_offered_again_and_what_lapsed_is(
    rules: RefusalRules,
) -> None:
    waiting = Referral(1, 1, 2, Rung.LOCAL, DAY, DAY, 1)
    assert closed_by([waiting], POSTS, rules, DAY).posts == {2: "2026-11-02 推荐过，等回话"}
    assert closed_by([replace(waiting, result=Result.LAPSED)], POSTS, rules, DAY).posts == {}


def test_three_refusals_in_a_row_prompt_a_human_and_two_do_not(rules: RefusalRules) -> None:
    row = [refused(n, "太远", DAY + timedelta(days=n)) for n in (1, 2, 3)]
    on = DAY + timedelta(days=10)
    dibao = frozenset({"低保"})
    assert raised(row[:2], rules, "山东/聊城/临清", on, dibao) == []
    (prompt,) = raised(row, rules, "山东/聊城/临清", on, dibao)
    assert "第四十五条" in prompt.say
    assert "由人看有没有正当理由" in prompt.say
    assert raised(row, rules, "山东/聊城/临清", on) == []


def test_a_yes_in_between_a_refusal_of_the_employer_and_a_good_reason_do_not_count(
    rules: RefusalRules,
) -> None:
    on, dibao = DAY + timedelta(days=10), frozenset({"低保"})
    far = [refused(n, "太远", DAY + timedelta(days=n)) for n in (1, 2, 3)]
    went = replace(far[1], result=Result.INTERVIEW, reason=None)
    by_firm = replace(far[1], refused_by=Side.EMPLOYER, reason="招满了")
    too_heavy = replace(far[1], reason="活太重")
    for other in (went, by_firm, too_heavy):
        assert raised([far[0], other, far[2]], rules, "山东", on, dibao) == []


def test_the_window_of_zhejiang_is_six_months_to_the_day(rules: RefusalRules) -> None:
    row = [refused(n, "太远", date(2026, 5, 21)) for n in (1, 2, 3)]
    dibao = frozenset({"低保"})
    at_the_end = raised(row, rules, "浙江/台州/温岭", date(2026, 11, 21), dibao)
    after = raised(row, rules, "浙江/台州/温岭", date(2026, 11, 22), dibao)
    assert (len(at_the_end), len(after)) == (2, 1)


def test_a_result_cannot_follow_an_end() -> None:
    hired = replace(Referral(1, 1, 1, Rung.LOCAL, DAY, DAY, 7), result=Result.HIRED)
    with pytest.raises(RefusedError, match="已经记了“录用”，不能再记“没成”"):
        check_step(hired, Result.REFUSED, "电工")
    assert read_result("试工") is Result.INTERVIEW


def test_the_ladder_counts_its_tries_and_a_public_post_lists_them() -> None:
    offers = [
        refused(1, "太远"),
        replace(refused(2, "太远"), rung=Rung.HOME),
        replace(refused(3, "太远"), rung=Rung.WELFARE),
        replace(refused(4, "太远"), result=Result.LAPSED),
    ]
    assert tries(offers) == {Rung.LOCAL: 1, Rung.HOME: 1, Rung.EXPORT: 0, Rung.WELFARE: 1}
    assert [one.id for one in before_the_floor(offers)] == [1, 2]


def test_the_meter_counts_a_slip_once_and_only_this_year() -> None:
    rules = match_rules(SHIPPED, Settings(raw={"服务标准": "131"}))
    given = [
        Given("岗位推荐", date(2026, 3, 5)),
        Given("岗位推荐", date(2026, 3, 5)),
        Given("岗位推荐", date(2025, 12, 31)),
        Given("职业指导", date(2026, 1, 1)),
    ]
    found = meter(given, rules.standards[rules.standard], 2026)
    assert str(found) == "131：岗位推荐1/3  职业指导1/1  培训0/1"
    assert found.missing == {"岗位推荐": 2, "培训": 1}


def test_every_fault_of_a_refusal_file_is_told_with_its_line() -> None:
    text = """
原因:
  - {名: 太远, 谁: 邻居, 停推: 一阵子, 依据: {文号: 自拟}}
  - {名: 太远, 谁: 本人, 先问: {问: 是吗, 不能: 飞}, 别的: 1}
"""
    _, problems = read_refusal_rules(read_yaml(text, "拒岗.yaml"))
    said = sorted(str(one) for one in problems)
    assert [line.split(":")[1] for line in said] == ["2", "3", "3", "4", "4", "4"]
    assert any("不认识“邻居”" in line for line in said)
    assert any("写了两次" in line for line in said)

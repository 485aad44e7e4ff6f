"""What is typed for a call, and the days she means."""

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.callback.contact import Channel, Outcome, Status
from jiuye_cli.core.callback.entry.words import Result, read_result
from jiuye_cli.core.callback.rules import Cadence, CallRules, OutcomeRule
from jiuye_cli.core.callback.span import Span, Unit
from jiuye_cli.core.callback.when import read_day
from jiuye_cli.errors import UsageError

KEYS = dict(zip(Outcome, ("jt", "wrj", "gj", "tj", "kh", "jj", "fbr"), strict=True))
RULES = CallRules(
    cadences=(),
    when_unclear=Cadence("", Span(1, Unit.MONTHS), Decimal(0), ""),
    outcomes={o: OutcomeRule(o, (key,)) for o, key in KEYS.items()},
)
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(("place", "outcome"), list(enumerate(Outcome, 1)))
def test_an_outcome_is_taken_by_word_by_initials_and_by_its_number(place, outcome):
    for word in (
        outcome.value,
        KEYS[outcome],
        KEYS[outcome].upper(),
        str(place),
        f" {outcome.value} ",
    ):
        assert read_result([word], RULES) == Result(outcome)


@pytest.mark.parametrize(
    "words",
    [
        ["接通", "未就业", "有", "岗位", "培训"],
        ["未就业", "接通", "有意愿", "岗位、培训"],
        ["jt", "wjy", "yyy", "gw", "px"],
        ["1", "3", "有", "岗位,培训"],
        ["１", "３", "有", "岗位/培训"],
    ],
)
def test_the_same_boxes_may_be_told_in_many_ways(words):
    assert read_result(words, RULES) == Result(
        Outcome.REACHED, None, Status.NOT_EMPLOYED, "有", ("岗位", "培训")
    )


def test_fields_and_the_way_stand_beside_the_boxes():
    assert read_result(["上门", "接通", "最低月薪＝3000", "备注=下午打 = 好"], RULES) == Result(
        Outcome.REACHED, Channel.VISIT, values={"最低月薪": "3000", "备注": "下午打 = 好"}
    )


def test_what_a_relative_says_of_the_persons_work_is_taken():
    assert read_result(["非本人", "在岗"], RULES).status is Status.ON_THE_JOB


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["打了"], "“打了”看不懂。结果：1接通(jt) 2无人接(wrj) 3关机(gj) 4停机(tj) 5空号(kh) 6拒接(jj) 7非本人(fbr)；"
                "近况：1在岗 2离岗 3未就业 4务农；意愿：有 无；需求：岗位 培训 政策 其他。"),
        (["接通", "关机"], "“关机”看不懂。"),
        (["在岗"], "还没说打通没有。"),
        (["无人接", "在岗"], "无人接就没问到近况，近况和意愿先不要填。"),
        (["1", "9"], "“9”看不懂。"),
        (["=3"], "“=3”看不懂。"),
        ([], "还没说打通没有。"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_with_the_choices(words, sentence):
    with pytest.raises(UsageError) as told:
        read_result(words, RULES)
    assert str(told.value).startswith(sentence)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("今天", MONDAY),
        ("明天", date(2026, 11, 24)),
        ("后天", date(2026, 11, 25)),
        ("大后天", date(2026, 11, 26)),
        ("周一", MONDAY),
        ("周五", date(2026, 11, 27)),
        ("星期天", date(2026, 11, 29)),
        ("下周五", date(2026, 12, 4)),
        ("下下周一", date(2026, 12, 7)),
        ("3天后", date(2026, 11, 26)),
        ("三天后", date(2026, 11, 26)),
        ("２周后", date(2026, 12, 7)),
        ("1个月后", date(2026, 12, 23)),
        ("下个月", date(2026, 12, 23)),
        ("半年后", date(2027, 5, 23)),
        ("12-03", date(2026, 12, 3)),
        ("12月3日", date(2026, 12, 3)),
        ("12/3", date(2026, 12, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("2026年12月3日", date(2026, 12, 3)),
        ("20261203", date(2026, 12, 3)),
        ("1-5", date(2027, 1, 5)),
        ("11-23", MONDAY),
        ("11-22", date(2027, 11, 22)),
        ("2-29", date(2028, 2, 29)),
        ("5号", date(2026, 12, 5)),
        ("31号", date(2026, 12, 31)),
        ("月底", date(2026, 11, 30)),
        ("下月底", date(2026, 12, 31)),
    ],
)
def test_days_may_be_told_as_she_says_them(typed, day):
    assert read_day(typed, MONDAY) == day


@pytest.mark.parametrize(
    "typed", ["", "改天", "13-01", "2-30", "2026-11-22", "2026-02-30", "周八", "0000-01-01"]
)
def test_what_is_no_day_or_is_past_is_refused_with_examples(typed):
    with pytest.raises(UsageError):
        read_day(typed, MONDAY)


@given(st.text(max_size=10), st.dates(date(2020, 1, 1), date(2099, 1, 1)))
def test_no_text_breaks_the_reading_of_a_day(text, today):
    with contextlib.suppress(UsageError):
        assert read_day(text, today) >= today

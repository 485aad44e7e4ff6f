"""What must hold of any condition over anyone's facts.

The fast evaluator and the explaining one give the same answer; a decided
answer stays whatever else is learned; nothing but the missing facts can decide
an open one; and `until` is the very day a day-by-day search would find.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from jiuye_cli.core.fields.value import NONE, UNKNOWN, Facts, PartialSet, Value
from jiuye_cli.core.rules.comparing import Between, Comparison, DateBetween, Elapsed, Filled, OneOf
from jiuye_cli.core.rules.compiled import compiled, decide
from jiuye_cli.core.rules.condition import (
    All,
    AnyOf,
    Compare,
    Condition,
    Count,
    Every,
    Gate,
    Not,
    Some,
)
from jiuye_cli.core.rules.judge import explain, next_change
from jiuye_cli.core.rules.moment import FactName, Moment
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.truth import UNKNOWN as PERHAPS

TODAY = date(2026, 11, 21)
NEAR = some.dates(date(2024, 6, 1), date(2028, 6, 1))
SMALL = some.integers(0, 40)
STATES = ("在职", "登记失业", "务农")
KINDS = ("低保", "残疾人", "退役军人")
LEVELS = ("五级", "四级", "三级")

numbers: some.SearchStrategy[Comparison] = some.builds(
    lambda low, more, open_low, without: Between(low, low + more, "", open_low=open_low, without=without),
    SMALL, SMALL, some.booleans(), some.booleans(),
) | some.builds(lambda low: Between(low, None, ""), SMALL)  # fmt: skip
dates: some.SearchStrategy[Comparison] = some.builds(
    lambda sign, count, measure: Elapsed(sign, count, measure, ""),
    some.sampled_from(["内", "≥", "<"]), some.integers(0, 18), some.sampled_from(["月", "天"]),
) | some.builds(lambda day: DateBetween(day, None, ""), NEAR)  # fmt: skip
filled: some.SearchStrategy[Comparison] = some.builds(Filled, some.booleans())


def words(values: tuple[str, ...]) -> some.SearchStrategy[Comparison]:
    return some.builds(
        lambda wanted, without: OneOf(frozenset(wanted), "", without),
        some.sets(some.sampled_from(values), min_size=1), some.booleans(),
    )  # fmt: skip


def compare(
    name: str, tests: some.SearchStrategy[Comparison], of: str = ""
) -> some.SearchStrategy[Condition]:
    return some.builds(Compare, some.just(FactName(name, of)), tests)


OWN = (
    compare("失业保险缴费月数", numbers | filled)
    | compare("登记失业月数", numbers)
    | compare("失业登记日期", dates | filled)
    | compare("年龄", some.builds(lambda low: Between(low, None, ""), some.integers(47, 52)))
    | compare("就业状态", words(STATES))
    | compare("人员类别", words(KINDS) | filled)
    | some.builds(Gate, some.sampled_from(["民主评议", "正当理由"]))
)
OF_CERTIFICATE = compare("等级", words(LEVELS), "证书") | compare("发证日期", dates, "证书")
inner = some.recursive(
    OF_CERTIFICATE | OWN,
    lambda deeper: (
        some.builds(All, some.lists(deeper, min_size=1, max_size=2).map(tuple))
        | some.builds(Not, deeper)
    ),
    max_leaves=3,
)
quantified: some.SearchStrategy[Condition] = (
    some.builds(Some, some.just("证书"), inner)
    | some.builds(Every, some.just("证书"), inner, some.booleans())
    | some.builds(
        Count,
        some.just("证书"),
        inner,
        some.builds(lambda low: Between(low, None, ""), some.integers(0, 3)),
    )
)


def joined(deeper: some.SearchStrategy[Condition]) -> some.SearchStrategy[Condition]:
    parts = some.lists(deeper, max_size=3).map(tuple)
    return some.builds(All, parts) | some.builds(AnyOf, parts) | some.builds(Not, deeper)


conditions = some.recursive(OWN | quantified, joined, max_leaves=6)

certificate = some.fixed_dictionaries(
    {}, optional={"等级": some.sampled_from(LEVELS), "发证日期": NEAR | some.just(NONE)}
)
sets = some.frozensets(some.sampled_from(KINDS))
values: Mapping[str, some.SearchStrategy[Any]] = {
    "失业保险缴费月数": SMALL | some.just(NONE),
    "失业登记日期": NEAR | some.just(NONE),
    "出生日期": some.dates(date(1974, 1, 1), date(1980, 1, 1)),
    "就业状态": some.sampled_from(STATES),
    "人员类别": sets | some.just(NONE),
    "证书": some.lists(certificate, max_size=2).map(tuple) | some.just(NONE),
    "人工.民主评议": some.booleans(),
    "人工.正当理由": some.booleans(),
}
people = some.fixed_dictionaries({}, optional=dict(values))
complete = some.fixed_dictionaries(dict(values))


def reading(known: Mapping[str, Value], day: date = TODAY) -> Reading:
    return Reading(Facts(known), Moment(day))


@settings(max_examples=150)
@given(conditions, people)
def test_the_fast_and_the_explaining_evaluator_agree(
    condition: Condition, known: dict[str, Value]
) -> None:
    assert explain(condition, reading(known)).truth is decide(condition, reading(known))


@settings(max_examples=150)
@given(conditions, people, complete)
def test_a_decided_answer_stays_whatever_is_learned(
    condition: Condition, known: dict[str, Value], rest: dict[str, Value]
) -> None:
    before = decide(condition, reading(known))
    if before is not PERHAPS:
        assert decide(condition, reading(learned(known, rest))) is before


def learned(known: Mapping[str, Value], rest: Mapping[str, Value]) -> dict[str, Value]:
    """The rest told as well; a certificate's unknown columns too."""
    told = {**rest, **known}
    mine = known.get("证书")
    if isinstance(mine, tuple):
        told["证书"] = tuple({"等级": "五级", "发证日期": TODAY, **one} for one in mine)
    return told


@settings(max_examples=120)
@given(conditions, people, complete)
def test_only_the_missing_facts_and_open_gates_can_decide(
    condition: Condition, known: dict[str, Value], rest: dict[str, Value]
) -> None:
    finding = explain(condition, reading(known))
    if finding.truth is not PERHAPS:
        assert finding.missing == ()
        return
    asked = {name.partition(".")[0] for name in finding.missing} | {
        f"人工.{gate}" for gate in finding.gates
    }
    assert asked
    others = {name: value for name, value in rest.items() if name not in asked}
    assert decide(condition, reading({**others, **known})) is PERHAPS


@settings(max_examples=60, deadline=None)
@given(conditions, people)
def test_until_is_the_day_a_search_day_by_day_would_find(
    condition: Condition, known: dict[str, Value]
) -> None:
    decision, limit = compiled(condition), TODAY + timedelta(days=500)
    first = reading(known)
    now = decision(first)
    found = next_change(decision, first, now, limit)
    day = TODAY + timedelta(days=1)
    while day <= limit and decision(reading(known, day)) == now:
        day += timedelta(days=1)
    assert found == (day if day <= limit else None)


@given(
    some.sets(some.sampled_from(KINDS)),
    some.sets(some.sampled_from(KINDS)),
    some.sampled_from(KINDS),
)
def test_a_set_known_in_part_never_contradicts_the_whole(
    yes: set[str], no: set[str], word: str
) -> None:
    part = PartialSet(frozenset(yes), frozenset(no - yes))
    test = OneOf(frozenset({word}), "")
    known = test.check(part, reading({}))
    if known is not PERHAPS:
        assert test.check(frozenset(yes), reading({})) is known


@given(conditions)
def test_of_someone_of_whom_nothing_is_known_nothing_is_ever_yes_by_default(
    condition: Condition,
) -> None:
    """Yes over no facts may only come from a condition that asks nothing."""
    finding = explain(condition, reading({}))
    if finding.truth is not PERHAPS:
        assert all(leaf.truth is PERHAPS or not leaf.fact for leaf in finding.leaves())


def test_unknown_is_not_a_value_of_any_fact() -> None:
    assert reading({}).named("失业保险缴费月数") is UNKNOWN

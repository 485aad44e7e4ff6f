"""Kleene's laws of yes, no and not known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from jiuye_cli.core.rules.truth import NO, UNKNOWN, YES, Truth, both, either, opposite

truths = some.sampled_from(list(Truth))
many = some.lists(truths, max_size=6)


@given(truths, truths, truths)
def test_both_and_either_commute_associate_and_distribute(a: Truth, b: Truth, c: Truth) -> None:
    assert both([a, b]) == both([b, a])
    assert either([a, b]) == either([b, a])
    assert both([a, both([b, c])]) == both([both([a, b]), c])
    assert either([a, either([b, c])]) == either([either([a, b]), c])
    assert both([a, either([b, c])]) == either([both([a, b]), both([a, c])])
    assert either([a, both([b, c])]) == both([either([a, b]), either([a, c])])


@given(truths, truths)
def test_de_morgan_absorption_and_double_negation(a: Truth, b: Truth) -> None:
    assert opposite(both([a, b])) == either([opposite(a), opposite(b)])
    assert opposite(either([a, b])) == both([opposite(a), opposite(b)])
    assert both([a, either([a, b])]) == a
    assert either([a, both([a, b])]) == a
    assert opposite(opposite(a)) == a


@given(many)
def test_one_no_decides_all_and_one_yes_decides_any(parts: list[Truth]) -> None:
    assert both([*parts, NO]) is NO
    assert either([*parts, YES]) is YES


@given(many, truths)
def test_learning_what_was_unknown_never_turns_a_decided_answer(
    parts: list[Truth], learned: Truth
) -> None:
    told = [learned if part is UNKNOWN else part for part in parts]
    for join in (both, either):
        before = join(parts)
        if before is not UNKNOWN:
            assert join(told) is before


def test_over_nothing_all_is_yes_and_any_is_no() -> None:
    assert both([]) is YES
    assert either([]) is NO

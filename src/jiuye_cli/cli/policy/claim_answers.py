"""What is typed for the office's answer: which claims, what it said, how much, for which months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from jiuye_cli.cli import desk
from jiuye_cli.core.course.claim import RESULT_WORDS, Stage
from jiuye_cli.core.course.money import Money
from jiuye_cli.errors import UsageError

if TYPE_CHECKING:
    from jiuye_cli.actions.policy.claim_result import Answered
    from jiuye_cli.store.file.operation import Writing


def read_answer(words: Sequence[str]) -> tuple[list[int], Stage]:
    """The claims' numbers and the stage that the last word names.

    >>> read_answer(["3", "4", "批准"])
    ([3, 4], <Stage.APPROVED: 'approved'>)
    """
    *numbers, last = words
    stage = RESULT_WORDS.get(last) or next((s for s in Stage if s.value == last), None)
    known = "、".join(dict.fromkeys(RESULT_WORDS))
    if stage is None or stage in (Stage.STARTED, Stage.SUBMITTED):
        raise UsageError(f"结果没有“{last}”。可写：{known}。")
    if not numbers or not all(one.isascii() and one.isdigit() for one in numbers):
        raise UsageError("先写申领的号，再写结果，如：jiuye claim result 3 批准")
    return [int(one) for one in numbers], stage


def read_amount(text: str | None) -> Money | None:
    """A typed amount in yuan; None where nothing was typed."""
    from jiuye_cli.core.people.amounts import read_money

    return read_money(text) if text else None


def answer_all(
    change: Writing,
    numbers: Sequence[int],
    to: Stage,
    on: date,
    *,
    reason: str,
    amount: str | None,
    months: str | None,
) -> list[Answered]:
    """The same answer for several claims."""
    from jiuye_cli.actions.policy.claim_result import answer, pay
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.core.course.when import read_months

    rules, money = course_rules(), read_amount(amount)
    if to is Stage.PAID:
        span = read_months(months, desk.today()) if months else None
        return [pay(change, n, on, rules, amount=money, months=span) for n in numbers]
    shelf = bench().shelf
    return [answer(change, n, to, on, rules, shelf, reason=reason, amount=money) for n in numbers]

"""A subsidy claim from verdict to paid: its stages, papers, deadline, and what was received."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from jiuye_cli.core.course.money import Money
from jiuye_cli.errors import RefusedError


class Stage(StrEnum):
    """How far a claim has come."""

    STARTED = "started"
    SUBMITTED = "submitted"
    POSTED = "posted"
    APPROVED = "approved"
    PAID = "paid"
    RETURNED = "returned"
    STOPPED = "stopped"

    @property
    def label(self) -> str:
        """The word she reads."""
        return STAGE_WORDS[self]

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done before money can come."""
        return self not in (Stage.PAID, Stage.STOPPED)


STAGE_WORDS = {
    Stage.STARTED: "备材料",
    Stage.SUBMITTED: "已提交",
    Stage.POSTED: "公示中",
    Stage.APPROVED: "已批准",
    Stage.PAID: "已发放",
    Stage.RETURNED: "退回",
    Stage.STOPPED: "终止",
}

STEPS: Mapping[Stage, frozenset[Stage]] = {
    Stage.STARTED: frozenset({Stage.SUBMITTED, Stage.STOPPED}),
    Stage.SUBMITTED: frozenset({Stage.POSTED, Stage.APPROVED, Stage.RETURNED, Stage.STOPPED}),
    Stage.POSTED: frozenset({Stage.APPROVED, Stage.RETURNED, Stage.STOPPED}),
    Stage.APPROVED: frozenset({Stage.PAID, Stage.RETURNED, Stage.STOPPED}),
    Stage.PAID: frozenset({Stage.PAID, Stage.STOPPED}),
    Stage.RETURNED: frozenset({Stage.SUBMITTED, Stage.STOPPED}),
    Stage.STOPPED: frozenset(),
}
"""Where a claim may go from each stage; a monthly claim is paid again and again."""

RESULT_WORDS: Mapping[str, Stage] = {
    "公示": Stage.POSTED,
    "批准": Stage.APPROVED,
    "通过": Stage.APPROVED,
    "发放": Stage.PAID,
    "到账": Stage.PAID,
    "退回": Stage.RETURNED,
    "终止": Stage.STOPPED,
    "撤回": Stage.STOPPED,
}
"""What can be answered about a submitted claim."""

Snapshot = Mapping[str, object]
"""The figures that the first approval freezes (距退休月数, 年龄, the rule's version)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim under one policy; `item` names the certificate, hire or venture it is for.

    `deadline` is the last day to submit (included). `amount` is yuan per `pay`
    (once, monthly, yearly, hourly), None when not known; `months` the most
    months it can be paid. `employer` is set where not the person claims.
    """

    person: int
    policy: str
    started_on: date
    stage: Stage = Stage.STARTED
    id: int = 0
    version: date | None = None
    beneficiary: str = "本人"
    employer: int | None = None
    item: Mapping[str, object] = field(default_factory=dict)
    deadline: date | None = None
    amount: Money | None = None
    amount_low: Money | None = None
    amount_high: Money | None = None
    pay: str | None = None
    months: int | None = None
    batch: int | None = None
    submitted_on: date | None = None
    posted_on: date | None = None
    approved_on: date | None = None
    snapshot: Snapshot = field(default_factory=dict)
    returned_on: date | None = None
    stopped_on: date | None = None
    reason: str | None = None
    note: str | None = None

    @property
    def is_periodic(self) -> bool:
        """Whether it is paid more than once."""
        return self.pay in ("monthly", "yearly")


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper a claim needs; ticked when it was brought (`held` says a copy is kept)."""

    claim: int
    person: int
    name: str
    id: int = 0
    ticked_on: date | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money received under a policy; a monthly one covers whole months, both ends included.

    `first` and `last` are first days of months; `item` names what it was for.
    Receipts from before this file was kept have no `claim`. A `snapshot` from
    the first approval, where it is known, says what was frozen then.
    """

    person: int
    policy: str
    paid_on: date
    id: int = 0
    claim: int | None = None
    amount: Money | None = None
    first: date | None = None
    last: date | None = None
    item: Mapping[str, object] = field(default_factory=dict)
    approved_on: date | None = None
    snapshot: Snapshot = field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Claims of many people handed in together under one cover list (集中申报)."""

    name: str
    policy: str
    made_on: date
    id: int = 0
    submitted_on: date | None = None


def advance(claim: Claim, to: Stage, on: date, *, reason: str = "") -> Claim:
    """The claim one stage further; `RefusedError` where that stage cannot follow.

    Going back or ending needs a reason, in the words of the office.

    >>> advance(Claim(1, "技能提升补贴", date(2026, 11, 2)), Stage.SUBMITTED, date(2026, 11, 9)).stage.label
    '已提交'
    """
    if to not in STEPS[claim.stage]:
        raise RefusedError(
            f"{claim.id} 号申领现在是“{claim.stage.label}”，不能改成“{to.label}”。{_ways_on(claim.stage)}"
        )
    if to in (Stage.RETURNED, Stage.STOPPED) and not reason:
        raise RefusedError(
            f"要写明{'退回' if to is Stage.RETURNED else '终止'}的原因，用 --reason。"
        )
    days: dict[str, Any] = {_DAY_OF[to]: on} if to in _DAY_OF else {}
    return replace(claim, stage=to, reason=reason or claim.reason, **days)


_DAY_OF: Mapping[Stage, str] = {
    Stage.SUBMITTED: "submitted_on",
    Stage.POSTED: "posted_on",
    Stage.APPROVED: "approved_on",
    Stage.RETURNED: "returned_on",
    Stage.STOPPED: "stopped_on",
}


def _ways_on(stage: Stage) -> str:
    ways = "、".join(one.label for one in Stage if one in STEPS[stage])
    return f"接下来可以是：{ways}。" if ways else "它已经结束了。"


def missing(papers: Iterable[Paper]) -> tuple[str, ...]:
    """The names of the papers not yet brought, in the order of the list."""
    return tuple(one.name for one in papers if one.ticked_on is None)


def days_left(claim: Claim, today: date) -> int | None:
    """Days until the last day to submit (0 on that day, negative after); None where none runs.

    >>> days_left(Claim(1, "技能提升补贴", date(2026, 11, 2), deadline=date(2026, 11, 30)), date(2026, 11, 21))
    9
    """
    if claim.deadline is None or claim.stage not in (Stage.STARTED, Stage.RETURNED):
        return None
    return (claim.deadline - today).days


def months_covered(receipts: Iterable[Receipt]) -> frozenset[date]:
    """The first days of all months that receipts cover, each month once.

    >>> year_end = Receipt(1, "灵活就业社保补贴", date(2027, 1, 5), first=date(2026, 11, 1), last=date(2027, 1, 1))
    >>> len(months_covered([year_end, year_end]))
    3
    """
    return frozenset(month for one in receipts for month in _months(one))


def _months(receipt: Receipt) -> Sequence[date]:
    if receipt.first is None or receipt.last is None:
        return ()
    first = receipt.first.year * 12 + receipt.first.month - 1
    last = receipt.last.year * 12 + receipt.last.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(first, last + 1)]


def refuse_double(new: Receipt, earlier: Iterable[Receipt]) -> None:
    """Raise `RefusedError` when a month of a new receipt was paid already under the same policy."""
    same = [one for one in earlier if one.policy == new.policy and one.item == new.item]
    twice = months_covered([new]) & months_covered(same)
    if twice:
        said = "、".join(f"{month:%Y-%m}" for month in sorted(twice))
        raise RefusedError(f"{new.policy} {said} 已经记过发放，没有再记。")


def frozen_at_first(
    claims: Iterable[Claim], receipts: Iterable[Receipt], policy: str
) -> tuple[date, Snapshot] | None:
    """The day and figures of a person's first approval under a policy; None before there is one."""
    seen = [(c.policy, c.approved_on, c.snapshot) for c in claims]
    seen += [(r.policy, r.approved_on, r.snapshot) for r in receipts]
    approvals = [(day, frozen) for name, day, frozen in seen if name == policy and day]
    return min(approvals, key=lambda pair: pair[0], default=None)

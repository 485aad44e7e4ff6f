"""A subsidy claim from verdict to paid: its stages, papers, deadline, and what was received."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from jiuye_cli.core.course.money import Money
from jiuye_cli.core.course.receipt import Receipt, Snapshot, months_covered
from jiuye_cli.core.people.card import Card
from jiuye_cli.core.rules.days import add_months
from jiuye_cli.errors import NotFoundError, RefusedError


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


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim under one policy; `item` names the certificate, hire or venture it is for.

    `deadline` is the last day to submit (included). `amount` is yuan per `pay`
    (once, monthly, yearly), None when not known; `months` the most
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
class ClaimFile:
    """A claim with its owner, its papers, and what was paid under it."""

    claim: Claim
    card: Card
    papers: tuple[Paper, ...] = ()
    receipts: tuple[Receipt, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The papers not yet brought."""
        return missing(self.papers)

    @property
    def item(self) -> str:
        """What it is for, in a few words."""
        return " ".join(str(value) for value in self.claim.item.values())

    @property
    def months_used(self) -> int:
        """Months paid so far."""
        return len(months_covered(self.receipts))

    @property
    def is_used_up(self) -> bool:
        """Whether every month it can be paid for has been."""
        return self.claim.months is not None and self.months_used >= self.claim.months


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


def same_item(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether two claims are for the same certificate, hire or venture, as far as both say.

    >>> same_item({"职业": "电工", "发证日期": date(2026, 1, 5)}, {"职业": "电工", "发证日期": "2026-01-05"})
    True
    """
    return {k: str(v) for k, v in one.items()} == {k: str(v) for k, v in other.items()}


def paper_named(papers: Sequence[Paper], word: str) -> Paper:
    """The paper that a word means: its place in the list, its name, or a part only it has.

    Raises `NotFoundError` with the list otherwise.

    >>> paper_named([Paper(1, 7, "身份证"), Paper(1, 7, "社保卡")], "社保").name
    '社保卡'
    """
    if word.isascii() and word.isdigit() and 1 <= int(word) <= len(papers):
        return papers[int(word) - 1]
    exact = [one for one in papers if one.name == word]
    found = exact or [one for one in papers if word in one.name]
    if len(found) == 1:
        return found[0]
    listed = "、".join(f"{at} {one.name}" for at, one in enumerate(papers, 1)) or "没有要交的材料"
    raise NotFoundError(f"材料里没有{'唯一的' if found else ''}“{word}”。清单：{listed}。")


def next_months(claim: Claim, receipts: Iterable[Receipt], count: int = 1) -> tuple[date, date]:
    """The first and last month to be paid next: after those covered, else from the approval on.

    >>> next_months(Claim(1, "公益性岗位补贴", date(2026, 9, 1), approved_on=date(2026, 9, 15)), [])
    (datetime.date(2026, 9, 1), datetime.date(2026, 9, 1))
    """
    covered = months_covered(receipts)
    first = add_months(max(covered), 1) if covered else (claim.approved_on or claim.started_on)
    first = first.replace(day=1)
    return first, add_months(first, count - 1)


def days_left(claim: Claim, today: date) -> int | None:
    """Days until the last day to submit (0 on that day, negative after); None where none runs.

    >>> days_left(Claim(1, "技能提升补贴", date(2026, 11, 2), deadline=date(2026, 11, 30)), date(2026, 11, 21))
    9
    """
    if claim.deadline is None or claim.stage not in (Stage.STARTED, Stage.RETURNED):
        return None
    return (claim.deadline - today).days


def frozen_at_first(
    claims: Iterable[Claim], receipts: Iterable[Receipt], policy: str
) -> tuple[date, Snapshot] | None:
    """The day and figures of a person's first approval under a policy; None before there is one."""
    seen = [(c.policy, c.approved_on, c.snapshot) for c in claims]
    seen += [(r.policy, r.approved_on, r.snapshot) for r in receipts]
    approvals = [(day, frozen) for name, day, frozen in seen if name == policy and day]
    return min(approvals, key=lambda pair: pair[0], default=None)

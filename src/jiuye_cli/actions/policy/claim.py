"""A claim from the verdict to the counter of the office: started, papers ticked, submitted."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jiuye_cli.actions.policy.claimant import claimant
from jiuye_cli.actions.policy.judging import Bench
from jiuye_cli.core.course.claim import (
    Claim,
    ClaimFile,
    Paper,
    Stage,
    advance,
    days_left,
    missing,
    paper_named,
    same_item,
)
from jiuye_cli.core.course.grants import item_of
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.policy.policy import Claimant, Pay
from jiuye_cli.core.policy.shelf import Rule
from jiuye_cli.core.policy.verdict import Judged, judge
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.core.rules.days import FAR
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.core.rules.span import to_fen
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.course import claim as store
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people.roll import cards
from jiuye_cli.store.tables.claim import CLAIM, PAPER, RECEIPT

CLAIMABLE = (Verdict.ELIGIBLE, Verdict.CONFIRM, Verdict.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Started:
    """A claim that was begun, and the verdict behind it."""

    file: ClaimFile
    judged: Judged


def rule_named(bench: Bench, who: Claimant, word: str) -> Rule:
    """The rule that a policy's 编号 or 名称 means for someone; `NotFoundError` with the nearest name."""
    rules = bench.rules(who)
    for rule in rules:
        if word in (rule.id, rule.policy.name):
            return rule
    near = nearest(word, [rule.id for rule in rules])
    raise NotFoundError(f"没有叫“{word}”的政策{near or '。'}看有哪些：jiuye policy list")


def verdicts_of(bench: Bench, who: Claimant, word: str, today: date) -> tuple[Judged, ...]:
    """The verdicts of one policy for someone today, one for each thing it can be claimed for."""
    return judge(rule_named(bench, who, word), who, bench.moment(today), bench.shelf)


def start(
    change: Writing,
    number: int,
    word: str,
    bench: Bench,
    today: date,
    *,
    item: str = "",
    anyway: str = "",
) -> Started:
    """Begin a claim from the verdict of today, with its papers to tick and its last day.

    `item` is a part of what it is for, where there are several. Who is not
    eligible is refused, unless a human says why `anyway`.
    """
    person, who = claimant(change.conn, bench.shelf, today, number)
    judged = choose(verdicts_of(bench, who, word, today), item)
    if judged.verdict not in CLAIMABLE and not anyway:
        raise RefusedError(
            why_not(person.name, judged, f"jiuye why {person.id} {judged.policy.id}")
        )
    return begin(change, person, judged, today, note=anyway or None)


def choose(verdicts: Sequence[Judged], item: str) -> Judged:
    """The best verdict among those for what `item` names; `NotFoundError` when nothing is called so."""
    named = [one for one in verdicts if item in one.item]
    if not named:
        known = "、".join(one.item for one in verdicts if one.item) or "没有分件"
        raise NotFoundError(f"没有“{item}”这一件。有：{known}。")
    order = [*CLAIMABLE, *(v for v in Verdict if v not in CLAIMABLE)]
    return min(named, key=lambda one: (order.index(one.verdict), one.deadline or FAR))


def why_not(owner: str, judged: Judged, look: str) -> str:
    """Why a claim is not begun, and the command that shows the reasons."""
    reasons = "；".join(judged.reasons)
    because = f"（{reasons}）" if reasons else ""
    return (
        f"{owner} 的{judged.policy.name}现在是“{judged.verdict.word}”{because}，没有开。"
        f"看为什么：{look}；一定要报，用 --anyway 写明理由。"
    )


def begin(
    change: Writing,
    person: Person,
    judged: Judged,
    today: date,
    *,
    note: str | None = None,
    batch: int | None = None,
    employer: int | None = None,
) -> Started:
    """Open the claim that a verdict stands for; `RefusedError` when it is open already."""
    _refuse_second(change.conn, person, judged)
    claim = _from_verdict(person, judged, today, note=note, batch=batch, employer=employer)
    number = CLAIM.insert(change.conn, claim)
    for name in dict.fromkeys(judged.documents):
        PAPER.insert(change.conn, Paper(number, person.id, name))
    return Started(claim_file(change.conn, number), judged)


def _from_verdict(person: Person, judged: Judged, today: date, **more: Any) -> Claim:
    return Claim(
        person=person.id,
        policy=judged.policy.id,
        started_on=today,
        version=judged.version.start,
        beneficiary=judged.policy.beneficiary,
        item=item_of(judged.record),
        deadline=judged.deadline,
        months=judged.months,
        **_money(judged),
        **more,
    )


def _money(judged: Judged) -> dict[str, Any]:
    """The amount of one payment; what is paid by the hour is claimed once, for all hours attended."""
    if judged.pay is Pay.HOURLY:
        sum_ = judged.worth
        amounts = (to_fen(sum_.exact), to_fen(sum_.low), to_fen(sum_.high))
    else:
        amounts = (judged.amount, judged.amount_low, judged.amount_high)
    pay = Pay.ONCE if judged.pay is Pay.HOURLY else judged.pay
    named = dict(zip(("amount", "amount_low", "amount_high"), amounts, strict=True))
    return {**named, "pay": pay.value if pay else None}


def _refuse_second(conn: sqlite3.Connection, person: Person, judged: Judged) -> None:
    open_stages = [stage for stage in Stage if stage.is_open]
    for one in store.claims(conn, person=person.id, policy_id=judged.policy.id, stages=open_stages):
        if same_item(one.item, item_of(judged.record)):
            raise RefusedError(
                f"{person.name} 的{judged.policy.name}已经在办：{one.id} 号申领，{one.stage.label}。"
            )


def tick(change: Writing, number: int, words: Iterable[str], on: date, *, held: bool) -> ClaimFile:
    """Tick papers that were brought; no words, or 全部, ticks all. The claim with what is still missing."""
    papers = store.papers(change.conn, [CLAIM.get(change.conn, number).id]).get(number, [])
    named = list(words)
    chosen = papers if not named or named == ["全部"] else [paper_named(papers, w) for w in named]
    for one in chosen:
        PAPER.update(change.conn, one.id, ticked_on=on, held=held or one.held)
    return claim_file(change.conn, number)


def submit(
    change: Writing, numbers: Collection[int], on: date, *, incomplete: bool = False
) -> list[ClaimFile]:
    """Hand in claims; `RefusedError` names missing papers and passed last days, unless `incomplete`."""
    done = []
    for number in numbers:
        claim = CLAIM.get(change.conn, number)
        lacking = missing(store.papers(change.conn, [number]).get(number, ()))
        left = days_left(claim, on)
        if lacking and not incomplete:
            raise RefusedError(
                f"{number} 号申领还缺：{'、'.join(lacking)}。先 jiuye claim tick {number} 材料；缺着也交就加 --yes。"
            )
        if left is not None and left < 0 and not incomplete:
            raise RefusedError(
                f"{number} 号申领的期限 {claim.deadline} 已经过了。一定要交就加 --yes。"
            )
        save(change, advance(claim, Stage.SUBMITTED, on))
        done.append(claim_file(change.conn, number))
    return done


def save(change: Writing, claim: Claim) -> None:
    """Write a claim that has moved on."""
    CLAIM.update(
        change.conn,
        claim.id,
        stage=claim.stage,
        submitted_on=claim.submitted_on,
        posted_on=claim.posted_on,
        approved_on=claim.approved_on,
        snapshot=claim.snapshot,
        returned_on=claim.returned_on,
        stopped_on=claim.stopped_on,
        reason=claim.reason,
        amount=claim.amount,
        batch=claim.batch,
    )


def claim_file(conn: sqlite3.Connection, number: int) -> ClaimFile:
    """One claim with all that belongs to it; `NotFoundError` if there is none."""
    return claim_files(conn, [CLAIM.get(conn, number)])[0]


def claim_files(conn: sqlite3.Connection, claims: Sequence[Claim]) -> list[ClaimFile]:
    """Claims with all that belongs to each."""
    names = cards(conn, {one.person for one in claims})
    papers = store.papers(conn, [one.id for one in claims])
    paid: dict[int, list[Any]] = {}
    for receipt in RECEIPT.where(conn, "claim IS NOT NULL"):
        paid.setdefault(receipt.claim or 0, []).append(receipt)
    return [
        ClaimFile(
            one, names[one.person], tuple(papers.get(one.id, ())), tuple(paid.get(one.id, ()))
        )
        for one in claims
    ]


def listed(
    conn: sqlite3.Connection,
    today: date,
    *,
    person: int | None = None,
    stages: Iterable[Stage] = (),
    policy_id: str | None = None,
    batch: int | None = None,
    due_by: date | None = None,
) -> list[ClaimFile]:
    """Claims that fit, those whose last day is nearest first; with `due_by` only those due until then."""
    chosen = list(stages)
    if not chosen and person is None and batch is None:
        chosen = [stage for stage in Stage if stage.is_open]
    found = store.claims(conn, person=person, stages=chosen, policy_id=policy_id, batch=batch)
    if due_by is not None:
        found = [
            c for c in found if days_left(c, today) is not None and (c.deadline or FAR) <= due_by
        ]
    found.sort(key=lambda c: (days_left(c, today) is None, c.deadline or FAR, c.id))
    return claim_files(conn, found)

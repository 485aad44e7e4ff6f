"""What the office answers: posted, approved, paid, returned, stopped; and what then holds of the person."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from jiuye_cli.actions.people.change import change_file, typed_values
from jiuye_cli.actions.policy.claim import claim_file, claim_files, save, verdicts_of
from jiuye_cli.actions.policy.claimant import claimant
from jiuye_cli.actions.policy.judging import Bench
from jiuye_cli.core.course.claim import (
    Claim,
    ClaimFile,
    Stage,
    advance,
    frozen_at_first,
    next_months,
)
from jiuye_cli.core.course.gate import GateAnswer
from jiuye_cli.core.course.grants import frozen
from jiuye_cli.core.course.money import Money, to_fen
from jiuye_cli.core.course.receipt import Receipt, refuse_double
from jiuye_cli.core.course.recheck import Rechecked
from jiuye_cli.core.course.rules import CourseRules
from jiuye_cli.core.fields.value import Evidence, Grade
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.rules.derived_facts import with_derived
from jiuye_cli.core.rules.truth import YES
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.course import claim as store
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people.people import household_members, read_person
from jiuye_cli.store.tables.claim import CLAIM, RECEIPT


@dataclass(frozen=True, slots=True)
class Answered:
    """A claim after an answer, and the fields of the file that moved with it."""

    file: ClaimFile
    moved: tuple[str, ...] = ()


def answer(
    change: Writing,
    number: int,
    to: Stage,
    on: date,
    rules: CourseRules,
    shelf: Shelf,
    *,
    reason: str = "",
    amount: Money | None = None,
) -> Answered:
    """Note what the office answered to one claim.

    An approval freezes the figures of the first one, and moves what the rules of
    the course say then holds of the person (or the household).
    """
    claim = CLAIM.get(change.conn, number)
    moved = advance(claim, to, on, reason=reason)
    if amount is not None:
        moved = replace(moved, amount=amount)
    words: Sequence[str] = ()
    if to is Stage.APPROVED:
        moved = replace(moved, snapshot=_snapshot(change.conn, claim, on, shelf))
        words = [
            w.replace("批准日期", on.isoformat()) for w in rules.on_approval.get(claim.policy, ())
        ]
    elif to is Stage.STOPPED and claim.approved_on:
        words = rules.on_stop.get(claim.policy, ())
    save(change, moved)
    return Answered(claim_file(change.conn, number), tuple(_move(change, claim, words, on)))


def _snapshot(conn: sqlite3.Connection, claim: Claim, on: date, shelf: Shelf) -> dict[str, object]:
    """The figures of this approval, or of the first one under the policy where there was one."""
    first = frozen_at_first(
        store.claims(conn, person=claim.person), store.receipts(conn, claim.person), claim.policy
    )
    if first is not None:
        return dict(first[1])
    person = with_derived(read_person(conn, claim.person, on), on, shelf.parameters)
    return frozen(person.facts.values, claim.version or on)


def _move(change: Writing, claim: Claim, words: Sequence[str], on: date) -> list[str]:
    if not words:
        return []
    evidence = Evidence(Grade.SEEN, f"{claim.policy} {claim.id} 号申领", on)
    moved: list[str] = []
    for number in _concerned(change.conn, claim, on):
        person = read_person(change.conn, number, on)
        values = typed_values(words, person.facts.values, "")
        moved += change_file(change, number, values, evidence)
    return list(dict.fromkeys(moved))


def _concerned(conn: sqlite3.Connection, claim: Claim, on: date) -> list[int]:
    home = read_person(conn, claim.person, on).household
    if claim.beneficiary != "家庭" or home is None:
        return [claim.person]
    return [number for number, _ in household_members(conn, home)]


def pay(
    change: Writing,
    number: int,
    on: date,
    rules: CourseRules,
    *,
    amount: Money | None = None,
    months: tuple[date, date] | None = None,
) -> Answered:
    """Note that money came: one receipt, for the next month where it is paid by the month.

    `amount` is what came in all; not told, it is the claim's amount for so many
    months, or not known. Months paid before are refused.
    """
    file = claim_file(change.conn, number)
    claim = file.claim
    span = months or (next_months(claim, file.receipts) if claim.pay == "monthly" else None)
    receipt = Receipt(
        claim.person,
        claim.policy,
        on,
        claim=claim.id,
        amount=amount if amount is not None else _due(claim, span),
        first=span[0] if span else None,
        last=span[1] if span else None,
        item=claim.item,
        approved_on=claim.approved_on,
        snapshot=claim.snapshot,
    )
    refuse_double(receipt, store.receipts(change.conn, claim.person, claim.policy))
    save(change, advance(claim, Stage.PAID, on))
    RECEIPT.insert(change.conn, receipt)
    return Answered(
        claim_file(change.conn, number), tuple(_count_months(change, claim, span, rules, on))
    )


def _length(span: tuple[date, date] | None) -> int:
    return (
        1
        if span is None
        else (span[1].year - span[0].year) * 12 + span[1].month - span[0].month + 1
    )


def _due(claim: Claim, span: tuple[date, date] | None) -> Money | None:
    return None if claim.amount is None else to_fen(claim.amount * _length(span))


def _count_months(
    change: Writing, claim: Claim, span: tuple[date, date] | None, rules: CourseRules, on: date
) -> list[str]:
    field = rules.month_counters.get(claim.policy)
    known = read_person(change.conn, claim.person, on).facts.value(field) if field else None
    if field is None or span is None or not isinstance(known, int):
        return []
    evidence = Evidence(Grade.SEEN, f"{claim.policy} {claim.id} 号申领发放", on)
    return change_file(change, claim.person, {field: known + _length(span)}, evidence)


def had_before(change: Writing, receipt: Receipt, shelf: Shelf) -> int:
    """Note what someone received before this file was kept; `NotFoundError` for a policy there is not."""
    found = shelf.find(receipt.policy)
    if not found:
        raise NotFoundError(f"没有叫“{receipt.policy}”的政策。看有哪些：jiuye policy list")
    known = replace(receipt, policy=found[0].id)
    refuse_double(known, store.receipts(change.conn, receipt.person, known.policy))
    return RECEIPT.insert(change.conn, known)


def decide_gate(change: Writing, answer_: GateAnswer, shelf: Shelf) -> str:
    """Record what a human decided on a question that a rule leaves to humans; its full words.

    The question may be told by a part that only it has; `NotFoundError` otherwise.
    """
    known = sorted({g.text for p in shelf.policies for v in p.versions for g in v.gates})
    found = [one for one in known if one == answer_.gate] or [
        one for one in known if answer_.gate in one
    ]
    if len(found) != 1:
        listed = "\n".join(f"  {one}" for one in (found or known)[:8])
        raise NotFoundError(f"“{answer_.gate}”对不上唯一一条要人确认的事：\n{listed}")
    store.put_gate(change.conn, replace(answer_, gate=found[0]))
    return found[0]


def recheck(conn: sqlite3.Connection, bench: Bench, today: date) -> list[Rechecked]:
    """The monthly look at what must stay true: claims that run and whose conditions do not surely hold."""
    running = [
        c
        for c in store.claims(conn, stages=(Stage.APPROVED, Stage.PAID))
        if c.is_periodic and c.employer is None
    ]
    found = []
    for file in claim_files(conn, running):
        if file.is_used_up:
            continue
        _, who = claimant(conn, bench.shelf, today, file.card.id)
        judged = verdicts_of(bench, Claimant(who.facts, (), who.id), file.claim.policy, today)
        if not any(one.finding.truth == YES for one in judged):
            found.append(Rechecked(file, judged[0]))
    return found

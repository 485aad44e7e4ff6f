"""Claims of many people handed in together (集中申报) under one cover list."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jiuye_cli.actions.policy.claim import begin, claim_files, submit, verdicts_of
from jiuye_cli.actions.policy.claimant import claimants
from jiuye_cli.actions.policy.judging import Bench
from jiuye_cli.core.course.claim import Batch, ClaimFile, Stage
from jiuye_cli.core.people.card import Card
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.course import claim as store
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people.roll import cards
from jiuye_cli.store.tables.claim import BATCH, CLAIM


@dataclass(frozen=True, slots=True)
class Gathered:
    """A batch with its claims, and who was near: what is missing, by person."""

    batch: Batch
    files: tuple[ClaimFile, ...]
    nearly: tuple[tuple[Card, tuple[str, ...]], ...] = ()


def gather(
    change: Writing,
    word: str,
    bench: Bench,
    today: date,
    *,
    name: str = "",
    people: Collection[int] | None = None,
    confirm: bool = False,
) -> Gathered:
    """Put everyone who may claim a policy into one batch, claims already begun among them.

    With `confirm` also those whose verdict a human must confirm. `RefusedError`
    when nobody may claim.
    """
    policy = _policy_id(bench.shelf, word)
    wanted = {Verdict.ELIGIBLE, Verdict.CONFIRM} if confirm else {Verdict.ELIGIBLE}
    begun = {
        c.person
        for c in store.claims(change.conn, policy_id=policy, stages=(Stage.STARTED, Stage.RETURNED))
    }
    batch = Batch(name or f"{policy} {today:%Y-%m} 集中申报", policy, today)
    number = BATCH.insert(change.conn, batch)
    nearly: dict[int, tuple[str, ...]] = {}
    for person, who in claimants(change.conn, bench.shelf, today):
        if (people is not None and person.id not in people) or person.id in begun:
            continue
        for one in verdicts_of(bench, who, policy, today):
            if one.verdict in wanted:
                begin(change, person, one, today, batch=number)
            elif one.verdict in (Verdict.UNKNOWN, Verdict.CONFIRM):
                nearly.setdefault(person.id, (*one.missing, *one.gates))
    for old in store.claims(change.conn, policy_id=policy, stages=(Stage.STARTED, Stage.RETURNED)):
        if old.batch is None and (people is None or old.person in people):
            _join(change, old.id, number)
    files = claim_files(change.conn, store.claims(change.conn, batch=number))
    if not files:
        raise RefusedError(f"现在没有人能申领{word}，没有建批次。{_near(nearly)}")
    names = cards(change.conn, nearly)
    return Gathered(
        BATCH.get(change.conn, number),
        tuple(files),
        tuple((names[p], why) for p, why in nearly.items()),
    )


def _policy_id(shelf: Shelf, word: str) -> str:
    found = shelf.find(word)
    if not found:
        raise NotFoundError(f"没有叫“{word}”的政策。看有哪些：jiuye policy list")
    return found[0].id


def _near(nearly: Collection[int]) -> str:
    return f"差一点的有 {len(nearly)} 人，看 jiuye check 谁。" if nearly else ""


def _join(change: Writing, claim: int, batch: int) -> None:
    CLAIM.update(change.conn, claim, batch=batch)


def hand_in(
    change: Writing, number: int, on: date, *, incomplete: bool
) -> tuple[list[ClaimFile], list[ClaimFile]]:
    """Submit a batch: those whose papers are complete; the submitted, and those left behind."""
    batch = BATCH.get(change.conn, number)
    files = claim_files(
        change.conn,
        store.claims(change.conn, batch=batch.id, stages=(Stage.STARTED, Stage.RETURNED)),
    )
    ready = [file for file in files if incomplete or not file.missing]
    left = [file for file in files if file not in ready]
    if not ready:
        raise RefusedError(f"{number} 号批次里没有材料齐的申领，一件也没有交。")
    done = submit(change, [file.claim.id for file in ready], on, incomplete=incomplete)
    BATCH.update(change.conn, number, submitted_on=on)
    return done, left


def batches(conn: sqlite3.Connection) -> list[tuple[Batch, list[ClaimFile]]]:
    """All batches with their claims, newest first."""
    return [
        (one, claim_files(conn, store.claims(conn, batch=one.id)))
        for one in BATCH.where(conn, order="id DESC")
    ]

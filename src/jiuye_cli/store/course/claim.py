"""Claims, their papers, what was received, what humans decided: by person."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from jiuye_cli.core.course.claim import Claim, Paper, Stage
from jiuye_cli.core.course.gate import GateAnswer
from jiuye_cli.core.course.grants import grants
from jiuye_cli.core.course.receipt import Receipt
from jiuye_cli.core.policy import policy
from jiuye_cli.store.file.record_table import RecordTable
from jiuye_cli.store.tables.claim import CLAIM, GATE, PAPER, RECEIPT


class OfPerson(Protocol):
    """A row about one person."""

    @property
    def person(self) -> int: ...


T = TypeVar("T", bound=OfPerson)


def claims(
    conn: sqlite3.Connection,
    *,
    person: int | None = None,
    stages: Iterable[Stage] = (),
    policy_id: str | None = None,
    batch: int | None = None,
) -> list[Claim]:
    """The claims that fit all that is asked, in order of their numbers."""
    where, values = ["1"], list[object]()
    for column, wanted in (("person", person), ("policy", policy_id), ("batch", batch)):
        if wanted is not None:
            where.append(f"{column} = ?")
            values.append(wanted)
    chosen = [stage.value for stage in stages]
    if chosen:
        where.append("stage IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(chosen))
    return CLAIM.where(conn, " AND ".join(where), *values)


def papers(conn: sqlite3.Connection, numbers: Iterable[int]) -> Mapping[int, list[Paper]]:
    """The papers of some claims, by claim, in the order of the list."""
    found: dict[int, list[Paper]] = defaultdict(list)
    for one in PAPER.where(
        conn, "claim IN (SELECT value FROM json_each(?))", json.dumps(list(numbers))
    ):
        found[one.claim].append(one)
    return found


def receipts(conn: sqlite3.Connection, person: int, policy_id: str | None = None) -> list[Receipt]:
    """What one person received, under one policy or all."""
    if policy_id is None:
        return RECEIPT.where(conn, "person = ?", person)
    return RECEIPT.where(conn, "person = ? AND policy = ?", person, policy_id)


def grants_by_person(
    conn: sqlite3.Connection, people: Sequence[int] | None = None
) -> Mapping[int, tuple[policy.Receipt, ...]]:
    """What each person was granted, as the rules count it; of `people` or everyone.

    What an employer claims for having hired someone is none of theirs.
    """
    claimed = {
        person: [one for one in own if one.employer is None]
        for person, own in _by_person(CLAIM, conn, people).items()
    }
    paid = _by_person(RECEIPT, conn, people)
    return {
        person: grants(claimed.get(person, ()), paid.get(person, ()))
        for person in sorted({*claimed, *paid})
    }


def gates_by_person(
    conn: sqlite3.Connection, people: Sequence[int] | None = None, until: date | None = None
) -> Mapping[int, Mapping[str, bool]]:
    """What humans decided about each person, under the names by which rules ask for it.

    With `until` only what was decided by that day.
    """
    found: Mapping[int, list[GateAnswer]] = _by_person(GATE, conn, people)
    return {
        person: {
            f"人工.{one.gate}": one.answer for one in answers if until is None or one.day <= until
        }
        for person, answers in found.items()
    }


def _by_person(
    table: RecordTable[T], conn: sqlite3.Connection, people: Sequence[int] | None
) -> Mapping[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    rows = (
        table.where(conn)
        if people is None
        else table.where(
            conn, "person IN (SELECT value FROM json_each(?))", json.dumps(list(people))
        )
    )
    for row in rows:
        found[row.person].append(row)
    return found


def put_gate(conn: sqlite3.Connection, answer: GateAnswer) -> None:
    """Record a human decision; a later one about the same question replaces it, the history keeps both."""
    found = GATE.where(conn, "person = ? AND gate = ?", answer.person, answer.gate)
    if found:
        GATE.update(
            conn, found[0].id, answer=answer.answer, day=answer.day, by=answer.by, note=answer.note
        )
    else:
        GATE.insert(conn, answer)


def housemates(
    conn: sqlite3.Connection, people: Sequence[int] | None = None
) -> Mapping[int, list[int]]:
    """The others of the household who have a file, by person; of `people`, or of all open files."""
    whose = "a.closed_on IS NULL" if people is None else "a.id IN (SELECT value FROM json_each(?))"
    rows = conn.execute(
        "SELECT a.id, b.id FROM person a JOIN person b ON a.household = b.household AND a.id <> b.id "
        f"WHERE {whose} ORDER BY a.id, b.id",
        () if people is None else (json.dumps(list(people)),),
    )
    found: dict[int, list[int]] = defaultdict(list)
    for mine, other in rows:
        found[mine].append(other)
    return found

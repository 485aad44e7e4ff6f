"""绿色通道: a plant's roster arrives; registration and benefit claim in one pass a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from jiuye_cli.actions.people.change import change_file
from jiuye_cli.actions.people.import_people import carry_out, plan_people
from jiuye_cli.actions.policy.claim import CLAIMABLE, begin, verdicts_of
from jiuye_cli.actions.policy.claimant import claimant
from jiuye_cli.actions.policy.judging import Bench
from jiuye_cli.core.course.green import Arrival, Counter, GreenCard, Pass, counter, lacking_named
from jiuye_cli.core.course.rules import CourseRules
from jiuye_cli.core.fields.catalogue import facts as catalogue
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.value import UNKNOWN, Evidence, Grade, Value
from jiuye_cli.core.intake.people import PersonRow
from jiuye_cli.core.intake.plan import ImportPlan
from jiuye_cli.core.policy.verdict import Judged
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.course import green
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import people, roll
from jiuye_cli.store.people.intake import rows_seen
from jiuye_cli.store.people.records import records_of
from jiuye_cli.store.tables.claim import CLAIM, PAPER
from jiuye_cli.store.tables.green import ARRIVAL, PASS

REGISTERED = "登记失业"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A roster taken in: the plan of the import, and how many people now wait."""

    arrival: Arrival
    plan: ImportPlan
    queued: int


def arrive(
    change: Writing,
    rows: Sequence[PersonRow],
    name: str,
    policy: str,
    evidence: Evidence,
    *,
    shared: Mapping[str, Value],
    progress: Callable[[int, int], None],
) -> Arrived:
    """Import a roster and queue everyone on it, in its order; `shared` holds for all of them.

    A roster that is still open gets the new people added.
    """
    plan = plan_people(change.conn, rows, evidence.noted_on)
    carry_out(change, plan, evidence, progress)
    seen = rows_seen(change.conn, rows)
    known = {one.row: one.person for one in plan.rows}
    found = [seen.get(row.mark) or known.get(row.number) for row in rows]
    present = [person for person in found if person is not None]
    arrival = _arrival(change, name, policy, evidence.noted_on)
    queued = green.queue_up(change.conn, arrival.id, present)
    if shared:
        for person in dict.fromkeys(present):
            change_file(change, person, shared, evidence)
    return Arrived(arrival, plan, queued)


def _arrival(change: Writing, name: str, policy: str, on: date) -> Arrival:
    same = ARRIVAL.where(change.conn, "name = ? AND closed_on IS NULL", name)
    if same:
        return same[0]
    one = Arrival(name, on, policy=policy)
    return replace(one, id=ARRIVAL.insert(change.conn, one))


def add_people(change: Writing, numbers: Iterable[int]) -> int:
    """Add people to the open roster; how many are new."""
    return green.queue_up(change.conn, green.current(change.conn).id, numbers)


def on_the_table(
    conn: sqlite3.Connection,
    bench: Bench,
    rules: CourseRules,
    today: date,
    person: int | None = None,
) -> GreenCard | None:
    """What one person's pass takes: the one at the window, else the first who waits; None when nobody does."""
    arrival = green.current(conn)
    line = green.pass_of(conn, arrival, person) if person else green.first_waiting(conn, arrival.id)
    if line is None:
        return None
    judged = _benefit(conn, bench, arrival, line.person, today)
    left = sum(one.is_waiting for one in green.passes(conn, arrival.id))
    card = roll.cards(conn, [line.person])[line.person]
    return GreenCard(card, line, _papers(rules, judged), _questions(judged), left)


def _benefit(
    conn: sqlite3.Connection, bench: Bench, arrival: Arrival, person: int, today: date
) -> Judged | None:
    """The verdict on the benefit for someone who is registered today."""
    if arrival.policy is None:
        return None
    _, who = claimant(conn, bench.shelf, today, person)
    told = dict(who.facts.values) | {"就业状态": REGISTERED}
    registered = replace(who, facts=replace(who.facts, values=told))
    try:
        return verdicts_of(bench, registered, arrival.policy, today)[0]
    except NotFoundError:
        return None


def _papers(rules: CourseRules, judged: Judged | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*rules.green_papers, *(judged.documents if judged else ()))))


def _questions(judged: Judged | None) -> tuple[Field, ...]:
    fields = [catalogue().get(name) for name in (judged.missing if judged else ())]
    return tuple(field for field in fields if field is not None and field.question)


@dataclass(frozen=True, slots=True)
class Served:
    """A pass that is done: registered, and the claim begun (or why not)."""

    line: Pass
    registered: bool
    claim: int | None
    why_no_claim: str = ""


def serve(
    change: Writing,
    person: int,
    bench: Bench,
    rules: CourseRules,
    *,
    lacking: Iterable[str],
    values: Mapping[str, Value],
    now: datetime,
) -> Served:
    """One pass: what was answered goes into the file, unemployment is registered, the claim begun.

    失业日期 is the day the last contract ended, as the form that is signed says,
    unless another is told. Papers not named as lacking were brought. `RefusedError`
    when the person was served before.
    """
    conn, today = change.conn, now.date()
    arrival = green.current(conn)
    line = green.pass_of(conn, arrival, person)
    if line.done_at:
        raise RefusedError(
            f"{person} 号 {line.done_at[:16].replace('T', ' ')} 办过了。补材料用 jiuye green paper {person}"
        )
    evidence = Evidence(Grade.SEEN, "绿色通道一站式登记", today)
    registered = _register(change, person, values, evidence)
    judged = _benefit(conn, bench, arrival, person, today)
    papers = _papers(rules, judged)
    missing = lacking_named(papers, lacking)
    claim, why = _claim(change, person, judged, papers, missing, today)
    changes = {"done_at": now.isoformat(timespec="seconds"), "done_by": change.who, "claim": claim, "lacking": missing, "skipped_why": None}  # fmt: skip
    PASS.update(conn, line.id, **changes)
    return Served(replace(line, lacking=missing, claim=claim), registered, claim, why)


def _register(
    change: Writing, person: int, values: Mapping[str, Value], evidence: Evidence
) -> bool:
    """Note the registration of unemployment, unless the person is registered; whether it was noted."""
    facts = people.read_person(change.conn, person, evidence.noted_on).facts
    told = dict(values)
    already = facts.value("就业状态") == REGISTERED and isinstance(
        facts.value("失业登记日期"), date
    )
    if not already:
        told |= {"就业状态": REGISTERED, "失业登记日期": evidence.noted_on}
    if facts.value("失业日期") is UNKNOWN and "失业日期" not in told:
        ends = [
            job["止"]
            for job in records_of(change.conn, "就业经历", person)
            if isinstance(job.get("止"), date)
        ]
        if ends:
            told["失业日期"] = max(ends, key=str)
    change_file(change, person, told, evidence)
    return not already


def _claim(
    change: Writing,
    person: int,
    judged: Judged | None,
    papers: Sequence[str],
    missing: Sequence[str],
    today: date,
) -> tuple[int | None, str]:
    if judged is None:
        return None, "规则里没有这项待遇"
    if judged.verdict not in CLAIMABLE:
        return None, f"{judged.policy.name}：{judged.verdict.word}"
    owner = people.read_person(change.conn, person, today)
    number = begin(change, owner, replace(judged, documents=tuple(papers)), today).file.claim.id
    for paper in PAPER.where(change.conn, "claim = ?", number):
        if paper.name not in missing:
            PAPER.update(change.conn, paper.id, ticked_on=today)
    return number, ""


def bring(change: Writing, person: int, words: Sequence[str], today: date) -> tuple[str, ...]:
    """Someone brings papers that were lacking; what still lacks."""
    arrival = green.current(change.conn)
    line = green.pass_of(change.conn, arrival, person)
    brought = lacking_named(line.lacking, words) if words else line.lacking
    left = tuple(one for one in line.lacking if one not in brought)
    PASS.update(change.conn, line.id, lacking=left)
    if line.claim is not None:
        for paper in PAPER.where(change.conn, "claim = ?", CLAIM.get(change.conn, line.claim).id):
            if paper.name in brought:
                PAPER.update(change.conn, paper.id, ticked_on=today)
    return left


def skip(change: Writing, person: int, why: str) -> None:
    """Someone need not be served: works already, did not come."""
    line = green.pass_of(change.conn, green.current(change.conn), person)
    if line.done_at:
        raise RefusedError(f"{person} 号已经办过了。")
    PASS.update(change.conn, line.id, skipped_why=why)


def standing(conn: sqlite3.Connection, now: datetime) -> tuple[Arrival, Counter, list[Pass]]:
    """The open roster, its counter, and all its passes."""
    arrival = green.current(conn)
    passes = green.passes(conn, arrival.id)
    return arrival, counter(passes, now), passes


def close(change: Writing, on: date) -> tuple[Arrival, int]:
    """Close the open roster; how many were left waiting."""
    arrival = green.current(change.conn)
    ARRIVAL.update(change.conn, arrival.id, closed_on=on)
    return arrival, sum(one.is_waiting for one in green.passes(change.conn, arrival.id))

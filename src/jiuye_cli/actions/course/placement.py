"""Start at work, changes, trouble, the end: each moves the facts that rules and calls read."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from jiuye_cli.actions.people.change import change_file
from jiuye_cli.core.course.placement import (
    END_REASONS,
    STATUS_OF,
    Placement,
    Stint,
    Trouble,
    TroubleAtWork,
    pay_was_cut,
)
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Evidence, Facts, Value
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.errors import NotFoundError, RefusedError, UsageError
from jiuye_cli.store.course import placement as store
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people.people import read_person
from jiuye_cli.store.people.records import add_record, change_record
from jiuye_cli.store.tables.placement import PLACEMENT, TROUBLE

JOBS = "就业经历"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a start at work came from: rows of the other rooms, each None where it was not that."""

    employer: int | None = None
    post: int | None = None
    referral: int | None = None
    event: int | None = None
    follower: str | None = None


@dataclass(frozen=True, slots=True)
class Started:
    """A start at work: the placement's number, and what to ask about next."""

    placement: int
    job: int
    status: str
    notes: tuple[str, ...]


def start(
    change: Writing,
    person: int,
    values: Mapping[str, Value],
    evidence: Evidence,
    *,
    origin: Origin | None = None,
    also: bool = False,
) -> Started:
    """Begin a job: an open 就业经历, 就业状态 to go with it, no 失业日期 any more.

    `values` are columns of 就业经历. `RefusedError` when another job is open and
    this one does not stand beside it (`also`).
    """
    held = store.open_stint(change.conn, person, evidence.noted_on)
    if held and not also:
        raise RefusedError(
            f"{held.card.name} 还在{held.employer or '别处'}上岗。先记离岗：jiuye placement end {person} 原因；"
            "两份活一起干就加 --also。"
        )
    facts = read_person(change.conn, person, evidence.noted_on).facts
    record = {name: value for name, value in values.items() if value is not UNKNOWN}
    job = add_record(change.conn, person, JOBS, record, evidence)
    status = STATUS_OF.get(str(record.get("用工形式", "单位就业")), "在职")
    change_file(change, person, {"就业状态": status, "失业日期": NONE}, evidence)
    origin = origin or Origin()
    number = PLACEMENT.insert(
        change.conn,
        Placement(
            person,
            job,
            evidence.noted_on,
            employer=origin.employer,
            post=origin.post,
            referral=origin.referral,
            event=origin.event,
            follower=origin.follower,
        ),
    )
    return Started(number, job, status, _to_ask(facts, record))


def _to_ask(facts: Facts, record: Mapping[str, Value]) -> tuple[str, ...]:
    notes = [f"还没问：{'、'.join(missing)}。"] if (missing := _not_told(record)) else []
    if facts.value("领取失业保险金") is True:
        notes.append("档案里还在领失业金，上岗后要停，问一问办了没有。")
    return tuple(notes)


def _not_told(record: Mapping[str, Value]) -> list[str]:
    return [name for name in ("起", "月薪", "合同", "社保", "区域") if name not in record]


def change_job(
    change: Writing, person: int, values: Mapping[str, Value], evidence: Evidence
) -> tuple[Stint, bool]:
    """Change what is known of the job someone holds; the job, and whether the wage was cut.

    A cut wage is noted as trouble, so that the next call comes sooner.
    """
    held = _held(change.conn, person, evidence.noted_on)
    change_record(change.conn, person, JOBS, held.row, values, evidence)
    cut = pay_was_cut(held.job, values)
    if cut:
        note = f"{held.job['月薪']} → {values['月薪']}"
        note_trouble(change, person, Trouble.PAY_CUT, evidence.noted_on, note)
    return held, cut


def note_trouble(change: Writing, person: int, kind: Trouble, day: date, note: str | None) -> int:
    """Note that something goes wrong at the job someone holds; its number."""
    held = _held(change.conn, person, change.at.date())
    return TROUBLE.insert(change.conn, TroubleAtWork(person, held.row, day, kind, note=note))


def settle_troubles(change: Writing, person: int, on: date) -> int:
    """Note that all open trouble of someone is over; how many there were."""
    found = TROUBLE.where(change.conn, "person = ? AND settled_on IS NULL", person)
    for one in found:
        TROUBLE.update(change.conn, one.id, settled_on=on)
    return len(found)


def end(
    change: Writing,
    person: int,
    reason: str,
    on: date,
    values: Mapping[str, Value],
    evidence: Evidence,
    *,
    note: str | None = None,
) -> Stint:
    """End the job someone holds; what they do now is asked, not supposed.

    `values` are fields of the person that were told with it (就业状态, 失业日期,
    非因本人意愿失业); what was not told is unknown from now on. `UsageError` for
    a reason that is none of the sheet's.
    """
    if reason not in END_REASONS:
        raise UsageError(
            f"离岗原因没有“{reason}”{nearest(reason, END_REASONS) or '。'}可写：{'、'.join(END_REASONS)}。"
        )
    held = _held(change.conn, person, evidence.noted_on)
    if held.started and on < held.started:
        raise RefusedError(f"{held.started} 才上岗，不会 {on} 离岗。")
    change_record(change.conn, person, JOBS, held.row, {"止": on}, evidence)
    asked = {"就业状态": UNKNOWN, "失业日期": UNKNOWN, "非因本人意愿失业": UNKNOWN}
    if store.open_stint(change.conn, person, evidence.noted_on) is not None:
        asked = {}  # another job goes on
    change_file(change, person, {**asked, **values}, evidence)
    settle_troubles(change, person, on)
    placed = store.placement_of(change.conn, held.row)
    if placed:
        PLACEMENT.update(change.conn, placed.id, ended_why=reason, note=note or placed.note)
    return held


def _held(conn: sqlite3.Connection, person: int, today: date) -> Stint:
    held = store.open_stint(conn, person, today)
    if held is None:
        raise NotFoundError(f"{person} 号档案里没有在岗的记录。上岗用 jiuye placement start。")
    return held


def placements(
    conn: sqlite3.Connection,
    today: date,
    *,
    person: int | None = None,
    days: int | None = None,
    everything: bool = False,
) -> list[Stint]:
    """Jobs that are open, or all of them; only those begun in the last `days` days where that is asked."""
    began = (today - timedelta(days=days), today) if days is not None else None
    is_open = None if everything or person is not None else True
    return store.stints(conn, today, person=person, is_open=is_open, began=began)

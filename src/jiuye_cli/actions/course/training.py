"""Classes from the list of wishes to the certificate in the file."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jiuye_cli.core.course.training import (
    ClassPage,
    Enrolment,
    Mark,
    RosterLine,
    TrainingClass,
    attended_hours,
    fits_wish,
    progress,
    refuse_closed,
    refuse_full,
    refuse_outside,
)
from jiuye_cli.core.fields.value import Evidence, Grade, Record, Value
from jiuye_cli.core.people.card import Card
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.course import training
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import roll
from jiuye_cli.store.people.records import add_record
from jiuye_cli.store.tables.training import CLASS, ENROLMENT


@dataclass(frozen=True, slots=True)
class DayMarked:
    """What one day's attendance came to, and who has now been absent twice or more in a row."""

    present: int
    excused: int
    absent: tuple[Card, ...]
    streaks: Mapping[int, int]


def open_class(change: Writing, values: Mapping[str, Any]) -> TrainingClass:
    """Open a class; `RefusedError` when its last day lies before its first."""
    one = TrainingClass(**values)
    _refuse_backwards(one)
    return replace(one, id=CLASS.insert(change.conn, one))


def change_class(change: Writing, word: str, values: Mapping[str, Any]) -> TrainingClass:
    """Change what was said of a class."""
    one = CLASS.find(change.conn, word)
    refuse_closed(one)
    new = replace(one, **values)
    _refuse_backwards(new)
    CLASS.update(change.conn, one.id, **values)
    return new


def enrol(change: Writing, word: str, people: Sequence[int], today: date) -> tuple[int, int]:
    """Put people into a class; how many are new, and how many were in it already.

    Who had left comes back. Raises `RefusedError` when the class is over or full.
    """
    one = CLASS.find(change.conn, word)
    refuse_closed(one)
    known = {e.person: e for e in training.enrolments(change.conn, one.id)}
    coming = [p for p in people if p not in known or not known[p].is_active]
    refuse_full(one, sum(e.is_active for e in known.values()), len(coming))
    wishes = _wishes(change.conn, coming)
    for person in coming:
        why = "培训意愿" if fits_wish(one, wishes.get(person, ())) else None
        if person in known:
            again = known[person].id
            ENROLMENT.update(
                change.conn, again, left_on=None, left_why=None, passed=None, taken=None, why=why
            )
        else:
            ENROLMENT.insert(change.conn, Enrolment(one.id, person, today, why=why))
    return len(coming), len(people) - len(coming)


def mark_day(
    change: Writing,
    word: str,
    day: date,
    *,
    hours: int | None,
    absent: Collection[int],
    excused: Collection[int],
) -> DayMarked:
    """Note one day of a class: those named were absent or excused, everyone else came."""
    one = CLASS.find(change.conn, word)
    refuse_closed(one)
    refuse_outside(one, day)
    present = [e for e in training.enrolments(change.conn, one.id) if e.is_active]
    _refuse_strangers(change.conn, one, present, {*absent, *excused})
    for enrolment in present:
        mark = _mark(enrolment.person, absent, excused)
        training.put_mark(change.conn, enrolment, day, mark, hours)
    page = class_page(change.conn, str(one.id))
    who_missed = tuple(line.card for line in page.active if line.card.id in absent)
    streaks = {
        line.card.id: line.progress.streak for line in page.active if line.progress.streak > 1
    }
    return DayMarked(len(present) - len({*absent, *excused}), len(excused), who_missed, streaks)


def missing_from(conn: sqlite3.Connection, word: str, present: Collection[int]) -> list[int]:
    """Those still in a class who are not among the people of a sign-in list."""
    page = class_page(conn, word)
    return [line.card.id for line in page.active if line.card.id not in present]


def _mark(person: int, absent: Collection[int], excused: Collection[int]) -> Mark:
    if person in absent:
        return Mark.ABSENT
    return Mark.EXCUSED if person in excused else Mark.PRESENT


def leave(change: Writing, word: str, person: int, on: date, why: str) -> None:
    """Someone leaves a class: their file says until when they sat in it, and that they did not pass."""
    one = CLASS.find(change.conn, word)
    refuse_closed(one)
    enrolment = training.enrolment_of(change.conn, one.id, person)
    if enrolment is None or not enrolment.is_active:
        raise NotFoundError(f"{person} 号不在“{one.name}”里。")
    taken = _write_taken(change, one, enrolment, until=on, passed=False, today=on)
    ENROLMENT.update(change.conn, enrolment.id, left_on=on, left_why=why, passed=False, taken=taken)


def finish(change: Writing, word: str, today: date, *, failed: Collection[int]) -> tuple[int, int]:
    """Close a class: everyone still in it passed but those named; how many passed and failed.

    Each file gets the class with its hours and result.
    """
    one = CLASS.find(change.conn, word)
    refuse_closed(one)
    inside = [e for e in training.enrolments(change.conn, one.id) if e.is_active]
    _refuse_strangers(change.conn, one, inside, set(failed))
    for enrolment in inside:
        passed = enrolment.person not in failed
        taken = _write_taken(change, one, enrolment, until=one.ends, passed=passed, today=today)
        ENROLMENT.update(change.conn, enrolment.id, passed=passed, taken=taken)
    CLASS.update(change.conn, one.id, closed_on=today)
    return len(inside) - len(failed), len(failed)


def call_off(change: Writing, word: str, on: date, why: str) -> TrainingClass:
    """Call a class off: nobody gets a result of it; `RefusedError` when results were entered."""
    one = CLASS.find(change.conn, word)
    refuse_closed(one)
    CLASS.update(change.conn, one.id, closed_on=on, note=why or one.note)
    for enrolment in training.enrolments(change.conn, one.id):
        if enrolment.is_active:
            ENROLMENT.update(change.conn, enrolment.id, left_on=on, left_why=why or "停班")
    return one


def certify(
    change: Writing,
    word: str,
    issued_on: date | None,
    today: date,
    *,
    numbers: Mapping[int, str],
    only: Collection[int] = (),
) -> list[int]:
    """Write the class's certificate into the files of those who passed (or of `only` those); who got it.

    `numbers` are certificate numbers by person. Raises `RefusedError` when the
    class names no trade, or someone has not passed.
    """
    one = CLASS.find(change.conn, word)
    if not one.trade:
        raise RefusedError(
            f"“{one.name}”没写职业，证书上写什么？先：jiuye training set {one.id} 职业=电工 等级=五级"
        )
    passed = [e for e in training.enrolments(change.conn, one.id) if e.passed]
    _refuse_strangers(change.conn, one, passed, {*only, *numbers}, "没有考核合格的记录")
    chosen = [e for e in passed if not e.certificate and (not only or e.person in only)]
    for enrolment in chosen:
        record = _known({
            "职业": one.trade,
            "等级": one.level,
            "发证日期": issued_on,
            "编号": numbers.get(enrolment.person),
        })  # fmt: skip
        row = add_record(change.conn, enrolment.person, "证书", record, _evidence(one, today))
        ENROLMENT.update(change.conn, enrolment.id, certificate=row)
    return [e.person for e in chosen]


def class_page(conn: sqlite3.Connection, word: str) -> ClassPage:
    """A class with its people, their days and hours."""
    one = CLASS.find(conn, word)
    enrolments = training.enrolments(conn, one.id)
    cards = roll.cards(conn, [e.person for e in enrolments])
    marks = training.marks(conn, one.id)
    lines = tuple(RosterLine(cards[e.person], e, progress(marks.get(e.id, ()))) for e in enrolments)
    return ClassPage(one, lines, _hired_since(conn, one, enrolments))


def class_pages(conn: sqlite3.Connection, *, everything: bool = False) -> list[ClassPage]:
    """The classes that are not closed, or all of them, newest first."""
    where = "1" if everything else "closed_on IS NULL"
    return [class_page(conn, str(one.id)) for one in CLASS.where(conn, where, order="id DESC")]


def _hired_since(
    conn: sqlite3.Connection, one: TrainingClass, enrolments: Sequence[Enrolment]
) -> tuple[int, ...]:
    since = one.ends or one.closed_on
    if since is None:
        return ()
    begun = set(roll.people_with(conn, "job_held", "起 >= ?", since.isoformat()))
    return tuple(e.person for e in enrolments if e.passed and e.person in begun)


def wishes(conn: sqlite3.Connection) -> Mapping[str, tuple[Card, ...]]:
    """Who wants to learn what and is in no class, the most wanted first."""
    found: dict[str, list[int]] = defaultdict(list)
    for person, told in training.wishing(conn):
        for wish in json.loads(told):
            found[wish].append(person)
    cards = roll.cards(conn, {p for people in found.values() for p in people})
    order = sorted(found, key=lambda wish: (-len(found[wish]), wish))
    return {wish: tuple(cards[p] for p in found[wish]) for wish in order}


def _wishes(conn: sqlite3.Connection, people: Sequence[int]) -> dict[int, Collection[str]]:
    return {person: json.loads(told) for person, told in training.wishing(conn) if person in people}


def _write_taken(
    change: Writing,
    one: TrainingClass,
    enrolment: Enrolment,
    *,
    until: date | None,
    passed: bool,
    today: date,
) -> int:
    marks = training.marks(change.conn, one.id).get(enrolment.id, [])
    record = _known({
        "名称": one.name,
        "方式": one.mode,
        "学时": attended_hours(marks),
        "起": one.starts,
        "止": until,
        "合格": passed,
    })  # fmt: skip
    return add_record(change.conn, enrolment.person, "培训", record, _evidence(one, today))


def _known(values: Mapping[str, Value | None]) -> Record:
    return {name: value for name, value in values.items() if value is not None}


def _evidence(one: TrainingClass, today: date) -> Evidence:
    return Evidence(Grade.SEEN, f"培训班 {one.name}", today)


def _refuse_backwards(one: TrainingClass) -> None:
    if one.starts and one.ends and one.ends < one.starts:
        raise RefusedError(f"结班 {one.ends} 比开班 {one.starts} 还早，没有记。")


def _refuse_strangers(
    conn: sqlite3.Connection,
    one: TrainingClass,
    inside: Sequence[Enrolment],
    named: Collection[int],
    why: str = "不在班里",
) -> None:
    strangers = set(named) - {e.person for e in inside}
    if strangers:
        names = "、".join(str(card.name) for card in roll.cards(conn, strangers).values())
        raise RefusedError(f"{names} 在“{one.name}”{why}，没有记。")

"""Bring a roster into the file: plan against what is known, then carry the plan out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count

from jiuye_cli.core.fields.value import Evidence, Grade, Value
from jiuye_cli.core.intake.people import NAME, PersonRow
from jiuye_cli.core.intake.plan import ImportPlan, Write, plan_import
from jiuye_cli.core.intake.same_person import PeopleIndex
from jiuye_cli.core.people.pinyin import name_pinyin
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people.intake import (
    people_met,
    remember_apart,
    remember_rows,
    rows_seen,
    told_apart,
)
from jiuye_cli.store.people.people_bulk import NewPerson, insert_people
from jiuye_cli.store.people.write import next_case_numbers, update_person

AT_ONCE = 500

Progress = Callable[[int, int], None]
"""Told how many of how many people are written."""


def silent(_done: int, _whole: int) -> None:
    """No progress shown."""


def plan_people(
    conn: sqlite3.Connection,
    rows: Sequence[PersonRow],
    today: date,
    answers: Mapping[int, int] | None = None,
    grade: Grade = Grade.TOLD,
) -> ImportPlan:
    """What importing these rows will do to the file as it is now; nothing is written."""
    seen = rows_seen(conn, rows)
    unseen = [row for row in rows if row.mark not in seen]
    return plan_import(
        rows,
        PeopleIndex(people_met(conn, unseen, today)),
        seen=seen,
        not_same=told_apart(conn),
        answers=answers,
        grade=grade,
    )


def carry_out(
    change: Writing, plan: ImportPlan, evidence: Evidence, progress: Progress = silent
) -> None:
    """Write a plan, in the transaction it was made in; new people get the next case numbers."""
    new = [write for write in plan.writes if write.person is None]
    known = [write for write in plan.writes if write.person is not None]
    done = count(1)
    for batch, people in _opened(change.conn, new):
        insert_people(change.conn, people, evidence)
        marks = [(p.number, m) for p, w in zip(people, batch, strict=True) for m in w.rows.values()]
        remember_rows(change.conn, marks)
        progress(next(done) * AT_ONCE, len(plan.writes))
    for place, write in enumerate(known, len(new) + 1):
        _update(change.conn, write, evidence)
        progress(place, len(plan.writes))
    remember_apart(change.conn, plan.not_same)


def _opened(
    conn: sqlite3.Connection, new: Sequence[Write]
) -> Iterator[tuple[Sequence[Write], Sequence[NewPerson]]]:
    if not new:
        return
    numbers = next_case_numbers(conn, len(new))
    for start in range(0, len(new), AT_ONCE):
        batch = new[start : start + AT_ONCE]
        people = [
            NewPerson(number, write.values, name_pinyin(str(write.values[NAME])))
            for number, write in zip(numbers[start:], batch, strict=False)
        ]
        yield batch, people


def _update(conn: sqlite3.Connection, write: Write, evidence: Evidence) -> None:
    assert write.person is not None
    values: dict[str, Value] = write.values
    name = values.get(NAME)
    names = name_pinyin(name) if isinstance(name, str) else None
    update_person(conn, write.person, values, evidence, names)
    remember_rows(conn, [(write.person, mark) for mark in write.rows.values()])

"""Jobs held, with what the desk knows of how they began and what went wrong."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from jiuye_cli.core.course.placement import Placement, Stint, TroubleAtWork
from jiuye_cli.core.fields.lists import JOBS_HELD, OUT_OF_WORK
from jiuye_cli.core.fields.value import Record
from jiuye_cli.store.file.codec import loaded_record
from jiuye_cli.store.people.roll import cards
from jiuye_cli.store.tables.placement import PLACEMENT, TROUBLE

OPEN = (
    "(ifnull(止, '9999') > ? AND NOT (起 IS NULL AND 止 IS NULL AND person IN "
    f"(SELECT id FROM person WHERE 就业状态 IN ({', '.join('?' * len(OUT_OF_WORK))}))))"
)


def stints(
    conn: sqlite3.Connection,
    today: date,
    *,
    person: int | None = None,
    is_open: bool | None = None,
    began: tuple[date, date] | None = None,
) -> list[Stint]:
    """Jobs held: of one person or all, still open or ended, begun between two days (both included).

    A job with an end to come (an agreed term) is open; one without any day is not
    where its holder says they have no work. The newest start first; jobs whose
    start is not known last.
    """
    where, values = ["1"], list[object]()
    if person is not None:
        where.append("person = ?")
        values.append(person)
    if is_open is not None:
        where.append(OPEN if is_open else f"NOT {OPEN}")
        values += [today.isoformat(), *OUT_OF_WORK]
    if began is not None:
        where.append("起 BETWEEN ? AND ?")
        values += [day.isoformat() for day in began]
    rows = conn.execute(
        f"SELECT * FROM job_held WHERE {' AND '.join(where)} ORDER BY 起 IS NULL, 起 DESC, id DESC",
        values,
    ).fetchall()
    return _stints(
        conn, today, [(row["person"], loaded_record(JOBS_HELD.records, row)) for row in rows]
    )


def _stints(
    conn: sqlite3.Connection, today: date, jobs: Sequence[tuple[int, Record]]
) -> list[Stint]:
    names = cards(conn, {person for person, _ in jobs})
    idle = _out_of_work(conn)
    placements = {one.job: one for one in PLACEMENT.where(conn)}
    troubles = _by_job(TROUBLE.where(conn))
    return [
        Stint(
            names[person],
            job,
            _is_open(job, today) and not (person in idle and _has_no_days(job)),
            placements.get(_row(job)),
            tuple(troubles.get(_row(job), ())),
        )
        for person, job in jobs
    ]


def _is_open(job: Record, today: date) -> bool:
    end = job.get("止")
    return not isinstance(end, date) or end > today


def _has_no_days(job: Record) -> bool:
    return not any(isinstance(job.get(name), date) for name in ("起", "止"))


def _out_of_work(conn: sqlite3.Connection) -> frozenset[int]:
    marks = ", ".join("?" * len(OUT_OF_WORK))
    rows = conn.execute(f"SELECT id FROM person WHERE 就业状态 IN ({marks})", OUT_OF_WORK)
    return frozenset(row[0] for row in rows)


def _row(job: Record) -> int:
    return int(str(job["id"]))


def _by_job(troubles: Iterable[TroubleAtWork]) -> dict[int, list[TroubleAtWork]]:
    found: dict[int, list[TroubleAtWork]] = defaultdict(list)
    for one in troubles:
        found[one.job].append(one)
    return found


def open_stint(conn: sqlite3.Connection, person: int, today: date) -> Stint | None:
    """The job someone holds now, the one begun last if there are several; None when there is none."""
    found = stints(conn, today, person=person, is_open=True)
    return found[0] if found else None


def placement_of(conn: sqlite3.Connection, job: int) -> Placement | None:
    """What the desk knows of how a job began; None for jobs it had no part in."""
    found = PLACEMENT.where(conn, "job = ?", job)
    return found[0] if found else None

"""Dated events of a person's course that call for a call before or after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.fields.value import Absent, Facts, Record, Value
from jiuye_cli.core.rules.days import term_end

OPENED = "建档"
REGISTERED = "失业登记"
HIRED = "上岗"
LEFT = "离岗"
CLASS_ENDED = "培训结束"
TERM_ENDS = "协议到期"
REFERRED = "推荐"
ASK_AGAIN = "再问"
DEADLINE = "期限"
TROUBLE = "上岗异常"
ABSENT = "连续缺课"
STEP = "方案步骤"
VISIT = "走访"

KINDS = (
    OPENED, REGISTERED, HIRED, LEFT, TROUBLE, ABSENT, CLASS_ENDED, TERM_ENDS, REFERRED, ASK_AGAIN,
    DEADLINE, STEP, VISIT,
)  # fmt: skip

NEEDS = frozenset({"失业登记日期", "就业经历", "培训"})
"""The facts that `events_of` looks at."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or will happen to a person on a day; `about` names it (a post, a class)."""

    kind: str
    day: date
    about: str = ""


def events_of(facts: Facts) -> tuple[Event, ...]:
    """The events that a person's file itself tells of: registration, jobs, terms, classes."""
    found = [
        *_registration(facts),
        *_jobs(_records(facts, "就业经历")),
        *(e for taken in _records(facts, "培训") for e in _class(taken)),
    ]
    return tuple(sorted(set(found), key=lambda e: (e.day, e.kind, e.about)))


def _registration(facts: Facts) -> Iterator[Event]:
    day = facts.value("失业登记日期")
    if isinstance(day, date):
        yield Event(REGISTERED, day)


def _jobs(jobs: Sequence[Record]) -> Iterator[Event]:
    """Starts and ends of jobs; who has another job that outlasts one has not been left without."""
    ends = [_last_day(job) for job in jobs if isinstance(job.get("起"), date)]
    for event in (e for job in jobs for e in _job(job)):
        if event.kind != LEFT or not any(end > event.day for end in ends):
            yield event


def _last_day(job: Record) -> date:
    end = job.get("止")
    return end if isinstance(end, date) else date.max


def _job(job: Record) -> Iterator[Event]:
    start, end, employer = job.get("起"), job.get("止"), _text(job.get("单位"))
    term = _term_end(job)
    if isinstance(start, date) and (term or not isinstance(end, date)):
        yield Event(HIRED, start, employer)
    if term:
        yield Event(TERM_ENDS, term, employer)
    elif isinstance(end, date):
        yield Event(LEFT, end, employer)


def _term_end(job: Record) -> date | None:
    """The last day of an agreed term: a public post's written end, or start plus contract months."""
    start, end, months = job.get("起"), job.get("止"), job.get("合同月数")
    if job.get("用工形式") == "公益性岗位" and isinstance(end, date):
        return end
    if isinstance(start, date) and isinstance(months, int) and not isinstance(end, date):
        return term_end(start, months)
    return None


def _class(taken: Record) -> Iterator[Event]:
    day = taken.get("止")
    if isinstance(day, date):
        yield Event(CLASS_ENDED, day, _text(taken.get("名称")))


def _records(facts: Facts, name: str) -> tuple[Record, ...]:
    value = facts.value(name)
    return value if isinstance(value, tuple) else ()


def _text(value: Value | None) -> str:
    return "" if value is None or isinstance(value, Absent) else str(value)

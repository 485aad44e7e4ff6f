"""Facts that follow from others and the day; what they rest on unknown stays unknown.

Known to be none carries over: who never registered has no months registered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from jiuye_cli.core.fields.lists import OUT_OF_WORK
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Absent, Facts, Grade, Record, weakest
from jiuye_cli.core.rules.days import Moving, age_on, days_after, months_since, months_until
from jiuye_cli.core.rules.membership import is_open_set
from jiuye_cli.core.rules.moment import FactName, Known, Look, MovingDay

Derivation: TypeAlias = "Callable[[Look], Known]"

BASES: Mapping[str, tuple[str, ...]] = {
    "年龄": ("出生日期",),
    "毕业月数": ("毕业日期",),
    "失业月数": ("失业日期",),
    "登记失业月数": ("失业登记日期",),
    "法定退休日期": ("出生日期", "退休类别"),
    "距退休月数": ("法定退休日期",),
    "当前就业": ("就业经历",),
    "稳定就业月数": ("就业经历",),
    "当前月薪": ("就业经历",),
    "经营月数": ("创业",),
    "人均月收入": ("家庭月收入", "家庭人口"),
}
"""What each derived fact rests on."""


def bases(name: str) -> Iterator[str]:
    """The typed facts that a fact rests on; itself where it is typed.

    >>> list(bases("距退休月数")), list(bases("性别"))
    (['出生日期', '退休类别'], ['性别'])
    """
    for base in BASES.get(name, ()):
        yield from bases(base)
    if name not in BASES:
        yield name


def unanswered(name: str, facts: Facts) -> tuple[str, ...]:
    """The typed facts still to be asked before a fact can be known."""
    if facts.value(name) is not UNKNOWN:
        return ()
    if name in BASES:
        below = [one for base in BASES[name] for one in unanswered(base, facts)]
        return tuple(dict.fromkeys(below)) or (name,)
    return (name,)


def to_ask(fact: FactName, reading: Look) -> tuple[str, ...]:
    """What to ask before a fact is known; nothing where it is.

    >>> from jiuye_cli.core.rules.reading import reading_of
    >>> to_ask(FactName("距退休月数"), reading_of({"退休类别": "女50"}, date(2026, 11, 21)))
    ('出生日期',)
    """
    value = reading.value(fact)
    if value is not UNKNOWN and not is_open_set(value):
        return ()
    return (str(fact),) if fact.of else unanswered(fact.name, reading.facts) or (fact.name,)


def grade_of(name: str, facts: Facts) -> Grade | None:
    """How well a fact is attested: a derived one as well as the weakest it rests on."""
    if not facts.evidence:
        return None
    if name in facts.values or name not in BASES:
        return facts.grade(name)
    return weakest(g for base in BASES[name] if (g := grade_of(base, facts)) is not None)


def _counting(base: str, count: Callable[[date, date], Moving]) -> Derivation:
    def derivation(reading: Look) -> Known:
        return _count(reading.named(base), reading, count)

    return derivation


def _count(start: Known, reading: Look, count: Callable[[date, date], Moving]) -> Known:
    if isinstance(start, date):
        return count(start, reading.on)
    return start if isinstance(start, Absent) else UNKNOWN


def _retirement_date(reading: Look) -> Known:
    born, category = reading.named("出生日期"), reading.named("退休类别")
    schedule = reading.parameters.schedule(reading.on)
    reading.note(reading.parameters.schedule_until(reading.on))
    if not isinstance(born, date) or not isinstance(category, str) or schedule is None:
        return UNKNOWN
    return schedule.retires_on(born, category) or UNKNOWN


def _income_a_head(reading: Look) -> Known:
    income, people = reading.named("家庭月收入"), reading.named("家庭人口")
    if income is NONE:
        return 0
    if not isinstance(income, int | Decimal) or not isinstance(people, int) or people <= 0:
        return UNKNOWN
    return Fraction(income) / people


def open_job(reading: Look) -> Record | Absent:
    """The job held on the day of judging: begun, not ended; the latest of several."""
    jobs = _records("就业经历", reading)
    if isinstance(jobs, Absent):
        return jobs
    running = [job for job in jobs if _is_open(job, reading) and not _is_past(job, reading)]
    return max(running, key=_begun) if running else NONE


def _is_past(job: Record, reading: Look) -> bool:
    """Whether a job without days lies behind someone who says they have no work."""
    has_days = isinstance(job.get("起"), date) or isinstance(job.get("止"), date)
    return not has_days and reading.named("就业状态") in OUT_OF_WORK


def _is_open(job: Record, reading: Look) -> bool:
    begun, end = job.get("起"), job.get("止")
    if isinstance(begun, date):
        reading.note(begun)
        if begun > reading.on:
            return False
    if not isinstance(end, date):
        return True
    reading.note(days_after(end))
    return end >= reading.on


def _begun(record: Record) -> date:
    begun = record.get("起", record.get("登记日期"))
    return begun if isinstance(begun, date) else date.min


def _records(name: str, reading: Look) -> tuple[Record, ...] | Absent:
    """The records of a list; only the one being judged where there is one."""
    if name in reading.scope:
        return (reading.scope[name],)
    records = reading.named(name)
    if isinstance(records, tuple):
        return records
    return NONE if records is NONE else UNKNOWN


def _of_job(column: str) -> Derivation:
    def derivation(reading: Look) -> Known:
        job = open_job(reading)
        return job if isinstance(job, Absent) else job.get(column, UNKNOWN)

    return derivation


def _current_job(reading: Look) -> Known:
    job = open_job(reading)
    if isinstance(job, Absent):
        return job
    name = job.get("单位") or job.get("工种")
    return name if isinstance(name, str) else "有"


def _steady_months(reading: Look) -> Known:
    return _count(_of_job("起")(reading), reading, months_since)


def _trading_months(reading: Look) -> Known:
    ventures = _records("创业", reading)
    if isinstance(ventures, Absent):
        return ventures
    running = [one for one in ventures if one.get("在营", UNKNOWN) in (True, UNKNOWN)]
    if not running:
        return NONE
    latest = max(running, key=_begun)
    if latest.get("在营", UNKNOWN) is UNKNOWN:
        return UNKNOWN
    return _count(latest.get("登记日期", UNKNOWN), reading, months_since)


def _place(reading: Look) -> Known:
    return reading.moment.place


DERIVATIONS: Mapping[str, Derivation] = {
    "年龄": _counting("出生日期", age_on),
    "毕业月数": _counting("毕业日期", months_since),
    "失业月数": _counting("失业日期", months_since),
    "登记失业月数": _counting("失业登记日期", months_since),
    "法定退休日期": _retirement_date,
    "距退休月数": _counting("法定退休日期", months_until),
    "当前就业": _current_job,
    "稳定就业月数": _steady_months,
    "当前月薪": _of_job("月薪"),
    "经营月数": _trading_months,
    "人均月收入": _income_a_head,
    "今日": lambda reading: MovingDay(reading.on),
    "申请日期": lambda reading: MovingDay(reading.on),
    "办理地": _place,
}
"""How each derived fact is computed from a reading."""

"""The people an employer hired, as the facts its own claims are judged by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jiuye_cli.core.fields.value import NONE, UNKNOWN, Facts, Record, Value
from jiuye_cli.core.posts.post import Employer
from jiuye_cli.core.rules.days import Moving
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.reading import Reading


def hire_record(facts: Facts, job: Record) -> Record:
    """One line of 招用: what is known of a person on the day they were hired.

    >>> born = Facts({"出生日期": date(1970, 5, 1), "就业困难认定日期": date(2026, 1, 5)})
    >>> record = hire_record(born, {"起": date(2026, 6, 1), "合同月数": 12})
    >>> record["年龄"], record["就业困难"], record["合同月数"]
    (56, True, 12)
    """
    start = job.get("起")
    told: dict[str, Value] = {
        "人员类别": facts.value("人员类别"),
        "就业困难": _recognised(facts),
        "合同月数": job.get("合同月数", UNKNOWN),
        "社保": job.get("社保", UNKNOWN),
        "入职日期": start if isinstance(start, date) else UNKNOWN,
    }
    if isinstance(start, date):
        told |= {name: _on(facts, name, start) for name in ("年龄", "登记失业月数", "毕业月数")}
    return {name: value for name, value in told.items() if value is not UNKNOWN}


def _recognised(facts: Facts) -> Value:
    day = facts.value("就业困难认定日期")
    return UNKNOWN if day is UNKNOWN else day is not NONE


def _on(facts: Facts, name: str, day: date) -> Value:
    value = Reading(facts, Moment(day)).named(name)
    return value.count if isinstance(value, Moving) else UNKNOWN


def employer_facts(employer: Employer, hires: Iterable[Record]) -> Facts:
    """What is known of an employer, with the people it hired through us.

    Without any, whom it hired is not known: others may have been hired without us.
    """
    records = tuple(hires)
    listed: dict[str, Value] = {"招用": records} if records else {}
    return Facts({**employer.facts.values, **listed}, employer.facts.evidence)

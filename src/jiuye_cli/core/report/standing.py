"""How the register stands on a day: who is in it, who works, who works away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from jiuye_cli.core.fields.value import Record
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.report.figure import Figure, Group, split

Fits = Callable[[Person], bool]

WORKING = {
    "在职": "在职",
    "灵活就业": "灵活就业",
    "自主创业": "自主创业",
    "公益岗在岗": "公益性岗位",
}
JOBLESS = {"登记失业": "登记失业", "未登记失业": "未登记失业", "无业": "无业"}
EARNING = ("在职", "灵活就业")
"""Who works for wages away from the land: the base of 务工人数."""
ABLE = ("普通劳动力", "技能劳动力", "弱劳动力")
UNABLE = ("丧失劳动力", "无劳动力")
REGIONS = ("县内", "省内县外", "省外")


def standing(people: Sequence[Person], day: date, workshops: Collection[str]) -> tuple[Group, ...]:
    """The groups 在册, 劳动力 and 务工; `workshops` are the names of 帮扶车间."""
    return (
        Group("在册", tuple(_register(people))),
        Group("劳动力", tuple(_labour(people))),
        Group("务工", tuple(_away(people, day, workshops))),
    )


def _register(people: Sequence[Person]) -> list[Figure]:
    first, *others = split(
        "在册",
        people,
        {
            "已就业": _status_in(WORKING.values()),
            "务农": _status_in(["务农"]),
            "未就业": _status_in(JOBLESS.values()),
            "上学和退休": _status_in(["在校", "退休"]),
        },
        _number,
        "就业状态未问到",
    )
    by_ability = ("劳动力", *UNABLE, "劳动能力未问到")
    register = Figure(first.name, first.ids, sums=(*first.sums, by_ability))
    return [register] + [
        part
        for one in others
        for part in (
            _opened(one, people, WORKING)
            if one.name == "已就业"
            else _opened(one, people, JOBLESS)
            if one.name == "未就业"
            else [one]
        )
    ]


def _opened(whole: Figure, people: Sequence[Person], statuses: Mapping[str, str]) -> list[Figure]:
    """A figure followed by the statuses it is made of."""
    parts = [
        Figure(name, tuple(p.id for p in people if p.facts.values.get("就业状态") == status))
        for name, status in statuses.items()
    ]
    return [Figure(whole.name, whole.ids, sums=(tuple(statuses),)), *parts]


def _labour(people: Sequence[Person]) -> list[Figure]:
    every = split(
        "在册", people, {n: says("劳动能力", n) for n in (*ABLE, *UNABLE)}, _number, "劳动能力未问到"
    )[1:]  # fmt: skip
    able = tuple(number for one in every if one.name in ABLE for number in one.ids)
    return [Figure("劳动力", tuple(sorted(able)), sums=(ABLE,)), *every]


def _away(people: Sequence[Person], day: date, workshops: Collection[str]) -> list[Figure]:
    earning = [p for p in people if p.facts.values.get("就业状态") in EARNING]
    regions = {f"务工{name}": _works_in(name, day) for name in REGIONS}
    found = split("务工人数", earning, regions, _number, "务工区域未问到")
    in_workshops = tuple(
        p.id for p in people if any(job.get("单位") in workshops for job in open_jobs(p, day))
    )
    return [*found, Figure("帮扶车间就业", in_workshops)]


def open_jobs(person: Person, day: date) -> list[Record]:
    """The jobs someone holds on a day, as far as the file says; the last begun first."""
    jobs = person.facts.values.get("就业经历")
    held = [j for j in jobs if _covers(j, day)] if isinstance(jobs, tuple) else []
    return sorted(held, key=lambda job: str(job.get("起") or ""), reverse=True)


def _covers(job: Record, day: date) -> bool:
    start, end = job.get("起"), job.get("止")
    return not (isinstance(start, date) and start > day) and not (
        isinstance(end, date) and end <= day
    )


def _works_in(region: str, day: date) -> Fits:
    def fits(person: Person) -> bool:
        told = (job.get("区域") for job in open_jobs(person, day))
        return next((one for one in told if one is not None), None) == region

    return fits


def _status_in(statuses: Collection[str]) -> Fits:
    wanted = frozenset(statuses)
    return lambda person: person.facts.values.get("就业状态") in wanted


def says(fact: str, value: str) -> Fits:
    """Whether a person's fact is known to be this value."""
    return lambda person: person.facts.values.get(fact) == value


def _number(person: Person) -> int:
    return person.id

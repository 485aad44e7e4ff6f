"""In which industry and branch people work, and at what kind of public-welfare post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from jiuye_cli.core.fields.industry import BRANCHES, INDUSTRIES
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.report.figure import Group, also_sums, split
from jiuye_cli.core.report.standing import WORKING, open_jobs

AT_WORK, ON_DUTY = "已就业", "公益岗在岗"
NO_INDUSTRY, NO_BRANCH, NO_WORK = "产业未问到", "行业未问到", "公益岗·没记岗位"
MOST_KINDS = 8
"""Kinds of public-welfare work with a figure of their own, the most frequent."""


def with_sectors(groups: Sequence[Group], people: Sequence[Person], day: date) -> tuple[Group, ...]:
    """The groups and behind them 产业 and 行业 of those at work, each adding up to 已就业."""
    working = [p for p in people if p.facts.values.get("就业状态") in WORKING.values()]
    industries = split(
        AT_WORK, working, {n: _who_is(n, lambda p: industry(p, day)) for n in INDUSTRIES},
        _number, NO_INDUSTRY,
    )[1:]  # fmt: skip
    told = {branch(p, day) for p in working}
    branches = split(
        AT_WORK, working,
        {n: _who_is(n, lambda p: branch(p, day)) for n in BRANCHES if n in told},
        _number, NO_BRANCH,
    )[1:]  # fmt: skip
    found = also_sums(groups, AT_WORK, [one.name for one in industries])
    found = also_sums(found, AT_WORK, [one.name for one in branches])
    return (*found, Group("产业", tuple(industries)), Group("行业", tuple(branches)))


def branch(person: Person, day: date) -> str | None:
    """The 行业 of the job someone holds on a day, None where nobody asked."""
    told = (job.get("行业") for job in open_jobs(person, day))
    return next((one for one in told if isinstance(one, str)), None)


def industry(person: Person, day: date) -> str | None:
    """The 产业 as it was told, else that of the 行业; None where neither is known."""
    told = (job.get("产业") for job in open_jobs(person, day))
    said = next((one for one in told if isinstance(one, str)), None)
    return said or BRANCHES.get(branch(person, day) or "")


def with_kinds_of_duty(
    groups: Sequence[Group], people: Sequence[Person], work: Mapping[int, str], day: date
) -> tuple[Group, ...]:
    """The groups and behind them those on public-welfare posts by kind of work (分岗).

    `work` says what the record of the post calls it, by case number; else the job
    held does. The rarest kinds beyond `MOST_KINDS` are counted together.
    """
    on_duty = [p for p in people if p.facts.values.get("就业状态") == WORKING[ON_DUTY]]
    kinds = {p.id: work.get(p.id) or _trade(p, day) for p in on_duty}
    often = Counter(one for one in kinds.values() if one)
    named = [name for name, _ in sorted(often.items(), key=lambda one: (-one[1], one[0]))]
    alone = named if len(named) <= MOST_KINDS else named[: MOST_KINDS - 1]
    classes = {f"公益岗·{n}": _who_is(n, lambda p: kinds[p.id]) for n in alone}
    if len(alone) < len(named):
        classes["公益岗·其他"] = lambda p: kinds[p.id] is not None
    if not on_duty:
        return tuple(groups)
    counted = split(ON_DUTY, on_duty, classes, _number, NO_WORK)[1:]
    parts = tuple(one for one in counted if one.ids)
    return (
        *also_sums(groups, ON_DUTY, [one.name for one in parts]),
        Group("公益岗分岗", parts),
    )


def _who_is(name: str, read: Callable[[Person], str | None]) -> Callable[[Person], bool]:
    return lambda person: read(person) == name


def _trade(person: Person, day: date) -> str | None:
    told = (job.get("工种") for job in open_jobs(person, day))
    return next((one for one in told if isinstance(one, str)), None)


def _number(person: Person) -> int:
    return person.id

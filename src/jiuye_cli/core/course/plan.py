"""One plan a person (一人一策): a goal, steps with dates, and the people responsible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.people.card import Card
from jiuye_cli.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Plan:
    """What one person wants to reach, and since when; a new plan follows the old one."""

    person: int
    goal: str
    made_on: date
    id: int = 0
    why: str | None = None
    made_by: str | None = None


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step: what, until when (included), by whom; done or dropped on a day."""

    plan: int
    person: int
    number: int
    what: str
    id: int = 0
    due_on: date | None = None
    who: str | None = None
    done_on: date | None = None
    dropped_on: date | None = None
    result: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and self.dropped_on is None


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who answers for a person since a day; entries are added, never rewritten."""

    person: int
    name: str
    since: date
    id: int = 0
    title: str | None = None
    unit: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Someone's newest plan (None before there is one), its steps, and who answered for them since when."""

    card: Card
    plan: Plan | None
    steps: tuple[PlanStep, ...]
    responsible: tuple[Responsible, ...]


def responsible_on(entries: Iterable[Responsible], day: date) -> Responsible | None:
    """Who answers for someone on a day; None before anyone did.

    >>> first, then = Responsible(1, "王芳", date(2026, 1, 5)), Responsible(1, "李静", date(2026, 6, 1))
    >>> responsible_on([first, then], date(2026, 5, 31)).name
    '王芳'
    """
    begun = [one for one in entries if one.since <= day]
    return max(begun, key=lambda one: (one.since, one.id), default=None)


def step(steps: Sequence[PlanStep], number: int) -> PlanStep:
    """The step with this number; `NotFoundError` names those there are."""
    for one in steps:
        if one.number == number:
            return one
    known = "、".join(str(one.number) for one in steps) or "还没有"
    raise NotFoundError(f"方案里没有第 {number} 步。现有：{known}。")


def due_steps(steps: Iterable[PlanStep], until: date) -> tuple[PlanStep, ...]:
    """Open steps that fall due on or before a day, the earliest first."""
    due = [one for one in steps if one.is_open and one.due_on and one.due_on <= until]
    return tuple(sorted(due, key=lambda one: (one.due_on or until, one.person, one.number)))

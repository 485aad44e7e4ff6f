"""Start-ups: milestones, projects to offer, the monthly visit, stories told with consent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jiuye_cli.core.course.money import Money


class Milestone(StrEnum):
    """The steps of a start-up, in the order in which they usually come."""

    COACHED = "辅导"
    CHOSEN = "选项目"
    LICENSED = "办执照"
    MOVED_IN = "入驻"
    OPENED = "开业"
    LOAN = "贷款"
    HIRED = "带动就业"
    MOVED_OUT = "出园"
    CLOSED = "停业"


@dataclass(frozen=True, slots=True)
class VentureStep:
    """A milestone reached; `venture` is the row of 创业 once there is a licence, `base` the incubator."""

    person: int
    day: date
    kind: Milestone
    id: int = 0
    venture: int | None = None
    base: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class VentureVisit:
    """One visit to a start-up: what was seen; the counts go into the person's 创业 record."""

    person: int
    day: date
    id: int = 0
    venture: int | None = None
    jobs: int | None = None
    is_open: bool | None = None
    by: str | None = None
    needs: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """A low-threshold project that is shown to people who want to start something."""

    name: str
    added_on: date
    id: int = 0
    trade: str | None = None
    cost: Money | None = None
    needs: str | None = None
    contact: str | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ProjectOffer:
    """A project shown to a person, and what they said."""

    person: int
    project: int
    day: date
    id: int = 0
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A start-up's story for others; only with the teller's consent does it leave the desk."""

    person: int
    title: str
    text: str
    written_on: date
    id: int = 0
    consent_on: date | None = None


def base_of(steps: Iterable[VentureStep]) -> str | None:
    """The incubator someone is in, None when in none.

    >>> base_of([VentureStep(1, date(2026, 7, 1), Milestone.MOVED_IN, base="孵化基地")])
    '孵化基地'
    """
    base = None
    for step in sorted(steps, key=lambda one: (one.day, one.id)):
        if step.kind is Milestone.MOVED_IN:
            base = step.base or base
        elif step.kind in (Milestone.MOVED_OUT, Milestone.CLOSED):
            base = None
    return base


def last_visits(visits: Iterable[VentureVisit]) -> Mapping[int, VentureVisit]:
    """The newest visit to each person."""
    newest: dict[int, VentureVisit] = {}
    for visit in sorted(visits, key=lambda one: (one.day, one.id)):
        newest[visit.person] = visit
    return newest

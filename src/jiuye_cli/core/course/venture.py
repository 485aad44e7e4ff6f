"""Start-ups: milestones, projects to offer, the monthly visit, stories told with consent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.callback.span import Span
from jiuye_cli.core.course.money import Money
from jiuye_cli.core.fields.value import Record
from jiuye_cli.core.people.card import Card


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


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story and its teller's name."""

    name: str
    story: Story


@dataclass(frozen=True, slots=True)
class Venture:
    """One person's start-up as it stands: the open 创业 record (None before a licence), milestones, visits.

    `visit_due` is the day on which it is to be visited next, None where it is not.
    """

    card: Card
    record: Record | None
    steps: tuple[VentureStep, ...]
    base: str | None
    last_visit: VentureVisit | None
    visit_due: date | None

    @property
    def name(self) -> str:
        """What it is called; empty before there is a licence."""
        return str((self.record or {}).get("名称", ""))


def visit_due(
    base: str | None, record: Record | None, since: date | None, every: Span, calendar: WorkCalendar
) -> date | None:
    """The day of the next visit: so long after the last one, or after moving in; None outside a base.

    A venture in a base that nobody has visited and whose first day is not known is due at once.
    """
    if base is None:
        return None
    start = since or (record or {}).get("登记日期")
    return every.after(start, calendar) if isinstance(start, date) else date.min


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

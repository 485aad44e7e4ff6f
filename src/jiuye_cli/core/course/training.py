"""Training classes: who is in them, who came, what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jiuye_cli.core.people.card import Card
from jiuye_cli.errors import RefusedError


class Mark(StrEnum):
    """Whether someone came to one day of a class."""

    PRESENT = "到"
    EXCUSED = "假"
    ABSENT = "缺"


@dataclass(frozen=True, slots=True)
class TrainingClass:
    """A class; `trade` and `level` are what the certificate will say.

    `hours` are those planned; `starts` and `ends` are included. `closed_on` is
    the day its results were entered or it was called off.
    """

    name: str
    id: int = 0
    trade: str | None = None
    level: str | None = None
    body: str | None = None
    mode: str = "线下"
    hours: int | None = None
    starts: date | None = None
    ends: date | None = None
    place: str | None = None
    seats: int | None = None
    closed_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One person in one class; `taken` and `certificate` are the rows of their file it led to."""

    training_class: int
    person: int
    enrolled_on: date
    id: int = 0
    why: str | None = None
    left_on: date | None = None
    left_why: str | None = None
    passed: bool | None = None
    taken: int | None = None
    certificate: int | None = None

    @property
    def is_active(self) -> bool:
        """Whether the person is still in the class and its result is not known."""
        return self.left_on is None and self.passed is None


@dataclass(frozen=True, slots=True)
class Attendance:
    """One day of one person in a class; `hours` are the hours of class held that day."""

    enrolment: int
    person: int
    day: date
    mark: Mark
    id: int = 0
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Days and hours of one person so far; `hours` is None where a day's hours were not noted.

    `streak` counts the absences in a row up to the last day marked; being
    excused neither adds to it nor ends it.
    """

    present: int = 0
    excused: int = 0
    absent: int = 0
    hours: int | None = 0
    streak: int = 0


def progress(marks: Iterable[Attendance]) -> Progress:
    """What a person's marks add up to.

    >>> first = Attendance(1, 7, date(2026, 11, 2), Mark.PRESENT, hours=6)
    >>> then = Attendance(1, 7, date(2026, 11, 3), Mark.ABSENT, hours=6)
    >>> progress([first, then])
    Progress(present=1, excused=0, absent=1, hours=6, streak=1)
    """
    days = sorted(marks, key=lambda one: one.day)
    came = [one for one in days if one.mark is Mark.PRESENT]
    told = [one.hours for one in came if one.hours is not None]
    return Progress(
        present=len(came),
        excused=sum(one.mark is Mark.EXCUSED for one in days),
        absent=sum(one.mark is Mark.ABSENT for one in days),
        hours=sum(told) if len(told) == len(came) else None,
        streak=len(_streak(days)),
    )


def absent_since(marks: Iterable[Attendance], limit: int) -> date | None:
    """The day on which the absences in a row reached `limit`; None while they have not.

    >>> days = [Attendance(1, 7, date(2026, 11, day), Mark.ABSENT) for day in (2, 3, 4)]
    >>> absent_since(days, 2)
    datetime.date(2026, 11, 3)
    """
    streak = _streak(sorted(marks, key=lambda one: one.day))
    return streak[limit - 1].day if 0 < limit <= len(streak) else None


def _streak(days: Sequence[Attendance]) -> list[Attendance]:
    absences: list[Attendance] = []
    for one in days:
        if one.mark is Mark.ABSENT:
            absences.append(one)
        elif one.mark is Mark.PRESENT:
            absences = []
    return absences


def attended_hours(marks: Sequence[Attendance]) -> int | None:
    """The hours someone sat in class; None where attendance, or a day's hours, were not noted."""
    return progress(marks).hours if marks else None


@dataclass(frozen=True, slots=True)
class ClassResult:
    """The figures of one class, each as the case numbers behind it."""

    enrolled: tuple[int, ...]
    left: tuple[int, ...]
    passed: tuple[int, ...]
    failed: tuple[int, ...]
    certified: tuple[int, ...]


def result(enrolments: Iterable[Enrolment]) -> ClassResult:
    """What came of a class."""
    all_of_them = list(enrolments)

    def people(kept: Iterable[Enrolment]) -> tuple[int, ...]:
        return tuple(one.person for one in kept)

    return ClassResult(
        enrolled=people(all_of_them),
        left=people(one for one in all_of_them if one.left_on),
        passed=people(one for one in all_of_them if one.passed is True),
        failed=people(one for one in all_of_them if one.passed is False and not one.left_on),
        certified=people(one for one in all_of_them if one.certificate),
    )


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One person of a class: who, how enrolled, how they came so far."""

    card: Card
    enrolment: Enrolment
    progress: Progress


@dataclass(frozen=True, slots=True)
class ClassPage:
    """A class with everyone who was ever in it; `hired` began a job after passing it."""

    training_class: TrainingClass
    lines: tuple[RosterLine, ...]
    hired: tuple[int, ...] = ()

    @property
    def active(self) -> tuple[RosterLine, ...]:
        """Those still in it."""
        return tuple(line for line in self.lines if line.enrolment.is_active)

    @property
    def result(self) -> ClassResult:
        """The figures of the class."""
        return result(line.enrolment for line in self.lines)


def fits_wish(one: TrainingClass, wishes: Collection[str]) -> bool:
    """Whether a class teaches what someone said they want to learn.

    >>> fits_wish(TrainingClass("电工初级班", trade="电工"), {"电工", "焊工"})
    True
    """
    taught = (one.trade or "") + one.name
    return any(wish in taught for wish in wishes if wish)


def refuse_closed(one: TrainingClass) -> None:
    """Raise `RefusedError` when a class has ended for us."""
    if one.closed_on:
        raise RefusedError(
            f"“{one.name}”已经结班（{one.closed_on}），不能再改。要改先 jiuye undo。"
        )


def refuse_full(one: TrainingClass, active: int, coming: int) -> None:
    """Raise `RefusedError` when more people come than the class has seats."""
    if one.seats is not None and active + coming > one.seats:
        raise RefusedError(
            f"“{one.name}”名额 {one.seats} 人，已报 {active} 人，再报 {coming} 人坐不下。"
        )


def refuse_outside(one: TrainingClass, day: date) -> None:
    """Raise `RefusedError` when a day of attendance lies before or after the class."""
    if (one.starts and day < one.starts) or (one.ends and day > one.ends):
        raise RefusedError(
            f"“{one.name}”是 {one.starts or '？'} 到 {one.ends or '？'}，{day} 不在里面。哪天用 --on。"
        )

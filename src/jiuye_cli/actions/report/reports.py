"""Reports: their figures on a day, beside those of a week before."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from jiuye_cli.actions.course.happenings import happenings
from jiuye_cli.actions.course.target import progress as target_progress
from jiuye_cli.actions.report.charges import charges
from jiuye_cli.actions.report.month import kinds_of_work, month_told
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.course.training import Enrolment
from jiuye_cli.core.matching.rules import ServiceStandard
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.referral.kinds import POSTS, TRAINING
from jiuye_cli.core.referral.meter import Given, meter
from jiuye_cli.core.report.bases import four_bases, seeks_work, two_lists
from jiuye_cli.core.report.charges import charged
from jiuye_cli.core.report.figure import (
    Figure,
    Group,
    every_figure,
    with_previous,
)
from jiuye_cli.core.report.happenings import Period, happened
from jiuye_cli.core.report.month import month_only
from jiuye_cli.core.report.printed import Restated, restated
from jiuye_cli.core.report.sectors import with_kinds_of_duty, with_sectors
from jiuye_cli.core.report.service_year import service_year
from jiuye_cli.core.report.standing import standing
from jiuye_cli.store import reports
from jiuye_cli.store.file.measures import MEASURES
from jiuye_cli.store.people.as_of_all import read_people_as_of
from jiuye_cli.store.posts import posts
from jiuye_cli.store.tables.posts import BATCH
from jiuye_cli.store.tables.service import SERVICE
from jiuye_cli.store.tables.training import ENROLMENT

WEEK = timedelta(days=7)
YEAR = "全年任务"
WEEKLY, MONTHLY = "weekly", "monthly"


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its days (both included), its figures, and what earlier prints said otherwise.

    `notes` are sentences about what could not be counted.
    """

    name: str
    first: date
    last: date
    groups: tuple[Group, ...]
    restated: tuple[Restated, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures in order."""
        return tuple(every_figure(self.groups))


@dataclass(frozen=True, slots=True)
class Counting:
    """What counting needs beside the file: the rules of calling, what is owed to each person in a year."""

    calling: Calling
    standard: ServiceStandard


def weekly(conn: sqlite3.Connection, counting: Counting, day: date) -> Report:
    """The seven days up to `day`, beside the seven before them."""
    return _report(conn, counting, WEEKLY, _week(day), _week(day - WEEK))


def monthly(conn: sqlite3.Connection, counting: Counting, day: date) -> Report:
    """The month of `day` up to that day, beside the whole month before."""
    first = day.replace(day=1)
    before = first - timedelta(days=1)
    return _report(
        conn, counting, MONTHLY, Period(first, day), Period(before.replace(day=1), before)
    )


def _week(day: date) -> Period:
    return Period(day - WEEK + timedelta(days=1), day)


def _report(
    conn: sqlite3.Connection, counting: Counting, name: str, now: Period, before: Period
) -> Report:
    told = _counted(conn, counting, name, before)
    groups = with_previous(_counted(conn, counting, name, now), told)
    return Report(
        name,
        now.first,
        now.last,
        (*groups, *_year(conn, now.last.year)),
        _restated(conn, counting, name, now, before, told),
    )


def _counted(
    conn: sqlite3.Connection, counting: Counting, name: str, period: Period
) -> tuple[Group, ...]:
    day = period.last
    people = read_people_as_of(conn, day)
    groups: tuple[Group, ...] = (
        *standing(people, day, _workshops(conn)),
        *happened(happenings(conn, counting.calling, period)),
    )
    groups = with_kinds_of_duty(groups, people, kinds_of_work(conn, day), day)
    if name != MONTHLY:
        return groups
    return (*with_sectors(groups, people, day), *month_only(month_told(conn, period)))


def _workshops(conn: sqlite3.Connection) -> frozenset[str]:
    return frozenset(one.name for one in posts.read_employers(conn) if one.is_workshop)


def _year(conn: sqlite3.Connection, year: int) -> tuple[Group, ...]:
    """The year's targets, each with what was reached and who is behind it; nothing where none is set."""
    figures = tuple(
        Figure(
            f"全年{one.target.measure}",
            one.people,
            MEASURES[one.target.measure].unit,
            amount=one.value,
            target=Decimal(one.target.wanted),
        )
        for one in target_progress(conn, year)
    )
    return (Group(YEAR, figures),) if figures else ()


def _restated(
    conn: sqlite3.Connection,
    counting: Counting,
    name: str,
    now: Period,
    before: Period,
    told: Sequence[Group],
) -> tuple[Restated, ...]:
    """What the last print about an earlier day said, held against the file of today."""
    printed = reports.printed_before(conn, name, now.last)
    if not printed:
        return ()
    day = printed[0].day
    if day != before.last:
        told = _counted(conn, counting, name, _period_ending(name, day))
    return restated(printed, every_figure(told))


def _period_ending(name: str, day: date) -> Period:
    return _week(day) if name == WEEKLY else Period(day.replace(day=1), day)


def base(conn: sqlite3.Connection, counting: Counting, day: date) -> Report:
    """四个底数."""
    return _beside_last_week(
        conn, "base", day, lambda people, on: four_bases(people, posts_on(conn, on), on)
    )


def lists(conn: sqlite3.Connection, counting: Counting, day: date) -> Report:
    """两个清单 with the four bases under them."""
    return _beside_last_week(
        conn,
        "lists",
        day,
        lambda people, on: (
            two_lists(people, posts_on(conn, on), on),
            *four_bases(people, posts_on(conn, on), on),
        ),
    )


def posts_on(conn: sqlite3.Connection, day: date) -> list[Post]:
    """The posts as they stood on a day: those entered by then, what was closed later still open."""
    known = reports.posts_entered_by(conn, day)
    return [
        replace(one, closed_on=None) if one.closed_on and one.closed_on > day else one
        for one in posts.read_posts(conn)
        if one.id in known
    ]


def _beside_last_week(
    conn: sqlite3.Connection,
    name: str,
    day: date,
    count: Callable[[Sequence[Person], date], tuple[Group, ...]],
) -> Report:
    before = count(read_people_as_of(conn, day - WEEK), day - WEEK)
    groups = with_previous(count(read_people_as_of(conn, day), day), before)
    return Report(name, day, day, groups)


def progress(conn: sqlite3.Connection, counting: Counting, day: date) -> Report:
    """How far the year's 3-1-1 (or what 服务标准 says) has come for everyone who seeks work."""
    return _beside_last_week(
        conn,
        "progress",
        day,
        lambda people, on: service_year(
            {
                person: meter(given, counting.standard, on.year)
                for person, given in _given(conn, filter(seeks_work, people), on).items()
            }
        ),
    )


def _given(
    conn: sqlite3.Connection, people: Iterable[Person], day: date
) -> Mapping[int, list[Given]]:
    """What everyone was given up to a day: slips of posts, services, classes."""
    found: dict[int, list[Given]] = {one.id: [] for one in people}
    told = [(one.person, Given(POSTS, one.made_on)) for one in BATCH.where(conn)]
    told += [(one.person, Given(one.kind.value, one.day)) for one in SERVICE.where(conn)]
    told += [(one.person, Given(TRAINING, one.enrolled_on)) for one in _joined(conn)]
    for person, one in told:
        if person in found and one.day <= day:
            found[person].append(one)
    return found


def _joined(conn: sqlite3.Connection) -> list[Enrolment]:
    return ENROLMENT.where(conn, "left_on IS NULL")


def targets(conn: sqlite3.Connection, counting: Counting, day: date) -> Report:
    """The targets of the year of `day`, each with what was reached."""
    groups = _year(conn, day.year)
    notes = () if groups else (f"{day.year} 年还没有定任务。先：jiuye target set 新增就业 30",)
    return Report("targets", date(day.year, 1, 1), day, groups, notes=notes)


def responsible(conn: sqlite3.Connection, counting: Counting, day: date) -> Report:
    """Who answers for how many, and how many of them wait too long."""
    before = charged(charges(conn, counting.calling, day - WEEK))
    groups = with_previous(charged(charges(conn, counting.calling, day)), before)
    return Report("responsible", day, day, groups)


KINDS: Mapping[str, Callable[[sqlite3.Connection, Counting, date], Report]] = {
    WEEKLY: weekly,
    MONTHLY: monthly,
    "base": base,
    "lists": lists,
    "progress": progress,
    "targets": targets,
    "responsible": responsible,
}

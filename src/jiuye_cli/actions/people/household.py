"""Households seen through their members: who works, and those in which nobody does, watched."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from jiuye_cli.actions.people.change import change_file
from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.course.household import (
    HouseholdPage,
    Member,
    ZeroWatch,
    zero_employment,
)
from jiuye_cli.core.course.rules import CourseRules
from jiuye_cli.core.fields.value import Evidence
from jiuye_cli.core.people.card import Card
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.rules.derived_facts import with_derived
from jiuye_cli.core.rules.parameters import Parameters
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import household, people, roll
from jiuye_cli.store.tables.household import ZERO_WATCH

UNABLE = ("丧失劳动力", "无劳动力")


def households(
    conn: sqlite3.Connection,
    rules: CourseRules,
    parameters: Parameters,
    today: date,
    ids: Sequence[int] | None = None,
) -> list[HouseholdPage]:
    """Every household of people with an open file, with who works in it; of the people `ids`, or of all."""
    members: dict[int, list[Person]] = defaultdict(list)
    for person in people.read_people(conn, today, ids):
        if person.household is not None and person.closed_on is None:
            members[person.household].append(with_derived(person, today, parameters))
    watched = {one.household: one for one in ZERO_WATCH.where(conn, "cleared_on IS NULL")}
    codes = household.codes(conn)
    cards = roll.cards(conn, [one.id for inside in members.values() for one in inside])
    return [
        _page(
            home,
            codes.get(home),
            [cards[p.id] for p in inside],
            inside,
            rules,
            watched.get(home),
            today,
        )
        for home, inside in sorted(members.items())
    ]


def _page(
    home: int,
    code: str | None,
    cards: Sequence[Card],
    inside: Sequence[Person],
    rules: CourseRules,
    watched: ZeroWatch | None,
    today: date,
) -> HouseholdPage:
    found = zero_employment((_member(one, today) for one in inside), rules.working_age)
    due = rules.one_at_work_within.after(watched.since, WorkCalendar()) if watched else None
    told = inside[0].facts.value("就业人数")
    return HouseholdPage(
        home, code, tuple(cards), found, told if isinstance(told, int) else None, watched, due
    )


def _member(person: Person, today: date) -> Member:
    facts = person.facts
    age, retires, ability = (
        facts.value("年龄"),
        facts.value("法定退休日期"),
        facts.value("劳动能力"),
    )
    return Member(
        person.id,
        person.name,
        facts.value("就业状态"),
        age=age if isinstance(age, int) else None,
        retired=retires <= today if isinstance(retires, date) else None,
        can_work=ability not in UNABLE if isinstance(ability, str) else None,
    )


def household_of(
    conn: sqlite3.Connection, person: int, rules: CourseRules, parameters: Parameters, today: date
) -> HouseholdPage:
    """Someone's household; `NotFoundError` when it is not known with whom they live."""
    home = people.read_person(conn, person, today).household
    if home is None:
        raise NotFoundError(
            f"{person} 号还没归到哪一户。归户：jiuye household join {person} 家里另一个人"
        )
    inside = [number for number, _ in people.household_members(conn, home)]
    return households(conn, rules, parameters, today, inside)[0]


def join(
    change: Writing, person: int, with_whom: int, relation: str | None, evidence: Evidence
) -> None:
    """Put someone into another's household, opening one where there is none."""
    household.move_in(change.conn, person, with_whom)
    if relation:
        change_file(change, person, {"与户主关系": relation}, evidence)


def watch(change: Writing, pages: Iterable[HouseholdPage], today: date) -> tuple[int, int]:
    """Begin to watch households found without anyone at work, and clear those where someone is.

    How many were found, and how many cleared.
    """
    found = cleared = 0
    for page in pages:
        if page.zero.holds and page.watch is None:
            ZERO_WATCH.insert(change.conn, ZeroWatch(page.id, today))
            found += 1
        elif page.watch is not None and page.zero.holds is False:
            by = page.zero.workers[0] if page.zero.workers else None
            ZERO_WATCH.update(change.conn, page.watch.id, cleared_on=today, cleared_by=by)
            cleared += 1
    return found, cleared


def confirm(change: Writing, page: HouseholdPage, on: date, by: str | None) -> ZeroWatch:
    """Note that a human confirmed a household as one without anyone at work."""
    if page.watch is None:
        raise NotFoundError("这一户不在零就业家庭的观察名单上，先 jiuye household zero。")
    ZERO_WATCH.update(change.conn, page.watch.id, confirmed_on=on, confirmed_by=by)
    return replace(page.watch, confirmed_on=on, confirmed_by=by)

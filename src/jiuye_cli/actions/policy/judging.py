"""A person before all the rules: verdicts, questions, the best bundle, the days ahead."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jiuye_cli.actions.policy.claimant import claimant, claimants, seen_by_rules
from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.policy.ask import Question, ask_next
from jiuye_cli.core.policy.bundle import Bundle, best_bundle
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.verdict import Judged, judge_all
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.course.claim import gates_by_person
from jiuye_cli.store.people import find
from jiuye_cli.store.people.as_of import read_person_as_of

if TYPE_CHECKING:
    from jiuye_cli.core.policy.impact import Change
    from jiuye_cli.core.policy.radar import Flip

OF_PERSONS = ("本人", "家庭")
"""The beneficiaries that a person's own file can be judged for."""

PLACES = ("户籍地", "常住地", "参保地", "就业地", "经营地", "学籍地")


@dataclass(frozen=True, slots=True)
class Bench:
    """What judging needs beside the person: the rules, the working days, where claims are made."""

    shelf: Shelf
    calendar: WorkCalendar
    place: str

    def moment(self, day: date) -> Moment:
        """Judging on a day at the village's place."""
        return Moment(day, place=self.place, calendar=self.calendar)

    def rules(self, person: Claimant) -> tuple[Rule, ...]:
        """The rules that can be judged on a person's file, by the places that count for each."""
        facts = person.facts
        places = {
            name: str(facts.value(name)) for name in PLACES if isinstance(facts.value(name), str)
        }
        found = self.shelf.rules_for(self.place, places)
        return tuple(rule for rule in found if rule.policy.beneficiary in OF_PERSONS)


@dataclass(frozen=True, slots=True)
class Checked:
    """One person checked against every rule on a day."""

    person: Person
    on: date
    verdicts: tuple[Judged, ...]
    bundle: Bundle
    ask: tuple[Question, ...]


def check_person(
    conn: sqlite3.Connection, who: str, bench: Bench, today: date, on: date | None = None
) -> Checked:
    """Every policy for the one person `who` means, as known today or when the day `on` ended."""
    person, standing = _standing(conn, who, bench, today, on)
    day = on or today
    verdicts = judge_all(bench.rules(standing), standing, bench.moment(day), bench.shelf)
    return Checked(
        person,
        day,
        verdicts,
        best_bundle(verdicts, bench.shelf, day),
        ask_next(verdicts, bench.shelf),
    )


def _standing(
    conn: sqlite3.Connection, who: str, bench: Bench, today: date, on: date | None
) -> tuple[Person, Claimant]:
    number = find.who(conn, who).id
    person, standing = claimant(conn, bench.shelf, on or today, number)
    if on is None or on >= today:
        return person, standing
    then = read_person_as_of(conn, number, on)
    gates = gates_by_person(conn, [number], until=on).get(number, {})
    receipts = tuple(r for r in standing.receipts if r.on is None or r.on <= on)
    return then, Claimant(seen_by_rules(then, gates), receipts, number)


def one_policy(checked: Checked, word: str) -> tuple[Judged, ...]:
    """The verdicts of the policy a word names (编号, 名称, or a part of one).

    Raises `NotFoundError` when none or several policies fit.
    """
    names = {one.policy.id: one.policy.name for one in checked.verdicts}
    exact = [number for number, name in names.items() if word in (number, name)]
    fitting = exact or [number for number, name in names.items() if word in number or word in name]
    if len(fitting) != 1:
        told = "、".join(fitting[:8]) if fitting else "、".join(list(names)[:8]) + " 等"
        raise NotFoundError(f"“{word}”{'对得上好几项' if fitting else '不是这里的政策'}：{told}。")
    return tuple(one for one in checked.verdicts if one.policy.id == fitting[0])


def flips_of(
    conn: sqlite3.Connection, bench: Bench, today: date, days: int, who: str | None = None
) -> Iterator[tuple[Person, Flip]]:
    """Everything that flips within `days` after today: of one person, or of everyone with an open file."""
    from jiuye_cli.core.policy.radar import radar

    ids = [find.who(conn, who).id] if who else None
    for person, standing in claimants(conn, bench.shelf, today, ids):
        for flip in radar(bench.rules(standing), standing, bench.moment(today), bench.shelf, days):
            yield person, flip


def questions_of(
    conn: sqlite3.Connection, bench: Bench, today: date, ids: Sequence[int]
) -> dict[int, tuple[Question, ...]]:
    """The next questions of several people, by case number; most money first."""
    found = {}
    for person, standing in claimants(conn, bench.shelf, today, ids):
        verdicts = judge_all(bench.rules(standing), standing, bench.moment(today), bench.shelf)
        found[person.id] = ask_next(verdicts, bench.shelf)
    return found


def impact_of(
    conn: sqlite3.Connection, old: Bench, new: Bench, today: date
) -> list[tuple[Person, Change]]:
    """Who gains, loses or becomes unknown when `old` rules become `new` ones, in case-number order."""
    from jiuye_cli.core.policy.impact import impact

    people = list(claimants(conn, old.shelf, today))
    named = {person.id: person for person, _ in people}
    changes = impact((standing for _, standing in people), old.shelf, new.shelf, old.moment(today))
    return [
        (named[c.id], c) for c in changes if c.id in named and c.policy.beneficiary in OF_PERSONS
    ]

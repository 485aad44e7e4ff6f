"""Gather all that a file's screen shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from jiuye_cli.core.fields.value import Facts
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.rules.derived_facts import derived_facts
from jiuye_cli.store.callback.contacts import contacts_by_person
from jiuye_cli.store.people import find, people
from jiuye_cli.store.people.as_of import read_person_as_of


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A file and what stands around it: derived facts, household, past, the next step."""

    person: Person
    derived: Facts = field(default_factory=Facts)
    members: tuple[tuple[int, str], ...] = ()
    past: tuple[tuple[str, str], ...] = ()
    next: str | None = None
    on: date | None = None


def person_page(
    conn: sqlite3.Connection, who: str, today: date, on: date | None = None
) -> PersonPage:
    """The file of the one person `who` means, as known today or when the day `on` ended."""
    number = find.who(conn, who).id
    person = read_person_as_of(conn, number, on) if on else people.read_person(conn, number, today)
    members = people.household_members(conn, person.household) if person.household else []
    derived = derived_facts(person.facts, on or today)
    past = tuple(_past(conn, number, on or today))
    return PersonPage(person, derived, tuple(members), past, on=on)


def with_next(page: PersonPage, say: str | None) -> PersonPage:
    """The page with what is to be done next."""
    return replace(page, next=say)


def _past(conn: sqlite3.Connection, number: int, until: date) -> Iterator[tuple[str, str]]:
    """What was done with the person, newest first: calls, and what changed the file."""
    for contact in sorted(
        contacts_by_person(conn, [number]).get(number, ()), key=lambda c: c.day, reverse=True
    ):
        if contact.day <= until:
            told = [
                contact.outcome.value,
                contact.status.value if contact.status else "",
                contact.note,
            ]
            yield (
                contact.day.isoformat(),
                f"{contact.channel.value} " + "，".join(word for word in told if word),
            )

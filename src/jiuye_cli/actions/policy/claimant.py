"""A person as the rules judge them: the file, what humans decided, what was granted before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from jiuye_cli.core.fields.value import Facts
from jiuye_cli.core.people.person import Person, dated_members
from jiuye_cli.core.policy.policy import Claimant, Receipt
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.store.course import claim
from jiuye_cli.store.people import people

CATEGORIES = "人员类别"
Grants = Mapping[int, tuple[Receipt, ...]]


def claimants(
    conn: sqlite3.Connection, shelf: Shelf, today: date, ids: Sequence[int] | None = None
) -> Iterator[tuple[Person, Claimant]]:
    """People with what the rules need of them, in case-number order: those of `ids`, or everyone open."""
    gates = claim.gates_by_person(conn, ids)
    shared = _once_a_household(shelf)
    others = claim.housemates(conn, ids) if shared else {}
    theirs_too = None if ids is None else [*ids, *chain.from_iterable(others.values())]
    grants = claim.grants_by_person(conn, theirs_too)
    for person in people.read_people(conn, today, ids):
        known = seen_by_rules(person, gates.get(person.id, {}))
        own = grants.get(person.id, ())
        theirs = _of_household(others.get(person.id, ()), grants, shared)
        yield person, Claimant(known, (*own, *theirs), person.id)


def seen_by_rules(person: Person, gates: Mapping[str, bool]) -> Facts:
    """The person's facts with what humans decided, and 人员类别 with its days.

    On a set of today alone the end of a category could not be seen coming.
    """
    known = person.facts
    whole = isinstance(known.value(CATEGORIES), frozenset)
    rows = dated_members(person.categories, complete=whole)
    dated = {CATEGORIES: rows} if rows else {}
    return Facts({**known.values, **dated, **gates}, known.evidence)


def claimant(
    conn: sqlite3.Connection, shelf: Shelf, today: date, number: int
) -> tuple[Person, Claimant]:
    """One person with what the rules need of them; `NotFoundError` if there is no such file."""
    people.read_person(conn, number, today)
    return next(claimants(conn, shelf, today, [number]))


def _once_a_household(shelf: Shelf) -> frozenset[str]:
    """The policies of which a household has only so many."""
    return frozenset(
        one.id
        for one in shelf.policies
        if any(version.limits.a_household is not None for version in one.versions)
    )


def _of_household(
    others: Sequence[int], grants: Grants, shared: frozenset[str]
) -> Iterator[Receipt]:
    for other in others:
        for grant in grants.get(other, ()):
            if grant.policy in shared:
                yield replace(grant, of_household=True)

"""Lists of people: found by a word, or chosen by a condition."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.fields.catalogue import facts as catalogue
from jiuye_cli.core.people.cell import visible
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.rules.compiled import compiled
from jiuye_cli.core.rules.condition import Condition
from jiuye_cli.core.rules.derived_facts import with_derived
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.parameters import NO_PARAMETERS, Parameters
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.truth import Truth
from jiuye_cli.errors import UsageError
from jiuye_cli.store.people import find, people

USUAL_FIELDS = ("组", "性别", "年龄", "电话", "就业状态")


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """Chosen people, the fields to show of them, and how many there are in all."""

    people: tuple[Person, ...]
    fields: tuple[str, ...]
    total: int


def found_people(conn: sqlite3.Connection, words: Sequence[str], today: date) -> PeopleTable:
    """The people in whom every word occurs, open files first; UsageError for no word at all."""
    if not any(visible(word) for word in words):
        raise UsageError("要写找什么：姓名、拼音首字母、组、电话或身份证后四位。")
    ids = [one.id for one in find.search(conn, words)]
    by_id = {
        p.id: with_derived(p, today, names=USUAL_FIELDS)
        for p in people.read_people(conn, today, ids)
    }
    return PeopleTable(
        tuple(by_id[number] for number in ids if number in by_id), USUAL_FIELDS, len(ids)
    )


def listed_people(
    conn: sqlite3.Connection,
    today: date,
    *,
    where: Condition | None = None,
    fields: Sequence[str] = (),
    sort: str = "",
    parameters: Parameters = NO_PARAMETERS,
) -> PeopleTable:
    """Everyone with an open file of whom the condition is known to hold, in the order of a field, backwards with `-`.

    Unknown is not yes: who has not been asked is not listed. Raises `UsageError`
    for a field that is not in the catalogue.
    """
    shown = tuple(fields) or USUAL_FIELDS
    backwards, sort = sort.startswith("-"), sort.removeprefix("-")
    for name in (*shown, *([sort] if sort else [])):
        if name not in catalogue() and name != "档案号":
            raise UsageError(f"没有“{name}”这一项。{_near(name)}")
    fits = _fits(where, today, parameters)
    names = (*shown, sort)
    kept = [
        with_derived(person, today, parameters, names)
        for person in people.read_people(conn, today)
        if fits(person)
    ]
    if sort and sort != "档案号":
        kept.sort(key=lambda person: _order(person, sort), reverse=backwards)
        kept.sort(key=lambda person: person.facts.values.get(sort) is None)
    elif backwards:
        kept.reverse()
    return PeopleTable(tuple(kept), shown, len(kept))


def _fits(where: Condition | None, today: date, parameters: Parameters) -> Callable[[Person], bool]:
    """Whether a condition is known to hold of someone; everyone fits no condition."""
    if where is None:
        return lambda person: True
    holds, moment = compiled(where), Moment(today)
    return lambda p: holds(Reading(p.facts, moment, parameters)) == Truth.YES.value


def _near(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, catalogue(), n=3, cutoff=0.3)
    return f"是不是 {'、'.join(near)}？" if near else ""


def _order(person: Person, sort: str) -> tuple[bool, str]:
    """Unknown last; numbers by size, words by their letters."""
    value = person.facts.values.get(sort)
    if isinstance(value, bool) or not isinstance(value, int | str | date):
        return (value is None, str(value))
    return (False, f"{value:020d}" if isinstance(value, int) else str(value))

"""Whom a list that someone else made names: found in the file, never added to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.actions.people.import_people import plan_people
from jiuye_cli.core.intake.people import NAME, NUMBER, PersonRow
from jiuye_cli.store.people import find


@dataclass(frozen=True, slots=True)
class Listed:
    """The case numbers of those found, in the order of the list, and a line for each row nobody fits."""

    people: tuple[int, ...]
    not_found: tuple[str, ...]


def people_in_list(conn: sqlite3.Connection, rows: Sequence[PersonRow], today: date) -> Listed:
    """The people whom the rows of a sheet name.

    Who a row means is decided as in an import; a bare name counts only where one open file bears it.
    """
    plans = {plan.row: plan.person for plan in plan_people(conn, rows, today).rows}
    found: list[int] = []
    missing = []
    for row in rows:
        person = plans.get(row.number) or _by_name(conn, row)
        if person is None:
            why = row.refused.message if row.refused else "台账里没有，或同名的不止一个"
            missing.append(f"第 {row.number} 行 {row.name or '？'}：{why}")
        elif person not in found:
            found.append(person)
    return Listed(tuple(found), tuple(missing))


def _by_name(conn: sqlite3.Connection, row: PersonRow) -> int | None:
    """The one open file that bears the row's name, where the row tells no identity number."""
    name = row.values.get(NAME)
    if not isinstance(name, str) or NUMBER in row.values:
        return None
    same = [one for one in find.candidates(conn, name, most=3) if not one.closed]
    return same[0].id if len(same) == 1 else None

"""Gather who answers for whom, and when everyone is to be reached next."""

from __future__ import annotations

import sqlite3
from datetime import date

from jiuye_cli.actions.callback.call_plan import subjects
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.due import standing
from jiuye_cli.core.report.charges import Charge
from jiuye_cli.store.people.as_of_all import read_people_as_of


def charges(conn: sqlite3.Connection, calling: Calling, day: date) -> list[Charge]:
    """Everyone whose file was open on a day, by case number."""
    told = {one.id: one.facts.values.get("帮扶责任人") for one in read_people_as_of(conn, day)}
    return [
        Charge(
            one.person,
            name if isinstance(name := told[one.person], str) else None,
            standing(one.file, calling.rules, calling.calendar, day),
        )
        for one in subjects(conn, calling, day)
        if one.person in told
    ]

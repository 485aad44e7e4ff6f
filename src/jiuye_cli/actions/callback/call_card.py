"""Gather what lies before her while she rings one person."""

from __future__ import annotations

import sqlite3
from datetime import date

from jiuye_cli.actions.callback.call_plan import subjects
from jiuye_cli.actions.callback.sheet_row import row_meant
from jiuye_cli.actions.callback.sheet_rows import advice
from jiuye_cli.core.callback.asking import asked
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.cover import cover_line
from jiuye_cli.core.callback.due import Due, said, standing
from jiuye_cli.core.callback.entry.card import CallCard
from jiuye_cli.core.callback.handed.frozen import CALL
from jiuye_cli.store.callback import contacts, sheets
from jiuye_cli.store.people import find
from jiuye_cli.store.people.people import read_person

LAST_SHOWN = 3


def call_card(conn: sqlite3.Connection, calling: Calling, typed: str, today: date) -> CallCard:
    """The card of the person a row code or a word means; `NotFoundError` with candidates otherwise."""
    meant = row_meant(conn, typed, today)
    if meant:
        row, seat = meant
        people = sheets.people_on_row(conn, row.for_date, row.row)
        mine = next((one for one in people if one.seat == (seat or 1)), row)
        return card_of(conn, calling, mine.person, typed, today)
    return card_of(conn, calling, find.who(conn, typed).id, typed, today)


def card_of(
    conn: sqlite3.Connection, calling: Calling, number: int, typed: str, today: date
) -> CallCard:
    """The card of a case number, with the reasons as they stand now."""
    person = read_person(conn, number, today)
    subject = next(subjects(conn, calling, today, [number]))
    answer = standing(subject.file, calling.rules, calling.calendar, today)
    due = answer if isinstance(answer, Due) else None
    reasons = said(due.reasons) if due else (getattr(answer, "say", ""),)
    hint = advice(due, calling.rules) if due else ""
    spoken = contacts.contacts_by_person(conn, [number]).get(number, [])[::-1]
    values = person.facts.values
    group, wish = values.get("组"), values.get("回访嘱咐")
    return CallCard(
        typed=typed,
        person=number,
        name=person.name,
        group=group if isinstance(group, str) else None,
        phones=tuple(p.label for p in contacts.live_phones(conn, [number]).get(number, ())),
        reasons=tuple(one for one in (*reasons, hint) if one),
        last=tuple(c.summary for c in spoken[:LAST_SHOWN]),
        ask=asked(calling.questions.get(number, ()), person.facts, calling.rules),
        wish=wish if isinstance(wish, str) else None,
        cover=cover_line(
            due.reasons if due else (),
            calling.rules.cover,
            name=person.name,
            village=calling.settings.village,
        ),
    )


def rows_to_call(conn: sqlite3.Connection, day: date) -> list[str]:
    """The codes of a day's calls that have no answer yet, in order."""
    answered = sheets.answered_people(conn, day)
    return [
        f"{row.code}.{row.seat}" if row.seat > 1 else row.code
        for row in sheets.rows_on(conn, day)
        if row.kind == CALL and row.person not in answered
    ]

"""Contacts and the rota, and the slim view of people that planning calls needs."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jiuye_cli.core.callback.contact import Contact, Outcome, Status
from jiuye_cli.core.callback.handed.rota import RotaEntry
from jiuye_cli.store.tables.contacts import CONTACT, ROTA

DEAD = ("停机", "空号", "不是本人")
"""States of a number that is not dialled any more."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number of a person: whose it is, and its state where one is known."""

    id: int
    number: str
    owner: str
    state: str

    @property
    def label(self) -> str:
        """Number and owner, as a sheet prints it.

        >>> Phone(1, "19900000001", "女儿", "").label
        '19900000001 女儿'
        """
        return f"{self.number} {self.owner}".strip()


def contacts_by_person(
    conn: sqlite3.Connection, people: Sequence[int] | None = None
) -> Mapping[int, list[Contact]]:
    """Everyone's contacts, oldest first; those of `people` alone where they are given."""
    found: dict[int, list[Contact]] = defaultdict(list)
    where, values = _in("person", people)
    for one in CONTACT.where(conn, where, *values, order="day, at, id"):
        found[one.person].append(one)
    return found


def deciding_contacts(
    conn: sqlite3.Connection, day: date, people: Sequence[int] | None = None
) -> Mapping[int, list[Contact]]:
    """The contacts up to a day that decide whether someone is due, with what decides it.

    They are the last real contact and what came after it, and the days agreed that
    no real contact has reached yet.
    """
    where, values = _in("c.person", people)
    rows = conn.execute(
        "WITH spoken AS (SELECT person, max(day) AS last FROM contact WHERE outcome = ? AND day <= ? GROUP BY person) "
        "SELECT c.person, c.day, c.outcome, c.next_on, c.at, c.status, c.id FROM contact c "
        "LEFT JOIN spoken s ON s.person = c.person "
        f"WHERE c.day <= ? AND (s.last IS NULL OR c.day >= s.last OR c.next_on > s.last) AND {where}",
        (Outcome.REACHED.value, day.isoformat(), day.isoformat(), *values),
    )
    found: dict[int, list[Contact]] = defaultdict(list)
    iso = date.fromisoformat
    for person, on, outcome, next_on, at, status, number in rows:
        found[person].append(
            Contact(
                iso(on),
                _OUTCOMES[outcome],
                next_on=iso(next_on) if next_on else None,
                at=at,
                status=_STATUSES[status] if status else None,
                person=person,
                id=number,
            )
        )
    return found


_OUTCOMES = {one.value: one for one in Outcome}
_STATUSES = {one.value: one for one in Status}


def live_phones(
    conn: sqlite3.Connection, people: Sequence[int] | None = None
) -> Mapping[int, list[Phone]]:
    """The numbers that may still work, each person's in the order they were noted."""
    where, values = _in("person", people)
    rows = conn.execute(
        f"SELECT id, person, 号码, 属于, 状态 FROM phone WHERE 号码 IS NOT NULL AND {where} ORDER BY id",
        values,
    )
    found: dict[int, list[Phone]] = defaultdict(list)
    for number, person, dialled, owner, state in rows:
        if state not in DEAD:
            found[person].append(Phone(number, dialled, owner or "", state or ""))
    return found


def put_contact(conn: sqlite3.Connection, contact: Contact) -> bool:
    """Write a contact; whether anything changed.

    What answers a row already answered takes the place of that answer. The same
    told twice of one day, without a row, is one contact.
    """
    before = _told_before(conn, contact)
    if before is None:
        CONTACT.insert(conn, contact)
        return True
    told = {
        name: getattr(contact, name)
        for name in CONTACT.columns
        if name not in _ABOUT_ENTERING and getattr(contact, name) != getattr(before, name)
    }
    if told:
        CONTACT.update(conn, before.id, **told, at=contact.at, caller=contact.caller)
    return bool(told)


_ABOUT_ENTERING = ("id", "at", "caller")


def _told_before(conn: sqlite3.Connection, contact: Contact) -> Contact | None:
    if contact.sheet is not None and contact.row is not None:
        return answer_to(conn, contact.person, contact.sheet, contact.row)
    same_day = CONTACT.where(
        conn, "person = ? AND day = ? AND sheet IS NULL", contact.person, contact.day
    )
    wanted = replace(contact, id=0, at="", caller="")
    return next((c for c in same_day if replace(c, id=0, at="", caller="") == wanted), None)


def last_contact(conn: sqlite3.Connection, person: int) -> Contact | None:
    """The newest attempt to reach someone."""
    found = CONTACT.where(conn, "person = ?", person, order="day DESC, at DESC, id DESC LIMIT 1")
    return found[0] if found else None


def answer_to(conn: sqlite3.Connection, person: int, sheet: date, row: int) -> Contact | None:
    """What was entered for one person's row, None when nothing was."""
    found = CONTACT.where(conn, "person = ? AND sheet = ? AND row = ?", person, sheet, row)
    return found[0] if found else None


def set_phone_state(conn: sqlite3.Connection, phone: int, state: str | None) -> None:
    """Note what is known of a number; None: nothing any more."""
    conn.execute("UPDATE phone SET 状态 = ? WHERE id = ? AND 状态 IS NOT ?", (state, phone, state))


def phone_named(conn: sqlite3.Connection, person: int, number: str) -> Phone | None:
    """One of a person's numbers, in whatever state."""
    row = conn.execute(
        "SELECT id, 号码, 属于, 状态 FROM phone WHERE person = ? AND 号码 = ? ORDER BY id",
        (person, number),
    ).fetchone()
    return Phone(row[0], row[1], row[2] or "", row[3] or "") if row else None


def rota(conn: sqlite3.Connection) -> list[RotaEntry]:
    """All turns, in the order they were written down."""
    return ROTA.where(conn)


def add_turn(conn: sqlite3.Connection, entry: RotaEntry) -> int:
    """Write a turn down unless it stands already; its number."""
    for one in ROTA.where(conn):
        if replace(one, id=0) == replace(entry, id=0):
            return one.id
    return ROTA.insert(conn, entry)


def remove_turn(conn: sqlite3.Connection, number: int) -> RotaEntry:
    """Take a turn off the rota; `NotFoundError` if there is none of that number."""
    entry = ROTA.get(conn, number)
    ROTA.delete(conn, number)
    return entry


def _in(column: str, numbers: Sequence[int] | None) -> tuple[str, tuple[int, ...]]:
    if numbers is None:
        return "1", ()
    return f"{column} IN ({', '.join('?' * len(numbers))})", tuple(numbers)

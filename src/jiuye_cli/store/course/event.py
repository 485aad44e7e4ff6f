"""Events, who is invited, the buses and their seats."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from jiuye_cli.core.course.bus import Bus, Seat
from jiuye_cli.core.course.event import Invitation
from jiuye_cli.store.tables.event import BUS, INVITATION, SEAT


def invitations(conn: sqlite3.Connection, event: int) -> list[Invitation]:
    """Everyone who was invited to an event, or came without."""
    return INVITATION.where(conn, "event = ?", event)


def invitation_of(conn: sqlite3.Connection, event: int, person: int) -> Invitation | None:
    """One person's line of an event, if there is one."""
    found = INVITATION.where(conn, "event = ? AND person = ?", event, person)
    return found[0] if found else None


def buses(conn: sqlite3.Connection, event: int) -> list[Bus]:
    """The buses of an event, in the order they were added."""
    return BUS.where(conn, "event = ?", event)


def seats(conn: sqlite3.Connection, event: int) -> list[Seat]:
    """The places on the buses of an event: by bus and number, then those who wait in order."""
    return SEAT.where(conn, "event = ?", event, order="bus IS NULL, bus, number, asked_on, id")


def place(conn: sqlite3.Connection, seats_: Sequence[Seat]) -> None:
    """Write the seats that people have been given."""
    for one in seats_:
        SEAT.update(conn, one.id, bus=one.bus, number=one.number)

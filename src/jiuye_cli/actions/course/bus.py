"""Buses of an event: seats given, given back, the manifest."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from jiuye_cli.core.course.bus import Bus, Manifest, Passenger, Seat, moved_up, seat_next
from jiuye_cli.core.people.card import Card
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.course import event as store
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import roll
from jiuye_cli.store.tables.event import BUS, EVENT, SEAT


def add_bus(change: Writing, event_word: str, values: Mapping[str, Any]) -> tuple[Bus, list[Card]]:
    """Add a bus to an event; who waited for a seat gets one: the bus, and those who moved up."""
    event = EVENT.find(change.conn, event_word)
    if not values.get("seats"):
        raise RefusedError("要写几个座，如 座位=49。")
    name = values.get("name") or f"{len(store.buses(change.conn, event.id)) + 1}号车"
    bus = Bus(event=event.id, **{**values, "name": name})
    bus = replace(bus, id=BUS.insert(change.conn, bus))
    return bus, _move_up(change, event.id)


def seat_people(
    change: Writing,
    event_word: str,
    people: Sequence[int],
    today: date,
    *,
    bus: str | None,
    stop: str | None,
) -> list[Seat]:
    """Give people seats, in the order given; who finds none waits.

    Who has a place on this event already keeps it. Raises `NotFoundError` for a
    bus or a pick-up point there is not.
    """
    event = EVENT.find(change.conn, event_word)
    buses = store.buses(change.conn, event.id)
    chosen = _bus_named(buses, bus)
    _refuse_stop(buses, stop)
    taken = store.seats(change.conn, event.id)
    given = []
    for person in people:
        if any(one.person == person for one in taken):
            continue
        wish = Seat(event.id, person, today, bus=chosen.id if chosen else None, stop=stop)
        seat = seat_next(buses, taken, wish)
        seat = replace(seat, id=SEAT.insert(change.conn, seat))
        taken.append(seat)
        given.append(seat)
    return given


def _bus_named(buses: Sequence[Bus], word: str | None) -> Bus | None:
    if word is None:
        return None
    for at, bus in enumerate(buses, 1):
        if word in (bus.name, str(at), bus.plate):
            return bus
    raise NotFoundError(
        f"没有“{word}”这辆车。有：{'、'.join(bus.name for bus in buses) or '还没有车'}。"
    )


def _refuse_stop(buses: Sequence[Bus], stop: str | None) -> None:
    stops = list(dict.fromkeys(one for bus in buses for one in bus.stops))
    if stop is not None and stops and stop not in stops:
        raise NotFoundError(f"没有“{stop}”这个上车点。有：{'、'.join(stops)}。")


def give_back(change: Writing, event_word: str, people: Collection[int]) -> list[Card]:
    """Take people off the list; those who waited and have a seat now."""
    event = EVENT.find(change.conn, event_word)
    mine = [one for one in store.seats(change.conn, event.id) if one.person in people]
    strangers = set(people) - {one.person for one in mine}
    if strangers:
        raise NotFoundError(f"{'、'.join(map(str, sorted(strangers)))} 号不在这趟车的名单上。")
    for one in mine:
        SEAT.delete(change.conn, one.id)
    return _move_up(change, event.id)


def _move_up(change: Writing, event: int) -> list[Card]:
    moved = moved_up(store.buses(change.conn, event), store.seats(change.conn, event))
    store.place(change.conn, moved)
    cards = roll.cards(change.conn, [one.person for one in moved])
    return [cards[one.person] for one in moved]


def board(change: Writing, event_word: str, absent: Collection[int]) -> int:
    """Everyone with a seat boarded, but those absent; how many did."""
    event = EVENT.find(change.conn, event_word)
    seated = [one for one in store.seats(change.conn, event.id) if one.bus is not None]
    strangers = set(absent) - {one.person for one in seated}
    if strangers:
        raise NotFoundError(f"{'、'.join(map(str, sorted(strangers)))} 号没有座位，没有记。")
    for one in seated:
        SEAT.update(change.conn, one.id, boarded=one.person not in absent)
    return len(seated) - len(set(absent))


def manifest(conn: sqlite3.Connection, event_word: str) -> Manifest:
    """The buses of an event with who sits where, and who waits."""
    event = EVENT.find(conn, event_word)
    seats = store.seats(conn, event.id)
    people = [one.person for one in seats]
    cards, phones = roll.cards(conn, people), roll.phones(conn, people)
    passengers = [Passenger(cards[s.person], s, phones.get(s.person)) for s in seats]
    buses = store.buses(conn, event.id)
    return Manifest(
        event.name,
        event.day,
        tuple((bus, tuple(p for p in passengers if p.seat.bus == bus.id)) for bus in buses),
        tuple(p for p in passengers if p.seat.bus is None),
    )

"""Seats on the buses of an event: nobody twice, no seat twice, a waiting list that moves up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jiuye_cli.core.people.card import Card
from jiuye_cli.errors import RefusedError


@dataclass(frozen=True, slots=True)
class Bus:
    """One bus of an event; `seats` are those for passengers, `stops` its pick-up points in order."""

    event: int
    name: str
    seats: int
    id: int = 0
    plate: str | None = None
    leader: str | None = None
    leader_phone: str | None = None
    driver: str | None = None
    leaves_at: str | None = None
    to: str | None = None
    stops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """One person's place on the buses of an event; without `bus` they wait, in order of `asked_on`.

    `number` counts from 1 on each bus; `boarded` is what the leader ticked.
    """

    event: int
    person: int
    asked_on: date
    id: int = 0
    bus: int | None = None
    number: int | None = None
    stop: str | None = None
    boarded: bool | None = None


@dataclass(frozen=True, slots=True)
class Passenger:
    """Someone with a seat, or waiting for one, and the number to ring."""

    card: Card
    seat: Seat
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The buses of an event with their passengers by seat number, and who waits, in order."""

    name: str
    day: date
    buses: tuple[tuple[Bus, tuple[Passenger, ...]], ...]
    waiting: tuple[Passenger, ...]


def free_numbers(bus: Bus, seats: Iterable[Seat]) -> list[int]:
    """The seat numbers of a bus that nobody holds, lowest first."""
    held = {one.number for one in seats if one.bus == bus.id}
    return [number for number in range(1, bus.seats + 1) if number not in held]


def seat_next(buses: Sequence[Bus], seats: Sequence[Seat], wish: Seat) -> Seat:
    """The wish with the first free seat, or waiting when there is none.

    A bus that stops at the wished pick-up point is taken before others; where
    some bus stops there, no other will do. `RefusedError` when the person has a
    place on this event already, or the wished bus is full.

    >>> bus = Bus(event=3, name="1号车", seats=1, id=9)
    >>> first = seat_next([bus], [], Seat(3, 7, date(2026, 11, 2)))
    >>> (first.bus, first.number), seat_next([bus], [first], Seat(3, 8, date(2026, 11, 2))).bus
    ((9, 1), None)
    """
    if any(one.person == wish.person for one in seats):
        raise RefusedError(f"{wish.person} 号已经在这趟车的名单上，没有再排。")
    for bus in _wished(buses, wish):
        free = free_numbers(bus, seats)
        if free:
            return replace(wish, bus=bus.id, number=free[0])
    return replace(wish, bus=None, number=None)


def _wished(buses: Sequence[Bus], wish: Seat) -> Sequence[Bus]:
    if wish.bus is not None:
        return [bus for bus in buses if bus.id == wish.bus]
    if wish.stop is None:
        return buses
    stopping = [bus for bus in buses if wish.stop in bus.stops]
    return stopping or [bus for bus in buses if not bus.stops]


def moved_up(buses: Sequence[Bus], seats: Sequence[Seat]) -> list[Seat]:
    """The people waiting who get a seat now, first come first served."""
    held = [one for one in seats if one.bus is not None]
    found = []
    for one in sorted((s for s in seats if s.bus is None), key=lambda s: (s.asked_on, s.id)):
        placed = seat_next(buses, held, one)
        if placed.bus is not None:
            held.append(placed)
            found.append(placed)
    return found

"""乘车名单: who sits where on the bus, and whom to ring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from jiuye_cli.render.documents.shape import Contact, Paper, document


class Passenger(TypedDict):
    """One seat taken. `relative_phone` is for emergencies."""

    seat: int
    name: str
    group: str | None
    phone: str | None
    relative_phone: str | None
    gets_on: str | None
    employer: str | None


class Bus(Paper):
    """One bus of one batch. `departs` is a moment in words (11月23日 早上6:30)."""

    batch: str
    bus: str
    plate: str | None
    departs: str
    start: str
    destination: str
    seats: int
    driver: Contact
    leader: Contact
    passengers: Sequence[Passenger]


def bus_page(bus: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The manifest, A4."""
    return document("乘车名单.html", Bus, bus, folders)

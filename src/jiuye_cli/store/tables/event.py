"""The tables of events: invitations, buses, seats."""

from __future__ import annotations

from jiuye_cli.core.course.bus import Bus, Seat
from jiuye_cli.core.course.event import Event, Invitation
from jiuye_cli.store.file.record_table import PERSON, RecordTable

EVENT = RecordTable("event", Event, "活动")
INVITATION = RecordTable(
    "invitation",
    Invitation,
    "邀请",
    {**PERSON, "event": "event"},
    unique=[("event", "person")],
)
BUS = RecordTable("bus", Bus, "车", {"event": "event"})
SEAT = RecordTable(
    "seat",
    Seat,
    "座位",
    {**PERSON, "event": "event", "bus": "bus"},
    unique=[("event", "person"), ("bus", "number")],
)

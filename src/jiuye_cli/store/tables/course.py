"""The tables of the whole course, gathered from their rooms: one import of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jiuye_cli.store.file.record_table import RecordTable
from jiuye_cli.store.tables.claim import BATCH, CLAIM, GATE, PAPER, RECEIPT
from jiuye_cli.store.tables.event import BUS, EVENT, INVITATION, SEAT
from jiuye_cli.store.tables.green import ARRIVAL, PASS
from jiuye_cli.store.tables.household import ZERO_WATCH
from jiuye_cli.store.tables.placement import PLACEMENT, TROUBLE
from jiuye_cli.store.tables.plan import PLAN, PLAN_STEP, RESPONSIBLE
from jiuye_cli.store.tables.service import LOAN, SERVICE
from jiuye_cli.store.tables.target import TARGET
from jiuye_cli.store.tables.training import ATTENDANCE, CLASS, ENROLMENT
from jiuye_cli.store.tables.venture import (
    PROJECT,
    PROJECT_OFFER,
    STORY,
    VENTURE_STEP,
    VENTURE_VISIT,
)
from jiuye_cli.store.tables.welfare import HELPED, WELFARE_MONTH, WELFARE_POST, WELFARE_TERM

if TYPE_CHECKING:
    from sqlite_utils import Database

COURSE_TABLES: tuple[RecordTable[Any], ...] = (
    BATCH, CLAIM, PAPER, RECEIPT, GATE, CLASS, ENROLMENT, ATTENDANCE, PLACEMENT, TROUBLE,
    WELFARE_POST, WELFARE_TERM, HELPED, WELFARE_MONTH, EVENT, INVITATION, BUS, SEAT,
    VENTURE_STEP, VENTURE_VISIT, PROJECT, PROJECT_OFFER, STORY, SERVICE, LOAN, PLAN, PLAN_STEP,
    RESPONSIBLE, TARGET, ZERO_WATCH, ARRIVAL, PASS,
)  # fmt: skip
"""In order of their foreign keys."""


def make_course_tables(db: Database) -> None:
    """Create every table of the course."""
    for table in COURSE_TABLES:
        table.make(db)

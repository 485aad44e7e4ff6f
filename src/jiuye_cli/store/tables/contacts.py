"""The tables of calling people back: contacts, sheets and their rows, the rota, the nights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiuye_cli.core.callback.contact import Contact
from jiuye_cli.core.callback.handed.frozen import SheetHead, SheetRow
from jiuye_cli.core.callback.handed.night import Night
from jiuye_cli.core.callback.handed.rota import RotaEntry
from jiuye_cli.store.file.record_table import PERSON, RecordTable

if TYPE_CHECKING:
    from sqlite_utils import Database

CONTACT = RecordTable(
    "contact",
    Contact,
    "回访",
    PERSON,
    unique=[("person", "sheet", "row")],
    indexed=("person", "day"),
)
ROTA = RecordTable("rota", RotaEntry, "轮值")

# Sheets are paper that was handed out: they have no past to go back to, and their
# rows name people without a foreign key, so that an import can still be undone.
SHEET = RecordTable("sheet", SheetHead, "名单", unique=[("for_date",)])
SHEET_ROW = RecordTable(
    "sheet_row", SheetRow, "名单行", unique=[("for_date", "row", "seat")], indexed=("person",)
)
NIGHT = RecordTable("night", Night, "夜班")


def make_contact_tables(db: Database) -> None:
    """Create them all."""
    for table in (CONTACT, ROTA, SHEET, SHEET_ROW, NIGHT):
        table.make(db)

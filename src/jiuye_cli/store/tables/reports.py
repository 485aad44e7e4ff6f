"""The table of numbers that were handed in: what a report said when it was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiuye_cli.core.report.printed import PrintedFigure
from jiuye_cli.store.file.record_table import RecordTable

if TYPE_CHECKING:
    from sqlite_utils import Database

# Paper that was handed in: it has no past to go back to
PRINTED = RecordTable(
    "printed_figure", PrintedFigure, "报过的数", unique=[("report", "day", "name")]
)


def make_report_tables(db: Database) -> None:
    """Create it."""
    PRINTED.make(db)

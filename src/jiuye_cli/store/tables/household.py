"""The tables of households where nobody works, watched."""

from __future__ import annotations

from jiuye_cli.core.course.household import ZeroWatch
from jiuye_cli.store.file.record_table import RecordTable

ZERO_WATCH = RecordTable(
    "zero_watch",
    ZeroWatch,
    "零就业家庭",
    {"household": "household"},
    indexed=("household",),
)

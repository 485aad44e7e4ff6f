"""The tables of the green channel: rosters and who passed."""

from __future__ import annotations

from jiuye_cli.core.course.green import Arrival, Pass
from jiuye_cli.store.file.record_table import PERSON, RecordTable

ARRIVAL = RecordTable("arrival", Arrival, "到场名单")
PASS = RecordTable(
    "green_pass",
    Pass,
    "绿色通道",
    {**PERSON, "arrival": "arrival"},
    unique=[("arrival", "person")],
)

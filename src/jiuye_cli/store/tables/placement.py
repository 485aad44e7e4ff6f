"""The tables of people at work, and trouble there."""

from __future__ import annotations

from jiuye_cli.core.course.placement import Placement, TroubleAtWork
from jiuye_cli.store.file.record_table import PERSON, RecordTable

PLACEMENT = RecordTable("placement", Placement, "上岗", PERSON, indexed=("person", "job"))
TROUBLE = RecordTable("trouble_at_work", TroubleAtWork, "上岗异常", PERSON, indexed=("person",))

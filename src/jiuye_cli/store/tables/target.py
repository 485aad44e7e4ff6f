"""The tables of yearly targets."""

from __future__ import annotations

from jiuye_cli.core.course.target import Target
from jiuye_cli.store.file.record_table import RecordTable

TARGET = RecordTable("target", Target, "任务", unique=[("year", "measure")])

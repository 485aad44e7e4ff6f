"""The tables of plans, their steps, who is responsible."""

from __future__ import annotations

from jiuye_cli.core.course.plan import Plan, PlanStep, Responsible
from jiuye_cli.store.file.record_table import PERSON, RecordTable

PLAN = RecordTable("plan", Plan, "帮扶方案", PERSON, indexed=("person",))
PLAN_STEP = RecordTable(
    "plan_step", PlanStep, "方案步骤", {**PERSON, "plan": "plan"}, unique=[("plan", "number")]
)
RESPONSIBLE = RecordTable("responsible", Responsible, "帮扶责任人", PERSON, indexed=("person",))

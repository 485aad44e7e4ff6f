"""The tables of start-ups: steps, visits, projects offered, stories."""

from __future__ import annotations

from jiuye_cli.core.course.venture import Project, ProjectOffer, Story, VentureStep, VentureVisit
from jiuye_cli.store.file.record_table import PERSON, RecordTable

VENTURE_STEP = RecordTable("venture_step", VentureStep, "创业进度", PERSON, indexed=("person",))
VENTURE_VISIT = RecordTable("venture_visit", VentureVisit, "创业走访", PERSON, indexed=("person",))
PROJECT = RecordTable("project", Project, "创业项目")
PROJECT_OFFER = RecordTable(
    "project_offer", ProjectOffer, "项目推介", {**PERSON, "project": "project"}, indexed=("person",)
)  # fmt: skip
STORY = RecordTable("story", Story, "创业故事", PERSON)

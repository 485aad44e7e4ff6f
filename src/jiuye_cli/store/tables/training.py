"""The tables of classes, who enrolled, who came."""

from __future__ import annotations

from jiuye_cli.core.course.training import Attendance, Enrolment, TrainingClass
from jiuye_cli.store.file.record_table import PERSON, RecordTable

CLASS = RecordTable("training_class", TrainingClass, "培训班")
ENROLMENT = RecordTable(
    "enrolment",
    Enrolment,
    "报名",
    {**PERSON, "training_class": "training_class"},
    unique=[("training_class", "person")],
    indexed=("person",),
)
ATTENDANCE = RecordTable(
    "attendance",
    Attendance,
    "考勤",
    {**PERSON, "enrolment": "enrolment"},
    unique=[("enrolment", "day")],
)

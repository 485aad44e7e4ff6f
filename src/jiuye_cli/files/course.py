"""The rule file of the course: 全程.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jiuye_cli.core.course.rules import CourseRules, read_course_rules
from jiuye_cli.files.room_rules import room_rules


def course_rules(folders: Sequence[Path]) -> CourseRules:
    """The rules of 全程.yaml; `RuleFileError` with all problems."""
    return room_rules(folders, "全程.yaml", read_course_rules)

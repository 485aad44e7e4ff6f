"""The rule file of the course: 全程.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jiuye_cli.core.course.rules import CourseRules, read_course_rules
from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.files.kept import read_kept

RULES = "全程.yaml"


def course_rules(folders: Sequence[Path]) -> CourseRules:
    """The rules of 全程.yaml, the village's own where it has one.

    `folders` are the rule folders, the village's first. `RuleFileError` with all problems.
    """
    path = next((f / RULES for f in folders if (f / RULES).is_file()), None)
    if path is None:
        raise RuleFileError([Problem("找不到全程规则，请重新安装程序", RULES)])
    rules, problems = read_course_rules(read_kept(path, path.name))
    if rules is None:
        raise RuleFileError(problems)
    return rules

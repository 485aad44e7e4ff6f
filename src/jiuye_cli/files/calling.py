"""The rule file of calling people back: 回访.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jiuye_cli.core.callback.reading import read_call_rules
from jiuye_cli.core.callback.rules import CallRules
from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.files.kept import read_kept

RULES = "回访.yaml"


def call_rules(folders: Sequence[Path]) -> CallRules:
    """The rules of 回访.yaml, the village's own where it has one.

    `folders` are the rule folders, the village's first. RuleFileError with all problems.
    """
    path = next((f / RULES for f in folders if (f / RULES).is_file()), None)
    if path is None:
        raise RuleFileError([Problem("找不到回访规则，请重新安装程序", RULES)])
    rules, problems = read_call_rules(read_kept(path, path.name))
    if problems:
        raise RuleFileError(problems)
    return rules

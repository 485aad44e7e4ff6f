"""The rule file of matching: 匹配.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jiuye_cli.core.matching.reading import read_match_rules
from jiuye_cli.core.matching.rules import MatchRules
from jiuye_cli.core.settings import Settings
from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.files.room_rules import room_rules

STANDARD = "服务标准"


def match_rules(folders: Sequence[Path], settings: Settings) -> MatchRules:
    """The rules of 匹配.yaml, with the 服务标准 that 设置.yaml names; `RuleFileError` with all problems."""
    rules = room_rules(folders, "匹配.yaml", read_match_rules)
    named = str(settings.raw.get(STANDARD) or rules.standard)
    if named not in rules.standards:
        known = "、".join(rules.standards)
        raise RuleFileError([Problem(f"没有叫“{named}”的服务标准；有 {known}", "设置.yaml")])
    return replace(rules, standard=named)

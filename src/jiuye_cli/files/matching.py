"""The rule files of matching: 匹配.yaml and 拒岗.yaml, the village's own where it has one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from jiuye_cli.core.matching.reading import read_match_rules
from jiuye_cli.core.matching.rules import MatchRules
from jiuye_cli.core.referral.reading import read_refusal_rules
from jiuye_cli.core.referral.refusal import RefusalRules
from jiuye_cli.core.rules.node import Node
from jiuye_cli.core.settings import Settings
from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.files.kept import read_kept

T = TypeVar("T")
MATCHING, REFUSALS = "匹配.yaml", "拒岗.yaml"
STANDARD = "服务标准"


def match_rules(folders: Sequence[Path], settings: Settings) -> MatchRules:
    """The rules of 匹配.yaml, with the 服务标准 that 设置.yaml names; RuleFileError with all problems."""
    rules = _read(folders, MATCHING, read_match_rules)
    named = str(settings.raw.get(STANDARD) or rules.standard)
    if named not in rules.standards:
        known = "、".join(rules.standards)
        raise RuleFileError([Problem(f"没有叫“{named}”的服务标准；有 {known}", "设置.yaml")])
    return replace(rules, standard=named)


def refusal_rules(folders: Sequence[Path]) -> RefusalRules:
    """The rules of 拒岗.yaml; RuleFileError with all problems."""
    return _read(folders, REFUSALS, read_refusal_rules)


def _read(folders: Sequence[Path], name: str, read: Callable[[Node], tuple[T, list[Problem]]]) -> T:
    path = next((f / name for f in folders if (f / name).is_file()), None)
    if path is None:
        raise RuleFileError([Problem("找不到这份规则，请重新安装程序", name)])
    rules, problems = read(read_kept(path, path.name))
    if problems:
        raise RuleFileError(problems)
    return rules

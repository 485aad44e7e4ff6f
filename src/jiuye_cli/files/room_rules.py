"""A room's own rule file (回访, 全程, 匹配, 拒岗): the village's where it has one, else the shipped one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from jiuye_cli.core.rules.node import Node
from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.files.kept import read_kept

T = TypeVar("T")
Reader = Callable[[Node], tuple[T | None, list[Problem]]]


def room_rules(folders: Sequence[Path], name: str, read: Reader[T]) -> T:
    """What `read` makes of the file `name`; `folders` are the rule folders, the village's first.

    Raises `RuleFileError` with all problems.
    """
    path = next((f / name for f in folders if (f / name).is_file()), None)
    if path is None:
        raise RuleFileError([Problem("找不到这份规则，请重新安装程序", name)])
    rules, problems = read(read_kept(path, path.name))
    if problems or rules is None:
        raise RuleFileError(problems)
    return rules

"""A facts file: what is known of someone, judged without a database."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.policy.grammar.facts import read_claimant
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.errors import NotFoundError, Problem, RuleFileError
from jiuye_cli.files.bounded import LARGEST, bounded_bytes
from jiuye_cli.files.strict_yaml import read_yaml

STANDARD_INPUT = "-"


def read_facts_file(name: str, fields: Mapping[str, Field] | None = None) -> Claimant:
    """The claimant a file describes; `-` is standard input. `RuleFileError` with every problem."""
    data = sys.stdin.buffer.read(LARGEST) if name == STANDARD_INPUT else _bytes(Path(name))
    shown = "标准输入" if name == STANDARD_INPUT else name
    problems: list[Problem] = []
    claimant = read_claimant(read_yaml(data, shown), problems, fields)
    if problems:
        raise RuleFileError(problems)
    return claimant


def _bytes(path: Path) -> bytes:
    try:
        return bounded_bytes(path, str(path))
    except FileNotFoundError:
        raise NotFoundError(f"没有文件 {path}。") from None
    except OSError as error:
        raise NotFoundError(f"{path} 打不开：{error.strerror}。") from None

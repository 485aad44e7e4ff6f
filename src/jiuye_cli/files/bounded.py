"""Reading a file that should be small: never a device or a pipe, never without end."""

from __future__ import annotations

from pathlib import Path

from jiuye_cli.errors import Problem, RuleFileError

LARGEST = 8_000_000
"""Bytes; the largest of the shipped rule files has some thousands."""


def bounded_bytes(path: Path, shown: str) -> bytes:
    """What a file named `shown` holds.

    Raises `OSError` where it cannot be opened, `RuleFileError` where it is no
    plain file or far too large.
    """
    if path.exists() and not path.is_file():
        raise RuleFileError([Problem("不是普通文件，读不了", shown)])
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise RuleFileError([Problem("太大了，不像是手写的文件", shown)])
    return data

"""A passphrase, asked for or read from a file; never an argument."""

from __future__ import annotations

import sys
from pathlib import Path

from jiuye_cli.cli import desk
from jiuye_cli.errors import UsageError


def passphrase(file: str | None, *, twice: bool) -> str:
    """The passphrase: from a file (`-` is standard input), else asked for at the screen."""
    if file == "-":
        return sys.stdin.readline().rstrip("\r\n")
    if file:
        return Path(file).read_text(encoding="utf-8").splitlines()[0]
    if not desk.interactive():
        raise UsageError("口令要在终端里输入，或者用 --passphrase-file 文件（- 是标准输入）。")
    import typer

    return str(
        typer.prompt("口令", hide_input=True, confirmation_prompt="再输一遍" if twice else False)
    )

"""A passphrase, asked for or read from a file; never an argument."""

from __future__ import annotations

import sys
from pathlib import Path

from jiuye_cli.cli import desk
from jiuye_cli.errors import RefusedError, UsageError


def passphrase(file: str | None, *, twice: bool) -> str:
    """The passphrase: from a file (`-` is standard input), else asked for at the screen."""
    if file:
        return _first_line(file)
    if not desk.interactive():
        raise UsageError("口令要在终端里输入，或者用 --passphrase-file 文件（- 是标准输入）。")
    import typer

    return str(
        typer.prompt("口令", hide_input=True, confirmation_prompt="再输一遍" if twice else False)
    )


def _first_line(file: str) -> str:
    """The first line of a file as Notepad saves it; `RefusedError` for an empty one."""
    data = sys.stdin.buffer.readline() if file == "-" else Path(file).read_bytes()
    try:
        line = data.decode("utf-8-sig").partition("\n")[0].rstrip("\r")
    except UnicodeDecodeError:
        raise RefusedError("口令文件不是 UTF-8 编码，请另存为 UTF-8。") from None
    if not line.strip():
        raise RefusedError("口令是空的。在文件第一行写上口令再来一次。")
    return line

"""The child process that opens a workbook: `python -m jiuye_cli.files.workbook.child FILE`.

It writes one JSON object to stdout: the sheets, or the sentence why not. A crash
or a kill by the system's limits is the parent's to explain.
"""

from __future__ import annotations

import contextlib
import json
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from jiuye_cli.errors import RefusedError

MEMORY = 1_500_000_000
CPU_SECONDS = 50


def main() -> None:
    """Read the file named on the command line and write what it holds."""
    _limit_ourselves()
    answer: dict[str, Any]
    try:
        answer = read(Path(sys.argv[1]))
    except RefusedError as refusal:
        answer = {"refused": str(refusal)}
    except MemoryError:
        answer = {"refused": "读的时候内存不够，表太大了；请把要用的表单独存成一个文件"}
    json.dump(answer, sys.stdout, ensure_ascii=True, default=_plain, separators=(",", ":"))


def _limit_ourselves() -> None:
    if sys.platform == "win32":  # no such limits there: the parent's clock stops us
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(path: Path) -> dict[str, Any]:
    """The sheets of a file by what it is, not by what it is called."""
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        from jiuye_cli.files.workbook.sheets import read_spreadsheet

        return read_spreadsheet(path, zipped=head.startswith(b"PK"))
    if _is_markup(head):
        from jiuye_cli.files.workbook.html import read_html

        return read_html(path.read_bytes())
    from jiuye_cli.files.workbook.text import read_text

    return read_text(path.read_bytes(), path.stem)


def _is_markup(head: bytes) -> bool:
    text = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return text.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<head"))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return {"d": value.date().isoformat()} if midnight else {"t": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    if isinstance(value, time | timedelta):
        return str(value)
    raise TypeError(repr(value))


if __name__ == "__main__":
    main()

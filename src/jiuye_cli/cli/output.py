"""One result, shown as a screen, as `--json` or as `--csv`; data to stdout, all else to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli.standard_output import write_out

if TYPE_CHECKING:
    from datetime import date

JsonOption = Annotated[bool, typer.Option("--json", help="给程序用的 JSON")]
CsvOption = Annotated[bool, typer.Option("--csv", help="CSV 表，可用 WPS 打开")]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="日期", help="当时的情况，如 2026-05-03、昨天")
]
YesOption = Annotated[bool, typer.Option("--yes", help="不再问，直接做")]


def emit(text: str) -> None:
    """Write a text to stdout as it is, whatever the console's code page can show."""
    if not text.endswith("\n"):
        text += "\n"
    encoding = sys.stdout.encoding or "utf-8"
    write_out(text.encode(encoding, "replace").decode(encoding))


def emit_json(value: object) -> None:
    """Write a value as JSON with its Chinese readable; escaped where stdout's code page is not UTF-8."""
    from jiuye_cli.render.json_ import dumps, in_encoding

    encoding = sys.stdout.encoding or "utf-8"
    # A program that reads a pipe need not guess a code page: what is not UTF-8 gets plain ASCII
    safe = encoding if sys.stdout.isatty() or _is_utf8(encoding) else "ascii"
    write_out(in_encoding(dumps(value), safe) + "\n")


def emit_csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows as CSV that spreadsheets open without harm: UTF-8 with its mark, whatever the code page."""
    from jiuye_cli.render.csv_ import csv_text

    write_out(csv_text(heads, rows).encode("utf-8", "replace"))


def emit_csv_of(items: Iterable[Mapping[str, object]], heads: Mapping[str, str]) -> None:
    """Write items as they stand in the JSON as CSV; `heads` names the columns by their keys."""
    emit_csv(list(heads.values()), ([item[key] for key in heads] for item in items))


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"


def note(text: str) -> None:
    """A hint or progress line, on stderr."""
    from jiuye_cli.cli.complaints import say

    say(text)


def parse_day(text: str | None) -> date | None:
    """A `--on` day, short or in full; None for None, a usage error with examples when it is none."""
    from jiuye_cli.cli import desk
    from jiuye_cli.core.course.when import read_near_day

    return None if text is None else read_near_day(text, desk.today())


def assignments(words: Sequence[str], like: str = "字段=值，如 学历=初中") -> Mapping[str, str]:
    """`字段=值` words as a mapping; a usage error naming the first that is none."""
    from jiuye_cli.errors import UsageError

    pairs = {}
    for word in words:
        name, sign, value = word.replace("＝", "=").partition("=")
        if not sign or not name.strip():
            raise UsageError(f"“{word}”看不懂，要写成 {like}。")
        pairs[name.strip()] = value.strip()
    return pairs

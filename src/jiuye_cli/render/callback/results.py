"""What became of a returned sheet's rows, on the screen and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from jiuye_cli.core.callback.entry.returned import Columns
from jiuye_cli.render.screen.text import printable


class Problem(Protocol):
    """Why a row was not taken."""

    @property
    def row(self) -> int: ...
    @property
    def column(self) -> str: ...
    @property
    def message(self) -> str: ...


class Taken(Protocol):
    """What became of the rows."""

    @property
    def rows(self) -> int: ...
    @property
    def new(self) -> int: ...
    @property
    def updated(self) -> int: ...
    @property
    def same(self) -> int: ...
    @property
    def problems(self) -> Sequence[Problem]: ...


def results_json(taken: Taken, columns: Columns) -> dict[str, Any]:
    """The contract's shape of every import."""
    return {
        "rows": taken.rows,
        "new": taken.new,
        "updated": taken.updated,
        "same": taken.same,
        "refused": len(taken.problems),
        "problems": [
            {"row": p.row, "column": p.column, "message": p.message} for p in taken.problems
        ],
        "mapping": {name: name for name in columns.places},
        "unmapped": list(columns.unknown),
    }


def results_screen(taken: Taken, *, dry_run: bool) -> str:
    """The counts, and each row that was not taken."""
    lines = [
        f"填了结果的 {taken.rows} 行：新记 {taken.new}，改 {taken.updated}，没变 {taken.same}，没收 {len(taken.problems)}。"
    ]
    lines += [f"  第 {p.row} 行 {p.column}：{printable(p.message)}" for p in taken.problems]
    lines += ["只是试一遍，没有写进台账。"] if dry_run else []
    return "\n".join(lines)

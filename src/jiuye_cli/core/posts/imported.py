"""What a workbook of posts did, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jiuye_cli.core.intake.rows import CellProblem


@dataclass(slots=True)
class PostImport:
    """Counts by outcome (new, updated, same, refused) and every cell that was not taken.

    `taken_as` tells of employers that were written in another way than the
    register has them.
    """

    rows: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    problems: list[CellProblem] = field(default_factory=list)
    mapping: Mapping[str, str] = field(default_factory=dict)
    unmapped: Sequence[str] = ()
    taken_as: dict[str, str] = field(default_factory=dict)

"""A5 pages laid two by two on A4, so that the folded pile is a booklet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

Side: TypeAlias = tuple[int | None, int | None]
"""The page numbers (1 for the first) on the left and right half of a side; None is left blank."""

A4 = (841.89, 595.28)  # points, landscape

ENDINGS = {"flat": "", "both": "-双面", "fronts": "-单数面", "backs": "-双数面"}
HOW_TO_PRINT = (
    "双面打印机：打“双面”那份，选“双面打印、短边翻转”，对折装订。",
    "单面打印机：先打“单数面”，整叠翻过来放回纸盒，再打“双数面”；头一回先拿第一张纸试。",
)


def how_to_print(files: Sequence[Path]) -> tuple[str, ...]:
    """How to feed the paper, where some of the files are to be folded; nothing where none is.

    >>> how_to_print([Path("手册.pdf")]), len(how_to_print([Path("手册.pdf"), Path("手册-双面.pdf")]))
    ((), 2)
    """
    folded = any(path.stem.endswith(ENDINGS["both"]) for path in files)
    return HOW_TO_PRINT if folded else ()


def sides(pages: int) -> list[Side]:
    """What goes on each side of the paper, front and back in turn, for so many A5 pages.

    >>> sides(4)
    [(4, 1), (2, 3)]
    >>> sides(5)
    [(None, 1), (2, None), (None, 3), (4, 5)]
    """
    last = -(-pages // 4) * 4
    plan: list[Side] = []
    for sheet in range(last // 4):
        front = (last - 2 * sheet, 2 * sheet + 1)
        back = (2 * sheet + 2, last - 2 * sheet - 1)
        plan += [_within(front, pages), _within(back, pages)]
    return plan


def _within(side: tuple[int, int], pages: int) -> Side:
    left, right = side
    return (left if left <= pages else None, right if right <= pages else None)


def booklet_files(stem: Path) -> dict[str, Path]:
    """The files of a pile of booklets, for `render.pdf.bind`.

    >>> [path.name for path in booklet_files(Path("手册-3组")).values()]
    ['手册-3组.pdf', '手册-3组-双面.pdf', '手册-3组-单数面.pdf', '手册-3组-双数面.pdf']
    """
    return {kind: stem.with_name(f"{stem.name}{end}.pdf") for kind, end in ENDINGS.items()}

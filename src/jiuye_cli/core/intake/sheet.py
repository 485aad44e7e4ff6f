"""A workbook's sheet as plain values, whatever file it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jiuye_cli.core.people.cell import Cell

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: its corners, counted from 0, both included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """A cell whose content the file does not really hold: row and column from 0, and a sentence."""

    row: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows[0]` is its first row; trailing empty cells and rows are left out."""

    name: str
    rows: Sequence[Row]
    merged: Sequence[Merge] = ()
    flaws: Sequence[Flaw] = ()
    hidden: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """The cell there, counted from 0; None outside the sheet."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        return self.rows[row][column]

    @property
    def width(self) -> int:
        """The number of columns in use."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file in order, and sentences on what was left out."""

    sheets: Sequence[Sheet]
    notes: Sequence[str] = ()


def column_letter(column: int) -> str:
    """The name of a column, counted from 0.

    >>> column_letter(0), column_letter(25), column_letter(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def filled(sheet: Sheet, merges: Iterable[Merge] | None = None) -> list[list[Cell]]:
    """The rows with the content of each merged range in all of its cells.

    >>> filled(Sheet("表", [("一组", "张三"), (None, "李四")], [Merge(0, 0, 1, 0)]))
    [['一组', '张三'], ['一组', '李四']]
    """
    rows = [list(row) for row in sheet.rows]
    for merge in sheet.merged if merges is None else merges:
        content = sheet.cell(merge.top, merge.left)
        if content is None or content == "":
            continue
        for row in rows[merge.top : merge.bottom + 1]:
            row.extend([None] * (merge.right + 1 - len(row)))
            row[merge.left : merge.right + 1] = [content] * (merge.right + 1 - merge.left)
    return rows

"""A sheet that comes back filled in as a workbook: its columns, and what each row says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

CODE, NAME, RESULT, NOTE, NEXT = "行号", "姓名", "结果", "备注", "下次日期"
BOXES = (RESULT, "方式", "就业", "意愿", "需求")
READ = (CODE, NAME, *BOXES, NOTE, NEXT)
PRINTED = ("组", "电话", "事由", "要问")
"""Columns that are only there to be read by people."""

_BOTH_DEAD = ("停机/空号", "停机或空号")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the header stands, the place of each column that is read, and headers nobody knows."""

    line: int
    places: dict[str, int]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One row with a result: its line in the workbook, and what was filled in.

    `next_day` is a date where the spreadsheet made one of it, else the text.
    """

    line: int
    code: str
    name: str
    words: tuple[str, ...]
    note: str
    next_day: date | str


def find_columns(rows: Sequence[Sequence[object]]) -> Columns | None:
    """The header of a returned sheet; None where no row holds both 行号 and 结果.

    >>> find_columns([["回访名单"], ["行号", "姓名", "结果"]]).places
    {'行号': 0, '姓名': 1, '结果': 2}
    """
    for line, row in enumerate(rows):
        heads = [_text(cell) for cell in row]
        if CODE in heads and RESULT in heads:
            places = {name: heads.index(name) for name in READ if name in heads}
            strange = (h for h in heads if h and h not in READ and h not in PRINTED)
            return Columns(line, places, tuple(strange))
    return None


def filled_rows(rows: Sequence[Sequence[object]], columns: Columns) -> Iterator[FilledRow]:
    """The rows in which a result was filled in; lines count from 1 as spreadsheets do."""
    for line, row in enumerate(rows[columns.line + 1 :], columns.line + 2):
        cells = {n: row[at] if at < len(row) else None for n, at in columns.places.items()}
        if not _text(cells[RESULT]):
            continue
        yield FilledRow(
            line,
            _text(cells[CODE]),
            _text(cells.get(NAME)),
            tuple(_word(cells.get(box)) for box in BOXES if _text(cells.get(box))),
            _text(cells.get(NOTE)),
            _day(cells.get(NEXT)),
        )


def _word(cell: object) -> str:
    text = _text(cell)
    return "停机" if text.replace(" ", "") in _BOTH_DEAD else text


def _day(cell: object) -> date | str:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else _text(cell)


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()

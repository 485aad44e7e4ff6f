"""Record the results of a sheet that came back as a workbook, row by row, in one change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.actions.callback.enter import Called, Details, called_by_row, enter
from jiuye_cli.actions.callback.sheet_row import row_meant
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.entry.returned import CODE, NEXT, RESULT, FilledRow
from jiuye_cli.core.callback.entry.words import Result, read_result
from jiuye_cli.core.callback.when import read_day
from jiuye_cli.errors import JiuyeError, RefusedError
from jiuye_cli.store.callback import sheets
from jiuye_cli.store.callback.contacts import answer_to
from jiuye_cli.store.file.operation import Writing


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row was not taken: its line in the workbook, the column, a sentence."""

    row: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Taken:
    """How many rows held a result, and what became of them."""

    rows: int
    new: int
    updated: int
    same: int
    problems: tuple[RowProblem, ...]


class _RowRefusedError(RefusedError):
    """A row that is not taken, and the column that is to blame."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def take_results(change: Writing, calling: Calling, rows: Sequence[FilledRow]) -> Taken:
    """Record every row that can be; the others come back as problems and leave no trace."""
    ends: Counter[str] = Counter()
    problems = []
    for row in rows:
        change.conn.execute("SAVEPOINT one_row")
        try:
            ends[_take(change, calling, row)] += 1
        except _RowRefusedError as error:
            change.conn.execute("ROLLBACK TO one_row")
            problems.append(RowProblem(row.line, error.column, str(error)))
        finally:
            change.conn.execute("RELEASE one_row")
    return Taken(len(rows), ends["new"], ends["updated"], ends["same"], tuple(problems))


def _take(change: Writing, calling: Calling, row: FilledRow) -> str:
    """Record one row: new, updated or same."""
    result = _result(calling, row)
    called = _called(change, row, result)
    # 周五 on paper is seen from the day of the sheet, whenever it is taken in
    next_on = _next(row, called.row.for_date if called.row else change.at.date())
    answered = called.row is not None and any(
        answer_to(change.conn, person, called.row.for_date, called.row.row)
        for person in called.people
    )
    try:
        entered = enter(change, calling, called, result, Details(row.note or None, next_on))
    except JiuyeError as error:
        raise _RowRefusedError(RESULT, str(error)) from error
    if not any(one.changed for one in entered):
        return "same"
    return "updated" if answered else "new"


def _result(calling: Calling, row: FilledRow) -> Result:
    try:
        return read_result(row.words, calling.rules)
    except JiuyeError as error:
        raise _RowRefusedError(RESULT, str(error)) from error


def _next(row: FilledRow, today: date) -> date | None:
    if isinstance(row.next_day, date):
        return row.next_day
    try:
        return read_day(row.next_day, today) if row.next_day else None
    except JiuyeError as error:
        raise _RowRefusedError(NEXT, str(error)) from error


def _called(change: Writing, row: FilledRow, result: Result) -> Called:
    """Whom the row is about; the name beside the code must be theirs."""
    try:
        meant = row_meant(change.conn, row.code, change.at.date())
        if meant is None:
            raise _RowRefusedError(CODE, f"“{row.code}”不是行号，要像 1123-07k 这样。")
        found, seat = meant
        names = {r.name for r in sheets.people_on_row(change.conn, found.for_date, found.row)}
        called = called_by_row(change.conn, found, seat, result.outcome)
    except _RowRefusedError:
        raise
    except JiuyeError as error:
        raise _RowRefusedError(CODE, str(error)) from error
    if row.name and row.name not in names:
        raise _RowRefusedError(
            CODE, f"{row.code} 是{'、'.join(names)}，表里写的是{row.name}，行号和人对不上。"
        )
    return called

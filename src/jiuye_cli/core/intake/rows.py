"""Rows of any sheet as values by field, with a problem for every cell that was not taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.value import NONE, UNKNOWN, PartialSet, Record, Value
from jiuye_cli.core.intake.cells import Reader, cell_reader
from jiuye_cli.core.intake.header import Column, Header
from jiuye_cli.core.intake.lines import Line
from jiuye_cli.core.intake.records import has_substance, named_certificates
from jiuye_cli.core.intake.sheet import Flaw


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that was not taken, or a row: where it stands, and a sentence."""

    row: int
    column: str
    message: str


@dataclass(slots=True)
class RowRead:
    """What one row says; `values` holds lists as tuples of records, dated sets as `PartialSet`."""

    number: int
    values: dict[str, Value] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)


class RowReader:
    """Reads the rows of a sheet by its header, whatever the fields belong to."""

    def __init__(self, header: Header, home: str = "", flaws: Sequence[Flaw] = ()) -> None:
        self.header = header
        self._flaws = {(flaw.row + 1, flaw.column): flaw.message for flaw in flaws}
        self._columns: list[tuple[Column, Field, Reader]] = [
            (column, column.target.field, cell_reader(column.target, home))
            for column in header.columns
            if column.target
        ]

    def read(self, line: Line, without: frozenset[str] = frozenset()) -> RowRead:
        """The values of a row; cells of the fields in `without` are left to the caller."""
        row = RowRead(line.number)
        lists: dict[str, dict[int, dict[str, Value]]] = {}
        for column, owner, reader in self._columns:
            if owner.name in without:
                continue
            cell = line.cells[column.place] if column.place < len(line.cells) else None
            if cell is None:
                self._note_flaw(row, column)
                continue
            reading = reader(cell)
            for fault in reading.faults:
                row.problems.append(CellProblem(line.number, column.title, fault))
            if reading.value is not UNKNOWN:
                _put(row, lists, column, owner, reading.value)
        for name, records in lists.items():
            _gather(row.values, name, [records[turn] for turn in sorted(records)])
        return row

    def _note_flaw(self, row: RowRead, column: Column) -> None:
        message = self._flaws.get((row.number, column.place)) if self._flaws else None
        if message:
            row.problems.append(CellProblem(row.number, column.title, message))

    def flaw(self, line: Line, column: Column) -> str | None:
        """Why a cell is empty that is not: a formula without its result."""
        return self._flaws.get((line.number, column.place))


def _put(
    row: RowRead,
    lists: dict[str, dict[int, dict[str, Value]]],
    column: Column,
    owner: Field,
    value: Value,
) -> None:
    target = column.target
    assert target is not None
    if target.column is None:
        _add(row, column, owner, value)
    elif isinstance(value, tuple) or (value is NONE and target.column is owner.records[0]):
        _gather(row.values, owner.name, value)
    elif owner.name == "证书" and target.column.name == "职业":
        for extra, record in enumerate(named_certificates(str(value), owner.column("等级"))):
            place = column.turn if not extra else 100 * (column.turn + 1) + extra
            lists.setdefault(owner.name, {}).setdefault(place, {}).update(record)
    else:
        record = lists.setdefault(owner.name, {}).setdefault(column.turn, dict(target.presets))
        record[target.column.name] = value


def _add(row: RowRead, column: Column, owner: Field, value: Value) -> None:
    """A plain value, or the members that several columns tell of one set, put together."""
    before = row.values.get(owner.name, UNKNOWN)
    if isinstance(before, PartialSet) and isinstance(value, PartialSet):
        yes, no = before.yes | value.yes, before.no | value.no
        for member in sorted(yes & no):
            message = f"同一行里又说是{member}又说不是，没有录入；请核对"
            row.problems.append(CellProblem(row.number, column.title, message))
        row.values[owner.name] = PartialSet(yes - no, no - yes)
    elif isinstance(before, frozenset) and isinstance(value, frozenset):
        row.values[owner.name] = before | value
    elif before is UNKNOWN or before is NONE:
        row.values[owner.name] = value


def _gather(
    values: dict[str, Value], name: str, found: Value | Sequence[Mapping[str, Value]]
) -> None:
    """The records of a list so far and those found now; 无 beside a record says nothing."""
    before = values.get(name, UNKNOWN)
    if found is NONE:
        values.setdefault(name, NONE)
        return
    assert isinstance(found, list | tuple)
    told: list[Record] = [record for record in found if has_substance(record)]
    known = before if isinstance(before, tuple) else ()
    told = [record for record in told if record not in known]
    if told:
        values[name] = (*known, *told)

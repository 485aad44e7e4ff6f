"""Rows of people: the name, the identity number, and what follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from jiuye_cli.core.fields.catalogue import HOUSEHOLD, PERSON, own_fields
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.value import UNKNOWN, Value
from jiuye_cli.core.intake.header import Column, Header, find_header
from jiuye_cli.core.intake.lines import Line, data_lines
from jiuye_cli.core.intake.rows import CellProblem, RowReader
from jiuye_cli.core.intake.sheet import Sheet
from jiuye_cli.core.people.cell import Cell, is_blank
from jiuye_cli.core.people.identity import (
    UNKNOWN_AREA,
    Identity,
    compact,
    is_masked,
    once_floats,
    read_identity,
    zeros_by_chance,
)
from jiuye_cli.core.people.names import clean_name, without_note
from jiuye_cli.errors import RefusedError

PEOPLE_FIELDS: tuple[Field, ...] = tuple(
    f for f in (*PERSON.fields, *HOUSEHOLD.fields) if not f.derived
)
"""What a workbook of people can fill."""

NAME, NUMBER, SEX, BORN, GROUP = "姓名", "身份证号", "性别", "出生日期", "组"
READ_HERE = frozenset({NAME, NUMBER})

ONCE_FLOATS = "这一列的身份证号像是当数字存过，后三位已经不准；请照证件重新填，列设成文本"
ENDS_IN_ZEROS = "身份证号末三位是 000，已照表录入；有空对照证件核对一下"
MASKED = "身份证号中间盖住了，没有录入；有完整号码时再补"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row: what it says of a person, what of it was not taken, or why all of it was not.

    `masked` is an identity number with its middle hidden, which only hints at someone;
    `mark` is a digest of the row as it stands in the file, by which it is known again.
    """

    number: int
    values: Mapping[str, Value] = field(default_factory=dict)
    problems: Sequence[CellProblem] = ()
    refused: CellProblem | None = None
    masked: str = ""
    mark: str = ""

    @property
    def name(self) -> str:
        """The person's name; "" in a refused row."""
        return str(self.values.get(NAME, ""))


def find_people_header(sheet: Sheet, wanted: Mapping[str, str] | None = None) -> Header | None:
    """The header of a sheet of people; None where no column of names is found."""
    header = find_header(sheet, (*PEOPLE_FIELDS, *own_fields().values()), wanted)
    return header if header and header.fills(NAME) else None


def person_rows(sheet: Sheet, header: Header, today: date, home: str = "") -> Iterator[PersonRow]:
    """Every row of data as a person, in order."""
    reader = _PeopleReader(sheet, header, today, home)
    return map(reader.read, reader.lines)


class _PeopleReader:
    def __init__(self, sheet: Sheet, header: Header, today: date, home: str) -> None:
        self._today = today
        self._rows = RowReader(header, home, sheet.flaws)
        self._name = _column(header, NAME)
        self._number = _column(header, NUMBER)
        self._places = [column.place for column in header.columns if column.target]
        self._repeated: Counter[str] = Counter()
        self._said = repr(list(header.mapping.values()))
        self._has_group = header.fills(GROUP)
        self.lines = list(data_lines(sheet, header))
        numbers = list(map(self._digits, self.lines)) if self._number else []
        self._spoilt = once_floats(numbers)
        self._zeros_are_chance = zeros_by_chance(numbers)

    def read(self, line: Line) -> PersonRow:
        """One row; it is refused whole when its name or its identity number is not right."""
        column = self._name
        try:
            name = self._named(line)
            column = self._number
            identity = self._numbered(line)
        except RefusedError as refusal:
            assert column is not None
            return PersonRow(
                line.number, refused=CellProblem(line.number, column.title, str(refusal))
            )
        return self._good(line, name, identity)

    def _named(self, line: Line) -> str:
        assert self._name is not None
        cell = _cell(line, self._name)
        if cell is None and (flaw := self._rows.flaw(line, self._name)):
            raise RefusedError(flaw)
        return without_note(clean_name(cell))

    def _numbered(self, line: Line) -> Identity | None:
        """The identity number, None where there is none or it is masked."""
        if self._number is None:
            return None
        cell = _cell(line, self._number)
        if cell is None and (flaw := self._rows.flaw(line, self._number)):
            raise RefusedError(flaw)
        if is_blank(cell) or is_masked(cell) or cell in ("无", "没有"):
            return None
        identity = read_identity(cell, confirmed=self._zeros_are_chance)
        if identity.number in self._spoilt:
            raise RefusedError(ONCE_FLOATS)
        if identity.born > self._today:
            raise RefusedError("身份证号里的出生日期还没到；请照证件核对第 7 到 14 位")
        return identity

    def _good(self, line: Line, name: str, identity: Identity | None) -> PersonRow:
        row = self._rows.read(line, without=READ_HERE)
        values: dict[str, Value] = {NAME: name}
        if line.section and not self._has_group:
            values[GROUP] = line.section
        values |= row.values
        masked = ""
        if identity:
            row.problems.extend(self._notes(line, identity))
            row.problems.extend(_contradictions(line.number, values, identity))
            values |= {NUMBER: identity.number, SEX: identity.sex, BORN: identity.born}
        elif self._number and is_masked(cell := _cell(line, self._number)):
            masked = str(cell)
            row.problems.append(CellProblem(line.number, self._number.title, MASKED))
        mark = self._mark(line, told_apart=identity is None)
        return PersonRow(line.number, values, tuple(row.problems), masked=masked, mark=mark)

    def _mark(self, line: Line, *, told_apart: bool) -> str:
        """The same for the same cells; people without a number of whom two rows say the same stay two."""
        said = self._said + repr([_at(line, place) for place in self._places])
        if told_apart:
            self._repeated[said] += 1
            said += f"#{self._repeated[said]}"
        return blake2b(said.encode("utf-8", "replace"), digest_size=12).hexdigest()

    def _notes(self, line: Line, identity: Identity) -> Iterator[CellProblem]:
        assert self._number is not None
        notes = [note for note in identity.notes if note != UNKNOWN_AREA]
        if identity.number.endswith("000"):
            notes.append(ENDS_IN_ZEROS)
        return (CellProblem(line.number, self._number.title, note) for note in notes)

    def _digits(self, line: Line) -> str:
        assert self._number is not None
        try:
            return compact(_cell(line, self._number))
        except RefusedError:
            return ""


def _contradictions(
    number: int, values: Mapping[str, Value], identity: Identity
) -> Iterator[CellProblem]:
    """What other columns say against the identity number, which is what counts."""
    for name, by_number in ((SEX, identity.sex), (BORN, identity.born)):
        told = values.get(name, UNKNOWN)
        if told is not UNKNOWN and told != by_number:
            yield CellProblem(
                number, name, f"表里写的是 {told}，身份证号上是 {by_number}；按身份证号录入，请核对"
            )


def _column(header: Header, name: str) -> Column | None:
    return next((c for c in header.columns if c.target and c.target.field.name == name), None)


def _cell(line: Line, column: Column) -> Cell:
    return _at(line, column.place)


def _at(line: Line, place: int) -> Cell:
    return line.cells[place] if place < len(line.cells) else None

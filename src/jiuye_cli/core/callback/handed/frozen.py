"""A sheet as it was handed out: rows never change their number, their people or their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from jiuye_cli.core.callback.handed.code import row_code, sheet_number

CALL, VISIT = "call", "visit"


@dataclass(frozen=True, slots=True)
class SheetHead:
    """One day's sheet: when it was made, for how many calls, by whom they are made.

    `unreturned` are the rows of earlier sheets that had not come back (row, sheet
    number, case number; no names, so that who is erased is gone); `warnings` what
    the calendar has to say; `carried` the people taken over from an earlier sheet.
    """

    id: int
    for_date: date
    made_at: str
    capacity: int
    callers: tuple[str, ...]
    carried: tuple[int, ...] = ()
    unreturned: tuple[dict[str, Any], ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One person on a sheet; people who share a number share the row and differ by `seat`.

    `kind` is `call` or `visit`. `parts` are the urgency's parts and `ask` the
    questions, as mappings. A row that a renewed sheet no longer holds is
    `withdrawn`, and its number is not given out again.
    """

    id: int
    for_date: date
    row: int
    seat: int
    kind: str
    person: int
    name: str
    group_name: str | None
    phones: tuple[str, ...]
    address: str | None
    last: str | None
    reasons: tuple[str, ...]
    parts: tuple[dict[str, Any], ...]
    urgency: Decimal
    overdue_days: int
    place: str
    ask: tuple[dict[str, Any], ...]
    wish: str | None
    advice: str | None
    cover: str | None
    caller: str | None
    withdrawn: bool = False

    @property
    def code(self) -> str:
        """What is printed beside the row and typed to enter its result."""
        return row_code(self.for_date, self.row)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Someone who has no row of their own, and the one reason why."""

    person: int
    reason: str


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A day's sheet: its head, its rows, what of it has come back, and everyone who is not on it.

    `is_frozen` is False for a preview. `answered` tells what was entered last of each
    person of whom something was. `unreturned` are the head's, with names. `left_out`
    is None where nobody asked for it.
    """

    head: SheetHead
    rows: tuple[SheetRow, ...]
    is_frozen: bool
    answered: Mapping[int, str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] | None = None
    unreturned: tuple[dict[str, Any], ...] = ()

    @property
    def number(self) -> str:
        """The number printed on the sheet."""
        return sheet_number(self.head.for_date)

    @property
    def calls(self) -> tuple[SheetRow, ...]:
        """The rows to be called."""
        return tuple(row for row in self.rows if row.kind == CALL)

    @property
    def visits(self) -> tuple[SheetRow, ...]:
        """The rows to be visited."""
        return tuple(row for row in self.rows if row.kind == VISIT)

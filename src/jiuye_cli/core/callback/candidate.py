"""Someone who is due, how pressing it is, and their place in the queue."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from jiuye_cli.core.callback.due import CallFile, Due
from jiuye_cli.core.callback.urgency import Urgency


@dataclass(frozen=True, slots=True)
class Subject:
    """One person as the planner sees them.

    `phones` are the numbers that may work, the one to dial first.
    """

    file: CallFile
    phones: tuple[str, ...] = ()

    @property
    def person(self) -> int:
        """The case number."""
        return self.file.person


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who is due, how pressing it is, and their ascending place in the queue."""

    subject: Subject
    due: Due
    urgency: Urgency
    person: int = field(init=False)
    rank: tuple[Decimal, date, int] = field(init=False)

    def __post_init__(self) -> None:
        """Fix the place in the queue: most pressing first, then longest due, then case number."""
        object.__setattr__(self, "person", self.subject.person)
        object.__setattr__(self, "rank", (-self.urgency.total, self.due.on, self.person))

    @property
    def place(self) -> str:
        """What a place on the sheet is for them: a number to dial, or a door."""
        return self.subject.phones[0] if self.subject.phones else str(self.person)

"""Who answers for whom (帮扶责任人), and whose people wait too long for a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.callback.due import Due, NotDue
from jiuye_cli.core.report.figure import Figure, Group

ANSWERED, UNANSWERED = "有责任人", "没有责任人"


@dataclass(frozen=True, slots=True)
class Charge:
    """One person with who answers for them (None: nobody) and where their calls stand on a day."""

    person: int
    responsible: str | None
    standing: Due | NotDue

    @property
    def next_on(self) -> date | None:
        """The day by which they should be reached, past where they are late; None where no day is known."""
        return self.standing.on if isinstance(self.standing, Due) else self.standing.until

    @property
    def days_late(self) -> int:
        """By how many days they are late, 0 where they are not."""
        return self.standing.overdue_days if isinstance(self.standing, Due) else 0


def charged(charges: Sequence[Charge]) -> tuple[Group, ...]:
    """How many people each responsible person answers for, and how many of them are late."""
    names = sorted({one.responsible for one in charges if one.responsible})
    each = [_of(f"{name}包干", [c for c in charges if c.responsible == name]) for name in names]
    late = [
        _of(f"{name}逾期", [c for c in charges if c.responsible == name and c.days_late])
        for name in names
    ]
    answered = _of(ANSWERED, [c for c in charges if c.responsible], *_sums(each))
    return (
        Group(
            "包干", (answered, *each, _of(UNANSWERED, [c for c in charges if not c.responsible]))
        ),
        Group("包干逾期", tuple(late)),
    )


def _sums(parts: Sequence[Figure]) -> list[tuple[str, ...]]:
    return [tuple(one.name for one in parts)] if parts else []


def _of(name: str, charges: Sequence[Charge], *sums: tuple[str, ...]) -> Figure:
    return Figure(name, tuple(sorted(one.person for one in charges)), sums=tuple(sums))

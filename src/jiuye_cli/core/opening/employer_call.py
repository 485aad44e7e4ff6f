"""A call to an employer: when, whether it was reached, what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EmployerCall:
    """One attempt to reach an employer; only one that reached it counts as contact."""

    employer: int
    day: date
    reached: bool
    id: int = 0
    who: str | None = None
    note: str | None = None

"""What a human decided where a rule leaves it to humans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """What a human decided about one question a rule leaves to humans (评议, 正当理由)."""

    person: int
    gate: str
    answer: bool
    day: date
    id: int = 0
    by: str | None = None
    note: str | None = None

"""What earlier grants leave open: nothing, a person's decision, or months."""

from __future__ import annotations

from dataclasses import dataclass

from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.span import NOTHING, Span


@dataclass(frozen=True, slots=True)
class Count:
    """What earlier grants leave: nothing (`used_up` says why), a person's decision, or months."""

    used_up: str = ""
    gate: str = ""
    months: Span = NOTHING
    missing: tuple[str, ...] = ()
    allowed: bool = False
    times_left: int | None = None


def gated(gate: str, refused: Count, reading: Reading) -> Count:
    """A person's decision: recorded as yes it lets through, as no it refuses, else it is open."""
    answer = reading.facts.value(f"人工.{gate}")
    if answer is True:
        return Count(allowed=True)
    return refused if answer is False else Count(gate=gate)

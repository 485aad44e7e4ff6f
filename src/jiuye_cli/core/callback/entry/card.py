"""What lies before her while she rings one person."""

from __future__ import annotations

from dataclasses import dataclass

from jiuye_cli.core.callback.asking import Ask


@dataclass(frozen=True, slots=True)
class CallCard:
    """One person to ring: who, which numbers, why, what to ask, what may be said to others.

    `typed` is what means this person to `enter`: the row code, or the case number.
    `last` are the newest attempts in phrases, newest first.
    """

    typed: str
    person: int
    name: str
    group: str | None
    phones: tuple[str, ...]
    reasons: tuple[str, ...]
    last: tuple[str, ...]
    ask: tuple[Ask, ...]
    wish: str | None
    cover: str

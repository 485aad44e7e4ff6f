"""One thing a check-up found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check-up found: a code, where, a sentence, and what to do about it."""

    code: str
    where: str
    message: str
    fix: str

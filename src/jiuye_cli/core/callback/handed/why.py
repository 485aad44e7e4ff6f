"""The answer to: why is someone on a sheet, or why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.callback.contact import Contact
from jiuye_cli.core.callback.due import Reason
from jiuye_cli.core.callback.urgency import Part


@dataclass(frozen=True, slots=True)
class WhyOnSheet:
    """One person against one day's sheet.

    `row` is their code on it, None when they have none; `verdict` the one
    sentence; `reasons` and `parts` are empty for who is not due.
    """

    person: int
    name: str
    day: date
    row: str | None
    verdict: str
    overdue_days: int
    reasons: tuple[Reason, ...]
    parts: tuple[Part, ...]
    last: Contact | None

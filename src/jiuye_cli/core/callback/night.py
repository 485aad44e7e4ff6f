"""What one night's run did, and how many nights were missed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from jiuye_cli.core.calendar import WorkCalendar


@dataclass(frozen=True, slots=True)
class Night:
    """One run: the day its list is for, the files it wrote, and the copy it made.

    `operation` is the newest change to the database that the copy holds.
    """

    for_date: date
    ran_on: date
    ran_at: str
    files: tuple[str, ...] = ()
    backup: str = ""
    operation: int = 0
    warnings: tuple[str, ...] = ()
    id: int = 0


def missed_nights(last: date | None, today: date, calendar: WorkCalendar) -> int:
    """How many nights before working days passed without a run since the last one; 0 if there never was one.

    >>> missed_nights(date(2026, 11, 19), date(2026, 11, 24), WorkCalendar())
    2
    """
    if last is None or last >= today:
        return 0
    return max(0, calendar.working_days(last + timedelta(days=1), today))

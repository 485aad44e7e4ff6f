"""What one night's run did, and how many nights were missed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def missed_nights(last_for: date | None, today: date, calendar: WorkCalendar) -> int:
    """How many working days up to today no night made a list for; 0 where no night ever ran.

    `last_for` is the day that the newest list of a night is for.

    >>> from jiuye_cli.core.calendar import WorkCalendar
    >>> missed_nights(date(2026, 11, 20), date(2026, 11, 24), WorkCalendar())
    2
    """
    return calendar.working_days(last_for, today) if last_for and last_for < today else 0


def missed_sentence(count: int) -> str:
    """What is said at the next start after missed nights; nothing when none was missed."""
    if not count:
        return ""
    return f"夜班有 {count} 个晚上没跑，名单是白天现做的。用 jiuye schedule 看看定时还在不在。"


OLD_BACKUP_DAYS = 7
"""House rule: a last copy older than this is worth a word."""


def night_warnings(
    *, missed: int, last_backup: date | None, today: date, unreturned: int
) -> list[str]:
    """What the coordinator should hear of in the morning, without naming anyone.

    >>> night_warnings(missed=0, last_backup=date(2026, 11, 1), today=date(2026, 11, 23), unreturned=2)
    ['上一次备份是 11-01，隔了 22 天。', '以前的名单还有 2 行没有回填。']
    """
    told = [missed_sentence(missed)] if missed else []
    if last_backup and (today - last_backup).days > OLD_BACKUP_DAYS:
        told.append(f"上一次备份是 {last_backup:%m-%d}，隔了 {(today - last_backup).days} 天。")
    if unreturned:
        told.append(f"以前的名单还有 {unreturned} 行没有回填。")
    return told

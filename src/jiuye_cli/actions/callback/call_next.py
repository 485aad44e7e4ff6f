"""When someone is to be called next, and what for."""

from __future__ import annotations

import sqlite3
from datetime import date

from jiuye_cli.actions.callback.call_plan import subjects
from jiuye_cli.core.callback.calling import Calling
from jiuye_cli.core.callback.due import Due, standing


def next_call(conn: sqlite3.Connection, calling: Calling, person: int, today: date) -> str | None:
    """In a few words: due now and why, or from which day on; None when no day is known."""
    subject = next(subjects(conn, calling, today, [person]))
    answer = standing(subject.file, calling.rules, calling.calendar, today)
    if isinstance(answer, Due):
        late = f"，过了 {answer.overdue_days} 天" if answer.overdue_days else ""
        return f"该打电话了{late}：{answer.reasons[0].say}"
    return f"{answer.until} 起该打电话（{answer.say}）" if answer.until else answer.say

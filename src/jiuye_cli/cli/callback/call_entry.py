"""Recording a result for whoever a row code or a word means."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from jiuye_cli.cli import desk
from jiuye_cli.errors import UsageError

if TYPE_CHECKING:
    from jiuye_cli.actions.callback.enter import Called, Details
    from jiuye_cli.core.callback.calling import Calling
    from jiuye_cli.core.callback.contact import Entered, Outcome
    from jiuye_cli.core.callback.entry.words import Result
    from jiuye_cli.core.callback.handed.frozen import SheetRow


def enter_result(
    typed: str, calling: Calling, result: Result, details: Details
) -> tuple[list[Entered], tuple[SheetRow, ...]]:
    """Record a result in one change; what was recorded, and who shares the number and still waits."""
    from jiuye_cli.actions.callback.enter import enter

    with desk.reading() as conn:
        called = who_was_called(conn, typed, result.outcome)
    with desk.writing(f"回访 {called.label}") as change:
        entered = enter(change, calling, called, result, details)
    return entered, called.others


def who_was_called(conn: sqlite3.Connection, typed: str, outcome: Outcome) -> Called:
    """The people a result is about: those of a row, or the one a word means."""
    from jiuye_cli.actions.callback.enter import called_by_name, called_by_row
    from jiuye_cli.actions.callback.sheet_row import row_meant

    meant = row_meant(conn, typed, desk.today())
    if meant:
        return called_by_row(conn, *meant, outcome)
    return called_by_name(conn, typed, desk.today())


def past_or_today(text: str | None) -> date | None:
    """The day a call was made, no later than today; None when nothing was said."""
    from jiuye_cli.core.course.when import read_past_day

    return read_past_day(text, desk.today()) if text else None


def secret_kept(words: Sequence[str]) -> list[str]:
    """The words with an identity number typed apart from the command line."""
    from jiuye_cli.cli.typing_in import SECRET, with_secrets

    for word in words:
        if word.replace("＝", "=").startswith(f"{SECRET}="):
            return [*(w for w in words if w != word), *with_secrets([word])]
    return list(words)


def refuse_without_terminal() -> None:
    """A sentence, and exit code 2, where nobody is there to answer."""
    if not desk.interactive():
        raise UsageError("call 要在键盘前一问一答。不在键盘前就用：jiuye enter 行号 结果")

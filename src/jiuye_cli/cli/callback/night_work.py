"""The steps of the night: plan, freeze, print, back up, write down. Nobody is named."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jiuye_cli.cli import desk
from jiuye_cli.cli.callback.calling import calling, day_meant
from jiuye_cli.errors import RefusedError

if TYPE_CHECKING:
    from jiuye_cli.core.callback.calling import Calling
    from jiuye_cli.core.callback.handed.frozen import DaySheet


@dataclass(frozen=True, slots=True)
class NightDone:
    """What the night did: its sheet, its files, its copy, and what to know in the morning."""

    sheet: DaySheet
    files: tuple[Path, ...]
    backup: Path
    warnings: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The contract's shape: names of nobody."""
        return {
            "for": self.sheet.head.for_date,
            "sheet": self.sheet.number,
            "files": self.files,
            "backup": self.backup,
            "warnings": self.warnings,
        }

    def sentence(self) -> str:
        """Counts only: what cron prints ends up in a mailbox."""
        calls = len({row.row for row in self.sheet.calls})
        day = self.sheet.head.for_date
        return (
            f"{day.month}月{day.day}日名单 {self.sheet.number}：打 {calls} 个，上门 {len(self.sheet.visits)} 个。"
            f"{len(self.files)} 个文件在 {self.files[0].parent}，备份 {self.backup.name}。"
        )


def work_through_night(for_: str | None, *, renew: bool) -> NightDone:
    """Do the night's work for a day, the next working day unless one is named; twice does nothing more."""
    rules = calling()
    day = day_meant(for_) or rules.calendar.next_working(desk.today())
    with _alone():
        _sweep()
        sheet = _sheet(rules, day, renew=renew)
        files, problems = _paper(sheet)
        warnings = [*_warnings(rules, sheet), *problems]
        backup = _copy_and_note(sheet, files, warnings)
    return NightDone(sheet, files, backup, tuple(warnings))


@contextmanager
def _alone() -> Iterator[None]:
    """Let no second night run beside this one; a killed run holds nothing."""
    from filelock import FileLock, Timeout

    place = desk.workspace()
    place.cache.mkdir(mode=0o700, exist_ok=True)
    lock = FileLock(place.cache / "nightly.lock", timeout=0, mode=0o600)
    try:
        with lock:
            yield
    except Timeout:
        raise RefusedError("另一个夜班正在跑，这次不跑了。") from None


def _sweep() -> None:
    """Take away what a killed night left unfinished: it names people and nobody will read it."""
    for part in (desk.workspace().home / "out").glob("*/.回访名单*.part"):
        part.unlink(missing_ok=True)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Planning fifty thousand makes small objects without cycles; walking them takes a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _sheet(rules: Calling, day: date, *, renew: bool) -> DaySheet:
    from jiuye_cli.actions.callback.nightly import keep_sheet, planned_sheet

    with desk.reading() as conn, _collector_at_rest():
        planned = planned_sheet(conn, rules, day, desk.now(), renew=renew)
    if planned.is_frozen:
        return planned
    with desk.writing("nightly") as change:
        return keep_sheet(change, planned, renew=renew)


def _paper(sheet: DaySheet) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    from jiuye_cli.render.callback.call_paper import write_paper

    place = desk.workspace()
    done = write_paper(
        sheet, desk.settings().village, place.out(sheet.head.for_date), place.template_folders
    )
    return done.files, done.problems


def _warnings(rules: Calling, sheet: DaySheet) -> list[str]:
    from jiuye_cli.actions.callback.nightly import warnings_tonight
    from jiuye_cli.store.file.backup import copies

    found = copies(desk.workspace().backups)
    with desk.reading() as conn:
        return warnings_tonight(conn, rules, sheet, found[-1].day if found else None, desk.today())


def _copy_and_note(sheet: DaySheet, files: tuple[Path, ...], warnings: list[str]) -> Path:
    """A verified copy, unless the last one holds all there is; then the line on this run."""
    from jiuye_cli.actions.callback.nightly import copy_still_good, note_night
    from jiuye_cli.core.callback.handed.night import Night
    from jiuye_cli.store.callback.sheets import newest_operation
    from jiuye_cli.store.file.backup import back_up

    place = desk.workspace()
    with desk.reading() as conn:
        good = copy_still_good(conn, sheet.head.for_date)
        newest = newest_operation(conn)
    if good and (place.backups / good.backup).is_file():
        return place.backups / good.backup
    copy = back_up(place.database, place.backups, desk.now()).path
    night = Night(
        for_date=sheet.head.for_date,
        ran_on=desk.today(),
        ran_at=desk.now().isoformat(timespec="seconds"),
        files=tuple(path.name for path in files),
        backup=copy.name,
        operation=newest,
        warnings=tuple(warnings),
    )
    with desk.writing("nightly") as change:
        note_night(change, night)
    return copy

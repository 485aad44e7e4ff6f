"""The roster read in for the green channel, and who stands at the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jiuye_cli.cli import desk
from jiuye_cli.cli.choosing import the_person
from jiuye_cli.cli.output import note
from jiuye_cli.core.people.card import Card

if TYPE_CHECKING:
    from jiuye_cli.cli.progress import Bar
    from jiuye_cli.core.intake.header import Header
    from jiuye_cli.core.intake.people import PersonRow


def read_roster(file: Path, bar: Bar) -> tuple[Header, Sequence[PersonRow]]:
    """The people a workbook lists, and the header it was read by."""
    from jiuye_cli.core.intake.choose_sheet import people_sheet
    from jiuye_cli.core.intake.people import person_rows
    from jiuye_cli.files.workbook.read import read_workbook

    book = read_workbook(file, lambda: bar("正在打开"))
    found, header = people_sheet(book)
    for line in book.notes:
        note(line)
    rows = person_rows(found, header, desk.today(), desk.settings().region)
    return header, bar.through("正在看每一行", rows, len(found.rows))


def person_at_window(who: str | None) -> Card:
    """The one a word means, else the first of the roster who waits; `NotFoundError` when nobody does."""
    from jiuye_cli.errors import NotFoundError
    from jiuye_cli.store.course import green
    from jiuye_cli.store.people.roll import cards

    if who is not None:
        return the_person(who)
    with desk.reading() as conn:
        line = green.first_waiting(conn, green.current(conn).id)
        if line is None:
            raise NotFoundError("名单上的人都办完了。")
        return cards(conn, [line.person])[line.person]

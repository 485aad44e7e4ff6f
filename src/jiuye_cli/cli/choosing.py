"""Who a command is about: people named one by one, by a condition, or by a list in a file."""

from __future__ import annotations

from collections.abc import Sequence

from jiuye_cli.cli import desk
from jiuye_cli.cli.output import note
from jiuye_cli.core.people.card import Card
from jiuye_cli.errors import UsageError


def the_person(word: str) -> Card:
    """The one person a word means; `NotFoundError` with candidates otherwise."""
    from jiuye_cli.store.people.find import who

    with desk.reading() as conn:
        one = who(conn, word)
    return Card(one.id, one.name, one.group, one.tail)


def people_named(words: Sequence[str] | None) -> list[int]:
    """The case numbers that words mean, each once; nobody for no words."""
    from jiuye_cli.store.people.roll import everyone_named

    if not words:
        return []
    with desk.reading() as conn:
        return everyone_named(conn, words)


def chosen_people(
    words: Sequence[str] | None, where: str | None = None, file: str | None = None
) -> list[int]:
    """Everyone named, and everyone who fits the condition, and everyone in the file, each once.

    Raises `UsageError` when nothing says who.
    """
    if not (words or where or file):
        raise UsageError("要写谁：姓名、档案号、首字母、尾号；或用 --where 条件、--file 表。")
    found = [
        *people_named(words),
        *(_fitting(where) if where else []),
        *(_listed(file) if file else []),
    ]
    return list(dict.fromkeys(found))


def _fitting(where: str) -> list[int]:
    from jiuye_cli.actions.people.lists import listed_people
    from jiuye_cli.core.rules.where import parse_where

    with desk.reading() as conn:
        table = listed_people(conn, desk.today(), where=parse_where(where))
    return [person.id for person in table.people]


def _listed(file: str) -> list[int]:
    """Those whom a workbook names; a note for each row that nobody fits."""
    from pathlib import Path

    from jiuye_cli.actions.people.in_list import people_in_list
    from jiuye_cli.core.intake.choose_sheet import people_sheet
    from jiuye_cli.core.intake.people import person_rows
    from jiuye_cli.files.workbook.read import read_workbook

    sheet, header = people_sheet(read_workbook(Path(file)), None, {})
    rows = list(person_rows(sheet, header, desk.today(), desk.settings().region))
    with desk.reading() as conn:
        found = people_in_list(conn, rows, desk.today())
    for line in found.not_found:
        note(line)
    return list(found.people)

"""Which sheet of a workbook is the roster."""

from __future__ import annotations

from collections.abc import Mapping

from jiuye_cli.core.intake.header import Header
from jiuye_cli.core.intake.people import find_people_header
from jiuye_cli.core.intake.sheet import Sheet, Workbook
from jiuye_cli.errors import NotFoundError, RefusedError, UsageError

NO_ROSTER = "没有认出表头：要有“姓名”这一列。列名不一样就加 --map 列名=姓名，如 --map 户主=姓名。"


def people_sheet(
    book: Workbook, name: str | None = None, wanted: Mapping[str, str] | None = None
) -> tuple[Sheet, Header]:
    """The sheet called `name`, or the only visible one with a header of people, and that header.

    Raises `NotFoundError` for a name no sheet has, `UsageError` when several sheets
    could be meant, and `RefusedError` when none is a roster.
    """
    if name is not None:
        sheet = _called(book, name)
        header = find_people_header(sheet, wanted)
        if header is None:
            raise RefusedError(f"“{name}”这张表{NO_ROSTER}")
        return sheet, header
    found = _rosters(book, wanted)
    if len(found) > 1:
        names = "、".join(sheet.name for sheet, _ in found)
        raise UsageError(
            f"有 {len(found)} 张表都像名册：{names}。加 --sheet 说是哪张，一张一张导。"
        )
    if not found:
        raise RefusedError(NO_ROSTER)
    return found[0]


def _called(book: Workbook, name: str) -> Sheet:
    for sheet in book.sheets:
        if sheet.name == name:
            return sheet
    names = "、".join(sheet.name for sheet in book.sheets)
    raise NotFoundError(f"没有叫“{name}”的表。这个文件里有：{names}")


def _rosters(book: Workbook, wanted: Mapping[str, str] | None) -> list[tuple[Sheet, Header]]:
    """Visible sheets with a header; a mapping that fits one sheet need not fit the others."""
    found: list[tuple[Sheet, Header]] = []
    complaint: UsageError | None = None
    for sheet in book.sheets:
        if sheet.hidden:
            continue
        try:
            header = find_people_header(sheet, wanted)
        except UsageError as wrong:
            complaint = complaint or wrong
            continue
        if header:
            found.append((sheet, header))
    if complaint and not found:
        raise complaint
    return found

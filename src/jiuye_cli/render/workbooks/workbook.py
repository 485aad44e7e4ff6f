"""Workbooks out: every cell is text or a number, none is a formula.

Identity numbers and phones stay text, so no spreadsheet shortens them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from jiuye_cli.errors import RefusedError
from jiuye_cli.render.files import write_file
from jiuye_cli.render.screen.text import printable_lines, width
from jiuye_cli.render.words import chinese_date, grouped, shown

SPILL_AT = 20_000  # rows from which a workbook is written through a file, not in memory
LINE = 15.0  # points
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same rows twice are the same file


@dataclass(frozen=True, slots=True)
class Cells:
    """A column: its head, its width in characters, and the answers that it offers to pick from."""

    head: str
    width: float = 12
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkSheet:
    """One sheet: `title` lines above the heads, `rows` of values in the order of `columns`."""

    name: str
    columns: Sequence[Cells | str]
    rows: Sequence[Sequence[object]]
    title: Sequence[str] = ()
    foot: str = ""
    hidden: bool = False
    roomy: bool = False  # rows high enough to read all and to type in


def write_workbook(path: Path, sheets: Sequence[WorkSheet]) -> Path:
    """Write the sheets as an xlsx under `path`, whole or not at all, readable by its owner only.

    A4 landscape, one page wide, the heads frozen and repeated on each page.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxWriterException

    spill = max((len(one.rows) for one in sheets), default=0) > SPILL_AT
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Zipped in memory: a zip file torn off by a full disk complains once more when it is let go
        whole = BytesIO()
        book = Workbook(whole, {"constant_memory": spill, "in_memory": not spill, "tmpdir": str(path.parent)})  # fmt: skip
        book.set_properties({"created": _MADE})
        for one in sheets:
            _write_sheet(book, one)
        book.close()
        return write_file(path, whole.getvalue())
    except (OSError, XlsxWriterException) as error:
        raise RefusedError(f"写不了 {path}（表正开着的话先关掉）：{error}") from error


def _write_sheet(book: Any, one: WorkSheet) -> None:
    sheet = book.add_worksheet(_sheet_name(one.name))
    columns = [each if isinstance(each, Cells) else Cells(each) for each in one.columns]
    body = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "border": 1})
    head = book.add_format({"num_format": "@", "bold": True, "align": "center", "valign": "vcenter", "border": 1, "bg_color": "#EEEEEE", "text_wrap": True})  # fmt: skip
    title = book.add_format({"num_format": "@", "bold": True, "font_size": 14})
    at = len(one.title)
    for row, line in enumerate(one.title):
        sheet.write_string(row, 0, _text(line), title)
    for column, each in enumerate(columns):
        sheet.set_column(column, column, each.width)
        sheet.write_string(at, column, _text(each.head), head)
    for row, values in enumerate(one.rows, at + 1):
        if one.roomy:
            sheet.set_row(row, _height(columns, values))
        for column, value in enumerate(values):
            _write_cell(sheet, row, column, value, body)
    _offer_choices(sheet, columns, at + 1, at + len(one.rows))
    _set_up_page(sheet, one, at)


def _height(columns: Sequence[Cells], values: Sequence[object]) -> float:
    """Points enough for the cell with most lines, two lines at least."""
    lines = (
        sum(1 + width(line) // max(1, int(each.width)) for line in shown(value).split("\n"))
        for each, value in zip(columns, values, strict=True)
    )
    return LINE * max(2, *lines)


def _write_cell(sheet: Any, row: int, column: int, value: object, body: Any) -> None:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        sheet.write_number(row, column, float(value) if isinstance(value, Decimal) else value)
    else:
        sheet.write_string(row, column, _text(shown(value)), body)


def _text(text: str) -> str:
    # 32,767 characters is all that a cell holds
    return printable_lines(text)[:32_767]


def _sheet_name(name: str) -> str:
    """A name that spreadsheets accept: 31 characters, none of []:*?/\\ ."""
    kept = "".join(" " if char in "[]:*?/\\'" else char for char in _text(name))
    return kept.strip()[:31] or "表"


def _offer_choices(sheet: Any, columns: Sequence[Cells], first: int, last: int) -> None:
    for column, each in enumerate(columns):
        if each.choices and last >= first:
            sheet.data_validation(first, column, last, column, {"validate": "list", "source": list(each.choices), "ignore_blank": True, "error_type": "warning", "error_title": "不在单子上", "error_message": "这一格一般从单子里挑；确实要写别的也可以。"})  # fmt: skip


def _set_up_page(sheet: Any, one: WorkSheet, heads: int) -> None:
    sheet.freeze_panes(heads + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.6)
    sheet.repeat_rows(0, heads)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{one.foot.replace('&', '&&')}&C第 &P/&N 页")
    if one.hidden:
        sheet.very_hidden()


RESULTS = ("接通", "无人接", "关机", "停机/空号", "拒接", "非本人")
WAYS = ("电话", "微信", "上门")
STATES = ("在岗", "离岗", "未就业", "务农")
WISHES = ("有", "无")
NEEDS = ("岗位", "培训", "政策", "其他")

CALL_COLUMNS = (
    Cells("行号", 9),
    Cells("姓名", 9),
    Cells("组", 6),
    Cells("电话", 14),
    Cells("事由", 22),
    Cells("要问", 30),
    Cells("结果", 9, RESULTS),
    Cells("方式", 7, WAYS),
    Cells("就业", 8, STATES),
    Cells("意愿", 6, WISHES),
    Cells("需求", 8, NEEDS),
    Cells("备注", 24),
    Cells("下次日期", 12),
)
NUMBER_SHEET = "名单编号"
"""The hidden sheet whose cell B1 holds the number of the call sheet."""


def write_call_sheet(path: Path, sheet: Mapping[str, Any]) -> Path:
    """The call sheet (shaped like `render.sheet.Sheet`) as a workbook to fill in on screen."""
    title = f"{sheet['title']} {sheet['village']} {chinese_date(sheet['for_date'])} 名单{sheet['sheet_no']}"
    foot = f"名单 {sheet['sheet_no']}　打印 {sheet['printed_at']}　内部使用，用后收回碎毁"
    calls = WorkSheet(
        "回访名单",
        CALL_COLUMNS,
        [_call(row) for row in sheet["rows"]],
        (title,),
        foot,
        roomy=True,
    )
    number = WorkSheet(NUMBER_SHEET, ("名单", str(sheet["sheet_no"])), (), hidden=True)
    return write_workbook(path, [calls, number])


def _call(row: Mapping[str, Any]) -> list[object]:
    asked = (
        one["question"] + (f" +{grouped(one['money'])}元" if one["money"] else "")
        for one in row["ask"]
    )
    words = [
        row["row"],
        row["name"],
        row["group"],
        "\n".join(row["phones"]),
        "；".join(row["reasons"]),
    ]
    return [*words, "\n".join(asked), *[""] * 7]

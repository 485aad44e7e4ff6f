"""An invented messy register as an xlsx: titles over merged heads, habits and all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from jiuye_cli.core.village.workbook import MessyWorkbook


def write_messy_workbook(path: Path, book: MessyWorkbook) -> Path:
    """Write the register as people make them, merged cells above the heads."""
    from xlsxwriter import Workbook

    with Workbook(path) as file:
        sheet = file.add_worksheet("台账")
        day = file.add_format({"num_format": "yyyy-m-d"})
        last = len(book.heads) - 1
        for line, text in enumerate(book.title):
            sheet.merge_range(line, 0, line, last, text)
        top = len(book.title)
        for text, first, end in book.above:
            sheet.merge_range(top, first, top, end, text)
        for n, row in enumerate((book.heads, *book.rows, *book.foot), top + 1):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(n, column, cell, day)
                elif isinstance(cell, int | float):
                    sheet.write_number(n, column, cell)
                elif cell:
                    sheet.write_string(n, column, cell)
    return path

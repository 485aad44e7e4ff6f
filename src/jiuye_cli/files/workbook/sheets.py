"""Spreadsheet files through calamine: xlsx, xlsm, xlsb, xls, et, ods. Runs in the child."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from jiuye_cli.errors import RefusedError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

LOCKED = "文件设了密码，打不开；请在 WPS 里去掉密码，另存一份再导"
BROKEN = "不是表格文件，或者文件坏了；请用 WPS 打开，另存为 .xlsx 再导"
MOST_BLANK_ROWS = 1_000
MOST_CELLS = 20_000_000
MOST_SHEETS = 200


def read_spreadsheet(path: Path, *, zipped: bool) -> dict[str, Any]:
    """The sheets of a spreadsheet file; `RefusedError` when it cannot be opened."""
    flaws: dict[str, list[tuple[int, int, str]]] = {}
    if zipped:
        from jiuye_cli.files.workbook.zip import check_zip, find_flaws

        check_zip(path)
        flaws = find_flaws(path)
    with _sentences(), path.open("rb") as file:
        return _sheets(file, flaws)


def _sheets(file: BinaryIO, flaws: Mapping[str, list[tuple[int, int, str]]]) -> dict[str, Any]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(file)
    sheets: list[dict[str, Any]] = []
    notes: list[str] = []
    for meta in book.sheets_metadata[:MOST_SHEETS]:
        if "WorkSheet" not in str(meta.typ):
            continue
        sheet = book.get_sheet_by_name(meta.name)
        rows, hidden = list(_rows(sheet)), not str(meta.visible).endswith(".Visible")
        sheets.append(
            {
                "name": meta.name,
                "rows": rows,
                "merged": _merged(sheet),
                "flaws": flaws.get(meta.name, []),
                "hidden": hidden,
            }
        )
        if hidden and rows:
            notes.append(f"有一张隐藏的表“{meta.name}”，没有看它；要导它请用 --sheet {meta.name}")
    return {"sheets": sheets, "notes": notes}


@contextmanager
def _sentences() -> Iterator[None]:
    """Turn the reader's faults into a sentence."""
    import python_calamine as reader

    try:
        yield
    except reader.PasswordError:
        raise RefusedError(LOCKED) from None
    except (reader.CalamineError, reader.ZipError, reader.XmlError, OSError, ValueError) as error:
        locked = "password" in str(error).lower() or "encrypt" in str(error).lower()
        raise RefusedError(LOCKED if locked else BROKEN) from None


def _rows(sheet: CalamineSheet) -> Iterator[list[Any]]:
    """Rows from the first one down; ends where a thousand rows in a row are empty."""
    left = [None] * (sheet.start[1] if sheet.start else 0)
    blank = cells = 0
    for row in sheet.iter_rows():
        trimmed = _trimmed(row)
        if not trimmed:
            blank += 1
            if blank >= MOST_BLANK_ROWS:
                return
            continue
        yield from ([] for _ in range(blank))
        blank = 0
        cells += len(trimmed)
        if cells > MOST_CELLS:
            raise RefusedError("表太大了；请把要用的部分单独存成一个文件")
        yield left + trimmed


def _trimmed(row: list[Any]) -> list[Any]:
    end = len(row)
    while end and row[end - 1] == "":
        end -= 1
    return [None if cell == "" else cell for cell in row[:end]]


def _merged(sheet: CalamineSheet) -> list[tuple[int, int, int, int]]:
    ranges = sheet.merged_cell_ranges or []
    return [(top, left, bottom, right) for (top, left), (bottom, right) in ranges]

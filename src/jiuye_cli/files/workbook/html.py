"""Tables saved as a web page: what many systems call .xls. Runs in the child."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from jiuye_cli.errors import RefusedError
from jiuye_cli.files.workbook.text import decoded

MOST_SPAN = 1_000
MOST_CELLS = 5_000_000


def read_html(content: bytes) -> dict[str, Any]:
    """One sheet a table of the page; `RefusedError` when it has none."""
    text = decoded(content)
    if "<table" not in text.lower():
        raise RefusedError("这是网页或 XML 表格，读不了；请用 WPS 打开，另存为 .xlsx 再导")
    reader = _Tables()
    reader.feed(text)
    reader.close()
    sheets = [
        {"name": f"表{number}", "rows": rows, "merged": merged, "flaws": [], "hidden": False}
        for number, (rows, merged) in enumerate(reader.tables, 1)
        if rows
    ]
    if not sheets:
        raise RefusedError("网页里没有表；请用 WPS 打开，另存为 .xlsx 再导")
    return {"sheets": sheets, "notes": []}


class _Tables(HTMLParser):
    """Collects the cells of every table; a table inside a table is read on its own."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[tuple[list[list[str | None]], list[tuple[int, int, int, int]]]] = []
        self._row = -1
        self._taken: set[tuple[int, int]] = set()
        self._cell: list[str] | None = None
        self._place = (0, 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell."""
        if tag == "table":
            self.tables.append(([], []))
            self._row, self._taken = -1, set()
        elif not self.tables:
            return
        elif tag == "tr":
            self._row += 1
            self.tables[-1][0].append([])
        elif tag in ("td", "th") and self._row >= 0:
            self._open_cell(dict(attrs))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close a cell; its text is all that stood in it."""
        if tag in ("td", "th", "tr", "table") and self._cell is not None:
            text = re.sub(r"[ \t\r\f\xa0]+", " ", "".join(self._cell)).strip()
            row, column = self._place
            line = self.tables[-1][0][row]
            line.extend([None] * (column + 1 - len(line)))
            line[column] = text or None
            self._cell = None

    def handle_data(self, data: str) -> None:
        """Text inside a cell."""
        if self._cell is not None:
            self._cell.append(data)

    def _open_cell(self, attrs: dict[str, str | None]) -> None:
        self.handle_endtag("td")
        column = 0
        while (self._row, column) in self._taken:
            column += 1
        deep, wide = _span(attrs.get("rowspan")), _span(attrs.get("colspan"))
        if len(self._taken) + deep * wide > MOST_CELLS:
            raise RefusedError("表太大了；请把要用的部分单独存成一个文件")
        self._taken |= {(self._row + r, column + c) for r in range(deep) for c in range(wide)}
        if deep > 1 or wide > 1:
            self.tables[-1][1].append((self._row, column, self._row + deep - 1, column + wide - 1))
        self._place, self._cell = (self._row, column), []


def _span(text: str | None) -> int:
    return min(max(int(text), 1), MOST_SPAN) if text and re.fullmatch(r"[0-9]{1,6}", text) else 1

"""Tables saved as text: comma, tab or semicolon; UTF-8, UTF-16 or GBK. Runs in the child."""

from __future__ import annotations

import csv
import io
from typing import Any

from jiuye_cli.errors import RefusedError

LARGEST_CELL = 1_000_000
PICTURES_AND_PAPERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"Rar!",
    b"7z\xbc\xaf",
    b"{\\rtf",
)
DELIMITERS = ",\t;|，"


def read_text(content: bytes, name: str) -> dict[str, Any]:
    """The one sheet of a CSV or tab-separated file; `RefusedError` when it is no text."""
    text = decoded(content)
    csv.field_size_limit(LARGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error:
        raise RefusedError("这个文件读不成表；请用 WPS 打开，另存为 .xlsx 再导") from None
    cells: list[list[str | None]] = [_trimmed(row) for row in rows]
    while cells and not cells[-1]:
        cells.pop()
    return {
        "sheets": [{"name": name, "rows": cells, "merged": [], "flaws": [], "hidden": False}],
        "notes": [],
    }


def decoded(content: bytes) -> str:
    """The text by its byte-order mark, as UTF-8 if it is that, else as GB18030.

    >>> decoded("姓名,电话".encode("gbk")), decoded("\\ufeff姓名".encode())
    ('姓名,电话', '姓名')
    """
    encodings: tuple[str, ...]
    if content.startswith(PICTURES_AND_PAPERS):
        raise RefusedError("不是表格文件；能导的是 .xlsx .xls .et .csv")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    elif b"\x00" in content[:4096]:
        raise RefusedError("不是表格文件；能导的是 .xlsx .xls .et .csv")
    else:
        # GB18030 reads nearly any UTF-8 without complaint, so UTF-8 comes first
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RefusedError("认不出里面的字；请用 WPS 打开，另存为 .xlsx 再导")


def _delimiter(text: str) -> str:
    """The sign that most lines have most often; one long note does not outvote the rest."""
    lines = [line for line in text.splitlines()[:40] if line.strip()]

    def usual(sign: str) -> tuple[int, int]:
        counts = sorted(line.count(sign) for line in lines) or [0]
        return counts[len(counts) // 2], counts[-1]

    return max(DELIMITERS, key=usual)


def _trimmed(row: list[str]) -> list[str | None]:
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return [cell if cell.strip() else None for cell in row[:end]]

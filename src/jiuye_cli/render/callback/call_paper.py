"""A day's sheet as files: a page for the browser, a PDF, a workbook to fill in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jiuye_cli.core.callback.handed.frozen import DaySheet, SheetRow
from jiuye_cli.errors import RefusedError

NAME = "回访名单"
KINDS = ("html", "pdf", "xlsx")
MOST_REASONS = 2
"""How many reasons a row on paper has room for, the heaviest."""

COLUMNS = "姓名、组、电话、住址、回访嘱咐"
"""What of a person stands on the paper, for the log of prints."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The files written, and a sentence for each that could not be."""

    files: tuple[Path, ...]
    problems: tuple[str, ...] = ()


def write_paper(
    sheet: DaySheet,
    village: str,
    folder: Path,
    templates: Sequence[Path],
    kinds: Collection[str] = KINDS,
) -> Printed:
    """Write the sheet into a folder; each file whole or not at all, readable by its owner only.

    Files that already say the same are left as they are. A PDF that cannot be made
    is a problem, not an error: the page stands alone.
    """
    from jiuye_cli.render.callback.sheet import call_sheet_page

    data = paper(sheet, village)
    html = call_sheet_page(data, templates)
    page = folder / f"{NAME}.html"
    is_same = page.is_file() and page.read_text("utf-8") == html
    written, problems = {}, []
    # The page goes last: while it is the old one, whatever was cut short is written again
    for kind in sorted(set(kinds), key=("pdf", "xlsx", "html").index):
        path = folder / f"{NAME}.{kind}"
        try:
            if not (is_same and path.is_file()):
                _write(kind, path, html, data)
            written[kind] = path
        except RefusedError as error:
            if kind != "pdf":
                raise
            problems.append(str(error))
    return Printed(tuple(written[kind] for kind in KINDS if kind in written), tuple(problems))


def _write(kind: str, path: Path, html: str, data: dict[str, Any]) -> None:
    if kind == "html":
        from jiuye_cli.render.paper.pdf import write_html

        write_html(html, path)
    elif kind == "pdf":
        from jiuye_cli.render.paper.pdf import write_pdf

        write_pdf(html, path)
    else:
        from jiuye_cli.render.workbooks.workbook import write_call_sheet

        write_call_sheet(path, data)


def paper(sheet: DaySheet, village: str) -> dict[str, Any]:
    """The sheet in the shape of `render.sheet.Sheet`: nothing in it is sensitive."""
    head, on_it = sheet.head, {row.person for row in sheet.rows}
    return {
        "title": NAME,
        "village": village,
        "for_date": head.for_date,
        "sheet_no": sheet.number,
        "printed_at": head.made_at[:16].replace("T", " "),
        "caller": "、".join(head.callers) or None,
        "rows": [_call(row, several=len(head.callers) > 1) for row in sheet.calls],
        "visits": [_visit(row) for row in sheet.visits],
        # Who stands on this sheet again is asked here; the rest may still lie on a desk
        "unreturned": [one for one in sheet.unreturned if one["id"] not in on_it],
        "warnings": list(head.warnings),
    }


def _code(row: SheetRow) -> str:
    return f"{row.code}.{row.seat}" if row.seat > 1 else row.code


def _call(row: SheetRow, *, several: bool) -> dict[str, Any]:
    reasons = [*row.reasons[:MOST_REASONS], *([row.advice] if row.advice else [])]
    reasons += [f"{row.caller}打"] if several and row.caller else []
    return {
        "row": _code(row),
        "name": row.name,
        "group": row.group_name,
        "phones": row.phones if row.seat == 1 else (f"同上 第{row.row:02d}行",),
        "last": row.last,
        "reasons": reasons,
        "ask": [{"question": a["question"], "money": a["money"] or None} for a in row.ask],
        "wish": row.wish,
        "cover": row.cover if row.seat == 1 else None,
    }


def _visit(row: SheetRow) -> dict[str, Any]:
    return {
        "row": _code(row),
        "name": row.name,
        "group": row.group_name,
        "address": row.address,
        "reasons": [row.place.split("，")[0], *row.reasons, *([row.advice] if row.advice else [])],
    }

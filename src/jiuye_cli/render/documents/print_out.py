"""Gathered papers as files: pages for the browser, PDFs, workbooks; each whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from jiuye_cli.errors import RefusedError
from jiuye_cli.render.documents.kinds import kind_of
from jiuye_cli.render.pdf import write_html, write_pdf


class Gathered(Protocol):
    """A paper's data under its file name; the rows and heads of its workbook, where it has one."""

    @property
    def stem(self) -> str: ...
    @property
    def data(self) -> Mapping[str, Any]: ...
    @property
    def heads(self) -> Sequence[str]: ...
    @property
    def rows(self) -> Sequence[Sequence[object]]: ...


def print_out(
    word: str,
    gathered: Sequence[Gathered],
    number: str,
    kinds: Sequence[str],
    folder: Path,
    templates: Sequence[Path],
    *,
    booklet: bool = False,
) -> tuple[list[Path], int | None, list[str]]:
    """Write each paper as the wanted kinds of file: the files, the pages of all PDFs, the problems.

    The page is written first; a PDF that cannot be made is a problem and the
    page stands alone. `booklet` imposes the PDF's pages for folding.
    """
    page = kind_of(word).page
    files: list[Path] = []
    problems: list[str] = []
    pages: int | None = None
    for one in gathered:
        html = page({**one.data, "print_id": number}, templates)
        if "html" in kinds or "pdf" in kinds:
            files.append(write_html(html, folder / f"{one.stem}.html"))
        if "pdf" in kinds:
            try:
                pages = (pages or 0) + write_pdf(html, folder / f"{one.stem}.pdf")
                files += _pdf_files(folder / f"{one.stem}.pdf", booklet=booklet)
            except RefusedError as error:
                problems.append(str(error))
        if "xlsx" in kinds and one.heads:
            files.append(_workbook(one, folder))
    return files, pages, problems


def _pdf_files(path: Path, *, booklet: bool) -> list[Path]:
    if not booklet:
        return [path]
    from jiuye_cli.render.booklet import write_booklet

    return [path, *write_booklet(path, path.with_name(f"{path.stem}-小册子.pdf"))]


def _workbook(one: Gathered, folder: Path) -> Path:
    from jiuye_cli.render.workbook import WorkSheet, write_workbook

    return write_workbook(folder / f"{one.stem}.xlsx", [WorkSheet(one.stem, one.heads, one.rows)])

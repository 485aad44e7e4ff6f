"""Gathered papers as files: pages for the browser, PDFs, workbooks; each whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from jiuye_cli.errors import RefusedError
from jiuye_cli.render.documents.kinds import kind_of
from jiuye_cli.render.paper.booklet import booklet_files
from jiuye_cli.render.paper.pdf import Document, bind, can_make_pdf, write_html

_BODY = re.compile(r"<body\b[^>]*>")
BY_GROUP = ("manual", "leaflet")
"""What is handed out person by person, and printed as one file a group of the village."""


class Gathered(Protocol):
    """A paper's data under its file name; the rows and heads of its workbook, where it has one.

    Papers of one `bundle`, if it is named, go into one file.
    """

    @property
    def stem(self) -> str: ...
    @property
    def data(self) -> Mapping[str, Any]: ...
    @property
    def heads(self) -> Sequence[str]: ...
    @property
    def rows(self) -> Sequence[Sequence[object]]: ...
    @property
    def bundle(self) -> str: ...


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Papers that go into one file."""

    stem: str
    papers: Sequence[Gathered]


def print_out(
    word: str,
    gathered: Sequence[Gathered],
    number: str,
    kinds: Sequence[str],
    folder: Path,
    templates: Sequence[Path],
    *,
    booklet: bool = False,
    progress: Callable[[int], None] | None = None,
) -> tuple[list[Path], int | None, list[str]]:
    """Write each paper as the wanted kinds of file: the files, the pages of all PDFs, the problems.

    The page is written first; a PDF that cannot be made is a problem and the
    page stands alone. Several manuals or leaflets go into one file a group.
    `booklet` imposes the PDF's pages for folding (large type is A4 and does not
    fold); `progress` is told how many papers are done.
    """
    files: list[Path] = []
    problems: list[str] = []
    pages: int | None = None
    done = 0
    for bundle in _bundles(word, gathered):
        documents = _documents(word, bundle, number, templates)
        if "html" in kinds or "pdf" in kinds:
            files.append(
                write_html(in_one([one.html for one in documents]), folder / f"{bundle.stem}.html")
            )
        if "pdf" in kinds:
            folded = booklet and not any(one.data.get("large") for one in bundle.papers)
            made, count, refused = _pdf(documents, folder / bundle.stem, booklet=folded)
            files += made
            problems += refused
            pages = (pages or 0) + count
        if "xlsx" in kinds:
            files += [_workbook(one, folder) for one in bundle.papers if one.heads]
        done += len(bundle.papers)
        if progress:
            progress(done)
    return files, pages, problems


def _bundles(word: str, gathered: Sequence[Gathered]) -> list[_Bundle]:
    if any(one.bundle for one in gathered):
        return _by_bundle(gathered)
    # Printed from the browser, one file would count its pages across people
    if word not in BY_GROUP or len(gathered) < 2 or not can_make_pdf():
        return [_Bundle(one.stem, [one]) for one in gathered]
    groups: dict[str, list[Gathered]] = {}
    for one in gathered:
        groups.setdefault(
            one.data.get("group") or ("政策" if "policy" in one.data else "没分组"), []
        ).append(one)
    name = kind_of(word).name
    return [_Bundle(f"{name}-{_file_name(group)}", papers) for group, papers in groups.items()]


def _by_bundle(gathered: Sequence[Gathered]) -> list[_Bundle]:
    together: dict[str, list[Gathered]] = {}
    for one in gathered:
        together.setdefault(one.bundle or one.stem, []).append(one)
    return [_Bundle(stem, papers) for stem, papers in together.items()]


def _file_name(text: str) -> str:
    """The text without what a file name on Windows or a stick may not hold.

    >>> _file_name("柳树屯/3组?")
    '柳树屯 3组'
    """
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", text).strip(" .") or "没分组"


def _documents(
    word: str, bundle: _Bundle, number: str, templates: Sequence[Path]
) -> list[Document]:
    data = [{**one.data, "print_id": number} for one in bundle.papers]
    if word == "manual":
        from jiuye_cli.render.documents.manual import manual_pages

        pages = manual_pages(data, templates)
    else:
        pages = [kind_of(word).page(one, templates) for one in data]
    return [Document(one.stem, html) for one, html in zip(bundle.papers, pages, strict=True)]


def in_one(pages: Sequence[str]) -> str:
    """Pages one behind the other in one page of HTML; all have the first one's style."""
    first, *others = pages
    bodies = (_BODY.split(html, maxsplit=1)[-1].partition("</body>")[0] for html in others)
    behind = "".join(f'<div class="new-page">{body}</div>\n' for body in bodies)
    return first.replace("</body>", behind + "</body>")


def _pdf(
    documents: Sequence[Document], stem: Path, *, booklet: bool
) -> tuple[list[Path], int, list[str]]:
    files = booklet_files(stem) if booklet else {"flat": stem.with_name(f"{stem.name}.pdf")}
    try:
        outcomes = bind(documents, files)
    except RefusedError as error:
        return [], 0, [str(error)]
    pages = sum(one.pages for one in outcomes)
    made = list(files.values()) if pages else []
    return made, pages, [one.problem for one in outcomes if one.problem]


def _workbook(one: Gathered, folder: Path) -> Path:
    from jiuye_cli.render.workbooks.workbook import WorkSheet, write_workbook

    return write_workbook(folder / f"{one.stem}.xlsx", [WorkSheet(one.stem, one.heads, one.rows)])

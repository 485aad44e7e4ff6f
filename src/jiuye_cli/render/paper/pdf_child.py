"""The process in which pages are laid out: C++ that may crash takes nobody with it.

Standard input carries one JSON object `{documents: [[name, html] …], files: {kind:
path}}`; each file is written, and standard output answers with the page counts of
the documents. The kinds of file: `flat` pages one behind the other, `both` the
sides of a booklet, `fronts` and `backs` for printers that print on one side only.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jiuye_cli.render.paper.booklet import A4, sides
from jiuye_cli.render.paper.child import limit_memory
from jiuye_cli.render.paper.fonts import font_config

if TYPE_CHECKING:
    from plutoprint import Book, PDFCanvas

MEGABYTES = 3072
_NOWHERE = (
    "http://jiuye.invalid/"  # links inside a page resolve against it; nothing is ever fetched
)


def main() -> None:
    """Lay out everything that was asked for, and answer with the page counts."""
    limit_memory(MEGABYTES)
    job = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        font_config(Path(folder))
        os.environ["FONTCONFIG_PATH"] = folder
        os.environ["FONTCONFIG_FILE"] = str(Path(folder) / "fonts.conf")
        counts = _done(job["documents"], job["files"])
    json.dump(counts, sys.stdout)


def _done(documents: Sequence[tuple[str, str]], files: Mapping[str, str]) -> list[int]:
    if len(documents) == 1 and list(files) == ["flat"]:
        return [_single(documents[0][1], files["flat"])]
    return _bound(documents, files)


def _single(html: str, path: str) -> int:
    """One document in one file, with its links, its page numbers in the contents and bookmarks."""
    pages = _written(html, path)
    if "data-page-of=" not in html:
        return pages
    from jiuye_cli.render.paper.contents import add_bookmarks, with_page_numbers

    # The numbers may move a line; one more look settles it
    for _ in range(2):
        numbered = with_page_numbers(html, path)
        pages = _written(numbered, path)
        if with_page_numbers(html, path) == numbered:
            break
    add_bookmarks(html, path)
    return pages


def _written(html: str, path: str) -> int:
    book = _laid_out(html)
    book.write_to_pdf(path)
    return int(book.get_page_count())


def _laid_out(html: str) -> Book:
    import plutoprint

    plutoprint.plutobook_set_fontconfig_path(os.environ["FONTCONFIG_PATH"])

    class Nothing(plutoprint.ResourceFetcher):
        """Fetches nothing: a printed page is whole in itself, and there is no network."""

        def fetch_url(self, url: str) -> Any:
            return plutoprint.ResourceData(b"", "text/plain", "utf-8")

    book = plutoprint.Book()
    book.custom_resource_fetcher = Nothing()
    book.load_html(html, base_url=_NOWHERE)
    # The same page twice is the same file
    book.set_metadata(plutoprint.PDF_METADATA_CREATION_DATE, "")
    return book


def _bound(documents: Sequence[tuple[str, str]], files: Mapping[str, str]) -> list[int]:
    """Many documents in one file, each numbered for itself; the fonts are shared."""
    import plutoprint

    landscape = plutoprint.PageSize(*A4)
    counts = []
    with ExitStack() as stack:
        canvases = {}
        for kind, path in files.items():
            canvas = plutoprint.PDFCanvas(path, landscape)
            canvas.set_metadata(plutoprint.PDF_METADATA_CREATION_DATE, "")
            canvases[kind] = stack.enter_context(canvas)
        for _, html in documents:
            book = _laid_out(html)
            counts.append(int(book.get_page_count()))
            for kind, canvas in canvases.items():
                _draw(book, canvas, kind)
    if "flat" in files:
        from jiuye_cli.render.paper.contents import add_starts

        add_starts(files["flat"], [name for name, _ in documents], counts)
    return counts


def _draw(book: Book, canvas: PDFCanvas, kind: str) -> None:
    pages = int(book.get_page_count())
    if kind == "flat":
        for page in range(pages):
            canvas.set_size(book.get_page_size_at(page))
            _place(book, canvas, page, 0)
            canvas.show_page()
        return
    wanted = {"both": slice(None), "fronts": slice(0, None, 2), "backs": slice(1, None, 2)}[kind]
    for halves in sides(pages)[wanted]:
        for number, across in zip(halves, (0.0, A4[0] / 2), strict=True):
            if number is not None:
                _place(book, canvas, number - 1, across)
        canvas.show_page()


def _place(book: Book, canvas: PDFCanvas, page: int, across: float) -> None:
    """Draw a page, `across` points from the left."""
    from plutoprint import UNITS_PX

    canvas.save_state()
    canvas.translate(across, 0)
    canvas.scale(UNITS_PX, UNITS_PX)  # books measure in CSS pixels, canvases in points
    book.render_page(canvas, page)
    canvas.restore_state()


if __name__ == "__main__":
    main()

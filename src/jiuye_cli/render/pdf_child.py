"""The process in which pages are laid out: C++ that may crash takes nobody with it.

Standard input carries a JSON list of `[html, path]`; each PDF is written under
its path, and standard output answers with the list of their page counts.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from jiuye_cli.render.child import limit_memory
from jiuye_cli.render.fonts import font_config

MEGABYTES = 3072
_NOWHERE = (
    "http://jiuye.invalid/"  # links inside a page resolve against it; nothing is ever fetched
)


def main() -> None:
    """Lay out every page that was asked for, and answer with the page counts."""
    limit_memory(MEGABYTES)
    jobs = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        font_config(Path(folder))
        os.environ["FONTCONFIG_PATH"] = folder
        os.environ["FONTCONFIG_FILE"] = str(Path(folder) / "fonts.conf")
        counts = [_printed(html, path) for html, path in jobs]
    json.dump(counts, sys.stdout)


def _printed(html: str, path: str) -> int:
    pages = lay_out(html, path)
    if "data-page-of=" not in html:
        return pages
    from jiuye_cli.render.contents import add_bookmarks, with_page_numbers

    # The numbers may move a line; one more look settles it
    for _ in range(2):
        numbered = with_page_numbers(html, path)
        pages = lay_out(numbered, path)
        if with_page_numbers(html, path) == numbered:
            break
    add_bookmarks(html, path)
    return pages


def lay_out(html: str, path: str) -> int:
    """Lay out one page of HTML as a PDF under `path`; how many pages it has."""
    import plutoprint

    plutoprint.plutobook_set_fontconfig_path(os.environ["FONTCONFIG_PATH"])

    class Nothing(plutoprint.ResourceFetcher):
        """Fetches nothing: a printed page is whole in itself, and there is no network."""

        def fetch_url(self, url: str) -> plutoprint.ResourceData:
            return plutoprint.ResourceData(b"", "text/plain", "utf-8")

    book = plutoprint.Book()
    book.custom_resource_fetcher = Nothing()
    book.load_html(html, base_url=_NOWHERE)
    # The same page twice is the same file
    book.set_metadata(plutoprint.PDF_METADATA_CREATION_DATE, "")
    book.write_to_pdf(path)
    return int(book.get_page_count())


if __name__ == "__main__":
    main()

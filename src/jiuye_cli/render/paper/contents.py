"""Page numbers in a table of contents, and the bookmarks beside the page.

A template writes `<span data-page-of="id"></span>` where the number goes and
links to `#id`; the numbers are read off a first layout.
"""

from __future__ import annotations

import html as markup
import re
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfReader

_PLACE = re.compile(r'data-page-of="([^"]*)"')
_HEADING = re.compile(r'<h([1-3])\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


def with_page_numbers(html: str, path: str) -> str:
    """The page with the numbers of its contents, as the PDF under `path` has them."""
    from pypdf import PdfReader

    numbers = _pages(PdfReader(path))
    return _PLACE.sub(
        lambda found: f'{found.group()} data-p="{numbers.get(markup.unescape(found[1]), "")}"', html
    )


def add_bookmarks(html: str, path: str) -> None:
    """Give the PDF under `path` a bookmark for each heading that its contents lists."""
    from pypdf import PdfReader, PdfWriter

    numbers = _pages(PdfReader(path))
    writer = PdfWriter(clone_from=path)
    above: dict[int, Any] = {}
    for level, place, words in _HEADING.findall(html):
        page = numbers.get(markup.unescape(place))
        if page is not None:
            depth = int(level)
            above = {one: parent for one, parent in above.items() if one < depth}
            parent = above[max(above)] if above else None
            above[depth] = writer.add_outline_item(
                title=_words(words), page_number=page - 1, parent=parent
            )
    writer.write(path)


def add_starts(path: str, names: Sequence[str], counts: Sequence[int]) -> None:
    """Give the PDF under `path` a bookmark where each of its documents begins."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=path)
    starts = accumulate(counts, initial=0)
    for name, start in zip(names, starts, strict=False):
        writer.add_outline_item(title=name, page_number=start)
    writer.write(path)


def _words(inner: str) -> str:
    return " ".join(markup.unescape(re.sub(r"<[^>]*>", " ", inner)).split())


def _pages(document: PdfReader) -> Mapping[str, int]:
    """The page (1 for the first) on which each named place stands."""
    return {
        str(name): number + 1
        for name, place in document.named_destinations.items()
        if (number := document.get_destination_page_number(place)) is not None
    }

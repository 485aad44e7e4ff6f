"""A5 pages laid two by two on A4, so that the folded pile is a booklet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from jiuye_cli.render.files import part_beside, settle

if TYPE_CHECKING:
    from pypdf import PdfReader, PdfWriter

Side: TypeAlias = tuple[int | None, int | None]
"""The page numbers (1 for the first) on the left and right half of a side; None is left blank."""

A4 = (841.89, 595.28)  # points, landscape

HOW_TO_PRINT = (
    "双面打印机：打“双面”那份，选“双面打印、短边翻转”，对折装订。",
    "单面打印机：先打“单数面”，整叠翻过来放回纸盒，再打“双数面”；头一回先拿第一张纸试。",
)


def sides(pages: int) -> list[Side]:
    """What goes on each side of the paper, front and back in turn, for so many A5 pages.

    >>> sides(4)
    [(4, 1), (2, 3)]
    >>> sides(5)
    [(None, 1), (2, None), (None, 3), (4, 5)]
    """
    last = -(-pages // 4) * 4
    plan: list[Side] = []
    for sheet in range(last // 4):
        front = (last - 2 * sheet, 2 * sheet + 1)
        back = (2 * sheet + 2, last - 2 * sheet - 1)
        plan += [_within(front, pages), _within(back, pages)]
    return plan


def _within(side: tuple[int, int], pages: int) -> Side:
    left, right = side
    return (left if left <= pages else None, right if right <= pages else None)


def join(parts: Iterable[tuple[str, Path]], target: Path) -> int:
    """Put PDFs one behind the other under `target`, each with a bookmark; the pages in all."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for name, path in parts:
        start = len(writer.pages)
        writer.append(PdfReader(path), import_outline=False)
        writer.add_outline_item(title=name, page_number=start)
    _write(writer, target)
    return len(writer.pages)


def impose(parts: Sequence[tuple[str, Path]], stem: Path) -> list[Path]:
    """Make booklets of A5 PDFs: `stem-双面.pdf`, `stem-单数面.pdf`, `stem-双数面.pdf`.

    Each part is a booklet of its own, its pages filled up to a multiple of four.
    """
    from pypdf import PdfReader, PdfWriter

    both, fronts, backs = PdfWriter(), PdfWriter(), PdfWriter()
    for name, path in parts:
        start = len(both.pages)
        pages = _as_forms(both, PdfReader(path))
        for side in sides(len(pages)):
            _add_side(both, [pages[number - 1] if number else None for number in side])
        both.add_outline_item(title=name, page_number=start)
    for at, page in enumerate(both.pages):
        (backs if at % 2 else fronts).add_page(page)
    files = [stem.with_name(f"{stem.name}-{kind}.pdf") for kind in ("双面", "单数面", "双数面")]
    for writer, file in zip((both, fronts, backs), files, strict=True):
        _write(writer, file)
    return files


def _as_forms(writer: PdfWriter, reader: PdfReader) -> list[Any]:
    """Each page as a drawing that can be placed anywhere, its fonts shared within the part."""
    from pypdf.generic import NameObject, StreamObject

    forms = []
    for page in reader.pages:
        contents = page.get_contents()
        form = StreamObject()
        form.set_data(b"" if contents is None else contents.get_data())
        form[NameObject("/Type")] = NameObject("/XObject")
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/BBox")] = page.mediabox.clone(writer)
        form[NameObject("/Resources")] = page["/Resources"].clone(writer)
        forms.append(writer._add_object(form.flate_encode()))
    return forms


def _add_side(writer: PdfWriter, halves: Sequence[Any]) -> None:
    from pypdf.generic import DictionaryObject, NameObject, StreamObject

    page = writer.add_blank_page(*A4)
    drawn = DictionaryObject()
    lines = []
    for name, form, across in zip(("/L", "/R"), halves, (0, A4[0] / 2), strict=True):
        if form is not None:
            drawn[NameObject(name)] = form
            lines.append(f"q 1 0 0 1 {across:.3f} 0 cm {name} Do Q")
    content = StreamObject()
    content.set_data("\n".join(lines).encode("ascii"))
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})
    page[NameObject("/Contents")] = writer._add_object(content)


def _write(writer: PdfWriter, target: Path) -> None:
    part = part_beside(target)
    try:
        writer.write(part)
        settle(part, target)
    finally:
        part.unlink(missing_ok=True)

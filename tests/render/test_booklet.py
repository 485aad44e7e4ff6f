"""A5 pages on A4 paper: every page once, in the order in which a folded pile is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from jiuye_cli.render.paper.booklet import A4, booklet_files, sides
from jiuye_cli.render.paper.pdf import Document, Outcome, bind, can_make_pdf

PAGE = '<section style="break-before:page"><p>%s</p></section>'
HTML = "<!doctype html><html><head><style>@page{size:148mm 210mm;margin:10mm}html{font-family:jiuye-song}</style></head><body>%s</body></html>"


def folded(plan: list[tuple[int | None, int | None]]) -> list[int | None]:
    """The pages in the order in which the folded, nested pile is leafed through."""
    first: list[int | None] = []
    last: list[int | None] = []
    for at, (left, right) in enumerate(plan):
        if at % 2 == 0:
            first.append(right)
            last.insert(0, left)
        else:
            first.append(left)
            last.insert(0, right)
    return first + last


@given(st.integers(0, 200))
def test_a_folded_pile_reads_from_the_first_page_to_the_last(pages: int) -> None:
    read = folded(sides(pages))
    assert read[:pages] == list(range(1, pages + 1))
    assert set(read[pages:]) <= {None}
    assert len(read) % 4 == 0
    assert len(read) - pages < 4


@pytest.mark.parametrize(
    ("pages", "plan"),
    [
        (1, [(None, 1), (None, None)]),
        (4, [(4, 1), (2, 3)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
    ],
)
def test_what_stands_on_each_side(pages: int, plan: list[tuple[int | None, int | None]]) -> None:
    assert sides(pages) == plan


@pytest.fixture
def two_booklets(tmp_path: Path) -> dict[str, Path]:
    """Six pages of 甲 and four of 乙, in every way they can be bound."""
    if not can_make_pdf():
        pytest.skip("no layout engine on this machine")
    documents = [
        Document(name, HTML % "".join(PAGE % f"{name}{n + 1}" for n in range(count)))
        for name, count in (("甲", 6), ("乙", 4))
    ]
    files = booklet_files(tmp_path / "手册")
    assert bind(documents, files) == [Outcome("甲", 6), Outcome("乙", 4)]
    return files


def words(path: Path) -> list[list[str]]:
    return [page.extract_text().split() for page in PdfReader(path).pages]


def test_each_person_is_a_booklet_of_its_own(two_booklets: dict[str, Path]) -> None:
    both = words(two_booklets["both"])
    assert both == [
        ["甲1"],
        ["甲2"],
        ["甲6", "甲3"],
        ["甲4", "甲5"],
        ["乙4", "乙1"],
        ["乙2", "乙3"],
    ]
    assert words(two_booklets["fronts"]) == both[::2]
    assert words(two_booklets["backs"]) == both[1::2]
    boxes = {
        tuple(round(float(side)) for side in page.mediabox[2:])
        for page in PdfReader(two_booklets["both"]).pages
    }
    assert boxes == {tuple(map(round, A4))}


def test_the_flat_file_has_the_pages_in_reading_order(two_booklets: dict[str, Path]) -> None:
    assert [page[0] for page in words(two_booklets["flat"])] == [
        *(f"甲{n}" for n in range(1, 7)),
        *(f"乙{n}" for n in range(1, 5)),
    ]
    boxes = {
        tuple(round(float(side)) for side in page.mediabox[2:])
        for page in PdfReader(two_booklets["flat"]).pages
    }
    assert boxes == {(420, 595)}

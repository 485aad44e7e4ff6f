"""A5 pages on A4 paper: every page once, in the order in which a folded pile is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from jiuye_cli.render.booklet import A4, impose, join, sides
from jiuye_cli.render.pdf import can_make_pdf, write_pdf

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
def two_booklets(tmp_path: Path) -> list[tuple[str, Path]]:
    if not can_make_pdf():
        pytest.skip("no layout engine on this machine")
    parts = []
    for name, count in (("甲", 6), ("乙", 4)):
        path = tmp_path / f"{name}.pdf"
        write_pdf(HTML % "".join(PAGE % f"{name}{n + 1}" for n in range(count)), path)
        parts.append((name, path))
    return parts


def words(path: Path) -> list[list[str]]:
    return [page.extract_text().split() for page in PdfReader(path).pages]


def test_each_person_is_a_booklet_of_its_own(
    tmp_path: Path, two_booklets: list[tuple[str, Path]]
) -> None:
    both, fronts, backs = impose(two_booklets, tmp_path / "手册")
    assert [one.name for one in (both, fronts, backs)] == [
        "手册-双面.pdf",
        "手册-单数面.pdf",
        "手册-双数面.pdf",
    ]
    assert words(both) == [
        ["甲1"],
        ["甲2"],
        ["甲6", "甲3"],
        ["甲4", "甲5"],
        ["乙4", "乙1"],
        ["乙2", "乙3"],
    ]
    assert words(fronts) == words(both)[::2]
    assert words(backs) == words(both)[1::2]
    document = PdfReader(both)
    assert {
        tuple(round(float(side), 2) for side in page.mediabox[2:]) for page in document.pages
    } == {A4}
    assert [item.title for item in document.outline] == ["甲", "乙"]  # type: ignore[union-attr]


def test_joined_manuals_stand_one_behind_the_other(
    tmp_path: Path, two_booklets: list[tuple[str, Path]]
) -> None:
    assert join(two_booklets, tmp_path / "全组.pdf") == 10
    assert [page[0] for page in words(tmp_path / "全组.pdf")] == [
        *(f"甲{n}" for n in range(1, 7)),
        *(f"乙{n}" for n in range(1, 5)),
    ]


def test_an_empty_page_may_be_imposed(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(419.53, 595.28)
    writer.write(tmp_path / "x.pdf")
    both, _, _ = impose([("空", tmp_path / "x.pdf")], tmp_path / "手册")
    assert len(PdfReader(both).pages) == 2

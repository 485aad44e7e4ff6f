"""Gathered paper as a reader sees it: nothing cut, lost, torn apart or badly broken, here and in a browser."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from papers.conftest import PAGES
from render.looking import (
    MM,
    SeenPage,
    chromium,
    needs_chromium,
    needs_poppler,
    outside,
    overlaps,
    pages_of,
    printed_text,
    squeezed,
    texts_of,
)

from jiuye_cli.render.documents.print_out import in_one
from jiuye_cli.render.paper.fonts import missing_glyphs
from jiuye_cli.render.paper.pdf import Document, bind, can_make_pdf

pytestmark = [
    pytest.mark.page,
    needs_poppler,
    pytest.mark.skipif(not can_make_pdf(), reason="no layout engine on this machine"),
]
Pages = dict[str, list[str]]
FOOT = {"policies": 27.0, "public": 24.0}
"""Millimetres at the bottom that hold the page's foot, where they are not the usual ones."""
USUAL_FOOT = 12.5
MAY_NOT_BEGIN = re.compile("^[，。；：、！？）》”’…％]")
MAY_NOT_END = re.compile("[（《“‘]$")
TORN = re.compile(r"\d$")
UNIT = re.compile("^(元|个月|人|岁|号|次)")
HEADING = re.compile(r"<h[23][^>]*>(.*?)</h[23]>")
FORMS = ("claim", "registration", "public")
"""What must be one page a person; the leaflets too."""


@pytest.fixture(scope="module")
def printed(pages: Pages, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A PDF of each kind."""
    folder = tmp_path_factory.mktemp("printed")
    found = {}
    for kind in PAGES:
        found[kind] = folder / f"{kind}.pdf"
        outcomes = bind([Document(kind, html) for html in pages[kind]], {"flat": found[kind]})
        assert [one.problem for one in outcomes] == [""] * len(pages[kind])
    return found


@pytest.mark.parametrize("kind", PAGES)
def test_gathered_paper_is_printed_as_it_was_written(
    pages: Pages, printed: dict[str, Path], kind: str
) -> None:
    seen = pages_of(printed[kind])
    assert [overlaps(one) + outside(one) for one in seen] == [[]] * len(seen)
    lines = [line for one in seen for line in one.lines]
    assert [line for line in lines if MAY_NOT_BEGIN.search(line) or MAY_NOT_END.search(line)] == []
    told = printed_text(printed[kind], FOOT.get(kind, USUAL_FOOT))
    wanted = [words for html in pages[kind] for words in texts_of(html)]
    assert [words for words in wanted if words not in told] == []


@pytest.mark.parametrize("kind", PAGES)
def test_every_character_has_a_glyph(pages: Pages, kind: str) -> None:
    assert [missing_glyphs(html) for html in pages[kind]] == [{}] * len(pages[kind])


@pytest.mark.parametrize("kind", PAGES)
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    pages: Pages, printed: dict[str, Path], kind: str
) -> None:
    headings = {squeezed(re.sub("<.*?>", "", one)) for html in pages[kind] for one in HEADING.findall(html)}  # fmt: skip
    last = [_last_line(one, FOOT.get(kind, USUAL_FOOT)) for one in pages_of(printed[kind])]
    assert [line for line in last if line in headings] == []


def _last_line(page: SeenPage, foot: float) -> str:
    """The lowest line of a page that is not its foot, without blanks."""
    edge = page.height - foot * MM
    above = [word for word in page.words if word.bottom < edge]
    lowest = max((word.bottom for word in above), default=0.0)
    return squeezed("".join(word.text for word in above if word.bottom > lowest - 4))


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_ends_in_a_number_whose_unit_stands_on_the_next_line(
    printed: dict[str, Path], kind: str
) -> None:
    for page in pages_of(printed[kind]):
        pairs = pairwise(page.lines)
        assert [pair for pair in pairs if TORN.search(pair[0]) and UNIT.search(pair[1])] == []


@pytest.mark.parametrize("kind", PAGES)
def test_no_character_stands_alone_on_the_last_line_of_a_text(
    pages: Pages, printed: dict[str, Path], kind: str
) -> None:
    pieces = (piece for html in pages[kind] for piece in re.split("<[^>]*>", html))
    written = {word.strip() for piece in pieces for word in re.split("[　（]", piece)}
    lines = {line for page in pages_of(printed[kind]) for line in page.lines}
    alone = {line for line in lines if re.fullmatch("[\u3400-\u9fff][。；：]?", line)}
    assert alone - written == set()


@pytest.mark.parametrize("kind", ["leaflet", *FORMS])
def test_a_form_is_one_page_a_person(pages: Pages, printed: dict[str, Path], kind: str) -> None:
    assert len(pages_of(printed[kind])) == len(pages[kind])


def test_rows_to_write_in_have_room_for_a_ballpoint(printed: dict[str, Path]) -> None:
    labels = ["性别", "身份证号", "民族", "文化程度", "户口性质", "户籍地", "常住地", "原单位"]
    first = pages_of(printed["registration"])[0]
    tops = sorted({round(word.top) for word in first.words if word.text in labels})
    gaps = [(below - above) / MM for above, below in pairwise(tops)]
    assert min(gaps) >= 8


@needs_chromium
@pytest.mark.parametrize("kind", ["manual", *(pytest.param(one, marks=pytest.mark.prove) for one in PAGES if one != "manual")])  # fmt: skip
def test_the_browser_prints_the_same_chinese(
    pages: Pages, printed: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    page, pdf = tmp_path / "x.html", tmp_path / "browser.pdf"
    page.write_text(in_one(pages[kind]), encoding="utf-8")
    chromium(["--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()], tmp_path)
    seen = pages_of(pdf)
    # Chromium sets neighbouring punctuation closer than its boxes
    assert [overlaps(one, slack=7) for one in seen] == [[]] * len(seen)
    foot = FOOT.get(kind, USUAL_FOOT)
    theirs, ours = (_chinese(printed_text(path, foot)) for path in (pdf, printed[kind]))
    wanted = [_chinese(words) for html in pages[kind] for words in texts_of(html)]
    assert [words for words in wanted if words not in theirs or words not in ours] == []
    # Heads are printed again where a table goes on, and the two break pages in other places
    assert set(theirs) == set(ours)


def _chinese(text: str) -> str:
    return "".join(re.findall("[\u3400-\u9fff]", text))

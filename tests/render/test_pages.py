"""The printed pages as a reader sees them: nothing cut, overlapping, lost or badly broken."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from render import document_samples as documents
from render.looking import (
    MM,
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
from render.samples import FOLDERS, call_sheet

from jiuye_cli.render.documents.kinds import KINDS, kind_of
from jiuye_cli.render.paper.pdf import can_make_pdf, write_pdf

pytestmark = [
    pytest.mark.page,
    needs_poppler,
    pytest.mark.skipif(not can_make_pdf(), reason="no layout engine on this machine"),
]

SIZED: dict[str, Any] = {
    "callbacks": call_sheet,
    "roster": documents.roster,
    "signin": documents.sign_in,
    "bus": documents.bus,
    "assessment": documents.assessment,
    "lists": documents.lists,
    "public": documents.public,
    "policies": documents.policy_book,
}
SINGLE = [kind.word for kind in KINDS if kind.word not in SIZED]
CASES = [
    *((word, 0) for word in SINGLE),
    *(
        (word, people)
        for word in SIZED
        for people in (1, 12, 200)
        if (word, people) != ("policies", 200)
    ),
]
FOOT = {"policies": 27.0}  # millimetres at the bottom that hold the page's foot
MAY_NOT_BEGIN = re.compile("^[，。；：、！？）》”’…％]")
MAY_NOT_END = re.compile("[（《“‘]$")


def html_of(word: str, people: int) -> str:
    data = SIZED[word](people) if word in SIZED else documents.SAMPLES[word]
    return kind_of(word).page(data, FOLDERS)


@pytest.mark.parametrize(("word", "people"), CASES)
def test_a_page_is_printed_as_it_was_written(tmp_path: Path, word: str, people: int) -> None:
    html = html_of(word, people)
    path = tmp_path / "x.pdf"
    count = write_pdf(html, path)
    pages = pages_of(path)
    assert len(pages) == count
    assert [overlaps(page) for page in pages] == [[]] * count
    assert [outside(page) for page in pages] == [[]] * count
    assert [line for page in pages for line in page.lines if MAY_NOT_BEGIN.search(line)] == []
    assert [line for page in pages for line in page.lines if MAY_NOT_END.search(line)] == []
    printed = printed_text(path, FOOT.get(word, 12.5))
    assert [text for text in texts_of(html) if text not in printed] == []
    assert [page for page in pages if not page.words] == []


def test_our_eyes_see_overlaps_cut_words_and_lost_text(tmp_path: Path) -> None:
    page = (
        '<!doctype html><html lang="zh-CN"><head><style>@page{size:A4;margin:0}html{font-family:jiuye-song}'
        "div{position:absolute;white-space:nowrap}</style></head><body>%s</body></html>"
    )
    bad = (
        '<div style="left:30mm;top:30mm">王广军的电话</div><div style="left:38mm;top:30mm">李小明</div>'
        '<div style="left:200mm;top:60mm">纸边上的字</div><div style="left:30mm;top:90mm">，开头</div>'
    )
    write_pdf(page % bad, tmp_path / "x.pdf")
    seen = pages_of(tmp_path / "x.pdf")[0]
    assert overlaps(seen) != []
    assert any("纸边" in word for word in outside(seen))
    assert any(MAY_NOT_BEGIN.search(line) for line in seen.lines)
    assert "没印出来" not in printed_text(tmp_path / "x.pdf", 0)


@pytest.mark.parametrize("large", [False, True])
def test_a_manual_is_printed_as_it_was_written_in_either_size(tmp_path: Path, large: bool) -> None:
    html = kind_of("manual").page(documents.manual(large=large), FOLDERS)
    count = write_pdf(html, tmp_path / "x.pdf")
    pages = pages_of(tmp_path / "x.pdf")
    assert count == (8 if large else 9)
    assert round(pages[0].width / MM) == (210 if large else 148)
    assert [overlaps(page) + outside(page) for page in pages] == [[]] * count
    printed = printed_text(tmp_path / "x.pdf", 12.5)
    assert [text for text in texts_of(html) if text not in printed] == []


def test_a_handbook_in_large_type_keeps_everything(tmp_path: Path) -> None:
    html = kind_of("policies").page(documents.policy_book(6, large=True), FOLDERS)
    write_pdf(html, tmp_path / "x.pdf")
    pages = pages_of(tmp_path / "x.pdf")
    assert [overlaps(page) + outside(page) for page in pages] == [[]] * len(pages)
    printed = printed_text(tmp_path / "x.pdf", 20)
    assert [text for text in texts_of(html) if text not in printed] == []


def test_a_long_list_repeats_its_heads_and_splits_no_row(tmp_path: Path) -> None:
    write_pdf(html_of("callbacks", 200), tmp_path / "x.pdf")
    pages = pages_of(tmp_path / "x.pdf")
    calls = [page for page in pages if any("这次为什么打" in word.text for word in page.words)]
    rows = [
        [
            word.text
            for word in sorted(page.words, key=lambda word: word.top)
            if re.fullmatch(r"\d{2,3}[a-p]", word.text)
        ]
        for page in calls
    ]
    assert [row for page in rows for row in page] == [
        row["row"].partition("-")[2] for row in call_sheet(200)["rows"]
    ]
    assert all(10 <= len(page) <= 12 for page in rows[:-1])
    for page, numbers in zip(calls[:-1], rows, strict=False):
        assert sum(word.text == "备注" for word in page.words) == 1
        assert sum("未就业" in word.text for word in page.words) == len(numbers)


@needs_chromium
def test_no_cell_runs_over_in_the_browser(tmp_path: Path) -> None:
    frames = []
    for kind in KINDS:
        (tmp_path / f"{kind.word}.html").write_text(html_of(kind.word, 12), encoding="utf-8")
        frames.append(
            f'<iframe id="{kind.word}" src="{kind.word}.html" width="1200" height="800"></iframe>'
        )
    count = (
        "<script>onload = () => document.body.dataset.wide = [...document.querySelectorAll('iframe')].flatMap("
        "f => [...f.contentDocument.querySelectorAll('td,th,.item,.say')]"
        ".filter(c => c.scrollWidth > c.clientWidth + 1).map(c => f.id + ' ' + c.textContent.trim())).join('|') || 'none'"
        "</script>"
    )
    (tmp_path / "all.html").write_text("<body>" + "".join(frames) + count, encoding="utf-8")
    page = (tmp_path / "all.html").as_uri()
    seen = chromium(["--allow-file-access-from-files", "--dump-dom", page], tmp_path)
    assert re.findall('data-wide="(.*?)"', seen) == ["none"]


SHORT_FORM = ("callbacks", "manual", "policies", "weekly")
"""Printed by the browser in every run; the other kinds in the long proofs."""


@needs_chromium
@pytest.mark.parametrize(
    "word",
    [
        kind.word if kind.word in SHORT_FORM else pytest.param(kind.word, marks=pytest.mark.prove)
        for kind in KINDS
    ],
)
def test_the_browser_prints_the_same_words(tmp_path: Path, word: str) -> None:
    html = html_of(word, 12)
    page, pdf = tmp_path / "x.html", tmp_path / "browser.pdf"
    page.write_text(html, encoding="utf-8")
    chromium(["--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()], tmp_path)
    pages = pages_of(pdf)
    # Chromium sets neighbouring punctuation closer than its boxes
    assert [overlaps(one, slack=7) for one in pages] == [[]] * len(pages)
    printed = squeezed(printed_text(pdf, FOOT.get(word, 12.5)))
    assert [text for text in texts_of(html) if text not in printed] == []

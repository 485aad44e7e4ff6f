"""Papers become files: the page first, then what can be made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from render.document_samples import SAMPLES, manual
from render.samples import FOLDERS

from jiuye_cli.render.documents.print_out import print_out
from jiuye_cli.render.paper import pdf
from jiuye_cli.render.paper.pdf import can_make_pdf

pytestmark = pytest.mark.skipif(not can_make_pdf(), reason="no layout engine on this machine")


@dataclass(frozen=True)
class Gathered:
    stem: str
    data: dict[str, Any]
    heads: Sequence[str] = ()
    rows: Sequence[Sequence[object]] = ()
    bundle: str = ""


def names(files: Sequence[Path]) -> list[str]:
    return [path.name for path in files]


def test_a_paper_is_a_page_a_pdf_and_a_workbook(tmp_path: Path) -> None:
    paper = Gathered("花名册", SAMPLES["roster"], ["姓名"], [["王广军"]])
    files, pages, problems = print_out(
        "roster", [paper], "P000007", ["html", "pdf", "xlsx"], tmp_path, FOLDERS
    )
    assert (names(files), pages, problems) == (["花名册.html", "花名册.pdf", "花名册.xlsx"], 1, [])
    assert "编号 P000007" in files[0].read_text(encoding="utf-8")
    assert sorted(names(files)) == sorted(path.name for path in tmp_path.iterdir())


def test_the_manuals_of_a_village_are_one_file_a_group(tmp_path: Path) -> None:
    people = [
        manual(number) | {"group": group}
        for number, group in ((1, "1组"), (2, "2/组"), (3, "1组"), (4, None))
    ]
    gathered = [Gathered(f"帮扶手册-{one['name']}", one) for one in people]
    told: list[int] = []
    files, pages, problems = print_out(
        "manual", gathered, "P000007", ["pdf"], tmp_path, FOLDERS, progress=told.append
    )
    assert names(files) == [
        *("帮扶手册-1组.html", "帮扶手册-1组.pdf"),
        *("帮扶手册-2 组.html", "帮扶手册-2 组.pdf"),
        *("帮扶手册-没分组.html", "帮扶手册-没分组.pdf"),
    ]
    assert (pages, problems, told) == (36, [], [2, 3, 4])
    assert len(PdfReader(files[1]).pages) == 18
    html = files[0].read_text(encoding="utf-8")
    assert (html.count('<section class="cover">'), html.count('<div class="new-page">')) == (2, 1)


def test_a_booklet_comes_flat_and_in_passes(tmp_path: Path) -> None:
    files, pages, _ = print_out(
        "manual", [Gathered("帮扶手册", manual())], "P1", ["pdf"], tmp_path, FOLDERS, booklet=True
    )
    assert pages == 9
    assert [(path.name, len(PdfReader(path).pages)) for path in files[1:]] == [
        ("帮扶手册.pdf", 9),
        ("帮扶手册-双面.pdf", 6),
        ("帮扶手册-单数面.pdf", 3),
        ("帮扶手册-双数面.pdf", 3),
    ]


def test_where_no_pdf_can_be_made_the_page_stands_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    files, pages, problems = print_out(
        "plan", [Gathered("帮扶方案", SAMPLES["plan"])], "P1", ["html", "pdf"], tmp_path, FOLDERS
    )
    assert (names(files), pages, problems) == (["帮扶方案.html"], 0, [pdf.PRINT_FROM_BROWSER])

"""Hostile names through every way out: terminal, CSV, JSON, workbook, page."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
import unicodedata
import zipfile
from pathlib import Path

import pytest
from render.hostile import hostile_names
from render.samples import FOLDERS, call_sheet

from jiuye_cli.render.callback.sheet import call_sheet_page
from jiuye_cli.render.csv_ import csv_text
from jiuye_cli.render.json_ import dumps
from jiuye_cli.render.screen.table import Screen, table_text
from jiuye_cli.render.workbooks.workbook import WorkSheet, write_workbook

SHORT = hostile_names(300, seed=11)


@pytest.fixture(params=[SHORT, pytest.param(None, marks=pytest.mark.prove)], ids=["300", "10000"])
def names(request: pytest.FixtureRequest) -> list[str]:
    return request.param or hostile_names(10_000, seed=12)


def live(text: str) -> list[str]:
    """What moves, hides or turns text, line ends of ours aside."""
    return [
        char
        for char in text
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in "\r\n\ufeff"
    ]


def test_nothing_live_reaches_a_terminal(names: list[str]) -> None:
    rows = [[name, 1] for name in names]
    for screen in (Screen(), Screen(columns=80, encoding="gbk"), Screen(columns=80, drawn=True)):
        text = table_text(("姓名", "数"), rows, screen)
        assert live(text) == []
        text.encode(screen.encoding)


def test_nothing_live_and_no_formula_stands_in_a_csv(names: list[str]) -> None:
    text = csv_text(("姓名",), [[name] for name in names])
    assert live(text) == []
    cells = [row[0] if row else "" for row in csv.reader(io.StringIO(text[1:]))]
    assert len(cells) == len(names) + 1
    assert [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@")] == []


def test_json_says_every_name_back_and_holds_nothing_live(names: list[str]) -> None:
    text = dumps(names)
    assert live(text) == []
    assert [name.encode("utf-16", "surrogatepass") for name in json.loads(text)] == [
        name.encode("utf-16", "surrogatepass") for name in names
    ]


def test_a_workbook_of_them_has_no_formula_and_nothing_live(
    tmp_path: Path, names: list[str]
) -> None:
    path = write_workbook(
        tmp_path / "x.xlsx", [WorkSheet("名册", ("姓名",), [[name] for name in names])]
    )
    with zipfile.ZipFile(path) as book:
        for part in book.namelist():
            text = book.read(part).decode("utf-8")
            assert live(text) == []
            assert not re.search(r"<f[ >]", text)


def test_a_page_of_them_has_no_markup_and_nothing_live(names: list[str]) -> None:
    sheet = call_sheet(1)
    row = sheet["rows"][0]
    sheet["rows"] = [
        copy.copy(row) | {"name": name + "<img src=x onerror=1>", "wish": name} for name in names
    ]
    html = call_sheet_page(sheet, FOLDERS)
    assert live(html) == []
    assert "<img" not in html

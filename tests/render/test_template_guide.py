"""The guide to templates says what is so: its files, its ways of writing, its names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from render.samples import FOLDERS, SHIPPED, call_sheet

from jiuye_cli.render.documents import manual as manuals
from jiuye_cli.render.paper.engine import FILTERS
from jiuye_cli.render.paper.template import render

GUIDE = (Path(__file__).parents[2] / "docs" / "模板指南.md").read_text(encoding="utf-8")
ROW = call_sheet(1)["rows"][0] | {"rows": call_sheet(2)["rows"], "for_date": "2026-11-23"}


def test_every_shipped_file_is_named() -> None:
    shipped = {
        str(path.relative_to(SHIPPED))
        for path in SHIPPED.rglob("*")
        if path.suffix in (".html", ".css")
    }
    assert {name for name in shipped if name.replace("\\", "/") not in GUIDE} == set()


def test_every_way_of_writing_prints_what_the_guide_says(tmp_path: Path) -> None:
    table = re.findall(r"^\| `(\{\{.*?\}\})` \| (.*?) \|$", GUIDE, re.M)
    exact = [
        (way.replace("\\|", "|"), said)
        for way, said in table
        if "“" not in said and "连成" not in said
    ]
    assert {name for name in FILTERS if not any(f"|{name}" in way for way, _ in exact)} == set()
    for way, said in exact:
        (tmp_path / "页.html").write_text(way, encoding="utf-8")
        assert re.sub("<.*?>", "", render("页.html", ROW, [tmp_path])) == said


@pytest.mark.parametrize("example", re.findall(r"```html\n(.*?)```", GUIDE, re.S))
def test_every_example_of_the_guide_can_be_typed_as_it_stands(tmp_path: Path, example: str) -> None:
    (tmp_path / "页.html").write_text(example, encoding="utf-8")
    assert render("页.html", ROW, [tmp_path, *FOLDERS]).strip()


def test_the_names_in_a_manual_are_those_that_the_guide_lists() -> None:
    part = GUIDE.partition("## 帮扶手册里有什么")[2].partition("\n别的纸")[0]
    listed = set(re.findall(r"`(\w+)`", part))
    assert listed == set(_names(manuals.Manual))


def _names(shape: Any) -> set[str]:
    """The keys of a shape and of the records inside it."""
    from typing import get_args, get_type_hints, is_typeddict

    found: set[str] = set()
    for key, hint in get_type_hints(shape).items():
        found.add(key)
        for inner in (hint, *get_args(hint)):
            if is_typeddict(inner):
                found |= _names(inner)
    return found


def test_its_pictures_are_there() -> None:
    folder = Path(__file__).parents[2] / "docs"
    assert [
        name for name in re.findall(r"!\[.*?\]\((.*?)\)", GUIDE) if not (folder / name).is_file()
    ] == []

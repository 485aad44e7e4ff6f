"""PDF from the same HTML that the browser shows, in a process of its own, without a network."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from jiuye_cli.errors import RefusedError
from jiuye_cli.render.child import Ended, run_module
from jiuye_cli.render.files import part_beside, reason, settle, write_file
from jiuye_cli.render.fonts import missing_glyphs

SECONDS = 60.0  # for the first document of a batch, and less for each further one
SECONDS_A_DOCUMENT = 5.0
BATCH = 50

PRINT_FROM_BROWSER = (
    "这台电脑上做不了 PDF。请双击打开 HTML 文件，在浏览器里按 Ctrl+P 打印："
    "纸张选 A4，边距选“默认”，把“页眉和页脚”的勾去掉。"
)


@dataclass(frozen=True, slots=True)
class Page:
    """One document to print: its HTML, and where the PDF goes."""

    html: str
    path: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a page: its number of pages, or the sentence that says why it was not printed."""

    path: Path
    pages: int = 0
    problem: str = ""


def can_make_pdf() -> bool:
    """Whether this machine has the layout engine and its fonts; if not, show `PRINT_FROM_BROWSER`."""
    return all(find_spec(name) is not None for name in ("plutoprint", "pylopdf_fonts_zh_cn"))


def write_html(html: str, path: Path) -> Path:
    """Write the page for the browser, whole or not at all, readable by its owner only."""
    return write_file(path, html)


def write_pdf(html: str, path: Path) -> int:
    """Lay the page out as a PDF under `path`; how many pages it has.

    RefusedError where there is no engine, where a character has no glyph, or
    where the layout fails; a file already there then stays as it was.
    """
    outcome = write_pdfs([Page(html, path)])[0]
    if outcome.problem:
        raise RefusedError(outcome.problem)
    return outcome.pages


def write_pdfs(
    pages: Sequence[Page], *, progress: Callable[[int], None] | None = None
) -> list[Outcome]:
    """Lay out many, and say of each what became of it; `progress` is told how many are done.

    One that fails does not keep the others from being printed. RefusedError
    where there is no engine at all, or no room to write.
    """
    if not can_make_pdf():
        raise RefusedError(PRINT_FROM_BROWSER)
    outcomes: list[Outcome] = []
    for start in range(0, len(pages), BATCH):
        outcomes += _batch(pages[start : start + BATCH])
        if progress:
            progress(len(outcomes))
    return outcomes


def _batch(pages: Sequence[Page]) -> list[Outcome]:
    refused = {page.path: problem for page in pages if (problem := _missing(page))}
    printed = iter(_laid_out([page for page in pages if page.path not in refused]))
    return [
        Outcome(page.path, problem=refused[page.path]) if page.path in refused else next(printed)
        for page in pages
    ]


def _missing(page: Page) -> str:
    lacking = missing_glyphs(page.html)
    if not lacking:
        return ""
    words = "；".join(
        f"“{char}”（U+{ord(char):04X}，在“{where}”里）" for char, where in lacking.items()
    )
    return (
        f"{page.path.name} 没有印成 PDF：字库里没有 {words}。"
        "请核对这个字；确实是这个字的，打开 HTML 用浏览器打印，或空出来用笔写。"
    )


def _laid_out(pages: Sequence[Page]) -> list[Outcome]:
    if not pages:
        return []
    parts: list[Path] = []
    try:
        for page in pages:
            page.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            parts.append(part_beside(page.path))
        task = json.dumps([[page.html, str(part)] for page, part in zip(pages, parts, strict=True)])
        seconds = SECONDS + SECONDS_A_DOCUMENT * (len(pages) - 1)
        ended = run_module("jiuye_cli.render.pdf_child", task.encode("utf-8"), seconds=seconds)
        if ended.code != 0:
            return _one_by_one(pages, ended)
        for part, page in zip(parts, pages, strict=True):
            settle(part, page.path)
    except OSError as error:
        raise RefusedError(f"写不了 {pages[0].path.parent}：{reason(error)}") from error
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    counts = json.loads(ended.out)
    return [Outcome(page.path, int(count)) for page, count in zip(pages, counts, strict=True)]


def _one_by_one(pages: Sequence[Page], ended: Ended) -> list[Outcome]:
    """After a crash: find out which page it was, and print the others."""
    if len(pages) > 1:
        return [outcome for page in pages for outcome in _laid_out([page])]
    fault = "排版太久，停下了" if ended.code is None else "排版中途出错"
    name = pages[0].path.name
    return [
        Outcome(
            pages[0].path,
            problem=f"{name} 没有印成 PDF：{fault}。HTML 已经写好，可以用浏览器打开打印。",
        )
    ]

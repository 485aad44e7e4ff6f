"""PDF from the same HTML that the browser shows, in a process of its own, without a network."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from jiuye_cli.errors import RefusedError
from jiuye_cli.render.child import Ended, run_module
from jiuye_cli.render.files import part_beside, settle, write_file
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
    return write_pdfs([Page(html, path)])[0]


def write_pdfs(
    pages: Sequence[Page], *, progress: Callable[[int], None] | None = None
) -> list[int]:
    """Like `write_pdf` for many; `progress` is told how many are done."""
    if not can_make_pdf():
        raise RefusedError(PRINT_FROM_BROWSER)
    counts: list[int] = []
    for start in range(0, len(pages), BATCH):
        batch = pages[start : start + BATCH]
        for page in batch:
            _refuse_missing(page)
        counts += _laid_out(batch)
        if progress:
            progress(len(counts))
    return counts


def _refuse_missing(page: Page) -> None:
    lacking = missing_glyphs(page.html)
    if lacking:
        words = "；".join(
            f"“{char}”（U+{ord(char):04X}，在“{where}”里）" for char, where in lacking.items()
        )
        raise RefusedError(
            f"{page.path.name} 没有印成 PDF：字库里没有 {words}。"
            "请核对这个字；确实是这个字的，打开 HTML 用浏览器打印，或空出来用笔写。"
        )


def _laid_out(batch: Sequence[Page]) -> list[int]:
    parts: list[Path] = []
    try:
        for page in batch:
            page.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            parts.append(part_beside(page.path))
        task = json.dumps([[page.html, str(part)] for page, part in zip(batch, parts, strict=True)])
        seconds = SECONDS + SECONDS_A_DOCUMENT * (len(batch) - 1)
        ended = run_module("jiuye_cli.render.pdf_child", task.encode("utf-8"), seconds=seconds)
        counts = _counts(ended, batch)
        for part, page in zip(parts, batch, strict=True):
            settle(part, page.path)
        return counts
    except OSError as error:
        raise RefusedError(f"写不了 {batch[0].path.parent}：{error.strerror}") from error
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _counts(ended: Ended, batch: Sequence[Page]) -> list[int]:
    if ended.code == 0:
        return [int(count) for count in json.loads(ended.out)]
    if len(batch) > 1:  # find out which one it was; the others are printed
        return [count for page in batch for count in _laid_out([page])]
    fault = "排版太久，停下了" if ended.code is None else "排版中途出错"
    raise RefusedError(
        f"{batch[0].path.name} 没有印成 PDF：{fault}。HTML 已经写好，可以用浏览器打开打印。"
    )

"""PDF from the same HTML that the browser shows, in a process of its own, without a network."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from jiuye_cli.errors import RefusedError
from jiuye_cli.render.files import part_beside, reason, settle, write_file
from jiuye_cli.render.paper.child import Ended, run_module
from jiuye_cli.render.paper.fonts import missing_glyphs

SECONDS = 60.0  # for the first document, and less for each further one
SECONDS_A_DOCUMENT = 5.0

PRINT_FROM_BROWSER = (
    "这台电脑上做不了 PDF。请双击打开 HTML 文件，在浏览器里按 Ctrl+P 打印："
    "纸张选 A4，边距选“默认”，把“页眉和页脚”的勾去掉。"
)


@dataclass(frozen=True, slots=True)
class Document:
    """One document to print: its name (for bookmarks and complaints) and its HTML."""

    name: str
    html: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document: its number of pages, or the sentence that says why it was not printed."""

    name: str
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
    outcome = bind([Document(path.name, html)], {"flat": path})[0]
    if outcome.problem:
        raise RefusedError(outcome.problem)
    return outcome.pages


def bind(documents: Sequence[Document], files: Mapping[str, Path]) -> list[Outcome]:
    """Print documents one behind the other, each with page numbers of its own.

    `files` says which files are wanted: `flat` the pages in reading order, `both`
    A5 pages as a booklet on A4, `fronts` and `backs` the same for one-sided
    printers. A document that cannot be printed is left out, and its outcome says
    why. RefusedError where there is no engine, or no room to write.
    """
    if not can_make_pdf():
        raise RefusedError(PRINT_FROM_BROWSER)
    problems = {at: words for at, one in enumerate(documents) if (words := _missing(one))}
    counts = _laid_out(documents, problems, files)
    while counts is None:
        known = len(problems)
        problems |= _culprits(documents, problems)
        if len(problems) == known:
            raise RefusedError("排版中途出错，PDF 没有做成。HTML 已经写好，可以用浏览器打开打印。")
        counts = _laid_out(documents, problems, files)
    printed = iter(counts)
    return [
        Outcome(one.name, problem=problems[at])
        if at in problems
        else Outcome(one.name, next(printed))
        for at, one in enumerate(documents)
    ]


def _missing(document: Document) -> str:
    lacking = missing_glyphs(document.html)
    if not lacking:
        return ""
    words = "；".join(
        f"“{char}”（U+{ord(char):04X}，在“{where}”里）" for char, where in lacking.items()
    )
    return (
        f"{document.name} 没有印成 PDF：字库里没有 {words}。"
        "请核对这个字；确实是这个字的，打开 HTML 用浏览器打印，或空出来用笔写。"
    )


def _laid_out(
    documents: Sequence[Document], problems: Mapping[int, str], files: Mapping[str, Path]
) -> list[int] | None:
    """The page counts of the documents that have no problem; None where the layout failed."""
    good = [one for at, one in enumerate(documents) if at not in problems]
    if not good:
        return []
    parts: dict[str, Path] = {}
    try:
        for kind, path in files.items():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            parts[kind] = part_beside(path)
        ended = _run(good, parts)
        if ended.code != 0:
            return None
        for kind, part in parts.items():
            _refuse_torn(part, files[kind])
            settle(part, files[kind])
    except OSError as error:
        raise RefusedError(
            f"写不了 {next(iter(files.values())).parent}：{reason(error)}"
        ) from error
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return [int(count) for count in json.loads(ended.out)]


def _refuse_torn(part: Path, path: Path) -> None:
    """The engine says nothing of a full disk: a file without its end is not whole."""
    with part.open("rb") as file:
        file.seek(max(0, part.stat().st_size - 1024))
        if b"%%EOF" not in file.read():
            raise RefusedError(f"写不了 {path}：写到一半停了，多半是磁盘满了；原来的文件没有动。")


def _run(documents: Sequence[Document], files: Mapping[str, Path]) -> Ended:
    job = {
        "documents": [(one.name, one.html) for one in documents],
        "files": {kind: str(path) for kind, path in files.items()},
    }
    seconds = SECONDS + SECONDS_A_DOCUMENT * (len(documents) - 1)
    payload = json.dumps(job).encode("utf-8")
    return run_module("jiuye_cli.render.paper.pdf_child", payload, seconds=seconds)


def _culprits(documents: Sequence[Document], problems: Mapping[int, str]) -> dict[int, str]:
    """After a failure: which documents fail when laid out alone, and the sentence for each."""
    found = {}
    with TemporaryDirectory() as folder:
        for at, one in enumerate(documents):
            if at not in problems:
                ended = _run([one], {"flat": Path(folder) / "alone.pdf"})
                if ended.code != 0:
                    fault = "排版太久，停下了" if ended.code is None else "排版中途出错"
                    found[at] = (
                        f"{one.name} 没有印成 PDF：{fault}。HTML 已经写好，可以用浏览器打开打印。"
                    )
    return found

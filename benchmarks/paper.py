"""Paper: a call sheet of 200 rows, and the manuals of a village, beside Chromium on the same HTML.

python benchmarks/paper.py [manuals]

The manuals are bound in groups of 200, flat, and then flat with the three files
for folding. Memory is the peak of the largest child process; Chromium has
several more. Chromium gets our fonts and no others.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing import Process
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from render.document_samples import manual
from render.samples import FOLDERS, call_sheet

from jiuye_cli.render.booklet import booklet_files
from jiuye_cli.render.documents.manual import manual_pages
from jiuye_cli.render.fonts import font_config
from jiuye_cli.render.pdf import Document, bind, write_pdf
from jiuye_cli.render.sheet import call_sheet_page
from jiuye_cli.render.workbook import write_call_sheet

GROUP = 200
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


def main(people: int) -> None:
    """One line a measurement, each in a process of its own."""
    print("what                            pages   seconds  pages/s  peak MiB        bytes")
    for name, measured in (
        ("call sheet 200, HTML", _sheet_html),
        ("call sheet 200, xlsx", _sheet_workbook),
        ("call sheet 200, PDF", _sheet_pdf),
        ("call sheet 200, Chromium", _sheet_chromium),
        (f"{people} manuals, HTML", lambda folder: _manuals_html(folder, people)),
        (f"{people} manuals, flat PDF", lambda folder: _manuals_pdf(folder, people, folded=False)),
        (
            f"{people} manuals, flat and folded",
            lambda folder: _manuals_pdf(folder, people, folded=True),
        ),
        (f"{people} manuals, Chromium", lambda folder: _manuals_chromium(folder, people)),
    ):
        if CHROMIUM or "Chromium" not in name:
            child = Process(target=_measure, args=(name, measured))
            child.start()
            child.join()


def _measure(name: str, measured: Callable[[Path], tuple[float, int]]) -> None:
    with tempfile.TemporaryDirectory() as text:
        folder = Path(text)
        seconds, pages = measured(folder)
        size = sum(path.stat().st_size for path in folder.glob("out*/*"))
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024
    rate = f"{pages / seconds:.0f}" if pages else ""
    print(
        f"{name:<30}  {pages or '':>5}  {seconds:>8.2f}  {rate:>7}  {peak:>8.0f}  {size:>11,}",
        flush=True,
    )


def _out(folder: Path) -> Path:
    out = folder / "out"
    out.mkdir()
    return out


def _sheet_html(folder: Path) -> tuple[float, int]:
    start = time.perf_counter()
    (_out(folder) / "x.html").write_text(call_sheet_page(call_sheet(200), FOLDERS))
    return time.perf_counter() - start, 0


def _sheet_workbook(folder: Path) -> tuple[float, int]:
    start = time.perf_counter()
    write_call_sheet(_out(folder) / "x.xlsx", call_sheet(200))
    return time.perf_counter() - start, 0


def _sheet_pdf(folder: Path) -> tuple[float, int]:
    html = call_sheet_page(call_sheet(200), FOLDERS)
    start = time.perf_counter()
    pages = write_pdf(html, _out(folder) / "x.pdf")
    return time.perf_counter() - start, pages


def _sheet_chromium(folder: Path) -> tuple[float, int]:
    return _chromium(folder, [call_sheet_page(call_sheet(200), FOLDERS)])


def _groups(people: int) -> list[list[str]]:
    numbers = range(people)
    return [
        manual_pages([manual(number) for number in numbers[at : at + GROUP]], FOLDERS)
        for at in range(0, people, GROUP)
    ]


def _manuals_html(folder: Path, people: int) -> tuple[float, int]:
    start = time.perf_counter()
    out = _out(folder)
    for number, pages in enumerate(_groups(people)):
        (out / f"{number}.html").write_text("".join(pages))
    return time.perf_counter() - start, 0


def _manuals_pdf(folder: Path, people: int, *, folded: bool) -> tuple[float, int]:
    groups, out = _groups(people), _out(folder)
    start = time.perf_counter()
    pages = 0
    for number, group in enumerate(groups):
        files = booklet_files(out / str(number))
        wanted = files if folded else {"flat": files["flat"]}
        pages += sum(one.pages for one in bind([Document("x", html) for html in group], wanted))
    return time.perf_counter() - start, pages


def _manuals_chromium(folder: Path, people: int) -> tuple[float, int]:
    return _chromium(folder, [_joined(group) for group in _groups(people)])


def _joined(pages: list[str]) -> str:
    bodies = [page.partition("<body>")[2].partition("</body>")[0] for page in pages]
    return pages[0].partition("<body>")[0] + "<body>" + "".join(bodies) + "</body></html>"


def _chromium(folder: Path, documents: list[str]) -> tuple[float, int]:
    from pypdf import PdfReader

    out = _out(folder)
    font_config(folder)
    environment = os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder}/c",
    ]
    seconds = 0.0
    for number, html in enumerate(documents):
        (folder / "x.html").write_text(html, encoding="utf-8")
        start = time.perf_counter()
        command = [str(CHROMIUM), *flags, f"--print-to-pdf={out}/{number}.pdf", f"{folder}/x.html"]
        subprocess.run(command, capture_output=True, check=True, env=environment)
        seconds += time.perf_counter() - start
    return seconds, sum(len(PdfReader(path).pages) for path in out.iterdir())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)

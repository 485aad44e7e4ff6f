"""Paper: a call sheet of 200 rows, and `print manual` for a village, beside Chromium on the same HTML.

python benchmarks/paper.py [people]

The village is invented: everybody has a file and months of calls, every second
person an offer of three posts. `print manual` runs as it is typed, from the
database to one file a group; what its pages hold is gathered, judged and summed
up for each person. Chromium gets the HTML of the first group alone, with our
fonts and no others; its figure for the whole village is that, scaled by pages,
and the line says so. Memory is the peak of the largest process; Chromium has
several more.
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

from render.samples import FOLDERS, call_sheet
from villages import TODAY, make_village

from jiuye_cli.render.callback.sheet import call_sheet_page
from jiuye_cli.render.paper.fonts import font_config
from jiuye_cli.render.paper.pdf import write_pdf
from jiuye_cli.render.workbooks.workbook import write_call_sheet

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


def main(people: int) -> None:
    """One line a measurement, each in a process of its own."""
    print("what                            pages   seconds  pages/s  peak MiB        bytes")
    for name, measured in (
        ("call sheet 200, HTML", _sheet_html),
        ("call sheet 200, xlsx", _sheet_workbook),
        ("call sheet 200, PDF", _sheet_pdf),
        ("call sheet 200, Chromium", _sheet_chromium),
    ):
        if CHROMIUM or "Chromium" not in name:
            _alone(name, measured)
    with tempfile.TemporaryDirectory() as text:
        home = Path(text) / "jiuye"
        make_village(home, people)
        _offer_posts(home)
        for name, words in (("HTML", ["--html"]), ("PDF", ["--pdf"]), ("folded", ["--pdf", "--booklet"])):  # fmt: skip
            shutil.rmtree(home / "out", ignore_errors=True)
            _alone(f"{people} manuals, {name}", lambda _, words=words: _print(home, words))
        if CHROMIUM:
            _alone(f"{people} manuals, Chromium *", lambda folder: _chromium_slice(folder, home))
            print("* the first group alone, seconds and bytes scaled by pages")


def _alone(name: str, measured: Callable[[Path], tuple[float, int, int]]) -> None:
    child = Process(target=_measure, args=(name, measured))
    child.start()
    child.join()


def _measure(name: str, measured: Callable[[Path], tuple[float, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as text:
        seconds, pages, size = measured(Path(text))
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


def _size(folder: Path, ending: str = "*") -> int:
    return sum(path.stat().st_size for path in folder.rglob(f"*.{ending}"))


def _sheet_html(folder: Path) -> tuple[float, int, int]:
    out, start = _out(folder), time.perf_counter()
    (out / "x.html").write_text(call_sheet_page(call_sheet(200), FOLDERS))
    return time.perf_counter() - start, 0, _size(out)


def _sheet_workbook(folder: Path) -> tuple[float, int, int]:
    out, start = _out(folder), time.perf_counter()
    write_call_sheet(out / "x.xlsx", call_sheet(200))
    return time.perf_counter() - start, 0, _size(out)


def _sheet_pdf(folder: Path) -> tuple[float, int, int]:
    html, out = call_sheet_page(call_sheet(200), FOLDERS), _out(folder)
    start = time.perf_counter()
    pages = write_pdf(html, out / "x.pdf")
    return time.perf_counter() - start, pages, _size(out)


def _sheet_chromium(folder: Path) -> tuple[float, int, int]:
    return _chromium(folder, call_sheet_page(call_sheet(200), FOLDERS))


def _offer_posts(home: Path) -> None:
    """Three posts named to every second person, as a slip does."""
    from datetime import datetime, timedelta
    from datetime import time as clock

    from jiuye_cli.actions.safe.village import open_posts
    from jiuye_cli.core.posts.post import Rung
    from jiuye_cli.core.referral.referral import Batch, Referral
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.file.operation import operation
    from jiuye_cli.store.tables.posts import BATCH, REFERRAL
    from jiuye_cli.workspace import Workspace

    conn = connect(Workspace(home).database)
    open_posts(conn, 40, TODAY, who="演示")
    numbers = [number for (number,) in conn.execute("SELECT id FROM person WHERE id % 2 = 0")]
    due = TODAY + timedelta(days=7)
    with operation(conn, "推荐", who="演示", at=datetime.combine(TODAY, clock(9))) as change:
        for number in numbers:
            slip = BATCH.insert(change.conn, Batch(number, TODAY))
            for at in range(3):
                post = (number // 2 + 13 * at) % 40 + 1
                one = Referral(slip, number, post, Rung.LOCAL, TODAY, due)
                REFERRAL.insert(change.conn, one)
    conn.close()


def _print(home: Path, words: list[str]) -> tuple[float, int, int]:
    """`print manual` as it is typed: wall time, pages, bytes of what was asked for."""
    import json

    environment = os.environ | {"JIUYE_HOME": str(home), "JIUYE_TODAY": TODAY.isoformat()}
    command = [sys.executable, "-m", "jiuye_cli", "print", "manual", *words, "--json"]
    start = time.perf_counter()
    said = subprocess.run(command, capture_output=True, check=True, env=environment)
    seconds = time.perf_counter() - start
    told = json.loads(said.stdout)
    kind = "html" if words == ["--html"] else "pdf"
    return seconds, told["pages"] or 0, _size(home / "out", kind)


def _chromium_slice(folder: Path, home: Path) -> tuple[float, int, int]:
    """The first group's HTML through Chromium, scaled to the pages of the village."""
    from pypdf import PdfReader

    seconds, pages, size = _chromium(folder, _first(home, "html").read_text(encoding="utf-8"))
    whole = sum(len(PdfReader(path).pages) for path in _flat(home))
    share = len(PdfReader(_flat(home)[0]).pages) / whole
    return seconds / share, round(pages / share), round(size / share)


def _flat(home: Path) -> list[Path]:
    return sorted(path for path in (home / "out").rglob("*组.pdf"))


def _first(home: Path, ending: str) -> Path:
    return _flat(home)[0].with_suffix(f".{ending}")


def _chromium(folder: Path, html: str) -> tuple[float, int, int]:
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
    (folder / "x.html").write_text(html, encoding="utf-8")
    start = time.perf_counter()
    command = [str(CHROMIUM), *flags, f"--print-to-pdf={out}/x.pdf", f"{folder}/x.html"]
    subprocess.run(command, capture_output=True, check=True, env=environment)
    seconds = time.perf_counter() - start
    return seconds, len(PdfReader(out / "x.pdf").pages), _size(out)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)

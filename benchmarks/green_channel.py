"""The green channel: 1,419 people from the plant's workbook to printed forms and served windows.

    python benchmarks/green_channel.py [people served]

Whole processes: `green start`, `print registration` (HTML, then HTML and PDF), one
`green done`. In one process, as `green go` does it: people served one after the
other, with the rules read once. Keys are those that `green go` asks for.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

PLANT = Path(__file__).parents[1] / "tests" / "data" / "rosters" / "分流职工花名册.xls"
DAY = "2026-11-23"
PRACTISED, SLOW = 0.28, 1.2
"""Seconds a key takes a practised typist, and one who looks for each (keystroke-level model)."""

WAYS = (
    ("下一位，材料都齐", ["", "1", ""]),
    ("打尾号找人，材料都齐", ["7812", "1", ""]),
    ("打尾号找人，缺一样", ["7812", "1", "2"]),
)
"""What is typed for one person: who, whether they want work, which papers lack; Enter after each."""


def main(served: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "jiuye"
        environment = {**os.environ, "JIUYE_HOME": str(home), "JIUYE_TODAY": DAY}
        jiuye = [sys.executable, "-m", "jiuye_cli"]
        took([*jiuye, "init", "--village", "楼山街道", "--region", "山东/青岛/李沧"], environment)
        print("step                          seconds  peak MiB")
        line(
            "green start (1,419 rows)",
            *took([*jiuye, "green", "start", str(PLANT), "非因本人意愿失业=是"], environment),
        )
        line(
            "print registration, HTML",
            *took([*jiuye, "print", "registration", "--html"], environment),
        )
        line(
            "print registration, HTML+PDF",
            *took([*jiuye, "print", "registration", "--html", "--pdf"], environment),
        )
        pages = sum(pdf_pages(path) for path in (home / "out" / DAY).glob("*.pdf"))
        one = [took([*jiuye, "green", "done", "就业意愿=有"], environment) for _ in range(5)]
        line(
            "green done, one command", statistics.median(t for t, _ in one), max(p for _, p in one)
        )
        seconds, left = serve(home, served)
        print(f"\nPDF pages                     {pages}")
        print(
            f"green go, a person (machine)  {seconds * 1000:.0f} ms over {served} people; {left} left"
        )
        print("\nkeys a person        keys  practised s  slow s")
        for name, words in WAYS:
            keys = sum(len(word) + 1 for word in words)
            print(f"{name}\t{keys:>3}  {keys * PRACTISED:>10.1f}  {keys * SLOW:>6.1f}")


def line(name: str, seconds: float, peak: float) -> None:
    """One line of the table."""
    print(f"{name:<29} {seconds:>7.2f}  {peak:>8.0f}")


def serve(home: Path, count: int) -> tuple[float, int]:
    """Seconds a person takes the machine at the window, and how many still wait then."""
    os.environ |= {"JIUYE_HOME": str(home), "JIUYE_TODAY": DAY}
    from jiuye_cli.actions.course.green import on_the_table, standing
    from jiuye_cli.actions.course.green import serve as one_pass
    from jiuye_cli.actions.people.change import typed_values
    from jiuye_cli.cli import desk
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.policy.bench import bench

    rules, judges = course_rules(), bench()
    now = datetime.fromisoformat(f"{DAY}T08:30")
    values = typed_values(["就业意愿=有"], {}, "")
    begun = time.perf_counter()
    for at in range(count):
        with desk.reading() as conn:
            card = on_the_table(conn, judges, rules, desk.today())
        assert card is not None
        lacking = ["2"] if at % 10 == 9 else []
        with desk.writing(f"绿色通道办 {card.card.name}") as change:
            one_pass(
                change, card.card.id, judges, rules,
                lacking=lacking, values=values, now=now + timedelta(seconds=20 * at),
            )  # fmt: skip
    took_all = time.perf_counter() - begun
    with desk.reading() as conn:
        _, counter, _ = standing(conn, now)
    return took_all / count, len(counter.waiting)


def pdf_pages(path: Path) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader

    return len(PdfReader(path).pages)


def took(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds and peak MiB of a command and its children; stops the benchmark when it fails."""
    timed = [
        sys.executable, "-c",
        "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode;"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(code)",
    ]  # fmt: skip
    begun = time.perf_counter()
    done = subprocess.run(
        [*timed, *command],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return time.perf_counter() - begun, int(done.stdout.split()[-1]) / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 300)

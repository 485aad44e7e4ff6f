"""`jiuye today` on 1,500 people, against `python -c pass` and `sqlite-utils rows` on the same file.

    python benchmarks/today.py [people]

The three take turns, so that what else the machine does falls on all alike.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from villages import at_home, make_village

TURNS = 15


def main(people: int) -> None:
    """Medians in milliseconds, and `today` as a multiple of the other two."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "jiuye"
        make_village(home, people)
        environment = at_home(home)
        words = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "sqlite-utils rows": [
                sys.executable,
                "-m",
                "sqlite_utils",
                "rows",
                str(home / "jiuye.db"),
                "person",
            ],
            "jiuye today": [sys.executable, "-m", "jiuye_cli", "today"],
        }
        first = took(words["jiuye today"], environment)
        times = defaultdict(list)
        for _ in range(TURNS):
            for name, command in words.items():
                times[name].append(took(command, environment))
    middle = {name: statistics.median(found) * 1000 for name, found in times.items()}
    print(f"{people} people; the day's first look, which makes the sheet: {first * 1000:.0f} ms")
    for name, found in middle.items():
        print(f"{name:<18} {found:6.0f} ms   today is {middle['jiuye today'] / found:.2f} times it")


def took(words: list[str], environment: dict[str, str]) -> float:
    """Seconds one command takes, its output thrown away."""
    start = time.perf_counter()
    subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_500)

"""Everyday commands in a village of 1,500, whole processes, against `python -c pass` in the same turn.

python benchmarks/everyday.py [people]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from villages import at_home, make_village_apart

TURNS = 9
JIUYE = ["-m", "jiuye_cli"]
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "--help": [*JIUYE, "--help"],
    "today": [*JIUYE, "today"],
    "find": [*JIUYE, "find", "lgj"],
    "log": [*JIUYE, "log"],
    "show": [*JIUYE, "show", "7"],
    "enter": [*JIUYE, "enter", "7", "无人接"],
    "check": [*JIUYE, "check", "7"],
    "radar": [*JIUYE, "radar", "7"],
    "match": [*JIUYE, "match", "7"],
    "list --where": [*JIUYE, "list", "--where", "就业状态=登记失业 且 年龄≥50"],
    "list": [*JIUYE, "list"],
}


def main(people: int) -> None:
    """The medians of each command, and how many times bare Python it takes."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "jiuye"
        make_village_apart(home, people)
        taken: dict[str, list[tuple[float, float, int]]] = {name: [] for name in COMMANDS}
        for turn in range(
            TURNS + 1
        ):  # the first turn compiles, keeps the rules and makes the sheet
            for name, words in COMMANDS.items():
                took = run([sys.executable, *words], at_home(home))
                if turn:
                    taken[name].append(took)
    bare = middle(taken["python -c pass"], 0)
    print(f"{people} people, median of {TURNS} turns: wall, processor, peak memory")
    for name, found in taken.items():
        wall, processor, kib = (middle(found, at) for at in range(3))
        times = processor / middle(taken["python -c pass"], 1)
        print(
            f"{name:16} {wall * 1000:7.0f} ms {wall / bare:6.1f}×"
            f"  {processor * 1000:7.0f} ms {times:6.1f}×  {kib / 1024:5.0f} MiB"
        )


def middle(found: list[tuple[float, float, int]], at: int) -> float:
    """The median of one of the figures."""
    return statistics.median(one[at] for one in found)


def run(words: list[str], environment: dict[str, str]) -> tuple[float, float, int]:
    """Wall and processor seconds, and peak KiB, of one process."""
    began = time.perf_counter()
    child = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, words
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1500)

"""`jiuye check WHO` in a village of 1,500, whole process, against `python -c pass` in the same turn.

python benchmarks/check.py [people]
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

from villages import TODAY, make_village

TURNS = 9
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "check": ["-m", "jiuye_cli", "check", "7"],
    "show": ["-m", "jiuye_cli", "show", "7"],
    "find": ["-m", "jiuye_cli", "find", "lgj"],
    "list --where": ["-m", "jiuye_cli", "list", "--where", "就业状态=登记失业 且 年龄≥50"],
    "match": ["-m", "jiuye_cli", "match", "7"],
    "radar": ["-m", "jiuye_cli", "radar", "7"],
    "--help": ["-m", "jiuye_cli", "--help"],
}


def main(people: int) -> None:
    """The median of each command, and its ratio to bare Python."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "jiuye"
        make_village(home, people)
        env = {**os.environ, "JIUYE_HOME": str(home), "JIUYE_TODAY": TODAY.isoformat()}
        taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for turn in range(TURNS + 1):
            for name, words in COMMANDS.items():
                began = time.perf_counter()
                subprocess.run([sys.executable, *words], env=env, capture_output=True, check=False)
                if turn:
                    taken[name].append(time.perf_counter() - began)
    bare = statistics.median(taken["python -c pass"])
    print(f"{people} people, median of {TURNS} turns")
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        print(f"{name:16} {middle * 1000:7.0f} ms  {middle / bare:5.1f}×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1500)

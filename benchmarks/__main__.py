"""`python -m benchmarks`: the short form of every benchmark, one after the other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SHORT = {
    "today.py": ["1500"],
    "everyday.py": ["1500"],
    "import_rows.py": ["1419"],
    "nightly.py": ["1500"],
    "rules.py": ["--people", "5000", "--radar", "300"],
    "matching.py": [],
    "green_channel.py": ["20"],
    "paper.py": ["60"],
}


def main() -> None:
    """Each benchmark in a process of its own, so that peak memory is its own too."""
    for name, words in SHORT.items():
        print(f"\n== {name} {' '.join(words)}", flush=True)
        subprocess.run([sys.executable, str(Path(__file__).parent / name), *words], check=False)


if __name__ == "__main__":
    main()

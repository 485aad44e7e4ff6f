"""`jiuye nightly` on 1,500 and 50,000 people: seconds and peak memory.

python benchmarks/nightly.py [people …]
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from villages import at_home, make_village_apart


def main(sizes: list[int]) -> None:
    """One line a size: making the village is not counted."""
    print("people  first s  again s  peak MiB")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder) / "jiuye"
            make_village_apart(home, size)
            first, second = (run(home) for _ in range(2))
            print(f"{size:>6}  {first[0]:>7.2f}  {second[0]:>7.2f}  {first[1]:>8.0f}")


def run(home: Path) -> tuple[float, float]:
    """Seconds and peak MiB of one night, the PDF's child process included in the seconds."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "jiuye_cli", "nightly"], env=at_home(home), stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, status
    return time.perf_counter() - start, usage.ru_maxrss / 1024


if __name__ == "__main__":
    assert resource is not None
    main([int(word) for word in sys.argv[1:]] or [1_500, 50_000])

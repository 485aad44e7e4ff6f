"""A bar on stderr for work that takes more than a second, where a person is looking."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

PATIENCE = 1.0
PACE = 0.1
WIDTH = 30

Thing = TypeVar("Thing")


class Bar:
    """Drawn over itself on one line; nothing at all for quick work, files and pipes."""

    def __init__(self) -> None:
        self._looked_at = sys.stderr.isatty()
        self._started = self._drawn = monotonic()
        self._shown = False

    def __call__(self, label: str, done: int = 0, whole: int = 0) -> None:
        """Show how far the work named by `label` is; without a whole, only that it goes on."""
        now = monotonic()
        if not self._looked_at or now - self._started < PATIENCE or now - self._drawn < PACE:
            return
        self._drawn, self._shown = now, True
        full = WIDTH * min(done, whole) // whole if whole else 0
        bar = f"[{'#' * full}{'.' * (WIDTH - full)}] {done}/{whole}" if whole else "…"
        sys.stderr.write(f"\r{label} {bar}\x1b[K")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the bar away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False

    def through(self, label: str, things: Iterator[Thing], whole: int) -> Sequence[Thing]:
        """All the things, with the bar moving as they come."""
        found = []
        for done, thing in enumerate(things, 1):
            if not done % 200:
                self(label, done, whole)
            found.append(thing)
        return found


@contextmanager
def progress() -> Iterator[Bar]:
    """A bar that is gone when the work ends, however it ends."""
    bar = Bar()
    try:
        yield bar
    finally:
        bar.clear()

"""One key from the keyboard, without Enter and without losing keys typed ahead."""

from __future__ import annotations

import os
import sys


def read_key() -> str:
    """The next key; empty at the end of input. Ctrl-C interrupts as everywhere."""
    return _windows_key() if os.name == "nt" else _posix_key()


def _posix_key() -> str:
    import termios
    import tty

    end = sys.stdin.fileno()
    before = termios.tcgetattr(end)
    try:
        # DRAIN, not the default FLUSH: quick fingers are ahead of the questions
        tty.setcbreak(end, termios.TCSADRAIN)
        first = os.read(end, 1)
        return (first + os.read(end, _rest(first))).decode("utf-8", "replace")
    finally:
        termios.tcsetattr(end, termios.TCSADRAIN, before)


def _rest(first: bytes) -> int:
    """How many bytes of the character are still to come."""
    lead = first[0] if first else 0
    return 3 if lead >= 0xF0 else 2 if lead >= 0xE0 else 1 if lead >= 0xC0 else 0


def _windows_key() -> str:
    import msvcrt

    key = str(msvcrt.getwch())  # type: ignore[attr-defined, unused-ignore]
    if key == "\x03":
        raise KeyboardInterrupt
    return key

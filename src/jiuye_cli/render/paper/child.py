"""A process of our own for work that may not be trusted to end, or to stay small."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child process ended: `code` is None where its time ran out."""

    code: int | None
    out: bytes
    errors: str


def run_module(module: str, payload: bytes, *, seconds: float) -> Ended:
    """Run one of our modules in a process of its own, `payload` on its standard input.

    It is killed when `seconds` are over. The current folder is not on its path.
    """
    command = [sys.executable, "-P", "-X", "utf8", "-m", module]
    try:
        done = subprocess.run(command, input=payload, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return Ended(None, b"", "")
    return Ended(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


def limit_memory(megabytes: int) -> None:
    """Bind this process to so much memory, where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    allowed = megabytes * 1024 * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > allowed:
        resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

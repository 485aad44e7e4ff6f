"""kill -9 at any moment of a command: nothing acknowledged is lost, nothing is half-done.

The same test is run once more with the transaction taken out, and must then fail:
a test that cannot fail proves nothing.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from jiuye_cli.core.village.workbook import messy_workbook
from jiuye_cli.render.workbooks.messy_workbook import write_messy_workbook
from jiuye_cli.store.file.backup import verify

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no kill -9")

PEOPLE = 120
STRUCK = """
import os, signal, sys
from contextlib import contextmanager
from jiuye_cli.store.file import operation as room

whole = room.operation

@contextmanager
def bare(conn, command, *, who, at, undoes=None):
    number = conn.execute(
        "INSERT INTO operation(at, who, command) VALUES (?, ?, ?)", (at.isoformat(), who, command)
    ).lastrowid
    yield room.Writing(number, conn, at, who, command)

@contextmanager
def struck(conn, *words, **named):
    people = []
    def look(sql):
        people.extend([sql] * sql.startswith("INSERT INTO person("))
        if len(people) == PEOPLE:
            os.kill(os.getpid(), signal.SIGKILL)
    conn.set_trace_callback(look)
    with MANNER(conn, *words, **named) as change:
        yield change

room.operation = struck
from jiuye_cli.cli.main import app
app(sys.argv[1:])
"""
"""An import that dies at its n-th person, with its transaction (whole) or without (bare)."""


@dataclass
class Tally:
    """What became of the kills."""

    lost: int = 0
    half: int = 0
    done: int = 0


@pytest.fixture
def register(home: Path) -> Path:
    book = messy_workbook(PEOPLE, date(2026, 11, 21))
    return write_messy_workbook(home / "台账.xlsx", book)


def command(words: list[str]) -> list[str]:
    return [sys.executable, "-m", "jiuye_cli", *words]


def seconds_of(words: list[str], env: dict[str, str]) -> float:
    began = time.monotonic()
    subprocess.run(command(words), env=env, capture_output=True, check=True)
    return time.monotonic() - began


def killed(words: list[str], after: float, env: dict[str, str]) -> bool:
    """Run a command and kill it after so many seconds; whether it had said that it was done."""
    child = subprocess.Popen(
        command(words), env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    time.sleep(after)
    child.kill()
    out, _ = child.communicate()
    return bool(out)


def counts(home: Path, table: str) -> int:
    conn = sqlite3.connect(home / "jiuye.db", timeout=60)
    try:
        return int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        conn.close()


def strike(home: Path, words: list[str], rounds: int, measure: Callable[[], int]) -> Tally:
    """Kill a command so many times, each time from the same state, and count what went wrong."""
    env = {**os.environ, "JIUYE_HOME": str(home)}
    whole = (home / "jiuye.db").read_bytes()
    start = measure()
    length = seconds_of(words, env)
    full = measure() - start
    assert full > 0
    dice, tally = random.Random(7), Tally()
    for _ in range(rounds):
        (home / "jiuye.db").write_bytes(whole)
        (home / "jiuye.db-journal").unlink(missing_ok=True)
        said = killed(words, dice.uniform(length * 0.3, length * 1.1), env)
        now = measure() - start  # the first look after a kill rolls back what was begun
        verify(home / "jiuye.db")
        tally.done += now == full
        tally.half += now not in (0, full)
        tally.lost += said and now != full
    return tally


def strike_import(home: Path, register: Path, rounds: int) -> Tally:
    return strike(home, ["import", str(register)], rounds, lambda: counts(home, "person"))


def strike_enter(home: Path, rounds: int) -> Tally:
    words = ["enter", "李小满", "接通", "未就业", "学历=初中"]
    return strike(home, words, rounds, lambda: counts(home, "contact") + counts(home, "evidence"))


def test_a_killed_import_is_whole_or_not_at_all(home: Path, register: Path) -> None:
    tally = strike_import(home, register, 6)
    assert (tally.lost, tally.half) == (0, 0)


def test_a_killed_entry_is_whole_or_not_at_all(home: Path, jiuye: Callable[..., object]) -> None:
    jiuye("add", "李小满", "电话=19900001111")
    tally = strike_enter(home, 5)
    assert (tally.lost, tally.half) == (0, 0)


def struck_at(people: int, home: Path, register: Path, manner: str) -> int:
    """Let an import die at its n-th person; how many rows stayed."""
    program = STRUCK.replace("PEOPLE", str(people)).replace("MANNER", manner)
    child = subprocess.run(
        [sys.executable, "-c", program, "import", str(register)],
        env={**os.environ, "JIUYE_HOME": str(home)},
        capture_output=True,
        check=False,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
    return rows_kept(home)


def rows_kept(home: Path) -> int:
    return sum(counts(home, table) for table in ("person", "evidence", "phone", "change"))


@pytest.mark.parametrize("people", [1, 2, 60])
def test_no_one_ever_sees_half_an_import(home: Path, register: Path, people: int) -> None:
    before = rows_kept(home)
    assert struck_at(people, home, register, "whole") == before


def test_without_its_transaction_the_import_is_caught_half_done(home: Path, register: Path) -> None:
    before = rows_kept(home)
    assert struck_at(60, home, register, "bare") > before


@pytest.mark.prove
def test_two_hundred_kills_lose_nothing(
    home: Path, register: Path, jiuye: Callable[..., object]
) -> None:
    tally = strike_import(home, register, 200)
    assert (tally.lost, tally.half) == (0, 0)
    assert tally.done > 0
    jiuye("add", "李小满", "电话=19900001111")
    tally = strike_enter(home, 200)
    assert (tally.lost, tally.half) == (0, 0)
    assert tally.done > 0

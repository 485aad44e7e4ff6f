"""The bar: only past a second, only where a person is looking, and gone at the end."""

from __future__ import annotations

import io

import pytest

from jiuye_cli.cli import progress as room


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock whose hand the test moves."""
    now = [0.0]
    monkeypatch.setattr(room, "monotonic", lambda: now[0])
    return now


def test_quick_work_draws_nothing(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", stream := Terminal())
    with room.progress() as bar:
        clock[0] = 0.9
        bar("正在写", 5, 10)
    assert stream.getvalue() == ""


def test_work_past_a_second_draws_a_bar_and_takes_it_away(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", stream := Terminal())
    with room.progress() as bar:
        clock[0] = 1.5
        bar("正在写", 5, 10)
        clock[0] = 1.55
        bar("正在写", 6, 10)
    assert stream.getvalue() == "\r正在写 [###############...............] 5/10\x1b[K\r\x1b[K"


def test_a_pipe_sees_no_bar(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", stream := io.StringIO())
    with room.progress() as bar:
        clock[0] = 9.0
        bar("正在打开")
        assert bar.through("正在看", iter(range(500)), 500) == list(range(500))
    assert stream.getvalue() == ""

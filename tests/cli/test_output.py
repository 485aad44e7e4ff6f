"""What a script reads from a pipe, whatever the console's code page."""

from __future__ import annotations

import io
import json
import sys

import pytest

from jiuye_cli.cli.output import emit, emit_csv, emit_json

VALUE = {"姓名": "单𠮷"}


def piped(monkeypatch: pytest.MonkeyPatch, encoding: str) -> io.BytesIO:
    """Standard output as a pipe in a code page; what was written into it."""
    written = io.BytesIO()
    pipe = io.TextIOWrapper(written, encoding=encoding, write_through=True)
    monkeypatch.setattr(sys, "stdout", pipe)
    return written


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp936", "latin-1"])
def test_json_in_another_code_page_is_plain_ascii(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    written = piped(monkeypatch, encoding)
    emit_json(VALUE)
    assert json.loads(written.getvalue().decode("ascii")) == VALUE


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8"])
def test_json_in_utf8_stays_readable(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    written = piped(monkeypatch, encoding)
    emit_json(VALUE)
    assert written.getvalue().decode() == '{\n  "姓名": "单𠮷"\n}\n'


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_csv_is_utf8_with_its_mark_in_every_code_page(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    written = piped(monkeypatch, encoding)
    emit_csv(["姓名"], [["单𠮷"]])
    assert written.getvalue() == "\ufeff姓名\r\n单𠮷\r\n".encode()


def test_a_screen_shows_what_its_code_page_can(monkeypatch: pytest.MonkeyPatch) -> None:
    written = piped(monkeypatch, "gbk")
    emit("单𠮷 志强")
    assert written.getvalue() == "单? 志强\n".encode("gbk")

"""What a script reads from a pipe, whatever the console's code page."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Said

from jiuye_cli.cli.output import emit, emit_csv, emit_json

Run = Callable[..., Said]

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


LISTS = {
    "find 张": "档案号,姓名,组,性别,年龄,电话,就业状态",
    "radar": "日期,档案号,姓名,政策,哪一件,原来,变成,金额",
    "rota list": "号,谁,哪天,活",
    "policy lint": "文件,行,毛病",
    "report progress": "数字名,数,单位,上次,任务,完成率%",
    "report base --open 劳动力底数": "号,劳动力底数",
}


def test_lists_are_csv_and_json_also_when_they_are_empty(home: Path, jiuye: Run) -> None:
    heads = {words: jiuye(*words.split(), "--csv") for words in LISTS}
    assert {words: said.out.splitlines()[0].removeprefix("\ufeff") for words, said in heads.items()} == LISTS  # fmt: skip
    for words in LISTS:
        assert isinstance(jiuye(*words.split(), "--json").json, dict), words


def test_the_posts_of_one_person_are_a_list_too(home: Path, jiuye: Run) -> None:
    jiuye("add", "李小满", "出生日期=1990-06-01")
    jiuye("job", "add", "单位=诚安物业", "岗位名称=保安", "年龄要求=35岁以下", "月薪=3000")
    assert jiuye("match", "1", "--csv").out.splitlines() == [
        "\ufeff岗位号,单位,岗位,怎样,排序分,每月最少多,每月最多多,怎么松动",
        "1,诚安物业,保安,差一步,54,,,跟单位商量，年龄放到36岁",
    ]


def test_a_turn_is_said_back_with_its_whole_date(home: Path, jiuye: Run) -> None:
    said = jiuye("rota", "add", "王芳", "11-25", "周二")
    assert said.out == "王芳：2026-11-25、每周二 回访。\n"

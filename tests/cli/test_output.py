"""What a script reads from a pipe, whatever the console's code page."""

from __future__ import annotations

import io
import json
import os
import shlex
import subprocess
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
    "log": "号,时间,谁,做了什么,被哪次撤销,几处",
    "undo --list": "号,时间,谁,做了什么,被哪次撤销",
    "doctor": "类别,哪里,什么事,怎么办",
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


JIUYE = [sys.executable, "-m", "jiuye_cli"]


def shell(command: str, home: Path) -> tuple[int, str, str]:
    """What the installed command says when its streams go astray."""
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        env={**os.environ, "JIUYE_HOME": str(home), "J": shlex.join(JIUYE)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_says_whether_the_change_was_kept(home: Path, jiuye: Run) -> None:
    full = "结果写不出去：磁盘满了，先腾出空间。"
    assert shell("$J add 李小满 --json > /dev/full", home) == (
        1,
        "",
        f"{full}改动已经记进台账，用 jiuye log 看得到，不用再打一遍。\n",
    )
    assert shell("$J list --csv > /dev/full", home) == (5, "", f"{full}台账没有动。\n")
    assert jiuye("list", "--json").json["total"] == 1


@pytest.mark.skipif(os.name == "nt", reason="the shell is POSIX")
def test_a_reader_that_leaves_and_streams_that_are_closed_hurt_nobody(home: Path) -> None:
    assert shell("$J policy schema | head -c 1", home) == (0, "{", "")
    assert shell("$J list --json >&-", home) == (0, "", "")
    assert shell("$J lst 2>&-", home) == (2, "", "")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["today", "x"], "多打了：x。看用法：jiuye today --help\n"),
        (["radar", "--days", "x"], "--days 不对：“x”不是整数。看用法：jiuye radar --help\n"),
        (["radar", "--days", "0"], "--days 不对：0 不行，1 到 3660。看用法：jiuye radar --help\n"),
        (["plan", "due", "--days", "-1"], "--days 不对：-1 不行，最少 0。看用法：jiuye plan due --help\n"),
        (["training", "mark", "1", "--hours", "x"], "--hours 不对：“x”不是整数。看用法：jiuye training mark --help\n"),
        (["list", "--where", "年令>3"], "没有叫“年令”的事实，是不是“年龄”？\n"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_command_line_is_said_in_chinese(
    home: Path, jiuye: Run, words: list[str], sentence: str
) -> None:
    said = jiuye(*words)
    assert (said.code, said.out, said.err) == (2, "", sentence)


@pytest.mark.parametrize("written", [b"", b"\n", b"\xef\xbb\xbf\r\n"])
def test_an_empty_passphrase_is_refused(
    home: Path, jiuye: Run, tmp_path: Path, written: bytes
) -> None:
    file = tmp_path / "口令.txt"
    file.write_bytes(written)
    said = jiuye("backup", "--encrypt", "--passphrase-file", str(file))
    assert (said.code, said.out) == (5, "")
    assert said.err == "口令是空的。在文件第一行写上口令再来一次。\n"
    assert not list((home / "backup").iterdir())


def test_an_interrupted_command_says_that_nothing_was_kept(
    home: Path, jiuye: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jiuye_cli.actions.people import change as people_change

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(people_change, "namesakes", interrupted)
    said = jiuye("add", "李小满", "--json")
    assert (said.code, said.out) == (130, "")
    assert said.err == "已停下，没做完的没有写进台账。\n"
    assert jiuye("list", "--json").json["total"] == 0


def test_a_column_told_wrongly_is_shown_how(home: Path, jiuye: Run, tmp_path: Path) -> None:
    roster = tmp_path / "名册.csv"
    roster.write_text("姓名,特长\n李小满,电工\n", encoding="utf-8")
    said = jiuye("import", str(roster), "--map", "特长")
    assert (said.code, said.out) == (2, "")
    assert said.err == "“特长”看不懂，要写成 列=字段，如 技能特长=意向工种。\n"

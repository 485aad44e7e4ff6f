"""WHO in all its forms, `find`, and identity numbers that come by standard input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Said

Run = Callable[..., Said]

IDENTITY = "99999919750626774X"
PEOPLE = (
    ("单志强", "1组", "19900001001"),
    ("曾小满", "2组", "19900002000"),
    ("仇玉梅", "2组", "19900002001"),
    ("解秀英", "3组", "19900002002"),
    ("区长河", "三组", "19900002003"),
    ("李广军", "3组", "19900002004"),
    ("李广军", "4组", "19900002005"),
    ("阿依古丽·买买提", "东头", "0635-2012006"),
)


@pytest.fixture
def village(home: Path, jiuye: Run) -> Run:
    from jiuye_cli.actions.people.change import evidence_of, open_file, typed_values
    from jiuye_cli.cli import desk

    evidence = evidence_of("told", "电话", desk.today())
    with desk.writing("建档") as change:
        for name, group, phone in PEOPLE:
            words = [f"姓名={name}", f"组={group}", f"电话={phone}"]
            open_file(change, typed_values(words, {}, ""), evidence)
        words = ["姓名=李小满", f"身份证号={IDENTITY}"]
        open_file(change, typed_values(words, {}, ""), evidence)
    return jiuye


WAYS = {
    1: ["1", "１", "01", "#1", "1号", " 1 号 ", "单志强", "szq", "ＳＺＱ", "shanzhiqiang"],
    2: ["zxm", "zengxiaoman", "2000", "２０００", "19900002000", "199-0000-2000", "+86 199 0000 2000"],
    3: ["qym", "qiuyumei", "02001"],
    4: ["xxy", "xiexiuying", "解 秀 英"],
    5: ["och", "ouchanghe", "区长河@3", "区长河@3组"],
    6: ["李广军@3组", "李广军@3", "李广军＠三组", "lgj@3组", "李广军 @ 第3组"],
    8: ["阿依古丽•买买提", "阿依古丽·买买提@东头组", "2006"],
    9: ["774X", "774x", "26774Ｘ"],
}  # fmt: skip
NOBODY = ["%", "_", "李", "李%", "lg", "0", "99", "9" * 40, "李广军@5组", "@3组", "x"]


def test_every_way_to_say_who(village: Run, home: Path) -> None:
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.people.find import who

    conn = connect(home / "jiuye.db", read_only=True)
    said = {
        number: [word for word in words if who(conn, word).id == number]
        for number, words in WAYS.items()
    }
    assert said == WAYS


def test_who_is_never_guessed(village: Run, home: Path) -> None:
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.people.find import candidates

    conn = connect(home / "jiuye.db", read_only=True)
    assert [word for word in NOBODY if candidates(conn, word, 9)] == []
    said = village("show", "李", "--json")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("没有找到“李”。")


@pytest.mark.parametrize("word", ["", "  ", "\u3000"])
def test_nobody_is_asked_for_by_name(village: Run, word: str) -> None:
    said = village("show", word)
    assert (said.code, said.out) == (3, "")
    assert said.err == "没写是谁。可以打档案号、姓名、拼音首字母、电话或身份证后四位。\n"


def test_namesakes_are_listed_with_what_to_type(village: Run) -> None:
    said = village("show", "lgj", "--json")
    assert (said.code, said.out) == (3, "")
    assert said.err == (
        "“lgj”对得上好几位，请用档案号（如 6号）或“姓名@组”再说一次：\n"
        "  6 号 李广军 3组 尾号2004\n"
        "  7 号 李广军 4组 尾号2005\n"
    )


def test_a_case_number_that_is_also_a_tail_can_be_told_apart(home: Path, jiuye: Run) -> None:
    import sqlite3

    for name, phone in (("李小满", "19900001500"), ("王大暑", "19900000001")):
        assert jiuye("add", name, f"电话={phone}").code == 0
    with sqlite3.connect(home / "jiuye.db") as conn:
        conn.execute("PRAGMA foreign_keys = OFF")
        conn.execute("UPDATE phone SET person = 1500 WHERE person = 2")
        conn.execute("UPDATE person SET id = 1500 WHERE id = 2")
    said = jiuye("show", "1500")
    assert said.code == 3
    assert "1 号 李小满" in said.err
    assert jiuye("show", "1500号", "--json").json["name"] == "王大暑"


def test_an_identity_number_is_looked_up_from_standard_input(village: Run) -> None:
    assert village("show", "-", "--json", stdin=f"{IDENTITY}\n").json["id"] == 9
    found = village("find", "-", "--json", stdin=f"{IDENTITY.lower()}\n")
    assert [one["id"] for one in found.json["people"]] == [9]
    assert IDENTITY not in found.out


FOUND = [
    (["李"], [6, 7, 9]), (["李", "4组"], [7]), (["lgj", "2004"], [6]), (["０２００３"], [5]),
    (["东头"], [8]), (["6号"], [6]), (["774x"], [9]), (["%"], []), (["_"], []), (["张"], []),
]  # fmt: skip


def test_find_wants_every_word(village: Run, home: Path) -> None:
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.people.find import search

    conn = connect(home / "jiuye.db", read_only=True)
    assert [(words, [one.id for one in search(conn, words)]) for words, _ in FOUND] == FOUND
    said = village("find", "李", "4组", "--json").json
    assert ([one["id"] for one in said["people"]], said["total"]) == ([7], 1)


def test_find_is_a_list_for_spreadsheets_too(village: Run) -> None:
    assert village("find", "曾", "--csv").out == (
        "\ufeff档案号,姓名,组,性别,年龄,电话,就业状态\n2,曾小满,2组,,,199****2000,\n"
    )
    assert village("find", "张", "--csv").out == "\ufeff档案号,姓名,组,性别,年龄,电话,就业状态\n"


def test_find_must_be_told_what(village: Run) -> None:
    said = village("find", " ")
    assert (said.code, said.out) == (2, "")
    assert said.err == "要写找什么：姓名、拼音首字母、组、电话或身份证后四位。\n"

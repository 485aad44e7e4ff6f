"""What a script types by mistake is refused; lists say exactly what was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Said

Run = Callable[..., Said]


@pytest.fixture
def one(home: Path, jiuye: Run) -> Run:
    """李小满 with two phones and a certificate."""
    said = jiuye(
        "add", "李小满", "电话=19900001234,19900005678", "证书=电工 五级 2025-12-20",
        "出生日期=1990-05-01", "身份证号=-", stdin="999999199005010013\n",
    )  # fmt: skip
    assert said.code == 0, said.err
    return jiuye


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["set", "1", "身份证号=-"], 5, "没有读到身份证号，什么都没有动。"),
        (["show", "-"], 5, "没有读到要找的人，什么都没有动。"),
        (["set", "1", "出生日期=2026-11-22"], 5, "出生日期 2026-11-22 还没到；请核对。什么都没有动。"),
        (["add", "张立冬", "失业日期=2026-11-22"], 5, "失业日期 2026-11-22 还没到；请核对。什么都没有动。"),
        (["set", "1", "最低月薪=-5"], 5, "“-5”是负数；请核对"),
        (["set", "1", "年龄=33"], 2, "年龄是算出来的，不用填；要改就改它的来历，如 出生日期、就业经历。"),
        (["add", "张立冬", "姓名=李四"], 2, "姓名写了两次：“张立冬”和后面的 姓名=…，留一个。"),
        (["list", "--where", ""], 2, "没写条件。例：就业状态=登记失业 且 年龄≥50"),
        (["list", "--sort", "-年令"], 2, "没有“年令”这一项。"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_changes(
    one: Run, words: list[str], code: int, sentence: str
) -> None:
    before = one("list", "--json", "--full").out
    said = one(*words)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith(sentence)
    assert one("list", "--json", "--full").out == before


def test_today_is_no_day_ahead(one: Run) -> None:
    assert one("set", "1", "失业日期=2026-11-21", "--json").json["changed"] == ["失业日期"]


def test_nobody_to_call_is_an_answer(one: Run) -> None:
    assert one("set", "1", "电话=无", "--json").json["changed"] == ["电话"]
    assert one("show", "1", "--json").json["fields"]["电话"]["value"] == "无"


def test_fields_are_what_was_asked_for_without_row_numbers(one: Run) -> None:
    listed = one("list", "--fields", "档案号,姓名,证书.等级,电话", "--full", "--json").json
    assert listed["people"][0]["fields"] == {
        "档案号": 1,
        "姓名": "李小满",
        "证书.等级": ["五级"],
        "电话": [{"号码": "19900001234"}, {"号码": "19900005678"}],
    }
    assert one("list", "--fields", "姓名,证书.等级", "--csv").out == (
        "\ufeff档案号,姓名,证书.等级\n1,李小满,五级\n"
    )
    shown = one("show", "1", "--full", "--json").json["fields"]["电话"]["value"]
    assert shown == [{"号码": "19900001234"}, {"号码": "19900005678"}]


def test_a_list_is_sorted_both_ways_with_the_unknown_last(one: Run) -> None:
    for words in (["王大暑", "最低月薪=3000"], ["张立冬", "最低月薪=900"], ["赵明月"]):
        one("add", *words)
    order = {
        sort: [p["name"] for p in one("list", "--sort", sort, "--json").json["people"]]
        for sort in ("最低月薪", "-最低月薪", "-档案号")
    }
    assert order == {
        "最低月薪": ["张立冬", "王大暑", "李小满", "赵明月"],
        "-最低月薪": ["王大暑", "张立冬", "李小满", "赵明月"],
        "-档案号": ["赵明月", "张立冬", "王大暑", "李小满"],
    }


def test_conditions_may_be_joined_as_other_tools_do(one: Run) -> None:
    for where in ("年龄>=30 and 证书=有", "年龄 >= 99 or 证书=有"):
        assert one("list", "--where", where, "--json").json["total"] == 1


def test_a_passphrase_too_short_leaves_no_backup(home: Path, jiuye: Run) -> None:
    said = jiuye("backup", "--encrypt", "--passphrase-file", "-", stdin="太短\n")
    assert (said.code, said.out) == (5, "")
    assert said.err == "口令至少 12 个字符。没有加密，也没有备份。\n"
    assert not list((home / "backup").iterdir())


def test_an_empty_set_is_said_as_none(one: Run) -> None:
    one("set", "1", "不能+=夜班")
    one("set", "1", "不能-=夜班")
    assert "  不能 无\n" in one("show", "1").out

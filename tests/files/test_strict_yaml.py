"""YAML as a clerk writes it: nothing guessed, every refusal with its line and a Chinese sentence."""

from __future__ import annotations

import pytest

from jiuye_cli.core.rules.node import Node
from jiuye_cli.errors import RuleFileError
from jiuye_cli.files.strict_yaml import read_yaml


def refusal(text: str | bytes) -> str:
    with pytest.raises(RuleFileError) as caught:
        read_yaml(text, "a.yaml")
    return str(caught.value)


def texts(node: Node) -> object:
    if node.entries is not None:
        return {key: texts(one) for key, one in node.entries.items()}
    return [texts(one) for one in node.items] if node.items is not None else node.text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", "no"),
        ("a: 是", "是"),
        ("a: off", "off"),
        ("a: 010", "010"),
        ("a: 0123", "0123"),
        ("a: 12:30", "12:30"),
        ("a: 1_000", "1_000"),
        ("a: 1.10", "1.10"),
        ("a: .inf", ".inf"),
        ("a: 2026-02-30", "2026-02-30"),
        ("a: ~", "~"),
        ("a: null", "null"),
        ("a:", ""),
        ("a: 028101199001012345", "028101199001012345"),
    ],
)
def test_every_scalar_stays_the_text_that_was_typed(text: str, value: str) -> None:
    assert texts(read_yaml(text)) == {"a": value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: > 12", "> 12"),
        ("a: >12", ">12"),
        ("a: >=12", ">=12"),
        ("a: >= 12", ">= 12"),
        ("a: >5", ">5"),
        ("a: {b: >=12, c: > 3}", {"b": ">=12", "c": "> 3"}),
        ("a:\n  - > 12\n  - >=3", ["> 12", ">=3"]),
        ("a: > 最低工资", "> 最低工资"),
        ("a: [> 1, >=2]", ["> 1", ">=2"]),
    ],
)
def test_a_bare_greater_sign_is_the_comparison_it_looks_like(text: str, value: object) -> None:
    assert texts(read_yaml(text)) == {"a": value}


def test_a_folded_block_is_still_a_folded_block() -> None:
    assert texts(read_yaml("a: >-\n  一句\n  两句\nb: |\n  三\n  四\nc: >\n  五\n")) == {
        "a": "一句 两句",
        "b": "三\n四\n",
        "c": "五\n",
    }


def test_a_greater_sign_inside_quotes_is_left_alone() -> None:
    assert texts(read_yaml("a: '如: > 12'\nb: \"- >=3\"")) == {"a": "如: > 12", "b": "- >=3"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: 1\nb: 2\na: 3", "a.yaml:3: “a”写了两次，第一次在第 1 行"),
        ("a: {b: 1, b: 2}", "a.yaml:1: “b”写了两次，第一次在第 1 行"),
        ("a: &x 1", "a.yaml:1: 不能用 & 记号"),
        ("a: 1\nb: *x", "a.yaml:2: 不能用 * 引用，请把内容写出来（乘号请写 ×）"),
        ("a: !x 1", "a.yaml:1: 不能用 !x 记号（不等于请写 ≠）"),
        ("a: !=12", "a.yaml:1: 不能用 !=12 记号（不等于请写 ≠）"),
        ("a: 1\n<<: {b: 1}", "a.yaml:2: 不能用 << 合并，请把内容写出来"),
        ("年龄：16", None),
        ("a: 1\n年龄：16\nb: 2", "a.yaml:2: 用了全角冒号“：”，请改成半角冒号加空格“: ”"),
        ("a: 1\n\tb: 2", "a.yaml:2: 用了制表符（Tab），请改成空格"),
        ("a:\t1", "a.yaml:1: 用了制表符（Tab），请改成空格"),
        ("a: 1\x00", "a.yaml:1: 有看不见的控制字符，请删掉重打"),
        ("a: 1\nb: \x1b[31m", "a.yaml:2: 有看不见的控制字符，请删掉重打"),
        ("", "a.yaml:1: 文件是空的"),
        ("# 只有注释", "a.yaml:1: 文件是空的"),
        ("---\na: 1\n---\nb: 2", "a.yaml:3: 一份文件只能写一项，不能用 --- 分成几份"),
        ("a: 'x", "a.yaml:1: 引号或括号没有收尾"),
        ("a: [1, 2", "a.yaml:1: 括号没有收尾，或少了逗号"),
        ("a: 失业保险: 12", "a.yaml:1: 这里多了一个冒号，或上一行缩进不对；文字里有“: ”时请加引号"),
        ("[" * 20000, "a.yaml:1: 套得太深"),
        ("{a: " * 500, "a.yaml:1: 套得太深"),
        ("? [a, b]\n: 1", "a.yaml:1: 键只能是一个词，不能是一串或一组"),
        ("a: @x", "a.yaml:1: 这个符号不能放在开头，请给文字加引号"),
        ("a: %x", "a.yaml:1: 这个符号不能放在开头，请给文字加引号"),
    ],
)  # fmt: skip
def test_what_yaml_would_misread_is_refused_with_its_line(text: str, sentence: str | None) -> None:
    if sentence is None:
        assert read_yaml(text).text == text
        return
    assert refusal(text) == sentence


def test_all_doubled_keys_are_told_at_once() -> None:
    assert refusal("a: 1\na: 2\nb: 3\nb: 4").splitlines() == [
        "a.yaml:2: “a”写了两次，第一次在第 1 行",
        "a.yaml:4: “b”写了两次，第一次在第 3 行",
    ]


def test_bytes_that_are_not_utf8_name_the_line_and_the_likely_encoding() -> None:
    data = b"a: 1\nb: " + "编号".encode("gbk")
    assert refusal(data) == "a.yaml:2: 不是 UTF-8 编码（像是 GBK），请另存为 UTF-8"


def test_a_byte_order_mark_is_no_matter() -> None:
    assert texts(read_yaml("﻿a: 1".encode())) == {"a": "1"}


def test_an_alias_bomb_is_refused_before_it_is_walked() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [*{a},*{a},*{a},*{a},*{a},*{a}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refusal(bomb) == "a.yaml:1: 不能用 & 记号"


def test_places_are_lines_and_columns_from_one() -> None:
    node = read_yaml("a: 1\n条件:\n  - 年龄: ≥16\n")
    condition = node.get("条件")
    assert condition is not None and condition.items is not None
    age = condition.items[0].get("年龄")
    assert age is not None
    assert (age.line, age.column, age.key_line) == (3, 9, 3)


def test_a_file_of_many_megabytes_is_refused() -> None:
    assert refusal("a: " + "x" * 2_000_001) == "a.yaml:1: 文件太大，一份规则文件不应超过 2 MB"

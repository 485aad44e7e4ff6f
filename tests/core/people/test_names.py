"""Names as workbooks hold them, and as they are kept."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.people.names import clean_name, has_lost_characters, may_be
from jiuye_cli.errors import RefusedError


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("仇　静", "仇静"),
        (" 仇 静 ", "仇静"),
        ("仇\n静", "仇静"),
        ("单䶮", "单䶮"),
        ("仇𠮷", "仇𠮷"),
        ("李\u200b广\u202e军", "李广军"),
        ("李\x1b[31m军", "李[31m军"),
        ("李\x9b军", "李军"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("阿依古丽 ・ 买买提", "阿依古丽·买买提"),
        ("阿依古丽．买买提", "阿依古丽·买买提"),
        ("Ａｎｎａ　Ｌｉ", "Anna Li"),
        ("'李广军", "李广军"),
        ("张\ue003", "张\ue003"),
        ("字" * 50, "字" * 50),
    ],
)
def test_a_name_is_kept_clean(cell: str, name: str) -> None:
    assert clean_name(cell) == name


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        (None, "没有填姓名"),
        ("", "没有填姓名"),
        (" \u200b ", "没有填姓名"),
        ("·", "没有填姓名"),
        ("李\x00军", "姓名里有坏字符（NUL），请重新录入姓名"),
        ("字" * 51, "姓名有 51 个字，最多 50 个；请核对是不是填错了列"),
        ("13", "姓名这一格没有字；请填姓名"),
        (45.0, "姓名这一格不是字；请核对是不是填错了列"),
    ],
)
def test_what_is_no_name_is_refused_with_a_sentence(cell: object, sentence: str) -> None:
    with pytest.raises(RefusedError) as refused:
        clean_name(cell)  # type: ignore[arg-type]
    assert str(refused.value) == sentence


@pytest.mark.parametrize("poorer", ["单?", "单？", "单□", "单〓", "单??", "单\ufffd", "?䶮"])
def test_a_name_with_a_lost_character_may_be_the_whole_name(poorer: str) -> None:
    assert has_lost_characters(poorer)
    assert may_be(poorer, "单䶮")


@pytest.mark.parametrize(
    ("poorer", "better"),
    [("单?", "单"), ("单?", "仇𠮷"), ("单䶮", "单䶮"), ("单?军", "单䶮"), ("?", "单䶮")],
)
def test_a_name_that_does_not_fit_is_another_name(poorer: str, better: str) -> None:
    assert not may_be(poorer, better)


@given(st.text(max_size=60))
def test_cleaning_a_clean_name_changes_nothing(text: str) -> None:
    try:
        name = clean_name(text)
    except RefusedError:
        return
    assert clean_name(name) == name


def hostile_name(seed: random.Random) -> str:
    pools = (
        "李王单仇䶮𠮷·",
        "\x1b[]0;\x07\x9b\x00\r\n\t",
        "\u202e\u2066\u200b\ufeff\u061c",
        "=+-@<>&\"'[/red]",
        "?□\ufffd\ue003",
    )
    return "".join(seed.choice(seed.choice(pools)) for _ in range(seed.randrange(1, 12)))


def check_hostile_names(count: int) -> None:
    seed = random.Random(count)
    for _ in range(count):
        try:
            name = clean_name(hostile_name(seed))
        except RefusedError:
            continue
        live = [
            c
            for c in name
            if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\u200b\ufeff\u061c"
        ]
        assert not live, repr(name)


def test_two_hundred_hostile_names_keep_nothing_live() -> None:
    check_hostile_names(200)


@pytest.mark.prove
def test_ten_thousand_hostile_names_keep_nothing_live() -> None:
    check_hostile_names(10_000)

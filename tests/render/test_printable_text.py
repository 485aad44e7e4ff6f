"""Names from other people's workbooks reach the screen with nothing live in them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.hostile import HAN, hostile_names

from jiuye_cli.render.screen.text import (
    cell_text,
    cut,
    encodable,
    pad,
    printable,
    printable_lines,
    width,
)


def live_characters(text: str) -> list[str]:
    hidden = set("\u034f\u115f\u3164\uffa0\u2800")
    return [
        c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") or c in hidden
    ]


def assert_nothing_live(name: str) -> None:
    shown = printable(name)
    assert live_characters(shown) == []
    assert printable(shown) == shown
    assert [c for c in shown if c in HAN] == [c for c in name if c in HAN]


def test_a_hostile_name_comes_out_with_its_han_and_nothing_live() -> None:
    for name in hostile_names(300, seed=1):
        assert_nothing_live(name)


@pytest.mark.prove
def test_ten_thousand_hostile_names_come_out_with_nothing_live() -> None:
    for name in hostile_names(10_000, seed=2):
        assert_nothing_live(name)


@given(st.text(st.characters(exclude_categories=())))
def test_printable_is_one_line_and_saying_it_twice_changes_nothing(text: str) -> None:
    shown = printable(text)
    assert (live_characters(shown), printable(shown)) == ([], shown)
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("张三", "张三"),
        ("张\u3000三", "张 三"),
        ("张\r\n三", "张 三"),
        ("张\u200b三\ufeff", "张三"),
        ("古丽·阿依\u202e", "古丽·阿依"),
        ("\ud83d李", "\ufffd李"),
        ("[red]李[/red] :smile:", "[red]李[/red] :smile:"),
        ("\ue123某", "\ue123某"),
        ("e\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301"),
    ],
)
def test_what_becomes_of_a_name(raw: str, shown: str) -> None:
    assert printable(raw) == shown


def test_a_note_keeps_its_lines() -> None:
    assert printable_lines("腿不好\r\n下午打\x1b[2J\u2028找女儿") == "腿不好\n下午打[2J\n找女儿"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("李广军", 6),
        ("李军3组", 7),
        ("①…·", 3),
        ("e\u0301", 1),
        ("𬱖", 2),
        ("ｱｲ", 2),
        ("１２", 4),
    ],
)
def test_width_counts_columns_not_characters(text: str, columns: int) -> None:
    assert width(text) == columns


def test_a_gbk_console_sets_dots_and_box_lines_two_wide() -> None:
    assert (width("①…·", ambiguous=2), width("李军", ambiguous=2)) == (6, 4)


@given(st.text("李广军abc䶮·…1 "), st.integers(1, 12))
def test_a_cut_text_fits_and_a_padded_one_fills(text: str, columns: int) -> None:
    shown = cut(text, columns)
    assert width(shown) <= columns
    assert width(pad(shown, columns)) == columns
    assert shown == text or shown.endswith("…")


@pytest.mark.parametrize(
    ("raw", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+8619900000001", "'+8619900000001"),
        ("-3", "'-3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1+1", "' =1+1"),
        ("  =1+1", "'  =1+1"),
        ("999999197001010019", "'999999197001010019"),
        ("06350000000", "'06350000000"),
        ("19900000001", "19900000001"),
        ("99999919700101001X", "99999919700101001X"),
        ("0", "0"),
        ("3组", "3组"),
    ],
)
def test_no_cell_is_a_formula_and_no_number_is_shortened(raw: str, cell: str) -> None:
    assert cell_text(raw) == cell


def test_what_the_code_page_lacks_is_shown_as_a_missing_sort() -> None:
    assert encodable("刘䶮 3组", "gbk") == "刘〓 3组"
    assert encodable("刘䶮", "ascii") == "??"
    assert encodable("刘䶮", "utf-8") == "刘䶮"

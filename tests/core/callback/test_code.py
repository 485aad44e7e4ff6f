"""Row codes: what is caught, what is forgiven."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.callback.handed.code import (
    LETTERS,
    RowCode,
    check_character,
    read_code,
    row_code,
)

DAYS = [date(2026, 1, 1) + timedelta(days=n) for n in range(0, 366, 7)]
ROWS = (1, 7, 10, 12, 98, 99, 101, 110, 987)


def _digits(day: date, row: int) -> str:
    return f"{day:%Y%m%d}{row:03d}"


def _check_of(digits: str) -> str:
    return LETTERS[sum(w * int(d) for w, d in enumerate(digits, 2)) % 23]


@pytest.mark.parametrize("row", ROWS)
def test_every_single_wrong_digit_is_caught(row):
    for day in DAYS:
        right = _digits(day, row)
        for place, was in enumerate(right):
            for other in set("0123456789") - {was}:
                wrong = right[:place] + other + right[place + 1 :]
                assert _check_of(wrong) != check_character(day, row)


@pytest.mark.parametrize("row", ROWS)
def test_every_exchange_of_neighbouring_digits_is_caught(row):
    for day in DAYS:
        right = _digits(day, row)
        for place in range(len(right) - 1):
            a, b = right[place], right[place + 1]
            if a != b:
                wrong = right[:place] + b + a + right[place + 2 :]
                assert _check_of(wrong) != check_character(day, row)


def test_every_wrong_check_letter_is_caught():
    day = date(2026, 11, 23)
    fitting = [c for c in "abcdefghijklmnopqrstuvwxyz" if RowCode("1123", 7, c).fits(day)]
    assert fitting == [check_character(day, 7)]


@pytest.mark.parametrize(
    "typed",
    ["1123-07e", "1123-07E", " 1123 - 07 e ", "１１２３－０７Ｅ", "1123—07e", "112307e", "1123 7e",
     "1123-7e", "II23-O7e"],
)  # fmt: skip
def test_the_many_ways_of_typing_one_code_are_read_alike(typed):
    assert read_code(typed) == RowCode("1123", 7, "e")


def test_a_row_alone_leaves_the_day_open_and_fits_any_sheet_whose_check_agrees():
    code = read_code("07" + check_character(date(2026, 11, 23), 7))
    assert code == RowCode("", 7, check_character(date(2026, 11, 23), 7))
    assert code.fits(date(2026, 11, 23))
    assert not code.fits(date(2026, 11, 24))


def test_the_check_character_covers_the_year_that_is_not_printed():
    assert check_character(date(2026, 11, 23), 7) != check_character(date(2025, 11, 23), 7)


def test_a_code_with_its_year_and_a_seat_is_read():
    assert read_code("20261123-07e.2") == RowCode("20261123", 7, "e", 2)
    assert read_code("261123-07e") == RowCode("261123", 7, "e")


@pytest.mark.parametrize(
    "typed", ["", "张三", "lgj", "lj", "1234", "张三@3", "1123-07", "李1k", "07kk"]
)
def test_what_is_no_code_is_left_to_be_a_person(typed):
    assert read_code(typed) is None


@given(st.dates(date(2020, 1, 1), date(2099, 12, 31)), st.integers(1, 999))
def test_what_is_printed_is_read_back(day, row):
    code = read_code(row_code(day, row))
    assert code is not None
    assert (code.row, code.fits(day)) == (row, True)


@given(st.text(max_size=14))
def test_no_text_breaks_the_reading(text):
    read_code(text)

"""Identity numbers: what is read, what is refused and why, and what asks."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.people.identity import (
    DoubtfulIdentityError,
    check_character,
    fits_mask,
    is_masked,
    once_floats,
    read_identity,
)
from jiuye_cli.errors import RefusedError

GOOD = "999999197506267715"
WITH_X = "99999919671201583X"


def number(seed: random.Random) -> str:
    born = date.fromordinal(
        seed.randrange(date(1940, 1, 1).toordinal(), date(2010, 1, 1).toordinal())
    )
    head = f"999999{born:%Y%m%d}{seed.randrange(1, 1000):03d}"
    return head + check_character(head)


@pytest.mark.parametrize(
    "cell",
    [
        GOOD,
        f" {GOOD} ",
        f"\t{GOOD}",
        f"'{GOOD}",
        f"’{GOOD}",
        f'="{GOOD}"',
        "999999 19750626 7715",
        "999999-19750626-7715",
        "９９９９９９１９７５０６２６７７１５",
        "999999\u200b19750626\u200e7715\ufeff",
        "999999　19750626　7715",
        f"{GOOD}\n",
    ],
)
def test_the_habits_of_writing_a_number_all_read_as_the_number(cell: str) -> None:
    assert read_identity(cell).number == GOOD


@pytest.mark.parametrize("last", "XxＸｘⅩ×Хх")
def test_the_last_x_is_read_in_every_shape(last: str) -> None:
    assert read_identity(WITH_X[:17] + last).number == WITH_X


def test_birth_and_sex_follow_from_the_number() -> None:
    man, woman = read_identity(GOOD), read_identity("999999199610241469")
    assert (man.born, man.sex) == (date(1975, 6, 26), "男")
    assert (woman.born, woman.sex) == (date(1996, 10, 24), "女")


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        (
            9.99999198512041e17,
            "身份证号是数字格式，后三位已经丢了；请把这一列设成文本，照证件重新填",
        ),
        (
            999999197506267715,
            "身份证号是数字格式，后三位已经丢了；请把这一列设成文本，照证件重新填",
        ),
        (
            "9.99999E+17",
            "身份证号变成了科学计数或小数，后三位已经丢了；请把这一列设成文本，照证件重新填",
        ),
        (
            "999999197506267715.0",
            "身份证号变成了科学计数或小数，后三位已经丢了；请把这一列设成文本，照证件重新填",
        ),
        ("999999197506267714", "身份证号校验码不对，多半抄错了一位；请对照证件核对"),
        ("99999919750626771", "身份证号是 17 位，应为 18 位；请照证件补全"),
        ("9999991975062677155", "身份证号是 19 位，应为 18 位；请照证件补全"),
        ("99999919750626771五", "身份证号里有不该有的字；请照证件填 18 位，末位可以是 X"),
        ("没带", "身份证号这一格不是号码；请照证件填 18 位"),
        (date(1975, 6, 26), "身份证号这一格不是号码；请照证件填 18 位"),
        (True, "身份证号这一格不是号码；请照证件填 18 位"),
        ("", "没有填身份证号"),
        ("999999197506267", "身份证号只有 15 位，像是丢了后三位；请照证件补全"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_to_do(cell: object, sentence: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_identity(cell)  # type: ignore[arg-type]
    assert str(refused.value) == sentence


def test_a_february_30_fails_by_its_date_and_not_by_its_check_character() -> None:
    head = "99999919750230771"
    with pytest.raises(RefusedError, match="出生日期不存在"):
        read_identity(head + check_character(head))


def test_a_refusal_never_repeats_the_number() -> None:
    with pytest.raises(RefusedError) as refused:
        read_identity("999999197506267714")
    assert not any(char.isdigit() for char in str(refused.value))


def test_a_number_that_ends_in_000_is_asked_about_and_taken_when_confirmed() -> None:
    heads = (
        f"999999{date.fromordinal(day):%Y%m%d}00"
        for day in range(date(1970, 1, 1).toordinal(), date(1971, 1, 1).toordinal())
    )
    cell = next(h + "00" for h in heads if check_character(h + "0") == "0")
    with pytest.raises(DoubtfulIdentityError, match="末三位是 000"):
        read_identity(cell)
    assert read_identity(cell, confirmed=True).number == cell


def test_an_old_number_of_15_digits_is_written_out_and_noted() -> None:
    old = GOOD[:6] + GOOD[8:17]
    read = read_identity(old)
    assert read.number == GOOD
    assert "15 位的旧身份证号" in read.notes[0]


def test_an_unknown_area_is_a_note_and_a_known_one_is_none() -> None:
    assert read_identity(GOOD).notes == ("身份证号前两位不是已知的省份代码，请核对",)
    head = "37999919750626771"
    assert read_identity(head + check_character(head)).notes == ()


@pytest.mark.parametrize(
    "mask",
    [
        "9999**********7715",
        "99************715",
        "9***15",
        "999999×××××××7715",
        "9999●●●●●●●●●●7715",
    ],
)
def test_a_masked_number_names_nobody_but_may_fit(mask: str) -> None:
    assert is_masked(mask)
    assert fits_mask(mask, GOOD)
    assert not fits_mask(mask, WITH_X)


def test_a_whole_number_is_no_mask() -> None:
    assert not is_masked(GOOD)
    assert not is_masked(WITH_X)


def test_a_column_that_was_floats_is_recognised_and_a_typed_one_is_not() -> None:
    seed = random.Random(7)
    typed = [number(seed) for _ in range(200)]
    through_double = [str(int(float(one))) for one in typed if one.isdigit()]
    through_excel = [one[:15] + "000" for one in typed if one.isdigit()]
    assert once_floats(typed) == frozenset()
    assert once_floats(through_double) == frozenset(through_double)
    assert once_floats(through_excel) == frozenset(through_excel)


def test_a_block_of_floats_pasted_among_typed_numbers_is_found() -> None:
    seed = random.Random(8)
    typed = [number(seed) for _ in range(10)]
    pasted = [str(int(float(one))) for one in (number(seed) for _ in range(30)) if one.isdigit()]
    assert set(pasted) <= once_floats(typed + pasted)


def test_three_numbers_prove_nothing() -> None:
    assert (
        once_floats(["999999197506267712", "999999197307036032", "999999199703053312"])
        == frozenset()
    )


@given(st.integers(0, 10**9))
def test_every_genuine_number_reads_as_itself(seed: int) -> None:
    one = number(random.Random(seed))
    assert read_identity(one, confirmed=True).number == one


@given(st.integers(0, 10**9), st.integers(0, 16), st.integers(1, 9))
def test_no_single_mistyped_digit_is_accepted(seed: int, place: int, by: int) -> None:
    one = number(random.Random(seed))
    wrong = one[:place] + str((int(one[place]) + by) % 10) + one[place + 1 :]
    with pytest.raises(RefusedError):
        read_identity(wrong, confirmed=True)


@given(st.integers(0, 10**9), st.integers(0, 15))
def test_no_two_swapped_digits_are_accepted(seed: int, place: int) -> None:
    one = number(random.Random(seed))
    wrong = one[:place] + one[place + 1] + one[place] + one[place + 2 :]
    if wrong == one:
        return
    with pytest.raises(RefusedError):
        read_identity(wrong, confirmed=True)


@given(
    st.one_of(
        st.text(max_size=30), st.floats(), st.integers(), st.none(), st.booleans(), st.dates()
    )
)
def test_whatever_stands_in_the_cell_it_is_read_or_refused(cell: object) -> None:
    try:
        read = read_identity(cell)  # type: ignore[arg-type]
    except RefusedError:
        return
    assert check_character(read.number) == read.number[17]


@pytest.mark.prove
def test_ten_thousand_numbers_under_eleven_damages() -> None:
    seed = random.Random(20261121)
    asked = 0
    for _ in range(10_000):
        one = number(seed)
        place = seed.randrange(16)
        digit = str((int(one[place]) + seed.randrange(1, 10)) % 10)
        damaged = [
            float(one[:17] + "0"),
            int(one[:17] + "0"),
            f"{float(one[:17] + '0'):.5E}",
            one[:17],
            one + "0",
            one[:place] + digit + one[place + 1 :],
            one[:15],
            one[:16],
        ]
        if one[place] != one[place + 1]:
            damaged.append(one[:place] + one[place + 1] + one[place] + one[place + 2 :])
        if not one.endswith("000"):
            damaged.append(one[:15] + "000")
        for cell in damaged:
            try:
                read_identity(cell)
            except RefusedError:
                continue
            pytest.fail(f"accepted {cell!r} for {one}")
        for cell in (
            one,
            f" {one[:6]} {one[6:14]} {one[14:]}",
            one.lower(),
            one.translate({n: n + 0xFEE0 for n in range(48, 91)}),
        ):
            try:
                assert read_identity(cell).number == one
            except DoubtfulIdentityError:
                asked += 1
    assert asked / 40_000 <= 0.002

"""Phone cells in every habit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.people.phone import Phone, PhonesRead, read_phones

MOBILE = "19900004042"


@pytest.mark.parametrize(
    "cell",
    [
        MOBILE, 19900004042.0, 19900004042, "19900004042.0", "199 0000 4042", "199-0000-4042", "199—0000—4042", " 19900004042 ",
        "１９９００００４０４２", "+86 19900004042", "+8619900004042", "86-199-0000-4042", "0086 19900004042", "'19900004042",
        "1990000\u200b4042", "电话19900004042"[2:], "199.0000.4042",
    ],
)  # fmt: skip
def test_one_mobile_number_in_every_dress(cell: object) -> None:
    assert read_phones(cell) == PhonesRead((Phone(MOBILE),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "cell",
    [
        "19900004042/19900009999", "19900004042、19900009999", "19900004042,19900009999", "19900004042；19900009999",
        "19900004042 19900009999", "19900004042\n19900009999", "1990000404219900009999", "19900004042或19900009999",
        "199 0000 4042 / 199 0000 9999", "199 0000 4042 199 0000 9999", "19900004042\\19900009999", "19900004042  19900009999", "19900004042 / 19900004042 / 19900009999",
    ],
)  # fmt: skip
def test_two_numbers_in_a_cell_are_two_numbers(cell: str) -> None:
    assert read_phones(cell) == PhonesRead((Phone(MOBILE), Phone("19900009999")))


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        ("19900004042（本人）", (Phone(MOBILE, "本人"),)),
        ("19900004042(女儿)", (Phone(MOBILE, "女儿"),)),
        ("女儿：19900004042", (Phone(MOBILE, "女儿"),)),
        ("女儿19900004042", (Phone(MOBILE, "女儿"),)),
        ("19900004042 儿子", (Phone(MOBILE, "儿子"),)),
        (
            "19900004042（本人）/19900009999（女儿）",
            (Phone(MOBILE, "本人"), Phone("19900009999", "女儿")),
        ),
        ("19900004042、儿子", (Phone(MOBILE, "儿子"),)),
        ("19900004042（停机）", (Phone(MOBILE, "", "停机"),)),
        ("19900004042空号", (Phone(MOBILE, "", "空号"),)),
        ("19900004042（非本人）", (Phone(MOBILE, "", "不是本人"),)),
    ],
)
def test_what_is_written_beside_a_number_is_kept(cell: str, phones: tuple[Phone, ...]) -> None:
    assert read_phones(cell) == PhonesRead(phones)


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        ("0635-2345678", Phone("0635-2345678")),
        ("06352345678", Phone("0635-2345678")),
        ("(0635)2345678", Phone("0635-2345678")),
        ("（0635）2345678", Phone("0635-2345678")),
        ("0635 2345678", Phone("0635-2345678")),
        ("010-87654321", Phone("010-87654321")),
        ("02187654321", Phone("021-87654321")),
        ("0531-87654321-801", Phone("0531-87654321", "分机801")),
        ("0531-87654321转801", Phone("0531-87654321", "分机801")),
        ("0531-87654321 分机 801", Phone("0531-87654321", "分机801")),
        ("0635-2345678（村委会）", Phone("0635-2345678", "村委会")),
        ("2345678", Phone("2345678")),
        ("+86-0635-2345678", Phone("0635-2345678")),
        ("400-123-4567", Phone("4001234567")),
    ],
)
def test_landlines_keep_their_area_and_extension(cell: str, phone: Phone) -> None:
    assert read_phones(cell) == PhonesRead((phone,))


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("1990000404", "手机号是 10 位，应为 11 位；请核对"),
        ("199000040421", "手机号是 12 位，应为 11 位；请核对"),
        (1.99e10 + 0.5, "手机号是 12 位，应为 11 位；请核对"),
        ("12345", "手机号是 5 位，应为 11 位；请核对"),
        ("不用手机", "电话这一格没有号码；请填号码"),
        ("99999", "电话是 5 位，不像号码；请核对（固定电话带上区号）"),
        (True, "电话这一格没有号码；请填号码"),
    ],
)
def test_what_is_no_number_becomes_a_sentence(cell: object, fault: str) -> None:
    assert read_phones(cell) == PhonesRead((), (fault,))  # type: ignore[arg-type]


def test_a_bad_number_does_not_lose_the_good_one_beside_it() -> None:
    assert read_phones("19900004042/1990000999") == PhonesRead(
        (Phone(MOBILE),), ("手机号是 10 位，应为 11 位；请核对",)
    )


@given(st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.dates(), st.none()))
def test_any_cell_gives_numbers_or_sentences(cell: object) -> None:
    read = read_phones(cell)  # type: ignore[arg-type]
    for phone in read.phones:
        assert phone.number.replace("-", "").isdigit()
        assert phone.number.isascii()

"""Masked numbers: what stays in sight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.people.mask import (
    DEFAULT_STYLE,
    MaskStyle,
    mask_identity,
    mask_phone,
    mask_style,
)
from jiuye_cli.errors import RefusedError

NUMBER = "999999197506267715"


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("前2后3", "99*************715"),
        ("前1后1", "9****************5"),
        ("前6后4", "999999********7715"),
        ("前3后4", "999***********7715"),
        ("前0后4", "**************7715"),
    ],
)
def test_each_style_keeps_its_ends(style: str, shown: str) -> None:
    assert mask_identity(NUMBER, mask_style(style)) == shown


def test_the_default_is_the_first_two_and_the_last_three() -> None:
    assert str(DEFAULT_STYLE) == "前2后3"


@pytest.mark.parametrize("name", ["前9后9", "前7后4", "前6后5", "全部", ""])
def test_a_style_that_hides_too_little_or_is_none_is_refused(name: str) -> None:
    with pytest.raises(RefusedError):
        mask_style(name)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("19900001234", "199****1234"),
        ("0635-2345678", "0635-***5678"),
        ("0531-87654321", "0531-****4321"),
        ("2345678", "***5678"),
        ("110", "***"),
        ("", ""),
    ],
)
def test_a_phone_keeps_its_tail(number: str, shown: str) -> None:
    assert mask_phone(number) == shown


@given(st.text("0123456789X", max_size=20), st.integers(0, 6), st.integers(0, 4))
def test_a_mask_keeps_the_length_and_never_shows_more_than_its_ends(
    text: str, first: int, last: int
) -> None:
    shown = mask_identity(text, MaskStyle(first, last))
    assert len(shown) == len(text)
    assert sum(char != "*" for char in shown) <= first + last

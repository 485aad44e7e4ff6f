"""Months, birthdays and counts that the days move, at their edges."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jiuye_cli.core.rules.days import (
    Moving,
    add_months,
    age_on,
    birthday,
    months_between,
    months_since,
    months_until,
    term_end,
)

days = some.dates(date(1930, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 9, 1), 12, date(2025, 9, 1)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
        (date(9999, 12, 1), 12, date.max),
    ],
)
def test_a_month_on_is_the_same_day_or_the_months_end(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(1976, 11, 22), date(2026, 11, 21), 49),
        (date(1976, 11, 22), date(2026, 11, 22), 50),
        (date(2000, 2, 29), date(2026, 2, 28), 25),
        (date(2000, 2, 29), date(2026, 3, 1), 26),
        (date(2000, 2, 29), date(2024, 2, 28), 23),
        (date(2000, 2, 29), date(2024, 2, 29), 24),
    ],
)
def test_an_age_is_reached_on_the_birthday_and_29_february_on_1_march(
    born: date, day: date, years: int
) -> None:
    assert age_on(born, day).count == years


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2024, 9, 1), date(2025, 8, 31), 11),
        (date(2024, 9, 1), date(2025, 9, 1), 12),
        (date(2024, 8, 31), date(2025, 2, 28), 6),
        (date(2025, 3, 1), date(2025, 2, 28), -1),
    ],
)
def test_whole_months_are_full_on_the_same_day(start: date, end: date, months: int) -> None:
    assert months_between(start, end) == months


@given(days, days, some.integers(-3, 3))
def test_a_rising_count_changes_exactly_on_the_day_it_says(
    anchor: date, day: date, more: int
) -> None:
    for make in (months_since, age_on):
        moving = make(anchor, day)
        target = moving.count + more
        reached = moving.reached(target)
        assert (
            make(anchor, reached).count >= target > make(anchor, reached - timedelta(days=1)).count
        )


@given(days, days, some.integers(-3, 3))
def test_a_falling_count_changes_exactly_on_the_day_it_says(
    target: date, day: date, more: int
) -> None:
    moving: Moving = months_until(target, day)
    count = moving.count + more
    below = moving.reached(count)
    assert (
        months_until(target, below).count
        < count
        <= months_until(target, below - timedelta(days=1)).count
    )


@given(days, some.integers(0, 90))
def test_a_birthday_is_never_before_the_month_clamped_day(born: date, years: int) -> None:
    assert birthday(born, years) - add_months(born, years * 12) in (timedelta(0), timedelta(days=1))


def test_a_term_ends_the_day_before_its_start_comes_round_or_with_a_short_month():
    assert term_end(date(2026, 10, 8), 12) == date(2027, 10, 7)
    assert term_end(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert term_end(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert term_end(date(2026, 1, 1), 36) == date(2028, 12, 31)

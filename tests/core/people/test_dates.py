"""Days and months in every habit; none invented."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.people.dates import read_date, read_month
from jiuye_cli.errors import RefusedError

DAY = date(2024, 5, 6)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-05-06", "2024/5/6", "2024.5.6", "20240506", "2024年5月6日", "2024年05月06日", "2024年5月6号", "2024 年 5 月 6 日",
        "２０２４．０５．０６", "2024-05-06 00:00:00", "2024/5/6 0:00", "2024-05-06T08:30:00", "2024-5-6（星期一）", "2024。5。6",
        "二〇二四年五月六日", "'2024-05-06", DAY, datetime.fromisoformat("2024-05-06T08:30"), 45418.0, 45418, "45418", 20240506.0, 20240506, "20240506.0",
        " 2024-05-06\t", "2024,5,6",
    ],
)  # fmt: skip
def test_a_day_in_every_dress(cell: object) -> None:
    assert read_date(cell) == DAY  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("二〇二四年十二月三十一日", date(2024, 12, 31)),
        ("二○二四年十月十日", date(2024, 10, 10)),
        ("二零二四年二月二十日", date(2024, 2, 20)),
        ("二〇二四年一月二十九日", date(2024, 1, 29)),
        ("2024-02-29", date(2024, 2, 29)),
        (10_000, date(1927, 5, 18)),
    ],
)
def test_days_written_in_numerals_and_at_the_edges(cell: object, day: date) -> None:
    assert read_date(cell) == day  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("2024年5月", "只写到月，没有日；问到哪一天后写成 2024-05-06 这样"),
        ("2024.05", "只写到月，没有日；问到哪一天后写成 2024-05-06 这样"),
        ("202405", "只写到月，没有日；问到哪一天后写成 2024-05-06 这样"),
        (2024.05, "只写到月，没有日；问到哪一天后写成 2024-05-06 这样"),
        ("2024年", "只写了年；问到哪一天后写成 2024-05-06 这样"),
        (2024.0, "只写了年；问到哪一天后写成 2024-05-06 这样"),
        ("24.5.6", "年份要写四位；请写成 2024-05-06 这样"),
        ("24年5月6日", "年份要写四位；请写成 2024-05-06 这样"),
        ("240506", "年份要写四位；请写成 2024-05-06 这样"),
        ("5月6日", "没有写哪一年；请写成 2024-05-06 这样"),
        ("2023-02-29", "没有 2023年2月29日 这一天；请核对"),
        ("20241301", "没有 2024年13月1日 这一天；请核对"),
        ("1024-05-06", "年份 1024 不对；请核对"),
        ("2024年5月初", "看不懂是哪一天；请写成 2024-05-06 这样"),
        ("年前", "看不懂是哪一天；请写成 2024-05-06 这样"),
        ("999999", "年份要写四位；请写成 2024-05-06 这样"),
        (9999, "只写了年；问到哪一天后写成 2024-05-06 这样"),
        (True, "看不懂是哪一天；请写成 2024-05-06 这样"),
    ],
)
def test_what_is_no_whole_day_is_refused_with_a_sentence(cell: object, sentence: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_date(cell)  # type: ignore[arg-type]
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    "cell",
    [
        "2024年5月",
        "2024年05月",
        "2024.05",
        "2024-5",
        "2024/05",
        "202405",
        2024.05,
        "2024年5月份",
        "2024-05-06",
        DAY,
    ],
)
def test_a_month_in_every_dress(cell: object) -> None:
    assert read_month(cell) == "2024-05"  # type: ignore[arg-type]


def test_a_number_that_may_be_january_or_october_is_refused() -> None:
    with pytest.raises(RefusedError, match="1 月还是 10 月"):
        read_month(2024.1)


def test_a_text_of_the_same_shape_says_what_it_says() -> None:
    assert (read_month("2024.1"), read_month("2024.10")) == ("2024-01", "2024-10")


@given(st.dates(date(1927, 5, 18), date(2099, 12, 31)))
def test_every_day_survives_every_way_of_writing_it(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    written = [
        f"{day:%Y-%m-%d}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        serial,
        float(serial),
    ]
    assert {read_date(cell) for cell in written} == {day}


@given(st.one_of(st.text(max_size=20), st.floats(), st.integers(), st.none()))
def test_any_cell_is_a_day_or_refused(cell: object) -> None:
    for read in (read_date, read_month):
        try:
            read(cell)  # type: ignore[arg-type]
        except RefusedError:
            continue

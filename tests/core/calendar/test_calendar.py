from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.calendar import CalendarYear, Holiday, WorkCalendar

SPRING = Holiday(
    "春节", date(2026, 2, 15), date(2026, 2, 23), (date(2026, 2, 14), date(2026, 2, 28))
)
CALENDAR = WorkCalendar({2026: CalendarYear(2026, (SPRING,))})
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 1))


def test_a_holiday_is_off_from_its_first_to_its_last_day():
    assert [CALENDAR.is_working(date(2026, 2, day)) for day in (13, 15, 16, 23, 24)] == [
        True, False, False, False, True,
    ]  # fmt: skip


def test_a_weekend_day_that_is_worked_for_a_holiday_is_a_working_day():
    assert CALENDAR.is_working(date(2026, 2, 14))
    assert CALENDAR.next_working(date(2026, 2, 27)) == date(2026, 2, 28)


def test_the_first_working_day_after_the_holiday_is_the_day_after_its_last():
    assert CALENDAR.next_working(date(2026, 2, 14)) == date(2026, 2, 24)
    assert CALENDAR.previous_working(date(2026, 2, 24)) == date(2026, 2, 14)


def test_local_days_overrule_the_state_calendar():
    local = WorkCalendar(
        CALENDAR.years,
        local_off=frozenset({date(2026, 3, 2)}),
        local_worked=frozenset({date(2026, 2, 16)}),
    )
    assert not local.is_working(date(2026, 3, 2))
    assert local.is_working(date(2026, 2, 16))


def test_an_office_that_works_saturdays_has_them_as_working_days():
    assert WorkCalendar(week=frozenset(range(6))).next_working(date(2026, 11, 20)) == date(
        2026, 11, 21
    )


def test_a_year_that_is_not_known_is_monday_to_friday_and_says_so():
    friday = date(2027, 1, 1)
    assert CALENDAR.is_working(friday)
    assert not CALENDAR.is_working(friday + timedelta(days=1))
    assert CALENDAR.warnings([date(2026, 12, 31), friday]) == (
        "还没有 2027 年的放假安排，先按周一到周五排；通知出来后在 policies/日历/2027.yaml 里填上。",
    )


def test_a_calendar_without_any_working_day_still_answers():
    assert WorkCalendar(week=frozenset()).next_working(date(2026, 11, 20)) == date(2026, 11, 21)


@given(DAYS, st.integers(1, 60))
def test_so_many_working_days_on_and_back_is_a_working_day_or_the_one_before(day, count):
    there = CALENDAR.add_working(day, count)
    assert CALENDAR.working_days(day, there) == count
    assert CALENDAR.add_working(there, -count) == (
        day if CALENDAR.is_working(day) else CALENDAR.previous_working(day)
    )


@given(DAYS)
def test_no_working_day_lies_between_a_day_and_the_next_working_day(day):
    assert CALENDAR.working_days(day, CALENDAR.next_working(day)) == 1

"""Seats on buses: whatever people ask for, in whatever order, nobody and no seat is there twice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.course.bus import Bus, Seat, free_numbers, moved_up, seat_next
from jiuye_cli.errors import RefusedError

DAY = date(2026, 11, 21)
ONE, TWO = (
    Bus(1, "1号车", 2, id=1, stops=("村口", "镇政府")),
    Bus(1, "2号车", 1, id=2, stops=("镇政府",)),
)


def asked(person, **more):
    return Seat(1, person, DAY, **more)


def test_seats_are_numbered_from_one_on_each_bus_and_the_first_free_one_is_given():
    held = [replace(asked(7), bus=1, number=1)]
    assert free_numbers(ONE, held) == [2]
    assert seat_next([ONE, TWO], held, asked(8)) == replace(asked(8), bus=1, number=2)


def test_who_gets_on_at_a_stop_sits_on_a_bus_that_stops_there():
    assert seat_next([TWO, ONE], [], asked(8, stop="村口")).bus == 1


def test_where_every_bus_that_stops_there_is_full_they_wait():
    held = [replace(asked(p), bus=1, number=n) for n, p in enumerate((7, 9), 1)]
    assert seat_next([ONE, TWO], held, asked(8, stop="村口")).bus is None


def test_a_bus_without_stops_takes_anyone():
    anywhere = Bus(1, "3号车", 1, id=3)
    assert seat_next([anywhere], [], asked(8, stop="村口")).bus == 3


def test_nobody_is_seated_twice():
    with pytest.raises(RefusedError, match="7 号已经在这趟车的名单上"):
        seat_next([ONE], [asked(7)], asked(7))


def test_the_waiting_list_moves_up_first_come_first_served():
    waiting = [replace(asked(8), id=2), replace(asked(7), id=1)]
    assert [(s.person, s.number) for s in moved_up([ONE], waiting)] == [(7, 1), (8, 2)]


BUSES = st.lists(st.integers(1, 6), min_size=1, max_size=4).map(
    lambda sizes: [
        Bus(1, f"{n}号车", size, id=n, stops=("村口",) if n % 2 else ("镇政府",))
        for n, size in enumerate(sizes, 1)
    ]
)
WISHES = st.lists(
    st.tuples(st.integers(1, 40), st.sampled_from([None, "村口", "镇政府"]), st.booleans()),
    max_size=40,
)


@given(BUSES, WISHES)
def test_over_any_history_of_asking_and_giving_back_no_seat_and_nobody_is_there_twice(
    buses, wishes
):
    seats: list[Seat] = []
    for at, (person, stop, leaves) in enumerate(wishes):
        if leaves and any(s.person == person for s in seats):
            seats = [s for s in seats if s.person != person]
            placed = {s.id: s for s in moved_up(buses, seats)}
            seats = [placed.get(s.id, s) for s in seats]
        elif all(s.person != person for s in seats):
            wish = Seat(1, person, DAY + timedelta(at), id=at + 1, stop=stop)
            seats.append(seat_next(buses, seats, wish))
    held = [(s.bus, s.number) for s in seats if s.bus]
    assert len(held) == len(set(held))
    assert len({s.person for s in seats}) == len(seats)
    by_id = {bus.id: bus for bus in buses}
    assert all(1 <= s.number <= by_id[s.bus].seats for s in seats if s.bus)
    assert all(s.stop in by_id[s.bus].stops for s in seats if s.bus and s.stop)
    free = sum(len(free_numbers(bus, seats)) for bus in buses)
    assert free == 0 or all(s.bus or s.stop for s in seats)

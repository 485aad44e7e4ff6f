"""The sheet of a day: who gets a seat, in which order, and the one reason of everyone else."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.callback.candidate import Subject
from jiuye_cli.core.callback.contact import Contact, Outcome
from jiuye_cli.core.callback.due import CallFile
from jiuye_cli.core.callback.rules import Cadence, CallRules, Rung, Weights
from jiuye_cli.core.callback.sheet import Plan, Room, plan_sheet
from jiuye_cli.core.callback.span import Span, Unit

CALENDAR = WorkCalendar()
MONTHLY = Cadence("没有活干", Span(1, Unit.MONTHS), Decimal(6), "自拟")
RULES = CallRules(
    cadences=(MONTHLY,),
    when_unclear=MONTHLY,
    rungs=(
        Rung(1, Span(1, Unit.WORKING_DAYS), "换个时段再打"),
        Rung(3, Span(2, Unit.WORKING_DAYS), "上门看看", is_visit=True),
    ),
    weights=Weights(
        overdue_day=Decimal(2),
        overdue_days_at_most=30,
        silent_month=Decimal(3),
        silent_months_at_most=12,
        promise=Decimal(30),
        unreturned=Decimal(10),
        thousand_yuan=Decimal(1),
        judged_at_most=1000,
    ),
    silent_share=Decimal("0.2"),
)
MONDAY = date(2026, 11, 23)


def someone(
    number: int, talked: date | None, *contacts: Contact, phone: str | None = None, **rest
) -> Subject:
    spoken = [Contact(talked, Outcome.REACHED)] if talked else []
    file = CallFile(number, date(2026, 1, 5), MONTHLY, (), (*spoken, *contacts), **rest)
    return Subject(file, (phone or f"1990000{number:04d}",) if phone != "" else ())


def sheet(
    *people: Subject, capacity: int = 20, unreturned=(), day: date = MONDAY, yuan=None, rules=RULES
) -> Plan:
    room, known = Room(capacity, 1), yuan or {}
    return plan_sheet(people, rules, CALENDAR, day, room, unreturned, lambda _: known)


def rows(plan: Plan) -> list[list[int]]:
    return [[c.person for c in call.people] for call in plan.calls]


def reasons(plan: Plan) -> dict[int, str]:
    return {one.person: one.reason for one in plan.left_out}


def test_the_most_pressing_come_first_and_the_sum_can_be_read():
    plan = sheet(someone(1, date(2026, 10, 20)), someone(2, date(2026, 9, 1)))
    assert rows(plan) == [[2], [1]]
    assert [(p.part, p.points, p.basis) for p in plan.calls[0].lead.urgency.parts] == [
        ("逾期", Decimal(60), "53天×2（最多算30天）"),
        ("例行", Decimal(6), "没有活干，每月一次"),
        ("沉默", Decimal(6), "2个月×3"),
    ]
    assert plan.calls[0].lead.urgency.total == 72


def test_promises_stand_before_everything_else():
    promised = Contact(date(2026, 11, 16), Outcome.REACHED, next_on=MONDAY)
    plan = sheet(someone(1, date(2026, 5, 1)), someone(2, None, promised), capacity=1)
    assert rows(plan) == [[2]]
    assert plan.calls[0].seat == "约好的"
    assert reasons(plan) == {1: "今日名额已满，排第2"}


def test_everyone_who_is_not_on_the_sheet_gets_exactly_one_reason():
    tries = [Contact(date(2026, 11, d), Outcome.NO_ANSWER) for d in (16, 17, 18)]
    plan = sheet(
        someone(1, date(2026, 9, 1)),
        someone(2, date(2026, 10, 1)),
        someone(3, date(2026, 11, 20)),
        someone(4, date(2026, 8, 3), phone=""),
        someone(5, date(2026, 9, 5), phone=""),
        someone(6, date(2026, 9, 9), quiet="已注销"),
        someone(7, None, Contact(date(2026, 11, 2), Outcome.REACHED, next_on=date(2026, 12, 3))),
        someone(8, date(2026, 9, 1), phone="19900000001"),
        someone(9, date(2026, 9, 20), *tries),
        someone(10, date(2026, 9, 20), Contact(date(2026, 11, 20), Outcome.SWITCHED_OFF)),
        someone(11, date(2026, 10, 1), Contact(date(2026, 11, 23), Outcome.NO_ANSWER)),
        capacity=2,
    )
    assert rows(plan) == [[1, 8], [10]]
    assert [c.person for c in plan.visits] == [4]
    assert reasons(plan) == {
        2: "今日名额已满，排第3",
        3: "11-20 已联系，12-20 才到期",
        4: "无有效电话，列入上门",
        5: "无有效电话，上门排第2",
        6: "已注销",
        7: "已约好 12-03 再打",
        8: "同一个电话，在第01行一起打",
        9: "3天没打通，上门排第3",
        11: "11-23 无人接，11-24 再打",
    }


def test_a_number_that_is_shared_is_one_row_with_the_more_pressing_first():
    plan = sheet(
        someone(1, date(2026, 10, 20), phone="19900000009"),
        someone(2, date(2026, 9, 20), phone="19900000009"),
    )
    assert rows(plan) == [[2, 1]]


def test_seats_are_kept_for_the_longest_silent_however_little_they_score():
    loud = [
        someone(n, None, Contact(date(2026, 11, 20), Outcome.REACHED, next_on=MONDAY))
        for n in range(1, 5)
    ]
    quiet = [someone(n, date(2026, 2, n)) for n in range(11, 14)]
    plan = sheet(*loud, *quiet, capacity=5)
    assert rows(plan)[:4] == [[1], [2], [3], [4]]
    assert plan.calls[4].seat == "最久没联系的"
    assert rows(plan)[4] == [11]


def test_a_row_that_never_came_back_has_a_seat_and_is_named_as_carried():
    people = [someone(n, date(2026, 9, n)) for n in range(1, 6)] + [someone(9, date(2026, 10, 22))]
    plan = sheet(*people, capacity=3, unreturned={9, 77})
    assert [9] in rows(plan)
    assert plan.carried == (9,)
    part = {p.part: p.points for p in plan.calls[-1].lead.urgency.parts}
    assert part["未回"] == 10


def test_who_has_rung_back_since_is_not_carried():
    plan = sheet(someone(9, date(2026, 11, 22)), unreturned={9})
    assert plan.carried == ()


people_ = st.lists(
    st.tuples(st.integers(1, 30), st.integers(0, 300), st.integers(0, 12)),
    max_size=25,
    unique_by=lambda one: one[0],
).map(
    lambda told: [
        someone(n, date(2026, 1, 5) + timedelta(days=d), phone=f"1990000{p:04d}" if p else "")
        for n, d, p in told
    ]
)


@given(people_, st.randoms(), st.integers(0, 8))
def test_the_same_people_in_any_order_give_the_same_sheet(people, chance, capacity):
    again = chance.sample(people, len(people))
    assert sheet(*people, capacity=capacity) == sheet(*again, capacity=capacity)


@given(people_, st.integers(0, 8))
def test_everyone_leads_a_row_or_has_one_reason_and_no_sheet_is_over_full(people, capacity):
    plan = sheet(*people, capacity=capacity)
    leads = [call.lead.person for call in plan.calls]
    assert len(leads) <= capacity
    assert sorted([*leads, *reasons(plan)]) == sorted(p.person for p in people)


def test_what_was_given_out_before_counts_in_the_places_of_the_queue():
    plan = plan_sheet(
        [someone(1, date(2026, 9, 1)), someone(2, date(2026, 9, 1), phone="")],
        RULES, CALENDAR, MONDAY, Room(0, 0, calls_before=20, visits_before=5),
    )  # fmt: skip
    assert reasons(plan) == {1: "今日名额已满，排第21", 2: "无有效电话，上门排第6"}


def test_nobody_starves_however_pressing_the_others_are():
    """Forty are always ten times as pressing; the sixty others are still all reached in time."""
    spoke = {n: date(2026, 1, 5) + timedelta(days=n) for n in range(100)}
    pressing = set(range(60, 100))
    reached: set[int] = set()
    day = MONDAY
    for _ in range(30):
        people = [
            Subject(CallFile(n, date(2026, 1, 1), MONTHLY, (), (Contact(d, Outcome.REACHED),)), (str(n),))
            for n, d in spoke.items()
        ]  # fmt: skip
        money = dict.fromkeys(pressing, 900_000)
        for call in sheet(*people, capacity=10, day=day, yuan=money).calls:
            reached.add(call.lead.person)
            # the pressing ones fall due again at once
            spoke[call.lead.person] = date(2026, 10, 1) if call.lead.person in pressing else day
        day = CALENDAR.next_working(day)
    assert set(range(60)) <= reached


def test_promises_leave_the_kept_seats_to_the_longest_silent():
    promised = [
        someone(n, None, Contact(date(2026, 9, 1), Outcome.REACHED, next_on=date(2026, 9, n)))
        for n in range(2, 8)
    ]
    quiet = [someone(n, date(2026, 2, n)) for n in (11, 12)]
    plan = sheet(*promised, *quiet, capacity=5)
    assert [(c.lead.person, c.seat) for c in plan.calls] == [
        (2, "约好的"), (3, "约好的"), (4, "约好的"), (5, "约好的"), (11, "最久没联系的"),
    ]  # fmt: skip
    assert rows(sheet(*promised, capacity=5)) == [[2], [3], [4], [5], [6]]


def visited(*people: Subject, places: int) -> list[int]:
    money = dict.fromkeys(range(1, 7), 90_000)
    plan = plan_sheet(people, RULES, CALENDAR, MONDAY, Room(0, places), (), lambda _: money)
    return [c.person for c in plan.visits]


def test_a_visit_is_kept_for_whom_nobody_has_tried_for_longest():
    """Six that money makes pressing, and one nobody has been to since February."""
    pressing = [someone(n, date(2026, 9, n), phone="") for n in range(1, 7)]
    quiet = someone(9, date(2026, 2, 2), phone="")
    assert visited(*pressing, quiet, places=5) == [1, 2, 3, 4, 9]
    assert visited(*pressing, quiet, places=1) == [1]
    assert visited(*pressing, quiet, places=0) == []


def test_who_is_never_at_home_does_not_keep_the_place_of_the_others():
    away = someone(8, date(2026, 1, 6), Contact(date(2026, 11, 17), Outcome.NO_ANSWER), phone="")
    pressing = [someone(n, date(2026, 9, n), phone="") for n in range(1, 7)]
    quiet = someone(9, date(2026, 2, 2), phone="")
    assert visited(away, *pressing, quiet, places=5) == [1, 2, 3, 4, 9]


def test_money_that_waits_for_answers_brings_someone_forward():
    people = [someone(n, date(2026, 10, 20)) for n in (1, 2)]
    plan = sheet(*people, capacity=1, yuan={2: 3200})
    assert rows(plan) == [[2]]
    assert plan.calls[0].lead.urgency.parts[-1].basis == "3千元×1"
    assert reasons(plan) == {1: "今日名额已满，排第2"}


def test_nobody_is_judged_whom_money_cannot_bring_onto_the_sheet():
    rules = replace(RULES, weights=replace(RULES.weights, thousand_yuan_at_most=5))
    asked: list[int] = []

    def stakes(people):
        asked.extend(people)
        return {}

    late, later, soon = (someone(n, day) for n, day in ((1, date(2026, 8, 3)), (2, date(2026, 8, 4)), (3, date(2026, 10, 20))))  # fmt: skip
    plan_sheet([late, later, soon], rules, CALENDAR, MONDAY, Room(1), (), stakes)
    assert sorted(asked) == [1, 2]
    none = replace(RULES, weights=replace(RULES.weights, judged_at_most=0))
    asked.clear()
    plan_sheet([late, later, soon], none, CALENDAR, MONDAY, Room(2), (), stakes)
    assert asked == []


@given(
    st.lists(
        st.tuples(st.integers(0, 120), st.integers(0, 9000), st.booleans()), min_size=1, max_size=12
    ),
    st.integers(1, 6),
)
def test_judging_only_those_in_reach_gives_the_sheet_of_judging_everyone(told, places):
    people = [
        someone(n, MONDAY - timedelta(days=30 + ago), phone="19900000001" if shares else None)
        for n, (ago, _, shares) in enumerate(told, 1)
    ]
    money = {n: yuan for n, (_, yuan, _) in enumerate(told, 1)}
    short = replace(RULES, weights=replace(RULES.weights, thousand_yuan_at_most=5))
    everyone = {n: min(yuan, 5000) for n, yuan in money.items()}
    some = sheet(*people, capacity=places, yuan=money, rules=short)
    assert rows(some) == rows(sheet(*people, capacity=places, yuan=everyone))

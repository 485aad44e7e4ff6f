"""The one definition of due: boundary days, promises, attempts, and its algebra."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.callback.contact import Contact, Outcome
from jiuye_cli.core.callback.due import CallFile, Due, NotDue, due_on, next_due, said, standing
from jiuye_cli.core.callback.events import Event
from jiuye_cli.core.callback.rules import Cadence, CallRules, Checkpoint, Rung, Weights
from jiuye_cli.core.callback.span import Span, Unit

CALENDAR = WorkCalendar()
DAYS, WORKING, MONTHS = Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS
MONTHLY = Cadence("没有活干", Span(1, MONTHS), Decimal(6), "自拟")
RULES = CallRules(
    cadences=(MONTHLY,),
    when_unclear=MONTHLY,
    checkpoints=(
        Checkpoint("建档", Span(5, WORKING), Decimal(8), "自拟", is_within=True, say="首访"),
        Checkpoint("上岗", Span(7, DAYS), Decimal(8), "自拟", early=Span(2, DAYS), say="上岗满7天"),
        Checkpoint("上岗", Span(30, DAYS), Decimal(7), "自拟", early=Span(3, DAYS), say="上岗满30天"),
        Checkpoint("协议到期", Span(30, DAYS), Decimal(9), "自拟", is_before=True, say="协议快到期"),
        Checkpoint("期限", Span(30, DAYS), Decimal(12), "自拟", is_before=True, heeds_promise=False, say="快到期"),
    ),
    rungs=(
        Rung(1, Span(1, WORKING), "换个时段再打"),
        Rung(2, Span(1, WORKING), "打家属的电话"),
        Rung(3, Span(2, WORKING), "上门看看", is_visit=True),
    ),
    unreachable_after=Span(6, MONTHS),
    weights=Weights(promise=Decimal(30)),
)  # fmt: skip
OPENED = date(2026, 6, 1)  # a Monday
TALKED = Contact(date(2026, 10, 20), Outcome.REACHED)


def file(*contacts: Contact, events=(), cadence=MONTHLY, opened=OPENED) -> CallFile:
    return CallFile(1, opened, cadence, events, contacts)


def due(day: date, *contacts: Contact, **rest) -> Due | None:
    return due_on(file(*contacts, **rest), RULES, CALENDAR, day)


def no_answer(day: date, next_on: date | None = None, id_: int = 0) -> Contact:
    return Contact(day, Outcome.NO_ANSWER, next_on=next_on, id=id_)


# -- the clock ---------------------------------------------------------------


def test_a_month_after_the_last_real_contact_someone_is_due_and_the_day_before_not():
    assert due(date(2026, 11, 19), TALKED) is None
    found = due(date(2026, 11, 20), TALKED)
    assert (found.on, found.overdue_days) == (date(2026, 11, 20), 0)


def test_days_late_count_from_the_first_working_day_on_which_the_call_could_be_made():
    talked = Contact(date(2026, 10, 21), Outcome.REACHED)  # due on Saturday 11-21
    assert [due(date(2026, 11, day), talked).overdue_days for day in (21, 22, 23, 24)] == [
        0,
        0,
        0,
        1,
    ]


def test_a_new_file_may_be_called_at_once_and_is_late_after_five_working_days():
    assert [due(date(2026, 6, day)).overdue_days for day in (1, 5, 8, 9)] == [0, 0, 0, 1]
    assert [r.say for r in due(OPENED).reasons] == ["首访（6月1日）"]


def test_any_real_contact_since_the_file_was_opened_is_the_first_visit():
    assert due(date(2026, 6, 2), Contact(OPENED, Outcome.REACHED)) is None
    assert due(date(2026, 6, 2), no_answer(OPENED)) is not None


def test_an_attempt_that_does_not_reach_the_person_does_not_reset_the_clock():
    found = due(date(2026, 11, 27), TALKED, no_answer(date(2026, 11, 20)))
    assert (found.on, found.overdue_days) == (date(2026, 11, 20), 7)


def test_every_outcome_but_reached_leaves_the_clock_alone():
    for outcome in set(Outcome) - {Outcome.REACHED}:
        assert (
            due(date(2026, 11, 27), TALKED, Contact(date(2026, 11, 20), outcome)).overdue_days == 7
        )


def test_a_contact_later_than_the_day_asked_about_is_not_known_yet():
    later = Contact(date(2026, 11, 25), Outcome.REACHED)
    assert due(date(2026, 11, 24), TALKED, later).overdue_days == 4


def test_who_needs_no_calls_is_never_due_and_says_why():
    quiet = replace(file(TALKED), quiet="已注销")
    assert standing(quiet, RULES, CALENDAR, date(2027, 11, 1)) == NotDue("已注销")
    assert next_due(quiet, RULES, CALENDAR, date(2027, 11, 1)) is None


# -- events ------------------------------------------------------------------


def test_a_week_after_being_hired_someone_is_called():
    hired = [Event("上岗", date(2026, 11, 2), "宏达机械")]
    talked = Contact(date(2026, 11, 1), Outcome.REACHED)
    assert due(date(2026, 11, 8), talked, events=hired) is None
    found = due(date(2026, 11, 9), talked, events=hired)
    assert [r.say for r in found.reasons] == ["上岗满7天（宏达机械 11月2日）"]


def test_a_contact_a_little_early_settles_a_checkpoint_and_an_earlier_one_does_not():
    hired = [Event("上岗", date(2026, 11, 2))]
    early, too_early = (Contact(date(2026, 11, day), Outcome.REACHED) for day in (7, 6))
    assert due(date(2026, 11, 9), early, events=hired) is None
    assert due(date(2026, 11, 9), too_early, events=hired) is not None


def test_settling_the_first_checkpoint_leaves_the_second():
    hired = [Event("上岗", date(2026, 11, 2))]
    talked = Contact(date(2026, 11, 10), Outcome.REACHED)
    kinds = [r.say for r in due(date(2026, 12, 2), talked, events=hired).reasons]
    assert kinds == ["上岗满30天（11月2日）"]


def test_a_term_that_ends_is_asked_about_thirty_days_before():
    ends = [Event("协议到期", date(2026, 12, 20))]
    talked = Contact(date(2026, 11, 19), Outcome.REACHED)
    assert due(date(2026, 11, 19), talked, events=ends) is None
    assert due(date(2026, 11, 20), talked, events=ends).overdue_days == 0


def test_what_an_event_asked_for_before_the_file_was_opened_is_not_asked_any_more():
    hired = [Event("上岗", date(2023, 3, 1))]
    assert {r.kind for r in due(date(2026, 6, 8), events=hired).reasons} == {"建档"}


def test_of_several_checkpoints_of_one_event_the_last_is_said():
    hired = [Event("上岗", date(2026, 6, 8), "宏达机械")]
    found = due(date(2026, 7, 10), events=hired)
    assert said(found.reasons) == (
        "首访（6月1日）",
        "上岗满30天（宏达机械 6月8日）",
        "没有活干，每月一次",
    )


# -- promises ----------------------------------------------------------------


def test_a_promise_is_honoured_on_the_day_and_nothing_is_asked_before():
    promised = Contact(date(2026, 10, 20), Outcome.REACHED, next_on=date(2026, 12, 3))
    assert due(date(2026, 12, 2), promised) is None
    found = due(date(2026, 12, 3), promised)
    assert (found.on, found.overdue_days, found.promised) == (
        date(2026, 12, 3),
        0,
        date(2026, 12, 3),
    )


def test_a_promise_stands_until_the_person_is_reached_on_or_after_that_day():
    promised = Contact(date(2026, 10, 20), Outcome.REACHED, next_on=date(2026, 11, 3))
    before = Contact(date(2026, 11, 2), Outcome.REACHED)
    on_it = Contact(date(2026, 11, 3), Outcome.REACHED)
    assert due(date(2026, 11, 3), promised, before).promised == date(2026, 11, 3)
    assert due(date(2026, 11, 4), promised, on_it) is None


def test_a_newer_promise_takes_the_place_of_the_older():
    first = Contact(date(2026, 10, 20), Outcome.REACHED, next_on=date(2026, 11, 3))
    second = Contact(date(2026, 10, 28), Outcome.REACHED, next_on=date(2026, 11, 10))
    assert standing(file(first, second), RULES, CALENDAR, date(2026, 11, 3)) == NotDue(
        "已约好 11-10 再打", date(2026, 11, 10)
    )


def test_a_day_noted_after_a_call_that_did_not_connect_says_when_to_try_and_forgives_no_days():
    tried = no_answer(date(2026, 11, 24), next_on=date(2026, 11, 30))
    assert due(date(2026, 11, 29), TALKED, tried) is None
    assert due(date(2026, 11, 30), TALKED, tried).overdue_days == 10


def test_a_deadline_does_not_wait_for_a_promised_day():
    promised = Contact(date(2026, 11, 1), Outcome.REACHED, next_on=date(2026, 12, 31))
    deadline = [Event("期限", date(2026, 12, 20), "技能提升补贴")]
    found = due(date(2026, 11, 20), promised, events=deadline)
    assert [r.kind for r in found.reasons] == ["期限"]


# -- the ladder --------------------------------------------------------------


def test_after_a_call_that_did_not_connect_the_next_try_is_the_next_working_day():
    friday = no_answer(date(2026, 11, 20))
    assert standing(file(TALKED, friday), RULES, CALENDAR, date(2026, 11, 22)) == NotDue(
        "11-20 无人接，11-23 再打", date(2026, 11, 23)
    )
    assert due(date(2026, 11, 23), TALKED, friday).attempts.rung.advice == "换个时段再打"


def test_tries_on_one_day_are_one_step_of_the_ladder():
    twice = [no_answer(date(2026, 11, 20), id_=n) for n in (1, 2)]
    assert due(date(2026, 11, 23), TALKED, *twice).attempts.days == 1


def test_the_third_day_without_an_answer_leads_to_a_visit():
    tries = [no_answer(date(2026, 11, day)) for day in (20, 23, 24)]
    found = due(date(2026, 11, 26), TALKED, *tries)
    assert (found.attempts.days, found.attempts.rung.is_visit) == (3, True)


def test_a_real_contact_starts_the_ladder_afresh():
    tries = [no_answer(date(2026, 11, day)) for day in (20, 23, 24)]
    reached = Contact(date(2026, 11, 26), Outcome.REACHED)
    assert due(date(2026, 12, 26), TALKED, *tries, reached).attempts.days == 0


def test_six_months_of_tries_without_reaching_anyone_are_pointed_out():
    tries = [no_answer(date(2026, 6, 10)), no_answer(date(2026, 9, 1))]
    assert not due(date(2026, 12, 9), *tries).attempts.is_unreachable
    assert due(date(2026, 12, 10), *tries).attempts.is_unreachable


# -- the algebra -------------------------------------------------------------

FIRST, LAST = OPENED, date(2027, 6, 1)
SPAN = (LAST - FIRST).days
offsets = st.integers(0, SPAN)
day_at = offsets.map(lambda n: FIRST + timedelta(days=n))
next_days = st.none() | day_at


@st.composite
def contacts(draw):
    days = draw(st.lists(day_at, max_size=6))
    return [
        Contact(
            d,
            draw(st.sampled_from(Outcome)),
            next_on=draw(st.none() | st.integers(0, 60).map(lambda n, d=d: d + timedelta(days=n))),
            id=number,
        )
        for number, d in enumerate(days, 1)
    ]


events = st.lists(
    st.builds(Event, st.sampled_from(["上岗", "协议到期", "期限", "推荐"]), day_at), max_size=4
)
files = st.builds(
    CallFile,
    person=st.just(1),
    opened_on=st.just(OPENED),
    cadence=st.sampled_from([MONTHLY, None]),
    events=events,
    contacts=contacts(),
)


def _newest(file_: CallFile) -> date:
    return max((c.day for c in file_.contacts), default=OPENED)


@given(files, st.integers(0, 200), st.integers(0, 60))
def test_time_alone_never_makes_someone_less_due(file_, after, more):
    day = _newest(file_) + timedelta(days=after)
    now, later = (due_on(file_, RULES, CALENDAR, d) for d in (day, day + timedelta(days=more)))
    if now:
        assert later is not None
        assert later.overdue_days >= now.overdue_days
        assert later.on <= now.on


@given(files, st.integers(0, 200), st.integers(0, 60))
def test_reaching_someone_never_makes_them_more_overdue(file_, after, more):
    reached = Contact(_newest(file_) + timedelta(days=after), Outcome.REACHED, id=99)
    day = reached.day + timedelta(days=more)
    without = due_on(file_, RULES, CALENDAR, day)
    with_it = due_on(replace(file_, contacts=[*file_.contacts, reached]), RULES, CALENDAR, day)
    if without and with_it:
        assert with_it.overdue_days <= without.overdue_days
        assert with_it.on >= without.on


@given(
    files,
    st.integers(0, 200),
    st.integers(0, 60),
    st.sampled_from(sorted(set(Outcome) - {Outcome.REACHED})),
)
def test_an_attempt_that_reaches_nobody_never_makes_anyone_less_overdue(
    file_, after, more, outcome
):
    tried = Contact(_newest(file_) + timedelta(days=after), outcome, id=99)
    day = tried.day + timedelta(days=more)
    without = due_on(file_, RULES, CALENDAR, day)
    with_it = due_on(replace(file_, contacts=[*file_.contacts, tried]), RULES, CALENDAR, day)
    if without and with_it:
        assert (with_it.on, with_it.overdue_days) == (without.on, without.overdue_days)
    if without is None:
        assert with_it is None


@given(files, st.integers(0, 90), st.integers(0, 90))
def test_a_promise_is_kept_to_the_day(file_, after, ahead):
    made = _newest(file_) + timedelta(days=after)
    promised = made + timedelta(days=ahead + 1)
    contact = Contact(made, Outcome.REACHED, next_on=promised, id=99)
    calm = [e for e in file_.events if e.kind != "期限"]
    kept = replace(file_, events=calm, contacts=[*file_.contacts, contact])
    assert due_on(kept, RULES, CALENDAR, promised - timedelta(days=1)) is None
    found = due_on(kept, RULES, CALENDAR, promised)
    assert (found.on, found.overdue_days) == (promised, 0)


@given(files, st.randoms(), day_at)
def test_the_order_in_which_events_and_contacts_are_told_does_not_matter(file_, chance, day):
    shuffled = replace(
        file_,
        events=chance.sample(file_.events, len(file_.events)),
        contacts=chance.sample(file_.contacts, len(file_.contacts)),
    )
    assert standing(shuffled, RULES, CALENDAR, day) == standing(file_, RULES, CALENDAR, day)


@given(files, st.integers(0, 200))
def test_the_next_due_day_is_the_first_on_which_someone_is_due(file_, after):
    day = _newest(file_) + timedelta(days=after)
    found = next_due(file_, RULES, CALENDAR, day)
    if found is None:
        assert due_on(file_, RULES, CALENDAR, day + timedelta(days=900)) is None
        return
    assert due_on(file_, RULES, CALENDAR, found) is not None
    if found > day:
        assert due_on(file_, RULES, CALENDAR, found - timedelta(days=1)) is None

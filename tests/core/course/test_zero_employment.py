"""零就业家庭 from its members: yes, no, or whom to ask; never an answer out of nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.course.household import AT_WORK, Member, zero_employment
from jiuye_cli.core.course.rules import WorkingAge
from jiuye_cli.core.fields.catalogue import fact
from jiuye_cli.core.fields.value import UNKNOWN

AGE = WorkingAge(16, 50, 63)


def found(*members):
    return zero_employment(members, AGE)


def member(number, status=UNKNOWN, **known):
    return Member(number, f"{number}号", status, **known)


def test_where_everyone_who_could_work_has_none_nobody_works():
    assert found(member(1, "登记失业", age=47), member(2, "在校", age=17)).holds is True


def test_one_at_work_is_enough_whatever_the_others_say():
    assert found(member(1, "公益性岗位", age=47), member(2)).holds is False


def test_a_household_in_which_nobody_could_work_is_no_zero_employment_household():
    assert found(member(1, "登记失业", age=70), member(2, age=3)).holds is False
    assert found().holds is False


def test_who_has_not_been_asked_keeps_the_question_open_and_is_named():
    answer = found(member(1, "登记失业", age=47), member(2, age=45))
    assert (answer.holds, answer.ask) == (None, (2,))


@pytest.mark.parametrize(
    ("age", "holds"), [(15, False), (16, True), (49, True), (50, None), (62, None), (63, False)]
)
def test_between_the_two_ages_of_retirement_it_takes_the_persons_own_date(age, holds):
    assert found(member(1, "登记失业", age=age)).holds is holds


def test_the_persons_own_date_of_retirement_decides():
    assert found(member(1, "登记失业", age=56, retired=False)).holds is True
    assert found(member(1, "登记失业", age=56, retired=True)).holds is False


def test_who_tills_their_own_land_makes_it_a_household_without_work_off_the_land():
    answer = found(member(1, "务农", age=40))
    assert (answer.holds, answer.word) == (True, "零转移就业家庭")


def test_who_cannot_work_does_not_count():
    assert found(member(1, "无业", age=40, can_work=False)).holds is False


STATUSES = st.sampled_from([UNKNOWN, *fact("就业状态").values])
MEMBERS = st.lists(
    st.builds(
        member,
        st.integers(1, 9),
        STATUSES,
        age=st.none() | st.integers(0, 90),
        retired=st.none() | st.booleans(),
        can_work=st.none() | st.booleans(),
    ),
    max_size=5,
)


@given(MEMBERS, st.permutations(range(5)))
def test_the_order_of_the_members_does_not_matter(members, order):
    shuffled = [members[at] for at in order if at < len(members)]
    assert found(*members).holds is found(*shuffled).holds


@given(MEMBERS, st.integers(0, 4), STATUSES.filter(lambda s: s is not UNKNOWN))
def test_an_answer_never_turns_a_decided_household_round(members, which, status):
    before = found(*members).holds
    if which >= len(members) or members[which].status is not UNKNOWN or before is None:
        return
    known = [m if at != which else member(m.person, status, age=m.age, retired=m.retired, can_work=m.can_work)
             for at, m in enumerate(members)]  # fmt: skip
    after = found(*known).holds
    assert after is before or status in AT_WORK

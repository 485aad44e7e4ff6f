"""Who answers for whom: everyone is somebody's or nobody's, and the late are counted by name."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.callback.due import Due, NotDue
from jiuye_cli.core.report.charges import Charge, charged
from jiuye_cli.core.report.figure import every_figure, unreconciled

DAY = date(2026, 11, 21)


def charge(number: int, name: str | None, days: int | None) -> Charge:
    if days is None:
        return Charge(number, name, NotDue("11-03 已联系", date(2026, 12, 3)))
    return Charge(number, name, Due(DAY, days, (), date(2026, 10, 1)))


@given(
    st.lists(
        st.tuples(st.sampled_from(["李静", "王建军", None]), st.none() | st.integers(0, 3)),
        max_size=9,
    )
)
def test_everyone_is_counted_once(told: list[tuple[str | None, int | None]]) -> None:
    charges = [charge(n, *one) for n, one in enumerate(told, 1)]
    figures = {one.name: one for one in every_figure(charged(charges))}
    assert unreconciled(list(figures.values())) == []
    everyone = [*figures["有责任人"].ids, *figures["没有责任人"].ids]
    assert sorted(everyone) == [one.person for one in charges]


def test_only_those_past_their_day_are_late() -> None:
    charges = [charge(1, "李静", 1), charge(2, "李静", 0), charge(3, "李静", None)]
    told = {one.name: one.ids for one in every_figure(charged(charges))}
    assert told == {
        "有责任人": (1, 2, 3),
        "李静包干": (1, 2, 3),
        "没有责任人": (),
        "李静逾期": (1,),
    }
    assert [one.next_on for one in charges] == [DAY, DAY, date(2026, 12, 3)]

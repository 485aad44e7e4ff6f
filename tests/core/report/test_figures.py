"""Figures open into ids, and every declared sum comes out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.callback.contact import Contact, Outcome
from jiuye_cli.core.course.event import Event, EventKind, Invitation
from jiuye_cli.core.course.receipt import Receipt
from jiuye_cli.core.course.service import Service, ServiceKind
from jiuye_cli.core.fields.catalogue import fact
from jiuye_cli.core.fields.value import NONE, Facts, Value
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.report.bases import four_bases, seeks_work
from jiuye_cli.core.report.figure import (
    Figure,
    Group,
    every_figure,
    figure_named,
    unreconciled,
    with_previous,
)
from jiuye_cli.core.report.happenings import Happenings, Period, happened
from jiuye_cli.core.report.month import Month, month_only
from jiuye_cli.core.report.printed import PrintedFigure, restated
from jiuye_cli.core.report.sectors import MOST_KINDS, with_kinds_of_duty, with_sectors
from jiuye_cli.core.report.standing import standing
from jiuye_cli.errors import NotFoundError

DAY = date(2026, 11, 21)


def person(number: int, **values: Value) -> Person:
    return Person(number, f"{number}号", Facts(values))


def job(**values: Value) -> Value:
    return (values,)


@st.composite
def villages(draw: st.DrawFn) -> list[Person]:
    def maybe(name: str) -> st.SearchStrategy[Value | None]:
        return st.none() | st.sampled_from(fact(name).values)

    people = []
    for number in range(draw(st.integers(0, 12))):
        told = {name: draw(maybe(name)) for name in ("就业状态", "劳动能力", "就业意愿")}
        told["培训意愿"] = draw(st.sampled_from([None, NONE, frozenset({"电工"})]))
        held = {name: draw(maybe_column(name)) for name in ("区域", "行业", "产业", "工种")}
        if any(held.values()):
            told["就业经历"] = job(**{k: v for k, v in held.items() if v})
        people.append(person(number, **{k: v for k, v in told.items() if v is not None}))
    return people


def maybe_column(name: str) -> st.SearchStrategy[str | None]:
    column = fact("就业经历").column(name)
    return st.none() | st.sampled_from(column.values or ("保洁", "焊工"))


@given(villages(), st.dictionaries(st.integers(0, 12), st.sampled_from("甲乙丙丁戊己庚辛壬癸")))
def test_every_sum_of_a_month_comes_out(people: list[Person], work: dict[int, str]) -> None:
    groups = with_kinds_of_duty(standing(people, DAY, ()), people, work, DAY)
    figures = list(every_figure(with_sectors(groups, people, DAY)))
    assert unreconciled(figures) == []
    assert len({one.name for one in figures}) == len(figures)
    kinds = [one for one in figures if one.name.startswith("公益岗·")]
    assert len(kinds) <= MOST_KINDS + 1


@given(st.dictionaries(st.integers(1, 9), st.sampled_from(["外迁", "去世", ""])))
def test_every_closed_file_has_one_reason(closed: dict[int, str]) -> None:
    figures = list(every_figure(happened(Happenings(Period(DAY, DAY), closed=closed))))
    assert unreconciled(figures) == []
    assert next(one for one in figures if one.name == "注销").ids == tuple(sorted(closed))


def test_a_told_industry_stands_and_a_branch_tells_one() -> None:
    people = [
        person(1, 就业状态="在职", 就业经历=job(行业="制造业")),
        person(2, 就业状态="在职", 就业经历=job(行业="制造业", 产业="第三产业")),
        person(3, 就业状态="务农", 就业经历=job(行业="农、林、牧、渔业")),
        person(4, 就业状态="灵活就业"),
    ]
    groups = with_sectors(standing(people, DAY, ()), people, DAY)
    told = {f.name: f.ids for group in groups[-2:] for f in group.figures}
    assert told == {
        "第一产业": (),
        "第二产业": (1,),
        "第三产业": (2,),
        "产业未问到": (4,),
        "制造业": (1, 2),
        "行业未问到": (4,),
    }


def test_the_record_of_a_post_names_its_work_before_the_job_does() -> None:
    people = [
        person(1, 就业状态="公益性岗位", 就业经历=job(工种="保洁")),
        person(2, 就业状态="公益性岗位", 就业经历=job(工种="保洁")),
        person(3, 就业状态="公益性岗位"),
    ]
    groups = with_kinds_of_duty(standing(people, DAY, ()), people, {1: "护林员"}, DAY)
    assert [(f.name, f.ids) for f in groups[-1].figures] == [
        ("公益岗·保洁", (2,)),
        ("公益岗·护林员", (1,)),
        ("公益岗·没记岗位", (3,)),
    ]


def test_a_month_counts_fairs_services_and_stipends_that_are_there() -> None:
    fair = Event("招聘会", EventKind.FAIR, DAY, id=1, firms=8, offers=None)
    bus = Event("专车", EventKind.BUS, DAY, id=2, firms=3)
    told = Month(
        events=(fair, bus),
        invitations=(
            Invitation(1, 5, DAY, came=True, intention="甲厂"),
            Invitation(1, 6, DAY, came=True),
            Invitation(2, 7, DAY, came=True, intention="乙厂"),
        ),
        services=(Service(5, DAY, ServiceKind.VISIT, 1), Service(5, DAY, ServiceKind.POLICY, 2)),
        stipends=(Receipt(5, "公益岗补贴", DAY, amount=600), Receipt(6, "公益岗补贴", DAY)),
    )
    figures = list(every_figure(month_only(told)))
    assert unreconciled(figures) == []
    assert {f.name: (f.value, f.unit, f.ids) for f in figures} == {
        "招聘活动": (1, "场", (1,)),
        "到场单位": (8, "家", (1,)),
        "带来岗位": (0, "个", ()),
        "到场的人": (2, "人", (5, 6)),
        "达成意向": (1, "人", (5,)),
        "服务次数": (2, "次", (1, 2)),
        "服务·政策宣介": (1, "次", (2,)),
        "服务·上门走访": (1, "次", (1,)),
        "服务到的人": (1, "人", (5,)),
        "领到公益岗补贴": (2, "人", (5, 6)),
        "公益岗补贴金额": (600, "元", (5, 6)),
        "开班": (0, "期", ()),
    }
    assert month_only(Month()) == ()


@given(villages())
def test_every_sum_of_the_register_comes_out(people: list[Person]) -> None:
    assert unreconciled(list(every_figure(standing(people, DAY, ())))) == []
    assert unreconciled(list(every_figure(four_bases(people, (), DAY)))) == []


@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(Outcome))), st.sets(st.integers(1, 9)))
def test_every_sum_of_a_week_comes_out(tried: list[tuple[int, Outcome]], due: set[int]) -> None:
    contacts = [Contact(DAY, outcome, person=number) for number, outcome in tried]
    groups = happened(Happenings(Period(DAY, DAY), contacts=contacts, due=sorted(due)))
    assert unreconciled(list(every_figure(groups))) == []


def test_a_sum_that_counts_someone_twice_is_told() -> None:
    figures = [
        Figure("全部", (1, 2), sums=(("甲", "乙"),)),
        Figure("甲", (1, 2)),
        Figure("乙", (2,)),
    ]
    assert unreconciled(figures) == ["全部 ≠ 甲 + 乙"]


def test_what_was_not_asked_is_a_class_of_its_own() -> None:
    people = [person(1, 就业状态="在职"), person(2), person(3, 就业状态="无业")]
    told = {f.name: f.ids for f in every_figure(standing(people, DAY, ())) if f.ids}
    assert told == {
        "在册": (1, 2, 3),
        "已就业": (1,),
        "在职": (1,),
        "未就业": (3,),
        "无业": (3,),
        "就业状态未问到": (2,),
        "劳动能力未问到": (1, 2, 3),
        "务工人数": (1,),
        "务工区域未问到": (1,),
    }


@pytest.mark.parametrize(
    ("end", "names"),
    [
        (date(2026, 11, 21), ["务工区域未问到"]),
        (date(2026, 11, 22), ["务工省外"]),
    ],
)
def test_a_job_counts_to_the_day_before_its_end(end: date, names: list[str]) -> None:
    people = [person(1, 就业状态="在职", 就业经历=job(区域="省外", 止=end))]
    away = standing(people, DAY, ())[2].figures
    assert [f.name for f in away[1:] if f.ids] == names


def test_who_says_no_is_not_on_the_list_of_who_seeks_work() -> None:
    assert seeks_work(person(1, 就业状态="无业"))
    assert not seeks_work(person(1, 就业状态="无业", 就业意愿="无"))
    assert seeks_work(person(1, 就业状态="务农", 就业意愿="有"))
    assert not seeks_work(person(1, 就业状态="务农"))


def test_a_part_of_a_name_is_enough_while_it_is_the_only_one() -> None:
    figures = [Figure("推荐批次", ()), Figure("推荐岗位", ()), Figure("录用", (7,))]
    assert figure_named(figures, "录").ids == (7,)
    with pytest.raises(NotFoundError, match="“推荐”对得上好几个数：推荐批次、推荐岗位。"):
        figure_named(figures, "推荐")
    with pytest.raises(NotFoundError, match="“离婚”不是这张表里的数：推荐批次、推荐岗位、录用。"):
        figure_named(figures, "离婚")


def test_a_kind_nobody_was_of_stood_at_nought() -> None:
    now = (Group("甲", (Figure("老", (1, 2)), Figure("新", (1,)))),)
    before = (Group("甲", (Figure("老", (1,)),)),)
    assert [f.previous for f in every_figure(with_previous(now, before))] == [1, 0]


def test_only_what_changed_since_the_print_is_restated() -> None:
    printed = [PrintedFigure("weekly", DAY, name, 6, "") for name in ("录用", "接通", "旧名")]
    now = [Figure("录用", tuple(range(7))), Figure("接通", tuple(range(6)))]
    assert [str(one) for one in restated(printed, now)] == [
        "11月21日那期“录用”报的是 6，现在核对是 7"
    ]

"""Which employers to ring, what to say, and the fewest calls that serve everyone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_matches import RULES, TODAY, posts, seekers

from jiuye_cli.core.fields.value import NONE, Facts
from jiuye_cli.core.matching.board import Board
from jiuye_cli.core.matching.near import ClassOnOffer, Means, near_misses
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.opening import plan as planning
from jiuye_cli.core.opening.asks import Opening, Shortage, asks_of, questions_for, shortages
from jiuye_cli.core.opening.plan import greedy_bound, plan_calls
from jiuye_cli.core.opening.report import unlock_report
from jiuye_cli.core.opening.ring import ring_list
from jiuye_cli.core.posts.post import Employer, Post

KNOWN = {
    "文化程度": "初中", "证书": NONE, "不能": NONE, "劳动能力": "普通劳动力", "残疾人证": False, "照护": NONE,
}  # fmt: skip
OPEN = {
    "年龄下限": NONE, "年龄上限": 50, "学历要求": NONE, "证书要求": NONE, "证书等级": NONE, "劳动强度": "轻",
    "班次": "白班", "工作环境": NONE, "工作区域": "镇内", "接受残疾人": True, "上班时间": "8:00-17:00",
    "用工形式": "单位就业", "人数": 2, "月薪低": 3000, "核实日期": TODAY, "截止日期": NONE,
}  # fmt: skip


def person(number: int, age: int, **known: object) -> Seeker:
    """Someone of an age of whom everything is known."""
    return Seeker(number, f"某{number}", Facts({**KNOWN, "年龄": age, **known}), TODAY)  # type: ignore[dict-item]


def post(number: int, employer: int, trade: str, **known: object) -> Post:
    """A post of which everything is known."""
    return Post(number, employer, f"单位{employer}", Facts({**OPEN, "工种": trade, **known}))  # type: ignore[dict-item]


def test_four_people_past_the_age_limit_make_one_sentence() -> None:
    people = [person(n, age) for n, age in enumerate((52, 53, 54, 55), 1)]
    short = shortages(people, Board([post(1, 1, "缝纫工")], RULES, TODAY))
    (ask,) = asks_of(opening for one in short for opening in one.openings)
    assert ask.say == "缝纫工：我这里有4个人，年龄放到55就合适"
    assert ask.people == (1, 2, 3, 4)


def test_an_age_limit_is_stretched_by_five_years_and_no_more() -> None:
    board = Board([post(1, 1, "缝纫工")], RULES, TODAY)
    assert [one.say for one in near_misses(person(1, 55), board, TODAY)] == [
        "跟单位商量，年龄放到55岁"
    ]
    assert near_misses(person(1, 56), board, TODAY) == ()


def test_a_certificate_names_the_class_that_gives_it() -> None:
    board = Board([post(1, 1, "电工", 证书要求="电工", 证书等级="四级")], RULES, TODAY)
    classes = (
        ClassOnOffer("电工初级班", "电工", "五级", date(2026, 12, 1)),
        ClassOnOffer("电工中级班", "电工", "四级", date(2026, 12, 8)),
    )
    (near,) = near_misses(person(1, 40), board, TODAY, Means(classes))
    assert near.say == "考出电工证四级，报电工中级班（12-08开班）"
    (near,) = near_misses(person(1, 40), board, TODAY)
    assert near.say == "考出电工证四级，眼下没有这个班，报上去开"


def test_an_hour_of_care_and_a_bus_open_a_post_and_health_never_does() -> None:
    board = Board([post(1, 1, "保洁"), post(2, 2, "装卸工", 劳动强度="重")], RULES, TODAY)
    bound = person(
        1, 40, 不能=frozenset({"出村", "重体力"}), 照护=frozenset({"学生"}), 照护时段="16:00-18:00"
    )
    (near,) = near_misses(bound, board, TODAY)
    assert near.say == "早晚有车接送到镇上；16:00-17:00有人帮着照看（1小时）"


def test_who_may_hold_a_public_post_is_not_the_employers_to_say() -> None:
    board = Board([post(1, 1, "护路员", 用工形式="公益性岗位")], RULES, TODAY)
    assert shortages([person(1, 52, 公益岗条件=True)], board)[0].openings == ()


def test_stale_posts_late_answers_and_idle_partners_are_rung() -> None:
    stale = post(1, 1, "缝纫工", 核实日期=TODAY - timedelta(days=15))
    fresh = post(2, 2, "保洁", 核实日期=TODAY - timedelta(days=14))
    firms = [
        Employer(1, "甲"),
        Employer(2, "乙"),
        Employer(3, "丙", Facts({"共建单位": True})),
        Employer(4, "丁"),
    ]
    rings = ring_list(firms, [stale, fresh], [], {2: [7]}, [7, 8], RULES, TODAY)
    assert [(one.employer.name, one.lines) for one in rings] == [
        ("乙", ("上次推荐的1个人，该回话了",)),
        ("甲", ("缝纫工还招不招？还要几个？",)),
        ("丙", ("我这里有2个人想找活，能不能腾出一个岗位，轻一点的也行？",)),
    ]


def test_what_nobody_said_of_a_post_is_asked_of_its_employer() -> None:
    known = {name: value for name, value in OPEN.items() if name not in ("班次", "人数")}
    unasked = Post(1, 1, "甲", Facts({**known, "工种": "缝纫工"}))
    assert questions_for(unasked) == ("一共要几个人？", "上什么班，倒班吗？")
    assert questions_for(post(1, 1, "缝纫工")) == ()


@settings(deadline=None, max_examples=30)
@given(seekers(6), posts(8))
def test_the_plan_serves_everyone_as_far_as_calls_can_and_is_the_shortest(people, offered) -> None:  # type: ignore[no-untyped-def]
    short = shortages(people, Board(offered, RULES, TODAY))
    plan = plan_calls(short)
    assert _serves(plan.employers, short)
    assert plan.is_shortest
    fewer = len(plan.employers) - 1
    everyone = sorted({opening.post.employer for one in short for opening in one.openings})
    if fewer >= 0:
        assert not any(_serves(some, short) for some in combinations(everyone, fewer))


def _serves(employers: tuple[int, ...], short: list[Shortage]) -> bool:
    return all(
        sum(one.gain(employer) for employer in employers)
        >= min(one.missing, len({opening.post.kind for opening in one.openings}))
        for one in short
    )


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sets(st.integers(1, 6), max_size=4), min_size=1, max_size=6))
def test_a_greedy_plan_stays_within_its_stated_bound(reach: list[set[int]]) -> None:
    short = [
        Shortage(
            number,
            min(2, len(firms)),
            tuple(Opening(number, post(firm, firm, f"工种{firm}"), ()) for firm in sorted(firms)),
        )
        for number, firms in enumerate(reach, 1)
    ]
    exact = plan_calls(short)
    small, planning.SMALL = planning.SMALL, 0
    try:
        greedy = plan_calls(short)
    finally:
        planning.SMALL = small
    assert _serves(greedy.employers, short)
    assert greedy.at_least <= len(exact.employers) <= len(greedy.employers)
    assert len(greedy.employers) <= greedy_bound(short) * len(exact.employers)


def test_the_report_counts_people_pairs_and_money() -> None:
    offered = [
        post(1, 1, "缝纫工"),
        post(2, 2, "保洁", 月薪低=2500),
        post(3, 3, "电工", 证书要求="电工", 年龄上限=60),
    ]
    people = [person(1, 52), person(2, 54), person(3, 40)]
    rows = unlock_report(people, Board(offered, RULES, TODAY))
    assert [(one.what, one.people, one.short, one.pairs, one.money) for one in rows] == [
        ("电工证", (1, 2, 3), (1, 2, 3), 3, 9000),
        ("年龄放到55岁", (1, 2), (1, 2), 4, 6000),
    ]


def test_a_bigger_change_helps_everyone_a_smaller_one_helps() -> None:
    offered = [post(1, 1, "缝纫工", 年龄上限=54), post(2, 2, "缝纫工", 年龄上限=59)]
    rules = replace(RULES, age_room=10)
    rows = unlock_report(
        [person(1, 55), person(2, 60)], Board(offered, rules, TODAY), Means(age_room=10)
    )
    assert {one.what: one.people for one in rows} == {"年龄放到55岁": (1,), "年龄放到60岁": (1, 2)}

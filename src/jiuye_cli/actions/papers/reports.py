"""周报, 月报, 两个清单四个底数 on paper: the figures of the reports, grouped and drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from jiuye_cli.actions.papers.chosen import coordinator
from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.actions.papers.words import day_words, place, wage, words
from jiuye_cli.actions.report.reports import YEAR, Report, lists, monthly, posts_on, weekly
from jiuye_cli.core.fields.catalogue import fact
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.report.bases import BASES, seeks_work
from jiuye_cli.core.report.figure import Figure, Group, figure_named
from jiuye_cli.core.report.standing import JOBLESS, WORKING
from jiuye_cli.core.rules.derived_facts import with_derived
from jiuye_cli.store.people.as_of_all import read_people_as_of
from jiuye_cli.store.tables.placement import TROUBLE

STATUS_BARS = ("在职", "灵活就业", "自主创业", "公益岗在岗", "务农", "未就业", "就业状态未问到")
AWAY_BARS = ("务工县内", "务工省内县外", "务工省外", "务工区域未问到")
AGES = (("16到24岁", 16, 24), ("25到45岁", 25, 45), ("46到60岁", 46, 60), ("61岁以上", 61, 200))
"""The ages by which registers are counted every month (失业人员实名制台账)."""
PAGE_ORDER = ("在册", "劳动力", "务工", "公益岗分岗", "回访", "推荐", "档案", "培训", YEAR)
IN_TABLES = ("产业", "行业")
"""Groups that stand on the month's paper as tables by sex."""
HEADS = ("分组", "项目", "数", "上次", "目标")


def weekly_paper(press: Press, wanted: Wanted) -> list[Gathered]:
    """The week on one page."""
    report = weekly(press.conn, press.counting(), wanted.on or press.today)
    data = {
        **press.head(),
        "start": report.first,
        "end": report.last,
        "number": f"{report.last.isocalendar().week}",
        "author": coordinator(press.settings)["name"],
        "groups": [_group(one) for one in _one_page(report)],
        "charts": _charts(report),
        "restated": [f"{one}。" for one in report.restated],
        "matters": list(_matters(press, report)),
    }
    return [_gathered("周报", data, report)]


def monthly_paper(press: Press, wanted: Wanted) -> list[Gathered]:
    """The month, with tables by schooling and age of who has work and who has none."""
    day = wanted.on or press.today
    report = monthly(press.conn, press.counting(), day)
    people = [with_derived(one, day) for one in read_people_as_of(press.conn, day)]
    data = {
        **press.head(),
        "month": day,
        "author": coordinator(press.settings)["name"],
        "groups": [_group(one) for one in report.groups if one.name not in IN_TABLES],
        "tables": [
            _by_schooling(people, report),
            _by_age(people, report),
            *(_by_sex(one, people) for one in report.groups if one.name in IN_TABLES),
        ],
        "charts": _charts(report),
        "notes": [
            f"数从{day_words(report.first)}算到{day_words(report.last)}，“上次”是上个月整月。没问到的单列，不算进任何一类。",
            *(f"更正：{one}。" for one in report.restated),
        ],
    }
    return [_gathered("月报", data, report)]


def lists_paper(press: Press, wanted: Wanted) -> list[Gathered]:
    """The two lists and the four bases on a day."""
    day = wanted.on or press.today
    report = lists(press.conn, press.counting(), day)
    people = [one for one in read_people_as_of(press.conn, day) if seeks_work(one)]
    posts = [one for one in posts_on(press.conn, day) if one.is_open(day)]
    data = {
        **press.head(),
        "on": day,
        "author": coordinator(press.settings)["name"],
        "bases": [_base(one) for one in report.groups if one.name in BASES],
        "seekers": [_seeker(one) for one in people],
        "posts": [_offered(one) for one in posts],
    }
    return [
        Gathered(
            "两个清单四个底数", data, len(people), "姓名、组、意向、证书", _rows(report), HEADS
        )
    ]


def _gathered(stem: str, data: dict[str, Any], report: Report) -> Gathered:
    return Gathered(stem, data, 0, "只有数", _rows(report), HEADS, report)


def _rows(report: Report) -> list[list[object]]:
    return [
        [group.name, one.name, one.value, one.previous, one.target]
        for group in report.groups
        for one in group.figures
    ]


def _one_page(report: Report) -> Iterator[Group]:
    """The groups in two columns of like height; the kinds of work are left to the chart."""
    named = {one.name: one for one in report.groups}
    charted = {*WORKING, *JOBLESS} - {"公益岗在岗"}
    for name in PAGE_ORDER:
        if name not in named:
            continue
        kept = tuple(one for one in named[name].figures if one.name not in charted)
        yield Group(name, kept)


def _group(group: Group) -> dict[str, Any]:
    return {"name": group.name, "figures": [_figure(one) for one in group.figures]}


def _figure(one: Figure) -> dict[str, Any]:
    return {
        "name": one.name,
        "value": one.value,
        "unit": one.unit,
        "previous": one.previous,
        "target": one.target,
    }


def _charts(report: Report) -> list[dict[str, Any]]:
    return [
        _chart(report, "现在在干什么", STATUS_BARS),
        _chart(report, "在哪里务工", AWAY_BARS, lambda name: name.removeprefix("务工")),
    ]


def _chart(
    report: Report, title: str, names: Sequence[str], label: Callable[[str], str] = str
) -> dict[str, Any]:
    found = [figure_named(report.figures, name) for name in names]
    bars = [{"label": label(f.name), "value": f.value, "previous": f.previous} for f in found]
    return {"title": title, "unit": "人", "bars": bars}


def _matters(press: Press, report: Report) -> Iterator[str]:
    """What others may have to help with; nobody is named."""
    troubles = Counter(one.kind.value for one in TROUBLE.where(press.conn, "settled_on IS NULL"))
    if troubles:
        told = "、".join(f"{kind}{count}起" for kind, count in sorted(troubles.items()))
        yield f"上岗后出的事还没解决：{told}。"
    for name, say in (("失联", "人一直联系不上，请帮着找新号码。"), ("逾期", "人该回访还没访到。")):
        found = figure_named(report.figures, name)
        if found.value:
            yield f"{found.value}{say}"


def _by_schooling(people: Sequence[Person], report: Report) -> dict[str, Any]:
    classes = [
        (name, [one for one in people if one.facts.values.get("文化程度") == name])
        for name in fact("文化程度").values
    ]
    asked = [*classes, ("没问到", [one for one in people if "文化程度" not in one.facts.values])]
    return _table("按文化程度", "文化程度", [row for row in asked if row[1]], people, report)


def _by_age(people: Sequence[Person], report: Report) -> dict[str, Any]:
    def aged(low: int, high: int) -> list[Person]:
        return [
            one
            for one in people
            if isinstance(age := one.facts.values.get("年龄"), int) and low <= age <= high
        ]

    classes = [(name, aged(low, high)) for name, low, high in AGES]
    counted = {one.id for _, some in classes for one in some}
    rest = [one for one in people if one.id not in counted]
    return _table("按年龄", "年龄", [*classes, ("不满16岁或没问到", rest)], people, report)


def _table(
    title: str, head: str, classes: Sequence[tuple[str, list[Person]]], people: Sequence[Person], report: Report,
) -> dict[str, Any]:  # fmt: skip
    working, jobless = (set(figure_named(report.figures, n).ids) for n in ("已就业", "未就业"))

    def row(name: str, some: Sequence[Person]) -> list[object]:
        sexes = [sum(one.facts.values.get("性别") == sex for one in some) for sex in ("男", "女")]
        at_work = sum(one.id in working for one in some)
        return [name, len(some), *sexes, at_work, sum(one.id in jobless for one in some)]

    return {
        "title": title,
        "columns": [head, "在册", "男", "女", "已就业", "未就业"],
        "rows": [row(name, some) for name, some in classes],
        "total": row("合计", people),
    }


def _by_sex(group: Group, people: Sequence[Person]) -> dict[str, Any]:
    """A group of people at work as a table: how many, men, women, and which part of all."""
    sex = {one.id: one.facts.values.get("性别") for one in people}
    every = [number for one in group.figures for number in one.ids]

    def row(name: str, ids: Sequence[int]) -> list[object]:
        sexes = [sum(sex.get(number) == each for number in ids) for each in ("男", "女")]
        share = f"{100 * len(ids) / len(every):.1f}%" if every else None
        return [name, len(ids), *sexes, share]

    return {
        "title": f"已就业的按{group.name}",
        "columns": [group.name, "人数", "男", "女", "占比"],
        "rows": [row(one.name, one.ids) for one in group.figures],
        "total": row("合计", every),
    }


def _base(group: Group) -> dict[str, Any]:
    whole, *parts = group.figures
    return {
        "name": whole.name,
        "count": whole.value,
        "parts": [
            {"name": one.name, "value": one.value, "unit": one.unit} for one in parts if one.value
        ],
    }


def _seeker(person: Person) -> dict[str, Any]:
    facts = person.facts
    certificates = facts.values.get("证书")
    known = certificates if isinstance(certificates, tuple) else ()
    return {
        "name": person.name,
        "group": words(facts, "组"),
        "wants": words(facts, "意向工种"),
        "where": words(facts, "意向区域"),
        "least_wage": words(facts, "最低月薪"),
        "skill": "、".join(f"{one.get('职业', '')}{one.get('等级', '')}" for one in known) or None,
    }


def _offered(post: Post) -> dict[str, Any]:
    asks = [post.value("学历要求"), post.value("证书要求"), post.value("班次")]
    oldest = post.value("年龄上限")
    told = [str(one) for one in asks if isinstance(one, str)]
    return {
        "job": post.name,
        "employer": post.employer_name,
        "seats": post.seats,
        "wage": wage(post),
        "place": place(post),
        "asks": "，".join([*([f"{oldest}岁以下"] if isinstance(oldest, int) else []), *told])
        or None,
    }

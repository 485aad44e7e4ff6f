"""两个清单, 四个底数: who could work, who wants to, who wants to learn, which posts there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jiuye_cli.core.fields.post import ZONES
from jiuye_cli.core.fields.value import NONE, Value
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.report.figure import POST, Figure, Group, split
from jiuye_cli.core.report.standing import ABLE, JOBLESS, UNABLE, says

WILLING = ("有", "无", "不明")
SEEKING, OFFERED = "求职需求", "岗位供给"
BASES = ("劳动力底数", "意向底数", "培训意愿底数", "岗位底数")


def four_bases(people: Sequence[Person], posts: Sequence[Post], day: date) -> tuple[Group, ...]:
    """The four bases, each with what it is made of; what nobody asked stands by itself."""
    open_posts = [one for one in posts if one.is_open(day)]
    return (
        Group(BASES[0], tuple(_labour(people))),
        Group(BASES[1], tuple(_willing(people))),
        Group(BASES[2], tuple(_learning(people))),
        Group(BASES[3], tuple(_posts(open_posts))),
    )


def two_lists(people: Sequence[Person], posts: Sequence[Post], day: date) -> Group:
    """The two lists as figures: who seeks work, which posts are open."""
    return Group(
        "两个清单",
        (
            Figure(SEEKING, tuple(one.id for one in people if seeks_work(one))),
            Figure(OFFERED, tuple(one.id for one in posts if one.is_open(day)), "个", POST),
        ),
    )


def seeks_work(person: Person) -> bool:
    """Whether someone is on the list of who seeks work: says so, or has none and does not say no."""
    wish = person.facts.values.get("就业意愿")
    needs = person.facts.values.get("就业服务需求")
    if wish == "有" or (isinstance(needs, frozenset) and "求职" in needs):
        return True
    return person.facts.values.get("就业状态") in JOBLESS.values() and wish != "无"


def _labour(people: Sequence[Person]) -> list[Figure]:
    kept = [p for p in people if p.facts.values.get("劳动能力") not in UNABLE]
    classes = {n: says("劳动能力", n) for n in ABLE}
    return split(BASES[0], kept, classes, _number, "劳动能力未问到")


def _willing(people: Sequence[Person]) -> list[Figure]:
    kept = [p for p in people if p.facts.values.get("劳动能力") not in UNABLE]
    classes = {f"就业意愿{n}": says("就业意愿", n) for n in WILLING}
    return split(BASES[1], kept, classes, _number, "就业意愿未问到")


def _learning(people: Sequence[Person]) -> list[Figure]:
    kept = [p for p in people if p.facts.values.get("劳动能力") not in UNABLE]
    classes = {"想学": _wants_to_learn, "不想学": _wants_nothing}
    found = split(BASES[2], kept, classes, _number, "培训意愿未问到")
    wishes = sorted({wish for p in kept for wish in _learns(p)})
    return [
        *found,
        *(Figure(f"想学{w}", tuple(p.id for p in kept if w in _learns(p))) for w in wishes),
    ]


def _posts(posts: Sequence[Post]) -> list[Figure]:
    classes = {f"岗位在{z}": (lambda one, z=z: one.value("工作区域") == z) for z in ZONES}
    found = split(BASES[3], posts, classes, lambda one: one.id, "地方未问到")
    as_posts = [Figure(f.name, f.ids, "个", POST, sums=f.sums) for f in found]
    said = [one for one in posts if one.seats is not None]
    seats = Figure(
        "招聘人数", tuple(p.id for p in said), "人", POST, sum(p.seats or 0 for p in said)
    )
    return [*as_posts, seats]


def _wants_to_learn(person: Person) -> bool:
    return bool(_learns(person))


def _wants_nothing(person: Person) -> bool:
    value = person.facts.values.get("培训意愿")
    return value is NONE or value == frozenset()


def _learns(person: Person) -> frozenset[str]:
    value: Value | None = person.facts.values.get("培训意愿")
    return value if isinstance(value, frozenset) else frozenset()


def _number(person: Person) -> int:
    return person.id

"""疑点: what does not fit together in people's files. Nothing is changed, only named.

The checks are those by which the anti-poverty system sends rows back to the
village, as far as this file holds their columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from jiuye_cli.core.fields.lists import OUT_OF_WORK
from jiuye_cli.core.fields.value import UNKNOWN, Record
from jiuye_cli.core.people.identity import Identity
from jiuye_cli.core.people.person import Person


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something worth a look in one or more files: a code, whose, what, and what to do."""

    code: str
    people: tuple[int, ...]
    message: str
    fix: str


UNABLE = frozenset({"无劳动力", "丧失劳动力"})
WEAK = UNABLE | {"弱劳动力"}
PAST_DAYS = ("出生日期", "失业日期", "失业登记日期", "就业困难认定日期", "灵活就业登记日期")
"""Days that cannot lie ahead."""

FAR = frozenset({"省内县外", "省外"})


def doubts(people: Sequence[Person], today: date) -> list[Doubt]:
    """Every doubt about these people, in the order of the checks, then of case numbers."""
    found = [doubt for check in _ALONE for person in people for doubt in check(person, today)]
    return [*found, *_shared_phones(people), *_maybe_the_same(people)]


def open_jobs(person: Person, today: date) -> list[Record]:
    """The jobs a person holds on a day, as far as the file knows."""
    jobs = person.facts.value("就业经历")
    if not isinstance(jobs, tuple):
        return []
    return [
        job for job in jobs if not isinstance(end := job.get("止", UNKNOWN), date) or end >= today
    ]


def _able_to_work(person: Person, today: date) -> Iterator[Doubt]:
    ability = person.facts.value("劳动能力")
    if ability in WEAK and any(
        job.get("用工形式") != "居家就业" for job in open_jobs(person, today)
    ):
        yield _doubt(
            "劳力", person, f"劳动能力是{ability}，却登记在务工", "问清楚后改劳动能力或就业经历"
        )
    if ability in UNABLE and person.facts.value("就业状态") == "公益性岗位":
        yield _doubt("公益岗", person, f"劳动能力是{ability}，却在公益岗", "问清楚后改其中一项")


def _far_jobs(person: Person, today: date) -> Iterator[Doubt]:
    for job in open_jobs(person, today):
        if job.get("区域", UNKNOWN) in FAR:
            empty = [name for name in ("单位", "地点") if job.get(name, UNKNOWN) is UNKNOWN]
            if empty:
                yield _doubt(
                    "外出",
                    person,
                    f"在{job['区域']}务工，{'、'.join(empty)}没有填",
                    f"下次回访问{'、'.join(empty)}",
                )


def _jobs_in_order(person: Person, _: date) -> Iterator[Doubt]:
    jobs = person.facts.value("就业经历")
    if not isinstance(jobs, tuple):
        return
    dated = sorted(
        (job for job in jobs if isinstance(job.get("起"), date)), key=lambda job: str(job["起"])
    )
    for earlier, later in pairwise(dated):
        end = earlier.get("止")
        if isinstance(end, date) and str(later["起"]) < end.isoformat():
            yield _doubt(
                "重叠",
                person,
                f"{later['起']} 开始的工作，早于上一份的结束 {end}",
                "核对两份工作的起止",
            )


def _state_and_jobs(person: Person, today: date) -> Iterator[Doubt]:
    state, jobs = person.facts.value("就业状态"), open_jobs(person, today)
    if state in OUT_OF_WORK and any(isinstance(job.get("起"), date) for job in jobs):
        yield _doubt(
            "状态",
            person,
            f"就业状态是{state}，却有一份没结束的工作",
            "问清楚后改就业状态，或给工作填上结束日期",
        )


def _left_school(person: Person, today: date) -> Iterator[Doubt]:
    """Nobody is called while at school; so nobody would notice when school is over."""
    left = person.facts.value("毕业日期")
    if person.facts.value("就业状态") == "在校" and isinstance(left, date) and left < today:
        yield _doubt(
            "毕业",
            person,
            f"就业状态是在校，{left} 已经毕业，一直没有排回访",
            "打电话问近况，改就业状态",
        )


def _identity_fits(person: Person, _: date) -> Iterator[Doubt]:
    number = person.facts.value("身份证号")
    if not isinstance(number, str):
        return
    holder = Identity(number)
    if person.facts.value("性别") not in (holder.sex, UNKNOWN):
        yield _doubt("性别", person, "性别和身份证号不一致", "对照证件改性别或身份证号")
    if person.facts.value("出生日期") not in (holder.born, UNKNOWN):
        yield _doubt("生日", person, "出生日期和身份证号不一致", "对照证件改出生日期或身份证号")


def _not_yet(person: Person, today: date) -> Iterator[Doubt]:
    for name in PAST_DAYS:
        day = person.facts.value(name)
        if isinstance(day, date) and day > today:
            yield _doubt("日期", person, f"{name}是 {day}，还没到", "核对日期")


def _doubt(code: str, person: Person, message: str, fix: str) -> Doubt:
    return Doubt(code, (person.id,), message, fix)


_ALONE: tuple[Callable[[Person, date], Iterable[Doubt]], ...] = (
    _able_to_work,
    _far_jobs,
    _jobs_in_order,
    _state_and_jobs,
    _left_school,
    _identity_fits,
    _not_yet,
)


def _shared_phones(people: Sequence[Person]) -> Iterator[Doubt]:
    """One number in several households; within one it is a family's phone."""
    owners: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        phones = person.facts.value("电话")
        for phone in phones if isinstance(phones, tuple) else ():
            owners[str(phone.get("号码"))].append(person)
    for sharing in owners.values():
        homes = {one.household or -one.id for one in sharing}
        if len(homes) > 1:
            yield Doubt(
                "电话",
                _ids(sharing),
                "不同户登记了同一个电话",
                "回访时问是谁的电话；是一家人就填户编号",
            )


def _maybe_the_same(people: Sequence[Person]) -> Iterator[Doubt]:
    """Same name and birthday or same name and group, one of them without an identity number."""
    named: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        named[person.name].append(person)
    for alike in named.values():
        if (
            len(alike) > 1
            and any(p.facts.value("身份证号") is UNKNOWN for p in alike)
            and _alike(alike)
        ):
            yield Doubt(
                "同人",
                _ids(alike),
                f"可能是同一个人：{alike[0].name}",
                "对照身份证；是同一个人就并成一份：jiuye merge",
            )


def _alike(people: Sequence[Person]) -> bool:
    for name in ("出生日期", "组"):
        values = [p.facts.value(name) for p in people if p.facts.value(name) is not UNKNOWN]
        if len(values) > 1 and len(set(map(str, values))) < len(values):
            return True
    return False


def _ids(people: Iterable[Person]) -> tuple[int, ...]:
    return tuple(sorted({person.id for person in people}))

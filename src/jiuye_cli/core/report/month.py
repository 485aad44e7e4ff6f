"""What only the month's report counts: classes, fairs, services given, stipends paid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jiuye_cli.core.course.event import Event, EventKind, Invitation
from jiuye_cli.core.course.receipt import Receipt
from jiuye_cli.core.course.service import Service, ServiceKind
from jiuye_cli.core.course.training import TrainingClass
from jiuye_cli.core.report.figure import CLASS, EVENT, SERVICE, Figure, Group

FAIRS = (EventKind.FAIR, EventKind.INTERVIEW)


@dataclass(frozen=True, slots=True)
class Month:
    """What the file tells of a period: events not called off with their invitations, and the like.

    `stipends` are what was paid to people on public-welfare posts in it.
    """

    events: Sequence[Event] = ()
    invitations: Sequence[Invitation] = ()
    classes: Sequence[TrainingClass] = ()
    services: Sequence[Service] = ()
    stipends: Sequence[Receipt] = ()


def month_only(what: Month) -> tuple[Group, ...]:
    """The groups 招聘活动, 服务 and 补贴; a group of which nothing is known is left out."""
    groups = (
        Group("招聘活动", tuple(_fairs(what))),
        Group("服务", tuple(_services(what.services))),
        Group("发放和开班", (*_stipends(what.stipends), _classes(what.classes))),
    )
    return tuple(one for one in groups if any(figure.ids for figure in one.figures))


def _fairs(what: Month) -> list[Figure]:
    fairs = [one for one in what.events if one.kind in FAIRS]
    ids = {one.id for one in fairs}
    guests = [one for one in what.invitations if one.event in ids]
    return [
        Figure("招聘活动", tuple(sorted(ids)), "场", EVENT),
        _told("到场单位", [(one.id, one.firms) for one in fairs], "家"),
        _told("带来岗位", [(one.id, one.offers) for one in fairs], "个"),
        _each_once("到场的人", (one.person for one in guests if one.came)),
        _each_once("达成意向", (one.person for one in guests if one.intention)),
    ]


def _told(name: str, counts: Iterable[tuple[int, int | None]], unit: str) -> Figure:
    """The sum of what was told of events; those of which it was not told do not stand behind it."""
    known = {number: count for number, count in counts if count is not None}
    return Figure(name, tuple(sorted(known)), unit, EVENT, sum(known.values()))


def _services(services: Sequence[Service]) -> list[Figure]:
    by_kind = {kind: tuple(one.id for one in services if one.kind is kind) for kind in ServiceKind}
    parts = [
        Figure(f"服务·{kind.value}", ids, "次", SERVICE) for kind, ids in by_kind.items() if ids
    ]
    sums = (tuple(one.name for one in parts),) if parts else ()
    every = tuple(sorted(one.id for one in services))
    served = _each_once("服务到的人", (one.person for one in services))
    return [Figure("服务次数", every, "次", SERVICE, sums=sums), *parts, served]


def _stipends(paid: Sequence[Receipt]) -> list[Figure]:
    people = tuple(sorted({one.person for one in paid}))
    known = [Decimal(one.amount) for one in paid if one.amount is not None]
    return [
        Figure("领到公益岗补贴", people),
        Figure("公益岗补贴金额", people, "元", amount=sum(known, Decimal(0))),
    ]


def _classes(classes: Sequence[TrainingClass]) -> Figure:
    return Figure("开班", tuple(sorted(one.id for one in classes)), "期", CLASS)


def _each_once(name: str, people: Iterable[int]) -> Figure:
    return Figure(name, tuple(sorted(set(people))))

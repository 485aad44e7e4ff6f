"""What happened between two days, as figures: calls, referrals, classes, files opened and closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jiuye_cli.core.callback.contact import Contact
from jiuye_cli.core.course.training import Enrolment
from jiuye_cli.core.referral.referral import Batch, Referral, Result
from jiuye_cli.core.report.figure import REFERRAL, SLIP, Figure, Group


@dataclass(frozen=True, slots=True)
class Period:
    """Two days, both included."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it; a day that is not known does not."""
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Happenings:
    """What the file tells of a period.

    `contacts`, `slips` and `enrolments` are those of the period; `referrals` all that
    were offered or answered in it. `due` are the people to be called on its last
    day, `overdue` those of them who are late, `lost` those who cannot be reached.
    `closed` says why each file was closed.
    """

    period: Period
    contacts: Sequence[Contact] = ()
    due: Sequence[int] = ()
    overdue: Sequence[int] = ()
    lost: Sequence[int] = ()
    slips: Sequence[Batch] = ()
    referrals: Sequence[Referral] = ()
    enrolments: Sequence[Enrolment] = ()
    in_class: Sequence[int] = ()
    certified: Sequence[int] = ()
    opened: Sequence[int] = ()
    closed: Mapping[int, str] = field(default_factory=dict)


def happened(what: Happenings) -> tuple[Group, ...]:
    """The groups 回访, 推荐, 培训 and 档案."""
    return (
        Group("回访", tuple(_calls(what))),
        Group("推荐", tuple(_referrals(what))),
        Group("培训", tuple(_training(what))),
        Group("档案", (_people("新增", what.opened), *_closed(what.closed))),
    )


def _calls(what: Happenings) -> list[Figure]:
    tried = {one.person for one in what.contacts}
    reached = {one.person for one in what.contacts if one.is_real}
    left = set(what.due) - tried
    return [
        _people("应访", tried | left, ("已访", "还没访")),
        _people("已访", tried, ("接通", "没接通")),
        _people("接通", reached),
        _people("没接通", tried - reached),
        _people("还没访", left),
        _people("逾期", what.overdue),
        _people("失联", what.lost),
    ]


def _referrals(what: Happenings) -> list[Figure]:
    offered = [one for one in what.referrals if what.period.holds(one.offered_on)]
    ended = [one for one in what.referrals if what.period.holds(one.result_on)]

    def with_result(name: str, result: Result) -> Figure:
        ids = tuple(one.id for one in ended if one.result is result)
        return Figure(name, ids, "人次", REFERRAL)

    return [
        Figure("推荐批次", tuple(one.id for one in what.slips), "批", SLIP),
        Figure("推荐岗位", tuple(one.id for one in offered), "个", REFERRAL),
        _people("推荐到的人", {one.person for one in offered}),
        with_result("面试", Result.INTERVIEW),
        with_result("录用", Result.HIRED),
        with_result("没成", Result.REFUSED),
    ]


def _training(what: Happenings) -> list[Figure]:
    joined = {one.person for one in what.enrolments if what.period.holds(one.enrolled_on)}
    return [
        _people("培训报名", joined),
        _people("在训", what.in_class),
        _people("取证", what.certified),
    ]


def _closed(why: Mapping[int, str]) -> list[Figure]:
    """How many files were closed, and for which reason each."""
    often = Counter(why.values())
    parts = [
        _people(f"注销·{one or '没写原因'}", [n for n, said in why.items() if said == one])
        for one, _ in sorted(often.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    whole = _people("注销", why, *([tuple(one.name for one in parts)] if parts else []))
    return [whole, *parts]


def _people(name: str, ids: Iterable[int], *sums: tuple[str, ...]) -> Figure:
    return Figure(name, tuple(sorted(set(ids))), sums=sums)

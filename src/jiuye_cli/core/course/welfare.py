"""Posts of public welfare (公益岗) and of mutual help (互助岗): application, duty, months, end of term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from jiuye_cli.core.course.money import Money
from jiuye_cli.core.people.card import Card
from jiuye_cli.errors import RefusedError


class TermStage(StrEnum):
    """How far someone has come towards, on, or off a welfare post."""

    APPLIED = "申请"
    REVIEWED = "评议通过"
    REJECTED = "评议未过"
    ON_DUTY = "在岗"
    ENDED = "离岗"


@dataclass(frozen=True, slots=True)
class WelfarePost:
    """A kind of welfare work the village offers; `policy` is the rule that pays for it.

    `kind` is 公益岗 or 互助岗, `work` 保洁员, 护理员 …; `stipend` yuan a month;
    `days_a_week` the fewest days; `helps` how many households one person looks after.
    """

    name: str
    id: int = 0
    kind: str = "公益岗"
    work: str | None = None
    unit: str | None = None
    place: str | None = None
    seats: int | None = None
    stipend: Money | None = None
    days_a_week: int | None = None
    helps: int | None = None
    duties: str | None = None
    policy: str | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class WelfareTerm:
    """One person's way through one welfare post; `starts` and `ends` are the agreed term, both included.

    `cadre_kin` is what a human answered to "a relative of a village cadre?";
    None is not asked yet. `job` is the row of 就业经历 it became.
    """

    person: int
    post: int
    applied_on: date
    stage: TermStage = TermStage.APPLIED
    id: int = 0
    cadre_kin: bool | None = None
    reviewed_on: date | None = None
    review_note: str | None = None
    approved_on: date | None = None
    approved_by: str | None = None
    starts: date | None = None
    ends: date | None = None
    job: int | None = None
    left_on: date | None = None
    left_why: str | None = None


@dataclass(frozen=True, slots=True)
class Helped:
    """Someone whom a person on a mutual-help post looks after; `neighbour` is their case number, if any."""

    term: int
    person: int
    name: str
    since: date
    id: int = 0
    neighbour: int | None = None
    needs: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class WelfareMonth:
    """One month of one term: days on duty, points by the items of the standard, the grade a human gave."""

    term: int
    person: int
    month: date
    id: int = 0
    days: int | None = None
    points: Mapping[str, object] = field(default_factory=dict)
    grade: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """The month's assessment: the fewest days, the items with their most points, the grades from the best.

    `grades` pairs a grade with the fewest points it takes; the last takes none.
    """

    days_a_month: int | None
    items: Mapping[str, int]
    grades: Sequence[tuple[str, int]]
    source: str = ""


@dataclass(frozen=True, slots=True)
class TermPage:
    """A term with its post, its person, those it helps, and its months."""

    term: WelfareTerm
    post: WelfarePost
    card: Card
    helped: tuple[Helped, ...] = ()
    months: tuple[WelfareMonth, ...] = ()


STEPS: Mapping[TermStage, frozenset[TermStage]] = {
    TermStage.APPLIED: frozenset({TermStage.REVIEWED, TermStage.REJECTED, TermStage.ENDED}),
    TermStage.REVIEWED: frozenset({TermStage.ON_DUTY, TermStage.ENDED}),
    TermStage.REJECTED: frozenset({TermStage.REVIEWED}),
    TermStage.ON_DUTY: frozenset({TermStage.ENDED}),
    TermStage.ENDED: frozenset(),
}


def move(term: WelfareTerm, to: TermStage, **changes: Any) -> WelfareTerm:
    """The term one stage further; `RefusedError` where that stage cannot follow."""
    if to not in STEPS[term.stage]:
        raise RefusedError(
            f"{term.id} 号公益岗申请现在是“{term.stage.value}”，不能改成“{to.value}”。"
        )
    return replace(term, stage=to, **changes)


def grade_of(points: Mapping[str, int], standard: Standard) -> str | None:
    """The grade that points come to; None while an item of the standard has none.

    >>> rule = Standard(8, {"出勤": 40, "履职": 60}, [("优秀", 90), ("合格", 60), ("不合格", 0)])
    >>> grade_of({"出勤": 40, "履职": 45}, rule), grade_of({"出勤": 40}, rule)
    ('合格', None)
    """
    if not standard.items or not standard.items.keys() <= points.keys():
        return None
    total = sum(points[item] for item in standard.items)
    return next((grade for grade, least in standard.grades if total >= least), None)


def refuse_points(points: Mapping[str, int], standard: Standard) -> None:
    """Raise `RefusedError` for an item that the standard does not have, or too many points."""
    for item, given in points.items():
        if item not in standard.items:
            raise RefusedError(f"考核标准里没有“{item}”，有：{'、'.join(standard.items)}。")
        if not 0 <= given <= standard.items[item]:
            raise RefusedError(f"“{item}”满分 {standard.items[item]}，{given} 分不对。")


def prompts(
    post: WelfarePost,
    term: WelfareTerm,
    household_on_duty: Sequence[str],
    taken: int,
    most_a_household: int | None,
) -> tuple[str, ...]:
    """What a human has to look at before the term is agreed; nothing here decides."""
    said = []
    if term.cadre_kin is None:
        said.append("还没问：是不是村干部或其亲属？")
    elif term.cadre_kin:
        said.append("是村干部或其亲属，按规定一般不得安置，请上级定。")
    if most_a_household is not None and len(household_on_duty) >= most_a_household:
        said.append(
            f"同户已有 {'、'.join(household_on_duty)} 在岗，按规定一户 {most_a_household} 人。"
        )
    if post.seats is not None and taken >= post.seats:
        said.append(f"“{post.name}”名额 {post.seats} 人，已经在岗 {taken} 人。")
    return tuple(said)

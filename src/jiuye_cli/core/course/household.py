"""Households as seen from their members: who works, and whether nobody does (零就业家庭)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.course.rules import WorkingAge
from jiuye_cli.core.fields.value import UNKNOWN, Value
from jiuye_cli.core.people.card import Card

AT_WORK = frozenset({"在职", "灵活就业", "自主创业", "公益性岗位"})
OUT_OF_WORK = frozenset({"登记失业", "未登记失业", "无业"})
FARMING = "务农"
NOT_COUNTED = frozenset({"在校", "退休"})
"""Answers of 就业状态 that the question of a zero-employment household sorts."""


@dataclass(frozen=True, slots=True)
class Member:
    """What decides how a member counts; None and `UNKNOWN` are not known.

    `retired` says whether the statutory day of retirement has passed.
    """

    person: int
    name: str
    status: Value = UNKNOWN
    age: int | None = None
    retired: bool | None = None
    can_work: bool | None = None


@dataclass(frozen=True, slots=True)
class ZeroEmployment:
    """Whether nobody in a household works: yes, no, or None with what is still to ask.

    `workers` have work, `jobless` could work and have none, `farmers` till their
    own land, `ask` are those about whom the answer is not known. A household in which nobody could work is no
    zero-employment household.
    """

    holds: bool | None
    workers: tuple[int, ...]
    jobless: tuple[int, ...]
    farmers: tuple[int, ...]
    ask: tuple[int, ...]

    @property
    def word(self) -> str:
        """What such a household is called: who farms has work, but none off the land."""
        return "零转移就业家庭" if self.farmers else "零就业家庭"


def zero_employment(members: Iterable[Member], working_age: WorkingAge) -> ZeroEmployment:
    """Whether nobody of working age works, from the members' own files.

    >>> one = Member(1, "王建国", "登记失业", age=47)
    >>> zero_employment([one], WorkingAge(16, 50, 63)).holds
    True
    """
    sorted_by: dict[str, list[int]] = {"work": [], "jobless": [], "farm": [], "ask": [], "": []}
    for member in members:
        sorted_by[_place(member, working_age)].append(member.person)
    workers, jobless, farmers, ask = (sorted_by[key] for key in ("work", "jobless", "farm", "ask"))
    idle = bool(jobless or farmers)
    holds = False if workers else None if ask else idle
    return ZeroEmployment(holds, tuple(workers), tuple(jobless), tuple(farmers), tuple(ask))


def _place(member: Member, working_age: WorkingAge) -> str:
    if member.status in AT_WORK:
        return "work"
    counts = _counts(member, working_age)
    if counts is False:
        return ""
    if counts is None:
        return "ask"
    if member.status == FARMING:
        return "farm"
    return "jobless" if member.status in OUT_OF_WORK else "ask"


def _counts(member: Member, working_age: WorkingAge) -> bool | None:
    """Whether someone belongs to those who could work; None when that is not known."""
    if member.can_work is False or member.status in NOT_COUNTED or member.retired:
        return False
    if member.age is None:
        return None
    if not working_age.youngest <= member.age < working_age.latest_retirement:
        return False
    return True if member.age < working_age.earliest_retirement or member.retired is False else None


@dataclass(frozen=True, slots=True)
class ZeroWatch:
    """A household found to have nobody at work, since the day it was noticed, until someone works."""

    household: int
    since: date
    id: int = 0
    confirmed_on: date | None = None
    confirmed_by: str | None = None
    cleared_on: date | None = None
    cleared_by: int | None = None


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """A household as its members' files tell of it.

    `told` is the 就业人数 that was typed, None where it was not. `due` is the day
    by which someone should work, once the household is watched.
    """

    id: int
    code: str | None
    members: tuple[Card, ...]
    zero: ZeroEmployment
    told: int | None = None
    watch: ZeroWatch | None = None
    due: date | None = None

    @property
    def contradicts(self) -> bool:
        """Whether the number told and the members' own files cannot both be right."""
        return self.told is not None and len(self.zero.workers) > self.told

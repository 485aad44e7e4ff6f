"""From the first day at work: how the job was found, what went wrong, why it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jiuye_cli.core.fields.value import Record
from jiuye_cli.core.people.card import Card


class Trouble(StrEnum):
    """What pulls the next call forward."""

    ABSENT = "缺勤"
    PAY_CUT = "降薪"
    UNPAID = "欠薪"
    INJURED = "受伤"
    QUARREL = "闹矛盾"
    WANTS_OUT = "不想干"
    OTHER = "其他"


END_REASONS = (
    "合同到期", "单位辞退", "单位停产", "个人辞职", "身体原因", "照顾家人", "工资低", "太远",
    "工作太累", "协议期满", "考核不合格", "到龄退休", "其他",
)  # fmt: skip
"""Why a job ends, in the words of the sheet; `其他` wants a note."""

STATUS_OF = {
    "单位就业": "在职",
    "灵活就业": "灵活就业",
    "居家就业": "灵活就业",
    "公益性岗位": "公益性岗位",
    "自主创业": "自主创业",
    "务农": "务农",
    "其他": "在职",
}
"""The 就业状态 that goes with each 用工形式."""


@dataclass(frozen=True, slots=True)
class Placement:
    """How an open job in someone's file came about through the desk.

    `job` is the row of 就业经历 that holds employer, days, wage, contract. One of
    `referral`, `event`, `welfare_term` says where it came from, if any does.
    """

    person: int
    job: int
    noted_on: date
    id: int = 0
    employer: int | None = None
    post: int | None = None
    referral: int | None = None
    event: int | None = None
    follower: str | None = None
    ended_why: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TroubleAtWork:
    """Something that went wrong at a job; open until `settled_on`."""

    person: int
    job: int
    day: date
    kind: Trouble
    id: int = 0
    note: str | None = None
    settled_on: date | None = None


@dataclass(frozen=True, slots=True)
class Stint:
    """A job of someone's file together with what the desk knows of it.

    `is_open` says whether they still work there, as far as the file says.
    """

    card: Card
    job: Record
    is_open: bool
    placement: Placement | None = None
    troubles: tuple[TroubleAtWork, ...] = ()

    @property
    def employer(self) -> str:
        """Where the person works, in a word; empty where it is not known."""
        return str(self.job.get("单位", ""))

    @property
    def row(self) -> int:
        """The row of 就业经历."""
        return int(str(self.job["id"]))

    @property
    def started(self) -> date | None:
        """The first day at work, where it is known."""
        start = self.job.get("起")
        return start if isinstance(start, date) else None


def pay_was_cut(before: Record, after: Record) -> bool:
    """Whether a change of a job's record lowers the wage that was known.

    >>> pay_was_cut({"月薪": 4200}, {"月薪": 3600}), pay_was_cut({}, {"月薪": 3600})
    (True, False)
    """
    old, new = before.get("月薪"), after.get("月薪")
    if old is None or new is None:
        return False
    try:
        return float(str(new)) < float(str(old))
    except ValueError:
        return False

"""One attempt to reach someone: the way, what became of it, what was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jiuye_cli.core.fields.value import Value


class Channel(StrEnum):
    """The way in which someone was sought."""

    PHONE = "电话"
    WECHAT = "微信"
    VISIT = "上门"


class Outcome(StrEnum):
    """What became of an attempt, in the order of the sheet's boxes."""

    REACHED = "接通"
    NO_ANSWER = "无人接"
    SWITCHED_OFF = "关机"
    SUSPENDED = "停机"
    NO_SUCH_NUMBER = "空号"
    DECLINED = "拒接"
    SOMEONE_ELSE = "非本人"


class Status(StrEnum):
    """What the person does, as ticked on the sheet."""

    ON_THE_JOB = "在岗"
    LEFT = "离岗"
    NOT_EMPLOYED = "未就业"
    FARMING = "务农"


WISHES = ("有", "无")
NEEDS = ("岗位", "培训", "政策", "其他")


@dataclass(frozen=True, slots=True)
class Contact:
    """One attempt; `next_on` is the day on which to try again that was agreed or noted.

    Only an attempt that reached the person is a contact: nothing else moves the
    clock. `at` is the local moment it was entered, `sheet` and `row` the sheet's
    row it answers, `phone` the number that was dialled.
    """

    day: date
    outcome: Outcome
    channel: Channel = Channel.PHONE
    next_on: date | None = None
    at: str = ""
    caller: str = ""
    status: Status | None = None
    wish: str = ""
    needs: tuple[str, ...] = ()
    note: str = ""
    phone: str = ""
    sheet: date | None = None
    row: int | None = None
    person: int = 0
    id: int = 0

    @property
    def is_real(self) -> bool:
        """Whether the person was reached."""
        return self.outcome is Outcome.REACHED

    @property
    def order(self) -> tuple[date, str, int]:
        """Where it stands in time among the contacts of one person."""
        return self.day, self.at, self.id

    @property
    def summary(self) -> str:
        """Day, outcome and status in one phrase, as the next sheet prints it.

        >>> Contact(date(2026, 10, 20), Outcome.REACHED, status=Status.ON_THE_JOB).summary
        '10月20日 接通 在岗'
        """
        parts = [f"{self.day.month}月{self.day.day}日", self.outcome.value]
        return " ".join([*parts, self.status.value] if self.status else parts)


@dataclass(frozen=True, slots=True)
class Entered:
    """What was recorded of one person: the names of what changed, and when they are due again.

    `told` holds the values behind those names; `hint` is what to note next, if anything.
    """

    person: int
    name: str
    changed: tuple[str, ...]
    next: date | None
    told: Mapping[str, Value] = field(default_factory=dict)
    hint: str = ""

"""An employer and a post on offer, as the other rooms see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from jiuye_cli.core.fields.value import Facts, Value


class Rung(StrEnum):
    """The ladder on which work is sought, in its order: the floor is last."""

    LOCAL = "本地企业"
    HOME = "居家就业"
    EXPORT = "劳务输出"
    WELFARE = "公益岗"


RUNGS = tuple(Rung)
WELFARE_FORM = "公益性岗位"
AFAR = ("省内", "省外")


@dataclass(frozen=True, slots=True)
class Employer:
    """A firm, workshop or office: its name and what is known of it.

    `rung_on` is the day of the last call that reached it.
    """

    id: int
    name: str
    facts: Facts = field(default_factory=Facts)
    rung_on: date | None = None

    @property
    def is_workshop(self) -> bool:
        """Whether it is a 帮扶车间."""
        return self.facts.value("单位类型") == "帮扶车间"

    @property
    def is_partner(self) -> bool:
        """Whether it is one of the partner units (共建单位)."""
        return self.facts.value("共建单位") is True


@dataclass(frozen=True, slots=True)
class Post:
    """A post on offer: its employer, what is known of it, and how far it is filled.

    `hired` counts the people who started through us, `waiting` the referrals
    still without an end. `closed_on` is the day it was closed, with the reason.
    `is_held` tells that the village recruits for it (社区代聘).
    """

    id: int
    employer: int
    employer_name: str
    facts: Facts
    hired: int = 0
    waiting: int = 0
    closed_on: date | None = None
    closed_why: str = ""
    is_held: bool = False

    def value(self, name: str) -> Value:
        """What is known of one field."""
        return self.facts.value(name)

    @property
    def name(self) -> str:
        """What the post is called, by its trade where it has no other name."""
        return _text(self.value("岗位名称")) or _text(self.value("工种")) or f"{self.id} 号岗位"

    @property
    def trade(self) -> str:
        """The trade, by the post's name where none is given."""
        return _text(self.value("工种")) or self.name

    @property
    def kind(self) -> tuple[int, str]:
        """Employer and trade: two posts that share both are one offer."""
        return (self.employer, self.trade)

    @property
    def rung(self) -> Rung:
        """The rung of the ladder it stands on, by what is known of it."""
        if self.value("用工形式") == WELFARE_FORM:
            return Rung.WELFARE
        if self.value("居家") is True or self.value("用工形式") == "居家就业":
            return Rung.HOME
        return Rung.EXPORT if self.value("工作区域") in AFAR else Rung.LOCAL

    @property
    def seats(self) -> int | None:
        """How many people were wanted; None where only 若干 was said."""
        seats = self.value("人数")
        return seats if isinstance(seats, int) else None

    @property
    def seats_left(self) -> int:
        """The seats that are surely free: one, while an open post does not say how many."""
        return 1 if self.seats is None else max(0, self.seats - self.hired)

    def is_open(self, today: date) -> bool:
        """Whether someone can still be sent there."""
        return not self.shut_because(today)

    def shut_because(self, today: date) -> str:
        """Why nobody can be sent there any more; empty while it is open."""
        if self.closed_on is not None:
            return f"{self.closed_on} 停招{f'：{self.closed_why}' if self.closed_why else ''}"
        until = self.value("截止日期")
        if isinstance(until, date) and until < today:
            return f"{until} 已截止"
        return f"招满了（{self.seats}人）" if self.seats_left == 0 else ""

    def checked_on(self) -> date | None:
        """The day on which the employer last confirmed it."""
        day = self.value("核实日期")
        return day if isinstance(day, date) else None

    def is_stale(self, today: date, days: int) -> bool:
        """Whether it was last confirmed more than so many days ago, or never."""
        checked = self.checked_on()
        return checked is None or checked < today - timedelta(days=days)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def post_of(
    values: Mapping[str, Value], *, number: int = 1, employer: int = 1, name: str = "某单位"
) -> Post:
    """A post made of bare values, for doctests and tests."""
    return Post(number, employer, name, Facts(values))

"""How pressing a call is: a sum whose parts can be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from jiuye_cli.core.callback.due import Due, Reason
from jiuye_cli.core.callback.rules import Weights
from jiuye_cli.core.rules.days import months_between


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the sum: its name, its points, and the figures they come from."""

    part: str
    points: Decimal
    basis: str


@dataclass(frozen=True, slots=True)
class Urgency:
    """The parts of the sum, none of them zero, in a fixed order."""

    parts: tuple[Part, ...]
    total: Decimal = field(init=False)

    def __post_init__(self) -> None:
        """Add the parts up once."""
        object.__setattr__(self, "total", sum((p.points for p in self.parts), Decimal(0)))


def urgency(due: Due, weights: Weights, today: date, *, unreturned: bool = False) -> Urgency:
    """How pressing a call is on a day, before the money that waits for its answers.

    `unreturned` says that the person stood on an earlier sheet that never came back.
    """
    parts = [
        _counted("逾期", due.overdue_days, weights.overdue_days_at_most, weights.overdue_day, "天"),
        *_causes(due.reasons),
        _counted(
            "沉默",
            max(0, months_between(due.silent_since, today)),
            weights.silent_months_at_most,
            weights.silent_month,
            "个月",
        ),
        Part("未回", weights.unreturned if unreturned else Decimal(0), "上次名单没有回填"),
    ]
    return Urgency(tuple(p for p in parts if p.points))


def with_money(sum_: Urgency, yuan: int, weights: Weights) -> Urgency:
    """The sum with a part for money: yuan over the next 12 months that answers can still change."""
    part = _counted(
        "钱", yuan // 1000, weights.thousand_yuan_at_most, weights.thousand_yuan, "千元"
    )
    return Urgency((*sum_.parts, part)) if part.points else sum_


def _counted(name: str, count: int, at_most: int, each: Decimal, unit: str) -> Part:
    """A part that grows with a count; a ceiling of 0 means none."""
    used = min(count, at_most) if at_most else count
    ceiling = f"（最多算{at_most}{unit}）" if used < count else ""
    return Part(name, used * each, f"{count}{unit}×{each}{ceiling}")


def _causes(reasons: Sequence[Reason]) -> Iterator[Part]:
    """One part a kind of cause, with the heaviest reason of that kind."""
    heaviest: dict[str, Reason] = {}
    for reason in reasons:
        known = heaviest.get(reason.kind)
        if known is None or reason.weight > known.weight:
            heaviest[reason.kind] = reason
    for kind, reason in heaviest.items():
        yield Part(kind, reason.weight, reason.say)

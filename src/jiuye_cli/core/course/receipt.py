"""Money received under a policy, and the months it covers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jiuye_cli.core.course.money import Money
from jiuye_cli.errors import RefusedError

Snapshot = Mapping[str, object]
"""The figures that the first approval freezes (距退休月数, 年龄, the rule's version)."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money received under a policy; a monthly one covers whole months, both ends included.

    `first` and `last` are first days of months; `item` names what it was for.
    Receipts from before this file was kept have no `claim`. A `snapshot` from
    the first approval, where it is known, says what was frozen then.
    """

    person: int
    policy: str
    paid_on: date
    id: int = 0
    claim: int | None = None
    amount: Money | None = None
    first: date | None = None
    last: date | None = None
    item: Mapping[str, object] = field(default_factory=dict)
    approved_on: date | None = None
    snapshot: Snapshot = field(default_factory=dict)
    note: str | None = None


def months_covered(receipts: Iterable[Receipt]) -> frozenset[date]:
    """The first days of all months that receipts cover, each month once.

    >>> year_end = Receipt(1, "灵活就业社保补贴", date(2027, 1, 5), first=date(2026, 11, 1), last=date(2027, 1, 1))
    >>> len(months_covered([year_end, year_end]))
    3
    """
    return frozenset(month for one in receipts for month in _months(one))


def _months(receipt: Receipt) -> Sequence[date]:
    if receipt.first is None or receipt.last is None:
        return ()
    first = receipt.first.year * 12 + receipt.first.month - 1
    last = receipt.last.year * 12 + receipt.last.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(first, last + 1)]


def refuse_double(new: Receipt, earlier: Iterable[Receipt]) -> None:
    """Raise `RefusedError` when a month of a new receipt was paid already under the same policy."""
    same = [one for one in earlier if one.policy == new.policy and one.item == new.item]
    twice = months_covered([new]) & months_covered(same)
    if twice:
        said = "、".join(f"{month:%Y-%m}" for month in sorted(twice))
        raise RefusedError(f"{new.policy} {said} 已经记过发放，没有再记。")

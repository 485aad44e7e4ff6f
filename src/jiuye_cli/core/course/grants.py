"""What was granted before, in the form in which the rules count it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from jiuye_cli.core.course.claim import Claim, Stage
from jiuye_cli.core.course.receipt import Receipt, months_covered
from jiuye_cli.core.fields.catalogue import facts
from jiuye_cli.core.fields.field import Kind
from jiuye_cli.core.fields.value import Record, Value
from jiuye_cli.core.policy import policy
from jiuye_cli.core.policy.verdict import LABEL_COLUMNS
from jiuye_cli.core.rules.days import DAY, add_months

FROZEN = ("年龄", "距退休月数")
"""The figures that a first approval freezes, beside the version of the rule."""


def grants(claims: Iterable[Claim], receipts: Iterable[Receipt]) -> tuple[policy.Receipt, ...]:
    """The approved claims, and the receipts from before the file was kept, as the rules count them."""
    paid = list(receipts)
    own = {claim.id: [one for one in paid if one.claim == claim.id] for claim in claims}
    approved = [_of_claim(claim, own[claim.id]) for claim in claims if claim.approved_on]
    return (*approved, *(_of_receipt(one) for one in paid if one.claim is None))


def _of_claim(claim: Claim, paid: Iterable[Receipt]) -> policy.Receipt:
    months = sorted(months_covered(paid))
    first = claim.approved_on
    periodic = claim.is_periodic
    return policy.Receipt(
        policy=claim.policy,
        on=claim.approved_on,
        item=item_values(claim.item),
        first=first,
        start=(months[0] if months else first) if periodic else None,
        end=_end(claim, months) if periodic else None,
        months=len(months) if periodic else None,
        snapshot=item_values(claim.snapshot),
    )


def _end(claim: Claim, months: list[date]) -> date | None:
    """The last day paid for; None while it runs."""
    used_up = claim.months is not None and len(months) >= claim.months
    if claim.stage is not Stage.STOPPED and not used_up:
        return None
    return _last_day(months[-1]) if months else claim.approved_on


def _of_receipt(one: Receipt) -> policy.Receipt:
    months = months_covered([one])
    return policy.Receipt(
        policy=one.policy,
        on=one.paid_on,
        item=item_values(one.item),
        first=one.approved_on or one.first,
        start=one.first,
        end=_last_day(one.last) if one.last else None,
        months=len(months) if months else None,
        snapshot=item_values(one.snapshot),
    )


def _last_day(month: date) -> date:
    return add_months(month.replace(day=1), 1) - DAY


def item_of(record: Record | None) -> dict[str, object]:
    """The columns by which a record (a certificate, a venture) is known again.

    >>> item_of({"id": 3, "职业": "电工", "等级": "五级", "带动就业": 2})
    {'职业': '电工', '等级': '五级'}
    """
    return {key: record[key] for key in LABEL_COLUMNS if record and key in record}


def item_values(item: Mapping[str, object]) -> dict[str, Value]:
    """Columns read back from the file as the values they were.

    >>> item_values({"职业": "电工", "发证日期": "2025-03-01"})
    {'职业': '电工', '发证日期': datetime.date(2025, 3, 1)}
    """
    return {name: _value(name, cell) for name, cell in item.items()}


def _value(name: str, cell: object) -> Value:
    if isinstance(cell, str) and _is_day(name):
        return date.fromisoformat(cell)
    if isinstance(cell, float):
        return Decimal(str(cell))
    if isinstance(cell, bool | int | str | date | Decimal):
        return cell
    raise TypeError(f"{name}: {cell!r}")


def _is_day(name: str) -> bool:
    return any(
        field.kind is Kind.DATE
        for full, field in facts().items()
        if full == name or full.endswith(f".{name}")
    )


def frozen(known: Mapping[str, Value], version: date) -> dict[str, object]:
    """What a first approval freezes: the known figures of that day, and the version of the rule."""
    figures = {name: known[name] for name in FROZEN if isinstance(known.get(name), int)}
    return {**figures, "版本": version.isoformat()}

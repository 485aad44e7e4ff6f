"""Values as she reads them in a reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from jiuye_cli.core.fields.value import Absent, PartialSet, Record
from jiuye_cli.core.rules.days import Moving
from jiuye_cli.core.rules.membership import is_dated_set
from jiuye_cli.core.rules.moment import Known, MovingDay
from jiuye_cli.core.rules.span import Span, to_fen


def shown(value: Known) -> str:
    """A value in words.

    >>> shown(True), shown(frozenset({"低保"})), shown(Decimal("1200.50")), shown(())
    ('是', '低保', '1200.5', '无')
    """
    if isinstance(value, Absent):
        return value.value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Moving):
        return str(value.count)
    if isinstance(value, MovingDay):
        return value.day.isoformat()
    return (
        _shown_many(value)
        if isinstance(value, frozenset | PartialSet | tuple)
        else _shown_one(value)
    )


def _shown_one(value: str | int | Decimal | Fraction | date) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        value = to_fen(value) or Decimal(0)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value)


def _shown_many(value: frozenset[str] | PartialSet | tuple[Record, ...]) -> str:
    if is_dated_set(value):
        return "、".join(map(_member, value))
    if isinstance(value, tuple):
        return f"{len(value)}条" if value else "无"
    if isinstance(value, frozenset):
        return "、".join(sorted(value)) or "无"
    known = "、".join(sorted(value.yes))
    refused = "、".join(f"非{one}" for one in sorted(value.no))
    return "，".join(part for part in (known, refused) if part) or "未问到"


def _member(row: Record) -> str:
    """A member of a dated set, with the days it holds.

    >>> _member({"类别": "低保", "止": date(2026, 6, 30)}), _member({"类别": "残疾人", "是否": False})
    ('低保（2026-06-30止）', '非残疾人')
    """
    name = f"{'' if row.get('是否', True) else '非'}{row.get('类别')}"
    days = "".join(f"{day}{edge}" for edge in "起止" if isinstance(day := row.get(edge), date))
    return f"{name}（{days}）" if days else name


def yuan(span: Span) -> str:
    """An amount in words: one number, bounds, or that it is not known."""
    low, high = to_fen(span.low), to_fen(span.high)
    if low is None and high is None:
        return "金额未知"
    if low == high:
        return f"{low}元"
    if low is None:
        return f"不超过{high}元"
    return f"{low}–{high}元" if high is not None else f"不少于{low}元"

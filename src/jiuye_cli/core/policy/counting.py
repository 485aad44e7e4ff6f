"""Receiving is not being eligible: what earlier grants leave open.

Times a year or in a life, the same certificate, payments that run, and grants
that exclude; months are counted in `months`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from jiuye_cli.core.fields.value import Record, Value
from jiuye_cli.core.policy.count import Count, gated
from jiuye_cli.core.policy.matter import Matter, matches
from jiuye_cli.core.policy.months import months_left
from jiuye_cli.core.policy.policy import Kept, Pay, Receipt, Version
from jiuye_cli.core.rules.days import FAR, add_months, days_after
from jiuye_cli.core.rules.reading import Reading

NOT_THE_SAME = "与已领的“{}”不是同一事项"
OTHER_MATTER = re.compile(NOT_THE_SAME.format(".+"))
"""What a human says of a grant that does not tell what it was for."""


def count(matter: Matter, version: Version) -> Count:
    """What may still be claimed under a version after what was granted before."""
    if matter.claimant.receipts:
        used = _running(matter, version) or _times(matter, version) or _excluded(matter, version)
        if used and not used.allowed:
            return used
    counted, left = months_left(matter, version), _times_left(matter, version)
    return counted if left is None else replace(counted, times_left=left)


def _running(matter: Matter, version: Version) -> Count | None:
    """Paid month by month and still running; nothing is paid after 发放止."""
    reading = matter.reading
    if version.pay is not Pay.MONTHLY or reading.on > version.pay_until:
        return None
    if any(_covers(one, reading) for one in matter.own_here):
        reading.note(days_after(version.pay_until))
        return Count("正在领")
    return None


def _covers(receipt: Receipt, reading: Reading) -> bool:
    """Whether a grant is paid for on the day judged."""
    if receipt.start is None:
        return False
    reading.note(receipt.start)
    end = receipt.end or FAR
    reading.note(days_after(end))
    return receipt.start <= reading.on <= end


def _in_this_month(receipt: Receipt, reading: Reading) -> bool:
    """Whether anything was paid for the month of the day judged; what is paid once, in the month it was granted."""
    first = receipt.start or receipt.on
    if first is None:
        return False
    last = receipt.end or (FAR if receipt.start else first)
    opens, shuts = first.replace(day=1), add_months(last.replace(day=1), 1)
    reading.note(opens)
    reading.note(shuts)
    return opens <= reading.on and (reading.on < shuts or last == FAR)


def _times(matter: Matter, version: Version) -> Count | None:
    """How often it was granted, against how often it may be."""
    own, record, limits = matter.own, matter.record, version.limits
    if record is not None and (reason := _of_this_item(own, version, record)):
        return Count(reason)
    if limits.in_life is not None and len(own) >= limits.in_life:
        return Count(f"终身{limits.in_life}次，已领{len(own)}次")
    at_home = sum(one.of_household for one in own)
    if limits.a_household is not None and at_home >= limits.a_household:
        return Count(f"每户{limits.a_household}人，家里已有人在领")
    if _most_a_year(version) is not None:
        return _a_year(matter, version)
    if not matter.policy.item and version.pay is Pay.ONCE and limits.in_life is None and own:
        return Count("一次性的，已经领过")
    return None


def _of_this_item(own: Sequence[Receipt], version: Version, record: Record) -> str:
    in_parts = version.pay in (Pay.MONTHLY, Pay.YEARLY) and version.longest is not None
    if not in_parts and any(matches(one, record) for one in own):
        return "这一件已经领过"
    return _same_or_higher(own, version, record)


def _most_a_year(version: Version) -> int | None:
    """How often a year; what is paid by the year, once where the rule does not say."""
    most = version.limits.a_year
    return 1 if most is None and version.pay is Pay.YEARLY else most


def _used_this_year(matter: Matter, version: Version) -> int:
    """Grants of this calendar year: of this item, where it is the pay that is yearly."""
    own = matter.own if version.limits.a_year is not None else matter.own_here
    year = matter.reading.on.year
    return sum(1 for one in own if one.on and one.on.year == year)


def _a_year(matter: Matter, version: Version) -> Count | None:
    limits, reading = version.limits, matter.reading
    most, used = _most_a_year(version), _used_this_year(matter, version)
    if most is None or used < most:
        return None
    if reading.on.year < date.max.year:
        reading.note(date(reading.on.year + 1, 1, 1))
    full = Count(f"每年{most}次，今年已领{used}次")
    if used < most + limits.extra_a_year:
        left = most + limits.extra_a_year - used
        return replace(gated(limits.extra_gate, full, reading), times_left=left)
    return full


def _times_left(matter: Matter, version: Version) -> int | None:
    """How many more may be granted this year and in a life; None where the rule sets no such number.

    Those beyond the yearly number that a person has to allow count once one has.
    """
    limits, left = version.limits, []
    if limits.a_year is not None:
        allowed = matter.reading.facts.value(f"人工.{limits.extra_gate}") is True
        most = limits.a_year + (limits.extra_a_year if allowed else 0)
        left.append(most - _used_this_year(matter, version))
    if limits.in_life is not None:
        left.append(limits.in_life - len(matter.own))
    return min(left, default=None)


def _same_or_higher(own: Sequence[Receipt], version: Version, record: Record) -> str:
    limits = version.limits
    alike = sum(_alike(one.item, record, limits.same) for one in own)
    if limits.same and alike >= limits.same_times:
        return f"同一{'、'.join(limits.same)}已领过"
    if not limits.never_lower:
        return ""
    column = limits.never_lower.rpartition(".")[2]
    trade = tuple(key for key in record if key in ("职业", "名称"))
    level = _rank(record.get(column), limits.never_lower)
    higher = any(
        _alike(one.item, record, trade) and _rank(one.item.get(column), limits.never_lower) >= level
        for one in own
    )
    return f"同一{'、'.join(trade) or '职业'}已领过同等或更高{column}的" if higher else ""


def _alike(item: Mapping[str, Value], record: Record, columns: Iterable[str]) -> bool:
    return all(key in item and item[key] == record.get(key) for key in columns)


def _rank(value: Value | None, name: str) -> int:
    """How high a choice stands: choices are listed from low to high."""
    from jiuye_cli.core.fields import catalogue

    field = catalogue.facts().get(name)
    values = field.values if field else ()
    return values.index(value) if isinstance(value, str) and value in values else -1


def _excluded(matter: Matter, version: Version) -> Count | None:
    """Another grant that excludes this one."""
    partners = matter.shelf.partners(matter.policy.id, version)
    for one in matter.claimant.receipts:
        kept = partners.get(one.policy)
        if kept is Kept.SAME_MATTER:
            found = _same_matter(one, matter)
            if found:
                return found
        elif kept is Kept.FOR_LIFE or (kept and _in_this_month(one, matter.reading)):
            return Count(f"已领“{one.policy}”，两样不能都领")
    return None


def _same_matter(receipt: Receipt, matter: Matter) -> Count | None:
    refused = Count(f"这一件已领“{receipt.policy}”")
    if matter.record is None or not receipt.item:
        gate = NOT_THE_SAME.format(receipt.policy)
        return gated(gate, refused, matter.reading)
    return refused if matches(receipt, matter.record) else None

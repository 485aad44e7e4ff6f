"""Receiving is not being eligible: what earlier grants leave open.

Times a year or in a life, the same certificate, months used across a group,
the extension to retirement frozen at first approval, and grants that exclude.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from jiuye_cli.core.fields.value import Record, Value
from jiuye_cli.core.policy.amount import Amount, Computed
from jiuye_cli.core.policy.matter import Matter
from jiuye_cli.core.policy.policy import Kept, Pay, Receipt, Tally, Version
from jiuye_cli.core.policy.read_amount import MONTHS_TO_GO
from jiuye_cli.core.rules.days import DAY, FAR, Moving, add_months, months_between
from jiuye_cli.core.rules.derive import unanswered
from jiuye_cli.core.rules.moment import Reading
from jiuye_cli.core.rules.span import NOTHING, Span, exactly

PAST = exactly(-1)
"""Months to go for who has passed the retirement age."""


@dataclass(frozen=True, slots=True)
class Count:
    """What earlier grants leave: nothing (`used_up` says why), a person's decision, or months."""

    used_up: str = ""
    gate: str = ""
    months: Span = NOTHING
    missing: tuple[str, ...] = ()
    allowed: bool = False


def count(matter: Matter, version: Version) -> Count:
    """What may still be claimed under a version after what was granted before."""
    if matter.claimant.receipts:
        used = _running(matter, version) or _times(matter, version) or _excluded(matter, version)
        if used and not used.allowed:
            return used
    return _months(matter, version)


def _running(matter: Matter, version: Version) -> Count | None:
    """Paid month by month and still running; nothing is paid after 发放止."""
    reading = matter.reading
    if version.pay is not Pay.MONTHLY or reading.on > version.pay_until:
        return None
    if any(_covers(one, reading) for one in matter.own):
        reading.note(version.pay_until + DAY if version.pay_until < FAR else FAR)
        return Count("正在领")
    return None


def _covers(receipt: Receipt, reading: Reading) -> bool:
    """Whether a grant is paid for on the day judged."""
    if receipt.start is None:
        return False
    reading.note(receipt.start)
    end = receipt.end or FAR
    if end < FAR:
        reading.note(end + DAY)
    return receipt.start <= reading.on <= end


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
    if limits.a_year is not None:
        return _a_year(own, version, matter.reading)
    if not matter.policy.item and version.pay is Pay.ONCE and limits.in_life is None and own:
        return Count("一次性的，已经领过")
    return None


def _of_this_item(own: Sequence[Receipt], version: Version, record: Record) -> str:
    if any(matches(one, record) for one in own):
        return "这一件已经领过"
    return _same_or_higher(own, version, record)


def _a_year(own: Sequence[Receipt], version: Version, reading: Reading) -> Count | None:
    limits = version.limits
    used = sum(1 for one in own if one.on and one.on.year == reading.on.year)
    if limits.a_year is None or used < limits.a_year:
        return None
    if reading.on.year < date.max.year:
        reading.note(date(reading.on.year + 1, 1, 1))
    full = Count(f"每年{limits.a_year}次，今年已领{used}次")
    if used < limits.a_year + limits.extra_a_year:
        return _gated(limits.extra_gate, full, reading)
    return full


def _gated(gate: str, refused: Count, reading: Reading) -> Count:
    """A person's decision: recorded as yes it lets through, as no it refuses, else it is open."""
    answer = reading.facts.value(f"人工.{gate}")
    if answer is True:
        return Count(allowed=True)
    return refused if answer is False else Count(gate=gate)


def matches(receipt: Receipt, record: Record) -> bool:
    """Whether a grant was for this record, as far as both say."""
    return bool(receipt.item) and all(
        record.get(key) == value for key, value in receipt.item.items()
    )


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
        elif kept is Kept.FOR_LIFE or (kept and _covers(one, matter.reading)):
            return Count(f"已领“{one.policy}”，两样不能都领")
    return None


def _same_matter(receipt: Receipt, matter: Matter) -> Count | None:
    refused = Count(f"这一件已领“{receipt.policy}”")
    if matter.record is None or not receipt.item:
        gate = f"与已领的“{receipt.policy}”不是同一事项"
        return _gated(gate, refused, matter.reading)
    return refused if matches(receipt, matter.record) else None


def _months(matter: Matter, version: Version) -> Count:
    """Months still to be paid, after those used by the whole group."""
    if version.longest is None:
        return Count()
    tally, reading = version.tally, matter.reading
    counted = matter.shelf.tally_groups.get(tally.group, frozenset()) | {matter.policy.id}
    granted = [
        one
        for one in matter.claimant.receipts
        if one.policy in counted and one.policy not in tally.leaving_out
    ]
    used = sum(_length(one, reading) for one in granted)
    left = _longest(version.longest, used, reading) + exactly(-used)
    if tally.retirement_months is not None:
        extended = _extension(granted, tally, reading)
        if extended is None:
            return _perhaps_extended(left, reading)
        if extended is not NOTHING:
            return Count(months=extended) if extended != PAST else Count("已到退休年龄")
    return _left(left, granted, tally, reading)


def _longest(longest: Amount, used: int, reading: Reading) -> Span:
    """The most months; of 至退休 only the day matters on which those used are too many."""
    if isinstance(longest, Computed) and longest.formula is MONTHS_TO_GO:
        to_go = reading.named("距退休月数")
        if isinstance(to_go, Moving):
            reading.note(to_go.reached(used + 1))
            return exactly(to_go.count)
    return longest.span(reading)


def _left(left: Span, own: Sequence[Receipt], tally: Tally, reading: Reading) -> Count:
    if left.high is None or left.high > 0 or not own:
        return Count(
            months=Span(None if left.low is None else max(Fraction(0), left.low), left.high)
        )
    again = tally.again
    if again is None:
        return Count("月数已领满", months=exactly(0))
    last = max((one.end for one in own if one.end), default=None)
    ready = add_months(last, again.gap_months) if last else reading.on
    reading.note(ready)
    # Each new term is a grant with its own first approval
    terms = len({one.first for one in own if one.first})
    refused = Count("月数已领满", months=exactly(0))
    if reading.on < ready or terms > again.times:
        return refused
    return _gated(again.gate, refused, reading)


def _perhaps_extended(left: Span, reading: Reading) -> Count:
    """Whether it goes on to retirement is not known: that matters once the months are used up."""
    if left.high is not None and left.high <= 0:
        return Count(missing=unanswered("距退休月数", reading.facts) or ("距退休月数",))
    return Count(months=Span(left.low, None))


def _extension(own: Sequence[Receipt], tally: Tally, reading: Reading) -> Span | None:
    """Months to retirement for who was near it at first approval; NOTHING for others; None not known."""
    to_go = _to_go_at_first(own, reading)
    now = reading.named("距退休月数")
    if isinstance(now, Moving):
        for count in (0, tally.retirement_months or 0):
            reading.note(now.reached(count))
        now = now.count
    if to_go is None:
        return None
    if tally.retirement_months is None or not 0 <= to_go < tally.retirement_months:
        return NOTHING
    if not isinstance(now, int):
        return None
    return exactly(now) if now >= 0 else PAST


def _to_go_at_first(own: Sequence[Receipt], reading: Reading) -> int | None:
    """距退休月数 on the day of first approval: frozen then, or computed for that day."""
    firsts = [one for one in own if one.first]
    if not firsts:
        return _whole(reading.named("距退休月数"))
    first = min(firsts, key=lambda one: one.first or date.max)
    frozen = first.snapshot.get("距退休月数")
    if isinstance(frozen, int):
        return frozen
    assert first.first is not None
    return _whole(reading.as_of(first.first).named("距退休月数"))


def _whole(value: object) -> int | None:
    if isinstance(value, Moving):
        return value.count
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _length(receipt: Receipt, reading: Reading) -> int:
    """Months a grant was paid for, up to the day judged."""
    if receipt.months is not None:
        return receipt.months
    if receipt.start is None:
        return 0
    end = min(receipt.end or reading.on, reading.on)
    return max(0, months_between(receipt.start, end + DAY))


def whole_months(span: Span) -> int | None:
    """The months as the contract gives them: a whole number where it is one."""
    return None if span.exact is None else floor(span.exact)

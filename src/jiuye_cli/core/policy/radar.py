"""The days ahead on which something flips, found by going from change to change.

Judging tells the next day on which anything it looked at can differ, so a year
costs a handful of judgements a person and rule, not 365.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jiuye_cli.core.fields.value import Record
from jiuye_cli.core.policy.policy import Claimant, Policy
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.verdict import item_label, records
from jiuye_cli.core.policy.weigh import Outcome, Verdict, weigh
from jiuye_cli.core.rules.days import FAR, days_after
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.span import Span, to_fen


@dataclass(frozen=True, slots=True)
class Flip:
    """One change: from the day `on` a policy comes to something else.

    `amount` is yuan a payment from then on, None where it is not one number;
    `last_day` the last day to claim from then on.
    """

    on: date
    policy: Policy
    item: str
    before: Verdict
    after: Verdict
    amount: Decimal | None
    last_day: date | None


def radar(
    rules: Iterable[Rule], claimant: Claimant, moment: Moment, shelf: Shelf, days: int = 365
) -> tuple[Flip, ...]:
    """Everything that flips within `days` after today, soonest first."""
    last = days_after(moment.today, days)
    found = [
        flip
        for rule in rules
        for record in records(rule, claimant)
        for flip in _flips(rule, claimant, moment, shelf, record, last)
    ]
    return tuple(sorted(found, key=lambda flip: (flip.on, flip.policy.id, flip.item)))


def _flips(
    rule: Rule, claimant: Claimant, moment: Moment, shelf: Shelf, record: Record | None, last: date
) -> Iterator[Flip]:
    reading = Reading(claimant.facts, moment, shelf.parameters)
    now = weigh(rule, claimant, reading, shelf, record)
    day = reading.horizon
    while day <= last and day < FAR:
        reading = reading.on_day(day)
        then = weigh(rule, claimant, reading, shelf, record)
        if then.face != now.face:
            yield _flip(day, rule.policy, record, now, then)
        now, day = then, reading.horizon


def _flip(day: date, policy: Policy, record: Record | None, now: Outcome, then: Outcome) -> Flip:
    amount: Span = then.amount
    return Flip(
        day,
        policy,
        item_label(record),
        now.verdict,
        then.verdict,
        to_fen(amount.exact),
        then.deadline.last,
    )

"""One policy before one claimant on one day: what every step of weighing looks at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from jiuye_cli.core.fields.value import Record
from jiuye_cli.core.policy.policy import APPLICATION_DAY, Claimant, Policy, Receipt
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.rules.reading import Reading


def matches(receipt: Receipt, record: Record) -> bool:
    """Whether a grant was for this record, as far as both say."""
    return bool(receipt.item) and all(
        record.get(key) == value for key, value in receipt.item.items()
    )


@dataclass(frozen=True, slots=True)
class Matter:
    """A policy, who claims, the reading of their facts, and the item where it is judged by item."""

    policy: Policy
    claimant: Claimant
    reading: Reading
    shelf: Shelf
    record: Record | None = None

    @property
    def by_event(self) -> bool:
        """Whether an event's date, not the day of application, chooses the version."""
        return self.policy.by != APPLICATION_DAY

    @property
    def own(self) -> list[Receipt]:
        """What was granted under this policy before."""
        return [
            one
            for one in self.claimant.receipts
            if one.policy in (self.policy.id, self.policy.name)
        ]

    @property
    def own_here(self) -> list[Receipt]:
        """Those of them that are about the item judged, or do not say what they are about."""
        return [one for one in self.own if self.is_about(one)]

    def is_about(self, receipt: Receipt) -> bool:
        """Whether a grant can be about the item judged: about no other one, as far as it says."""
        return self.record is None or not receipt.item or matches(receipt, self.record)

    def as_of(self, day: date) -> Matter:
        """The same matter as if it were about another day."""
        return replace(self, reading=self.reading.as_of(day))

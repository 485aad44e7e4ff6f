"""One policy before one claimant on one day: what every step of weighing looks at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from jiuye_cli.core.fields.value import Record
from jiuye_cli.core.policy.policy import Claimant, Policy, Receipt
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.rules.moment import Reading


@dataclass(frozen=True, slots=True)
class Matter:
    """A policy, who claims, the reading of their facts, and the item where it is judged by item."""

    policy: Policy
    claimant: Claimant
    reading: Reading
    shelf: Shelf
    record: Record | None = None

    @property
    def own(self) -> list[Receipt]:
        """What was granted under this policy before."""
        return [
            one
            for one in self.claimant.receipts
            if one.policy in (self.policy.id, self.policy.name)
        ]

    def as_of(self, day: date) -> Matter:
        """The same matter as if it were about another day."""
        return replace(self, reading=self.reading.as_of(day))

"""Someone who looks for work, as matching sees them on one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jiuye_cli.core.fields.value import UNKNOWN, Facts, Value
from jiuye_cli.core.posts.post import Rung
from jiuye_cli.core.rules.days import Moving
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.reading import Reading

DERIVED = ("年龄", "当前月薪")


@dataclass(frozen=True, slots=True)
class Seeker:
    """A person with what is known of them today, and what became of earlier offers.

    `waiting_since` is the day of the last offer, or of the first day without
    work. `shut` tells of posts not to be offered again, and why; `tries` counts
    the offers on each rung; before `paused_until` nothing is offered.
    """

    id: int
    name: str
    facts: Facts
    waiting_since: date
    shut: Mapping[int, str] = field(default_factory=dict)
    tries: Mapping[Rung, int] = field(default_factory=dict)
    paused_until: date | None = None
    pause_why: str = ""

    def value(self, name: str) -> Value:
        """What is known of one fact."""
        return self.facts.value(name)

    def is_paused(self, today: date) -> bool:
        """Whether nothing is to be offered yet."""
        return self.paused_until is not None and today < self.paused_until


def with_derived(facts: Facts, today: date, **also: Value) -> Facts:
    """The facts with age and present wage filled in as they are on the day.

    >>> facts = Facts({"出生日期": date(1970, 11, 22)})
    >>> with_derived(facts, date(2026, 11, 21)).value("年龄")
    55
    """
    reading = Reading(facts, Moment(today))
    found: dict[str, Value] = {}
    for name in DERIVED:
        value = reading.named(name)
        value = value.count if isinstance(value, Moving) else value
        if value is not UNKNOWN:
            found[name] = value  # type: ignore[assignment]
    evidence = dict(facts.evidence)
    if "出生日期" in evidence:
        evidence.setdefault("年龄", evidence["出生日期"])
    return Facts({**facts.values, **found, **also}, evidence)


def waits_since(facts: Facts, opened: date, last_offer: date | None) -> date:
    """The day someone has been waiting from: the last offer, else the first day without work.

    >>> waits_since(Facts({"失业日期": date(2026, 3, 1)}), date(2026, 6, 1), None)
    datetime.date(2026, 3, 1)
    """
    if last_offer is not None:
        return last_offer
    days = [facts.value(name) for name in ("失业日期", "失业登记日期")]
    return min([opened, *(day for day in days if isinstance(day, date))])

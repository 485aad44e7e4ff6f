"""The rules of calling people back, as `policies/回访.yaml` states them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from jiuye_cli.core.callback.contact import Outcome
from jiuye_cli.core.callback.span import Span
from jiuye_cli.core.rules.compiled import Decision
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.truth import UNKNOWN, YES


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often someone in a given situation is called: `every` so long after the last real contact."""

    name: str
    every: Span
    weight: Decimal
    source: str
    test: Decision | None = None
    cover: str = ""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A call that an event asks for, so long after it, before it, or `within` so long of it.

    Within: the call may be made from the day of the event on, is late after the
    span, and any real contact since the event settles it. After and before: it
    is settled by a real contact on the day or later, or up to `early` earlier but
    not before the event. `heeds_promise` is false where waiting would cost money.
    """

    event: str
    span: Span
    weight: Decimal
    source: str
    is_before: bool = False
    is_within: bool = False
    early: Span | None = None
    heeds_promise: bool = True
    say: str = ""
    cover: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """What follows from one outcome: the number's new state, the advice, the short keys for it."""

    outcome: Outcome
    keys: tuple[str, ...]
    phone_state: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """From the `times`-th day without reaching someone: when to try again, and how."""

    times: int
    wait: Span
    advice: str
    is_visit: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """The coefficients of urgency: points a unit, and the most units that count.

    Money is added up for no more than `judged_at_most` people a day.
    """

    overdue_day: Decimal = Decimal(0)
    overdue_days_at_most: int = 0
    silent_month: Decimal = Decimal(0)
    silent_months_at_most: int = 0
    promise: Decimal = Decimal(0)
    unreturned: Decimal = Decimal(0)
    thousand_yuan: Decimal = Decimal(0)
    thousand_yuan_at_most: int = 0
    judged_at_most: int = 0


@dataclass(frozen=True, slots=True)
class Quiet:
    """Who is not called, and why."""

    say: str
    test: Decision


@dataclass(frozen=True, slots=True)
class StatusRule:
    """The 就业状态 that a ticked status means, unless the file already says one of `keep`."""

    value: str
    keep: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CallRules:
    """Everything that decides who is called, when, in which order, and with which words.

    `needs` are the typed facts that the conditions rest on.
    """

    cadences: tuple[Cadence, ...]
    when_unclear: Cadence
    checkpoints: tuple[Checkpoint, ...] = ()
    quiet: tuple[Quiet, ...] = ()
    outcomes: Mapping[Outcome, OutcomeRule] = field(default_factory=dict)
    rungs: tuple[Rung, ...] = ()
    unreachable_after: Span | None = None
    unreachable_say: str = ""
    weights: Weights = field(default_factory=Weights)
    silent_share: Decimal = Decimal(0)
    calls_a_day: int = 20
    visits_a_day: int = 5
    statuses: Mapping[str, StatusRule] = field(default_factory=dict)
    cover: str = ""
    ask_order: tuple[str, ...] = ()
    ask_at_most: int = 3
    needs: frozenset[str] = frozenset()
    by_event: Mapping[str, tuple[Checkpoint, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the checkpoints by the event that they belong to."""
        kinds = dict.fromkeys(rule.event for rule in self.checkpoints)
        sorted_out = {k: tuple(c for c in self.checkpoints if c.event == k) for k in kinds}
        object.__setattr__(self, "by_event", sorted_out)

    def rung(self, times: int) -> Rung | None:
        """The rung reached after so many days without reaching someone."""
        reached = [rung for rung in self.rungs if rung.times <= times]
        return reached[-1] if reached else None


def cadence_of(reading: Reading, rules: CallRules) -> Cadence | None:
    """The shortest cadence that holds for someone; the one for unclear situations where none is sure.

    None when every condition is known not to hold.
    """
    answers = [(c, c.test(reading) if c.test else YES) for c in rules.cadences]
    sure = [c for c, answer in answers if answer == YES]
    if sure:
        return min(sure, key=lambda c: _roughly(c.every))
    return rules.when_unclear if any(answer == UNKNOWN for _, answer in answers) else None


def quiet_of(reading: Reading, rules: CallRules) -> str:
    """Why someone is not called at all; empty when they are. What is not known silences nobody."""
    return next((q.say for q in rules.quiet if q.test(reading) == YES), "")


class Situations:
    """Cadence and quiet of many people on one day, thought out once for each situation there is.

    A file whose list of jobs matters is a situation of its own.
    """

    def __init__(self, rules: CallRules) -> None:
        self.rules, self.known = rules, dict[tuple[object, ...], tuple[Cadence | None, str]]()
        self.names = sorted(rules.needs)

    def of(self, reading: Reading) -> tuple[Cadence | None, str]:
        """The cadence that holds for someone, and why they are not called at all if so."""
        key = tuple(reading.values.get(name) for name in self.names)
        if any(isinstance(value, tuple) for value in key):
            return cadence_of(reading, self.rules), quiet_of(reading, self.rules)
        found = self.known.get(key)
        if found is None:
            found = cadence_of(reading, self.rules), quiet_of(reading, self.rules)
            self.known[key] = found
        return found


def _roughly(span: Span) -> float:
    return span.count * {"天": 1.0, "个工作日": 1.4, "个月": 30.4}[span.unit.value]

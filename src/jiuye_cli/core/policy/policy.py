"""A policy as its file says: who, when, how much, how long, how often, beside what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jiuye_cli.core.fields.value import Facts, Value
from jiuye_cli.core.policy.amount import Amount
from jiuye_cli.core.rules.compiled import Decision, compiled
from jiuye_cli.core.rules.condition import All, Condition, Gate, gates_of
from jiuye_cli.core.rules.days import DAY, FAR
from jiuye_cli.core.rules.formula import Formula
from jiuye_cli.core.rules.moment import FactName
from jiuye_cli.core.rules.source import Source
from jiuye_cli.core.rules.span import Span

BENEFICIARIES = ("本人", "家庭", "用人单位", "车间", "培训机构", "平台")
NATURES = ("补贴", "认定", "服务", "义务", "贷款", "税收")
APPLICATION_DAY = FactName("申请日期")
PLACES = ("办理地", "户籍地", "常住地", "参保地", "就业地", "经营地", "学籍地")


class Pay(StrEnum):
    """How money is paid."""

    ONCE = "once"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    HOURLY = "hourly"


class After(StrEnum):
    """What is known of the time after a version's end."""

    ENDED = "结束"
    NOT_KNOWN = "待核"


class Kept(StrEnum):
    """For what an exclusion keeps two policies apart."""

    TOGETHER = "同时"
    SAME_MATTER = "同一事项"
    FOR_LIFE = "终身"


@dataclass(frozen=True, slots=True)
class Term:
    """A last day relative to an event: `count` months, days or working days after it."""

    event: FactName
    count: int
    measure: str  # 月, 天, 工作日
    text: str


@dataclass(frozen=True, slots=True)
class Window:
    """Days of each year on which claims are taken, both included, as (month, day)."""

    first: tuple[int, int]
    last: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A paper to bring; only where `when` is not clearly no."""

    name: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure or one promised service, with its own term in words."""

    what: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Application:
    """How to claim: last days, windows, papers, where, steps."""

    terms: tuple[Term, ...] = ()
    renewal_terms: tuple[Term, ...] = ()
    windows: tuple[Window, ...] = ()
    documents: tuple[Document, ...] = ()
    channels: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """次数: how often. `same` counts only claims alike in those columns."""

    a_year: int | None = None
    in_life: int | None = None
    same: tuple[str, ...] = ()
    same_times: int = 1
    never_lower: str = ""
    a_household: int | None = None
    extra_a_year: int = 0
    extra_gate: str = ""


@dataclass(frozen=True, slots=True)
class Again:
    """满后可再: a new term after the first is used up, a person deciding."""

    times: int
    gap_months: int
    gate: str


@dataclass(frozen=True, slots=True)
class Tally:
    """累计: whose months count together, whose do not, and who may go on to retirement."""

    group: str = ""
    leaving_out: tuple[str, ...] = ()
    retirement_months: int | None = None
    again: Again | None = None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A group (or policy) it cannot be combined with, and for what."""

    group: str
    kept: Kept


@dataclass(frozen=True, slots=True)
class Version:
    """The policy as one document set it, for the days `start` to `end`, both included."""

    start: date
    sources: tuple[Source, ...]
    condition: Condition
    end: date = FAR
    after: After | None = None
    repeal: Mapping[str, str] = field(default_factory=dict)
    successor: str = ""
    accept_until: date = FAR
    pay_until: date = FAR
    transition_until: date | None = None
    amount: Amount | None = None
    caps: tuple[Amount, ...] = ()
    floors: tuple[Amount, ...] = ()
    pay: Pay | None = None
    longest: Amount | None = None
    quantity: Formula | None = None
    total_cap: Amount | None = None
    application: Application = Application()
    limits: Limits = Limits()
    tally: Tally = Tally()
    exclusions: tuple[Exclusion, ...] = ()
    promises: tuple[Step, ...] = ()
    not_found: tuple[str, ...] = ()
    note: str = ""
    line: int = 0
    decision: Decision = field(init=False, repr=False, compare=False)
    gates: tuple[Gate, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compile the condition once."""
        object.__setattr__(self, "decision", compiled(self.condition))
        object.__setattr__(self, "gates", tuple(gates_of(self.condition)))


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money or a recognition already granted under a policy.

    `on` is the day it was granted; `first` the day of first approval of a
    running one; `start` and `end` the first and last day it is paid for, `end`
    None while it runs. `snapshot` holds the facts frozen at first approval;
    `line` is where a file tells of it.
    """

    policy: str
    on: date | None = None
    item: Mapping[str, Value] = field(default_factory=dict)
    first: date | None = None
    start: date | None = None
    end: date | None = None
    months: int | None = None
    snapshot: Mapping[str, Value] = field(default_factory=dict)
    of_household: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Claimant:
    """Whom a policy is judged for: what is known, and what was granted before."""

    facts: Facts
    receipts: tuple[Receipt, ...] = ()
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One worked example of a policy: its test and its handbook story."""

    label: str
    day: date
    claimant: Claimant
    verdict: str
    expected: Mapping[str, object]
    place: str = ""
    apply_on: date | None = None
    parameters: Mapping[str, Span] = field(default_factory=dict)
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Policy:
    """One file: a policy in one region, its versions by date, its cases."""

    id: str
    name: str
    region: str
    beneficiary: str
    nature: str
    versions: tuple[Version, ...]
    applicant: str = ""
    item: str = ""
    place_fact: str = "办理地"
    by: FactName = APPLICATION_DAY
    relation: str = ""  # 取代 or 收紧
    relation_to: str = ""
    cases: Sequence[Case] = ()
    not_found: tuple[str, ...] = ()
    note: str = ""
    file: str = ""
    line: int = 0
    edges: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather the days on which another version begins or one has ended."""
        ends = (one.end + DAY for one in self.versions if one.end < FAR)
        object.__setattr__(self, "edges", (*(one.start for one in self.versions), *ends))


EVERYONE: Condition = All(())
"""The condition of a policy that has none."""

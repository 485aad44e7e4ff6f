"""A verdict with everything a person can use: why, what to ask, papers, until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jiuye_cli.core.fields.value import NONE, Facts, Grade, Record, Value, weakest
from jiuye_cli.core.policy.amount import to_ask
from jiuye_cli.core.policy.months import whole_months
from jiuye_cli.core.policy.policy import Claimant, Pay, Policy, Version
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.version_choice import Standing
from jiuye_cli.core.policy.weigh import Outcome, Verdict, no_item, trust_doubts, weigh
from jiuye_cli.core.policy.worth import worth
from jiuye_cli.core.rules.condition import Condition
from jiuye_cli.core.rules.derive import grade_of
from jiuye_cli.core.rules.judge import Finding, explain, next_change
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.show import shown
from jiuye_cli.core.rules.source import Source
from jiuye_cli.core.rules.span import NOTHING, Span, to_fen
from jiuye_cli.core.rules.truth import NO


@dataclass(frozen=True, slots=True)
class Judged:
    """V of the contract, and what screens and ask-next need beside it.

    `amount` is yuan a payment after caps, None where it is not one known
    number; `worth` yuan over the next twelve months. `open_amount` are facts
    that would settle the amount; `reasons` short sentences beside the why; `times_left`
    how many more may be granted this year and in a life, None for as many as there are.
    """

    policy: Policy
    version: Version
    verdict: Verdict
    finding: Finding
    item: str = ""
    record: Record | None = None
    amount: Decimal | None = None
    amount_low: Decimal | None = None
    amount_high: Decimal | None = None
    months: int | None = None
    deadline: date | None = None
    opens: date | None = None
    documents: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    open_amount: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    weakest_grade: Grade | None = None
    until: date | None = None
    worth: Span = NOTHING
    times_left: int | None = None

    @property
    def pay(self) -> Pay | None:
        """How it is paid; None where there is no money."""
        return self.version.pay if self.version.amount is not None else None

    @property
    def source(self) -> str:
        """Document and clause behind it, in one line."""
        return "；".join(source.label for source in self.version.sources)


def judge_all(
    rules: Iterable[Rule], claimant: Claimant, moment: Moment, shelf: Shelf
) -> tuple[Judged, ...]:
    """Every rule's verdicts for someone, in the order of the rules; one for each item."""
    return tuple(one for rule in rules for one in judge(rule, claimant, moment, shelf))


def judge(
    rule: Rule, claimant: Claimant, moment: Moment, shelf: Shelf, *, ahead: bool = True
) -> tuple[Judged, ...]:
    """A rule's verdict; one for each record where it is judged by item.

    Without `ahead` the next day of change is not looked for.
    """
    return tuple(
        _judge_item(rule, claimant, moment, shelf, record, ahead=ahead)
        for record in records(rule, claimant)
    )


def records(rule: Rule, claimant: Claimant) -> Sequence[Record | None]:
    """The items a rule is judged for: one None where it has none, or the list is empty or unasked."""
    item = rule.policy.item
    found = claimant.facts.value(item) if item else NONE
    return found if isinstance(found, tuple) and found else (None,)


def _judge_item(
    rule: Rule,
    claimant: Claimant,
    moment: Moment,
    shelf: Shelf,
    record: Record | None,
    *,
    ahead: bool,
) -> Judged:
    reading = Reading(claimant.facts, moment, shelf.parameters)
    outcome = weigh(rule, claimant, reading, shelf, record)
    until = _until(rule, claimant, reading, shelf, record, outcome) if ahead else None
    return _with_reasons(rule, reading, outcome, record, until)


def _nothing_to_claim_for(item: str, facts: Facts) -> Finding:
    return Finding(NO, f"{item} 有", item, "无", "有", grade_of(item, facts), rests_on=(item,))


def face(
    rule: Rule, claimant: Claimant, shelf: Shelf, record: Record | None, reading: Reading
) -> tuple[object, ...]:
    """What a rule comes to in a reading, as far as a change of it is news."""
    return weigh(rule, claimant, reading, shelf, record).face


def _until(
    rule: Rule,
    claimant: Claimant,
    reading: Reading,
    shelf: Shelf,
    record: Record | None,
    outcome: Outcome,
) -> date | None:
    return next_change(
        lambda later: face(rule, claimant, shelf, record, later), reading, outcome.face
    )


def _with_reasons(
    rule: Rule, reading: Reading, outcome: Outcome, record: Record | None, until: date | None
) -> Judged:
    version, verdict = outcome.version, outcome.verdict
    if outcome.as_of:
        reading = reading.as_of(outcome.as_of)
    empty = record is None and no_item(rule.policy, reading.facts)
    finding = (
        _nothing_to_claim_for(rule.policy.item, reading.facts)
        if empty
        else explain(version.condition, reading)
    )
    missing = _missing(rule.policy, outcome, finding, record)
    span = outcome.amount if verdict not in (Verdict.INELIGIBLE, Verdict.CLOSED) else NOTHING
    return Judged(
        policy=rule.policy,
        version=version,
        verdict=verdict,
        finding=finding,
        item=item_label(record),
        record=record,
        amount=to_fen(span.exact),
        amount_low=to_fen(span.low),
        amount_high=to_fen(span.high),
        months=whole_months(outcome.count.months)
        if version.pay in (Pay.MONTHLY, Pay.YEARLY)
        else None,
        deadline=outcome.deadline.last,
        opens=outcome.deadline.opens,
        documents=documents(version, reading),
        missing=missing,
        open_amount=to_ask(version.amount, reading) if version.amount else (),
        gates=_gates(outcome, finding),
        reasons=_reasons(outcome, reading),
        warnings=outcome.deadline.warnings,
        sources=tuple(dict.fromkeys((*version.sources, *reading.sources))),
        weakest_grade=_weakest(finding, reading),
        until=until,
        worth=_worth(rule, outcome, span, reading),
        times_left=outcome.count.times_left,
    )


def _worth(rule: Rule, outcome: Outcome, span: Span, reading: Reading) -> Span:
    """Yuan in hand: loans, tax ceilings and income that merely does not count are none."""
    if rule.nature != "补贴":
        return NOTHING
    return worth(outcome.version, span, outcome.count.months, reading)


def _missing(
    policy: Policy, outcome: Outcome, finding: Finding, record: Record | None
) -> tuple[str, ...]:
    if outcome.verdict is not Verdict.UNKNOWN:
        return ()
    own = (
        finding.missing
        if outcome.choice.standing is not Standing.NO_DATE or finding.truth is not NO
        else ()
    )
    asked = (*outcome.missing, *own)
    if policy.item and record is None:
        asked = tuple(policy.item if one.startswith(f"{policy.item}.") else one for one in asked)
    return tuple(dict.fromkeys(asked))


def _gates(outcome: Outcome, finding: Finding) -> tuple[str, ...]:
    counted = (outcome.count.gate,) if outcome.count.gate else ()
    return (
        (*finding.gates, *counted) if outcome.verdict in (Verdict.CONFIRM, Verdict.UNKNOWN) else ()
    )


def _reasons(outcome: Outcome, reading: Reading) -> tuple[str, ...]:
    """The outcome's own words; an ineligible verdict says where its source was not fully read."""
    if outcome.verdict is Verdict.INELIGIBLE:
        return (*outcome.reasons, *trust_doubts(outcome.version, reading))
    return outcome.reasons


def _weakest(finding: Finding, reading: Reading) -> Grade | None:
    """The lowest grade among the facts that decided."""
    names = (
        name.partition(".")[0] if f"{name}" not in reading.values else name
        for name in finding.rests_on
    )
    return weakest(grade for name in names if (grade := grade_of(name, reading.facts)) is not None)


def documents(version: Version, reading: Reading) -> tuple[str, ...]:
    """The papers to bring; one that depends is left out only when it clearly does not apply."""
    return tuple(
        doc.name
        for doc in version.application.documents
        if doc.when is None or _holds(doc.when, reading)
    )


def _holds(condition: Condition, reading: Reading) -> bool:
    return explain(condition, reading).truth is not NO


LABEL_COLUMNS = ("职业", "名称", "单位", "等级", "类型", "发证日期", "登记日期", "入职日期", "起")


def item_label(record: Record | None) -> str:
    """An item in a few words: its name, its level, its day.

    >>> item_label({"职业": "电工", "等级": "四级", "发证日期": date(2025, 3, 1)})
    '电工 四级 2025-03-01'
    """
    if record is None:
        return ""
    return " ".join(_words(record))


def _words(record: Record) -> Iterator[str]:
    for column in LABEL_COLUMNS:
        value: Value | None = record.get(column)
        if isinstance(value, str | date):
            yield shown(value)

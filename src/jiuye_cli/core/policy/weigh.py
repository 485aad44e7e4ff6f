"""Weighing a rule for someone without reasons: the verdict, the money, the last day.

This is the fast half: lists, the radar and impact use it alone; `verdict.judge`
adds the reasons to the same outcome.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from jiuye_cli.core.fields.value import Record
from jiuye_cli.core.policy.counting import Count, count
from jiuye_cli.core.policy.deadline import Deadline, deadline
from jiuye_cli.core.policy.policy import Claimant, Pay, Policy, Version
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.version_choice import Choice, Standing, choose
from jiuye_cli.core.rules.moment import Reading
from jiuye_cli.core.rules.span import NOTHING, Span, exactly, union

NO, PERHAPS, YES = 0, 1, 2


class Verdict(StrEnum):
    """What a policy comes to for someone; the words of the contract."""

    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    UNKNOWN = "unknown"
    CONFIRM = "confirm"
    CLOSED = "closed"
    RECEIVED = "received"

    @property
    def word(self) -> str:
        """The word she reads."""
        return WORDS[self.value]


WORDS = {
    "eligible": "符合", "ineligible": "不符合", "unknown": "待问",
    "confirm": "待核实", "closed": "已截止", "received": "已领",
}  # fmt: skip
NO_DEADLINE = Deadline()
NO_COUNT = Count()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A weighed rule: `amount` in yuan a payment, `reasons` in a few words of Chinese."""

    verdict: Verdict
    version: Version
    choice: Choice
    amount: Span = NOTHING
    deadline: Deadline = NO_DEADLINE
    count: Count = NO_COUNT
    reasons: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    truth: int = PERHAPS
    shown: tuple[object, ...] = field(default=(), compare=False)

    @property
    def face(self) -> tuple[object, ...]:
        """What has to differ for the radar to call it another outcome."""
        return (self.verdict, self.amount, self.deadline.last, self.deadline.opens)


def weigh(
    rule: Rule, claimant: Claimant, reading: Reading, shelf: Shelf, record: Record | None = None
) -> Outcome:
    """What a rule comes to; `record` is the item judged, where the rule is judged by item."""
    policy = rule.policy
    if policy.item and record is not None:
        reading.scope[policy.item] = record
    choice = _chosen(rule, reading)
    if choice.standing is Standing.NO_DATE:
        return _without_date(rule, choice, claimant, reading, shelf, record)
    outcome = _weigh_version(policy, choice, claimant, reading, shelf, record)
    if choice.earlier and outcome.verdict not in (
        Verdict.ELIGIBLE,
        Verdict.CONFIRM,
        Verdict.RECEIVED,
    ):
        return _earlier(policy, choice, outcome, claimant, reading, shelf, record)
    return outcome


def _chosen(rule: Rule, reading: Reading) -> Choice:
    """The version that judges: the layers' versions merged, lower tightening upper."""
    choice = choose(rule.layers[0], reading)
    for layer in rule.layers[1:]:
        lower = choose(layer, reading)
        if lower.standing is Standing.NO_DATE or choice.standing is Standing.NO_DATE:
            choice = replace(lower, standing=Standing.NO_DATE)
        elif choice.standing in (Standing.IN_FORCE, Standing.NOT_KNOWN):
            choice = _layered(rule, choice, lower)
    return choice


def _layered(rule: Rule, upper: Choice, lower: Choice) -> Choice:
    if lower.standing is Standing.IN_FORCE:
        return replace(
            upper,
            version=rule.merge(upper.version, lower.version),
            earlier=lower.earlier or upper.earlier,
        )
    if lower.standing is Standing.NOT_KNOWN:
        return replace(upper, standing=Standing.NOT_KNOWN)
    return upper


def _without_date(
    rule: Rule,
    choice: Choice,
    claimant: Claimant,
    reading: Reading,
    shelf: Shelf,
    record: Record | None,
) -> Outcome:
    """The event that chooses the version has no date: no, if every version says no; else ask."""
    policy = rule.policy
    outcomes = [
        _weigh_version(policy, Choice(version, Standing.IN_FORCE), claimant, reading, shelf, record)
        for layer in rule.layers
        for version in layer.versions
    ]
    if all(one.verdict is Verdict.INELIGIBLE for one in outcomes):
        return replace(outcomes[-1], choice=choice)
    received = next((one for one in outcomes if one.verdict is Verdict.RECEIVED), None)
    if received:
        return replace(received, choice=choice)
    open_ones = [one for one in outcomes if one.verdict is not Verdict.INELIGIBLE]
    amount = union(one.amount for one in open_ones)
    return replace(
        open_ones[-1],
        verdict=Verdict.UNKNOWN,
        choice=choice,
        amount=amount,
        missing=(str(policy.by),),
    )


def _earlier(
    policy: Policy,
    choice: Choice,
    outcome: Outcome,
    claimant: Claimant,
    reading: Reading,
    shelf: Shelf,
    record: Record | None,
) -> Outcome:
    """过渡: who met an ended version in its time may still claim under it."""
    version = choice.earlier
    assert version is not None and version.transition_until is not None
    then = reading.as_of(version.end)
    old = _weigh_version(policy, Choice(version, Standing.IN_FORCE), claimant, then, shelf, record)
    reading.sources.update(then.sources)
    if old.verdict in (Verdict.ELIGIBLE, Verdict.CONFIRM):
        last = replace(old.deadline, last=version.transition_until)
        return replace(
            old,
            deadline=last,
            reasons=(
                *old.reasons,
                f"按 {version.start} 起的旧办法，{version.transition_until} 前可办",
            ),
        )
    return outcome


def _weigh_version(
    policy: Policy,
    choice: Choice,
    claimant: Claimant,
    reading: Reading,
    shelf: Shelf,
    record: Record | None,
) -> Outcome:
    version, standing = choice.version, choice.standing
    if standing is Standing.NOT_BEGUN:
        return Outcome(
            Verdict.INELIGIBLE,
            version,
            choice,
            reasons=(f"{version.start} 起才有这项政策",),
            truth=NO,
        )
    if standing is Standing.ENDED:
        return _ended(policy, version, choice, claimant, reading)
    truth, gated = _decide(version, reading)
    if truth == NO:
        return Outcome(Verdict.INELIGIBLE, version, choice, truth=NO)
    counted = count(policy, version, claimant, reading, shelf, record)
    amount = amount_of(version, reading)
    renewal = any(one.policy in (policy.id, policy.name) for one in claimant.receipts)
    last = deadline(version, reading, renewal=renewal)
    outcome = Outcome(Verdict.ELIGIBLE, version, choice, amount, last, counted, truth=truth)
    if counted.used_up:
        return replace(outcome, verdict=Verdict.RECEIVED, reasons=(counted.used_up,))
    if not last.open_now:
        return replace(outcome, verdict=Verdict.CLOSED, amount=NOTHING, reasons=(last.reason,))
    missing = (*last.missing, *counted.missing)
    if (truth == PERHAPS and not gated) or missing:
        return replace(outcome, verdict=Verdict.UNKNOWN, missing=missing)
    doubts = _doubts(choice, counted, gated, reading)
    return replace(outcome, verdict=Verdict.CONFIRM, reasons=doubts) if doubts else outcome


def _ended(
    policy: Policy, version: Version, choice: Choice, claimant: Claimant, reading: Reading
) -> Outcome:
    """The document says it ended: closed, but for what was approved and is still paid."""
    own = [one for one in claimant.receipts if one.policy in (policy.id, policy.name)]
    for one in own:
        running = one.start is not None and one.start <= reading.on <= min(
            one.end or version.pay_until, version.pay_until
        )
        if running:
            return Outcome(
                Verdict.RECEIVED,
                version,
                choice,
                amount_of(version, reading),
                reasons=("已停止受理，已批的照发",),
            )
    repealed = f"，被{version.repeal['文号']}废止" if version.repeal.get("文号") else ""
    onward = f"，改办“{version.successor}”" if version.successor else ""
    return Outcome(
        Verdict.CLOSED, version, choice, reasons=(f"{version.end} 到期已结束{repealed}{onward}",)
    )


def _decide(version: Version, reading: Reading) -> tuple[int, bool]:
    """The condition's truth, and whether only human gates stand between it and yes."""
    truth = version.decision(reading)
    if truth != PERHAPS or not version.gates:
        return truth, False
    reading.gates_help = True
    hopeful = version.decision(reading)
    reading.gates_help = False
    return truth, hopeful == YES


def _doubts(choice: Choice, counted: Count, gated: bool, reading: Reading) -> tuple[str, ...]:
    """Why an eligible verdict may only be a 请核实."""
    version, doubts = choice.version, []
    if choice.standing is Standing.NOT_KNOWN:
        doubts.append(f"{version.end} 到期后是否延续没有查到")
    doubts += trust_doubts(version, reading)
    if gated:
        doubts.append("要人工确认")
    if counted.gate:
        doubts.append(f"要人工确认：{counted.gate}")
    return tuple(doubts)


def trust_doubts(version: Version, reading: Reading) -> list[str]:
    """What is weak about the sources of a version and of the parameters it used."""
    if not version.sources:
        return ["没有写依据"]
    today, doubts = reading.moment.today, []
    for source in (*version.sources, *reading.sources):
        reading.note_today(source.stale_from)
        if not source.stands(today):
            weak = "过了复核期" if today > source.review_until else source.trust.name
            doubts.append(f"{source.label}：{weak}，请核实")
    return list(dict.fromkeys(doubts))


def amount_of(version: Version, reading: Reading) -> Span:
    """Yuan a payment after caps and floors; nothing where it is not known."""
    if version.amount is None:
        return NOTHING
    span = version.amount.span(reading)
    for cap in version.caps:
        span = span.least(cap.span(reading))
    for floor in version.floors:
        span = span.most(floor.span(reading))
    return span


def worth(outcome: Outcome, reading: Reading) -> Span:
    """Yuan over the next twelve months; nothing where there is no money or it is not known."""
    version = outcome.version
    if version.amount is None or version.pay is None:
        return NOTHING
    total = outcome.amount.times(_payments(outcome, reading))
    return total if version.total_cap is None else total.least(version.total_cap.span(reading))


def _payments(outcome: Outcome, reading: Reading) -> Span:
    version = outcome.version
    if version.pay is Pay.MONTHLY:
        a_year = exactly(12)
        months = outcome.count.months
        return a_year if months == NOTHING else months.least(a_year)
    if version.quantity is not None:
        return version.quantity.value(reading)
    return NOTHING if version.pay is Pay.HOURLY else exactly(1)

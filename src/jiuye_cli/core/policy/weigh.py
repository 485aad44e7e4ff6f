"""Weighing a rule for someone without reasons: the verdict, the money, the last day.

This is the fast half: lists, the radar and impact use it alone; `verdict.judge`
adds the reasons to the same outcome.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jiuye_cli.core.fields.value import NONE, Facts, Record
from jiuye_cli.core.policy.count import Count
from jiuye_cli.core.policy.counting import count
from jiuye_cli.core.policy.deadline import Deadline, deadline
from jiuye_cli.core.policy.matter import Matter
from jiuye_cli.core.policy.policy import Claimant, Policy, Version
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.version_choice import Choice, Standing, choose
from jiuye_cli.core.policy.worth import amount_of
from jiuye_cli.core.rules.days import FAR, days_after
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.span import NOTHING, Span, union

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
CLAIMABLE = (Verdict.ELIGIBLE, Verdict.CONFIRM)
GRANTING = (*CLAIMABLE, Verdict.RECEIVED)
NO_DEADLINE = Deadline()
NO_COUNT = Count()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A weighed rule: `amount` in yuan a payment, `reasons` in a few words of Chinese.

    `as_of` is the day it was judged for where that is a past one (过渡).
    """

    verdict: Verdict
    version: Version
    choice: Choice
    amount: Span = NOTHING
    deadline: Deadline = NO_DEADLINE
    count: Count = NO_COUNT
    reasons: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    truth: int = PERHAPS
    as_of: date | None = None

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
    own_place = claimant.facts.value(policy.place_fact)
    if isinstance(own_place, str):
        reading.moment = replace(reading.moment, place=own_place)
    matter = Matter(policy, claimant, reading, shelf, record)
    choice = _chosen(rule, reading)
    if record is None and no_item(policy, claimant.facts):
        return _without_item(matter, choice)
    if choice.standing is Standing.NO_DATE:
        return _without_date(rule, choice, matter)
    outcome = _weigh_version(matter, choice)
    if choice.earlier and outcome.verdict not in GRANTING:
        earlier = _earlier(matter, choice.earlier)
        refused = outcome.verdict is not Verdict.UNKNOWN
        if earlier.verdict in CLAIMABLE or (refused and earlier.verdict is Verdict.UNKNOWN):
            return earlier
    return outcome


def no_item(policy: Policy, facts: Facts) -> bool:
    """Whether a rule by item has nothing to judge: the list is known to be empty."""
    if not policy.item:
        return False
    value = facts.value(policy.item)
    return value is NONE or value == ()


def _without_item(matter: Matter, choice: Choice) -> Outcome:
    """Who has nothing to claim for is no case, unless the policy has ended for everybody."""
    if choice.standing in (Standing.ENDED, Standing.NOT_BEGUN):
        return _weigh_version(matter, choice)
    return Outcome(Verdict.INELIGIBLE, choice.version, choice, truth=NO)


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
            earlier=_earlier_layered(rule, upper, lower),
        )
    if lower.standing is Standing.NOT_KNOWN:
        return replace(upper, standing=Standing.NOT_KNOWN)
    return upper


def _earlier_layered(rule: Rule, upper: Choice, lower: Choice) -> Version | None:
    """The older version that may still be claimed, under the conditions of both layers."""
    if not (upper.earlier or lower.earlier):
        return None
    return rule.merge(upper.earlier or upper.version, lower.earlier or lower.version)


def _without_date(rule: Rule, choice: Choice, matter: Matter) -> Outcome:
    """The event that chooses the version has no date: no, if every version says no; else ask."""
    outcomes = [
        _weigh_version(matter, Choice(version, Standing.IN_FORCE))
        for layer in rule.layers
        for version in layer.versions
    ]
    if all(one.verdict is Verdict.INELIGIBLE for one in outcomes):
        return replace(outcomes[-1], choice=choice)
    received = next((one for one in outcomes if one.verdict is Verdict.RECEIVED), None)
    if received:
        return replace(received, choice=choice)
    open_ones = [one for one in outcomes if one.verdict is not Verdict.INELIGIBLE]
    return replace(
        open_ones[-1],
        verdict=Verdict.UNKNOWN,
        choice=choice,
        amount=union(one.amount for one in open_ones),
        missing=(str(matter.policy.by),),
    )


def _earlier(matter: Matter, version: Version) -> Outcome:
    """过渡: who met an ended version in its time may still claim under it."""
    then = matter.as_of(version.end)
    old = _weigh_version(then, Choice(version, Standing.IN_FORCE))
    matter.reading.sources.update(then.reading.sources)
    matter.reading.note_today(then.reading.horizon)
    said = f"按 {version.start} 起的旧办法，{version.transition_until} 前可办"
    last = replace(old.deadline, last=version.transition_until)
    return replace(old, deadline=last, reasons=(*old.reasons, said), as_of=version.end)


def _weigh_version(matter: Matter, choice: Choice) -> Outcome:
    version, standing, reading = choice.version, choice.standing, matter.reading
    if standing is Standing.NOT_BEGUN:
        begins = f"{version.start} 起才有这项政策"
        return Outcome(Verdict.INELIGIBLE, version, choice, reasons=(begins,), truth=NO)
    if standing is Standing.ENDED:
        return _ended(matter, choice)
    truth, gated = _decide(version, reading)
    if truth == NO:
        return Outcome(Verdict.INELIGIBLE, version, choice, truth=NO)
    outcome = Outcome(
        Verdict.ELIGIBLE,
        version,
        choice,
        amount_of(version, reading),
        deadline(version, reading, renewal=bool(matter.own_here), by_event=matter.by_event),
        count(matter, version),
        truth=truth,
    )
    return _settled(outcome, gated, reading)


def _settled(outcome: Outcome, gated: bool, reading: Reading) -> Outcome:
    """The verdict of a condition that is not no: grants before, last days, what is open, trust."""
    counted, last = outcome.count, outcome.deadline
    if counted.used_up:
        return replace(outcome, verdict=Verdict.RECEIVED, reasons=(counted.used_up,))
    if not last.open_now:
        return replace(outcome, verdict=Verdict.CLOSED, amount=NOTHING, reasons=(last.reason,))
    missing = (*last.missing, *counted.missing)
    if (outcome.truth == PERHAPS and not gated) or missing:
        return replace(outcome, verdict=Verdict.UNKNOWN, missing=missing)
    doubts = _doubts(outcome, gated, reading)
    return replace(outcome, verdict=Verdict.CONFIRM, reasons=doubts) if doubts else outcome


def _ended(matter: Matter, choice: Choice) -> Outcome:
    """The document says it ended: closed, but for what was approved and is still paid."""
    version, reading = choice.version, matter.reading
    for one in matter.own:
        last = min(one.end or FAR, version.pay_until)
        if one.start is not None and one.start <= reading.on <= last:
            reading.note(days_after(last))
            paid = amount_of(version, reading)
            return Outcome(
                Verdict.RECEIVED, version, choice, paid, reasons=("已停止受理，已批的照发",)
            )
    repealed = f"，被{version.repeal['文号']}废止" if version.repeal.get("文号") else ""
    onward = f"，改办“{version.successor}”" if version.successor else ""
    said = f"{version.end} 到期已结束{repealed}{onward}"
    return Outcome(Verdict.CLOSED, version, choice, reasons=(said,))


def _decide(version: Version, reading: Reading) -> tuple[int, bool]:
    """The condition's truth, and whether only human gates stand between it and yes."""
    truth = version.decision(reading)
    if truth != PERHAPS or not version.gates:
        return truth, False
    reading.gates_help = True
    hopeful = version.decision(reading)
    reading.gates_help = False
    return truth, hopeful == YES


def _doubts(outcome: Outcome, gated: bool, reading: Reading) -> tuple[str, ...]:
    """Why an eligible verdict may only be a 请核实."""
    version, doubts = outcome.version, []
    if outcome.choice.standing is Standing.NOT_KNOWN:
        doubts.append(f"{version.end} 到期后是否延续没有查到")
    doubts += trust_doubts(version, reading)
    if gated:
        doubts.append("要人工确认")
    if outcome.count.gate:
        doubts.append(f"要人工确认：{outcome.count.gate}")
    return tuple(doubts)


def trust_doubts(version: Version, reading: Reading) -> tuple[str, ...]:
    """What is weak today about the sources of a version and of the parameters it used."""
    if not version.sources:
        return ("没有写依据",)
    today, weak = reading.moment.today, []
    for source in (*version.sources, *reading.sources):
        reading.note_today(source.stale_from)
        if not source.stands(today):
            why = "过了复核期" if today > source.review_until else source.trust.name
            weak.append(f"{source.label}：{why}，请核实")
    return tuple(dict.fromkeys(weak))

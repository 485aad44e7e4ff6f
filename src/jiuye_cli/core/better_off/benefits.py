"""The subsidies of a person and household under the rules, for comparing two worlds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from jiuye_cli.core.better_off.change import DISREGARD, Benefit, Judge, Surety
from jiuye_cli.core.fields.value import Facts
from jiuye_cli.core.policy.policy import Claimant, Pay, Receipt
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.verdict import records
from jiuye_cli.core.policy.weigh import Outcome, Verdict, no_item, weigh
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.reading import Reading

OWN = ("本人", "家庭")
SURETY = {
    Verdict.ELIGIBLE: Surety.GIVEN,
    Verdict.CONFIRM: Surety.POSSIBLE,
    Verdict.UNKNOWN: Surety.POSSIBLE,
}
_ORDER = (Surety.REFUSED, Surety.POSSIBLE, Surety.GIVEN)


def benefit_judge(
    rules: Iterable[Rule], shelf: Shelf, moment: Moment, receipts: Iterable[Receipt] = ()
) -> Judge:
    """A judge of money that person and household get under some rules, with what they were granted before.

    Policies that shut each other out are not added up: the surer, then the
    greater stands.
    """
    granted = tuple(receipts)
    paying = [one for one in rules if _pays(one)]

    def judge(facts: Facts) -> Mapping[str, Benefit]:
        claimant = Claimant(facts, granted)
        found = [one for rule in paying if (one := _benefit(rule, claimant, moment, shelf))]
        return _allowed_together(found, shelf)

    return judge


def _pays(rule: Rule) -> bool:
    policy = rule.policy
    money = any(version.amount is not None for version in policy.versions)
    return (
        policy.beneficiary in OWN and money and (policy.nature == "补贴" or policy.id == DISREGARD)
    )


def _benefit(
    rule: Rule, claimant: Claimant, moment: Moment, shelf: Shelf
) -> tuple[Benefit, Outcome] | None:
    if no_item(rule.policy, claimant.facts):
        return None
    outcomes = [
        weigh(rule, claimant, Reading(claimant.facts, moment, shelf.parameters), shelf, record)
        for record in records(rule, claimant)
    ]
    found = [(_as_benefit(rule, one, claimant, moment.on), one) for one in outcomes]
    best = max(found, key=lambda pair: (_ORDER.index(pair[0].surety), pair[0].amount.high or 0))
    return best if best[0].surety is not Surety.REFUSED or rule.id == DISREGARD else None


def _as_benefit(rule: Rule, outcome: Outcome, claimant: Claimant, day: date) -> Benefit:
    surety = SURETY.get(outcome.verdict, Surety.REFUSED)
    if outcome.verdict is Verdict.RECEIVED and _is_running(rule, claimant, day):
        surety = Surety.GIVEN
    return Benefit(rule.id, surety, outcome.amount, outcome.version.pay is Pay.MONTHLY)


def _is_running(rule: Rule, claimant: Claimant, day: date) -> bool:
    """Whether money under the policy is being paid on the day."""
    own = [one for one in claimant.receipts if one.policy in (rule.id, rule.policy.name)]
    return any(
        one.start is not None and one.start <= day and (one.end is None or day <= one.end)
        for one in own
    )


def _allowed_together(found: list[tuple[Benefit, Outcome]], shelf: Shelf) -> Mapping[str, Benefit]:
    """The benefits that may be had at once."""
    chosen: dict[str, Benefit] = {}
    shut: set[str] = set()
    for benefit, outcome in sorted(found, key=_surest_first):
        if benefit.policy not in shut:
            chosen[benefit.policy] = benefit
            if benefit.surety is not Surety.REFUSED:
                shut |= shelf.partners(benefit.policy, outcome.version).keys()
    return chosen


def _surest_first(one: tuple[Benefit, Outcome]) -> tuple[int, float, str]:
    benefit = one[0]
    return (-_ORDER.index(benefit.surety), -float(benefit.amount.high or 0), benefit.policy)

"""What a change of rules means for people: who gains, loses or becomes unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from decimal import Decimal

from jiuye_cli.core.fields.value import Record
from jiuye_cli.core.policy.difference import diff
from jiuye_cli.core.policy.judge_facts import places_of
from jiuye_cli.core.policy.policy import Claimant, Policy
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.verdict import item_label, records
from jiuye_cli.core.policy.weigh import Outcome, Verdict, weigh
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.show import yuan
from jiuye_cli.core.rules.span import to_fen


@dataclass(frozen=True, slots=True)
class Change:
    """One person and policy for whom the new rules come to something else; `say` is what to tell them.

    A verdict of None: the policy is not among the rules of that side.
    """

    id: int | None
    policy: Policy
    item: str
    before: Verdict | None
    after: Verdict | None
    amount_from: Decimal | None
    amount_to: Decimal | None
    say: str


def impact(
    people: Iterable[Claimant], old: Shelf, new: Shelf, moment: Moment
) -> tuple[Change, ...]:
    """Everyone for whom a verdict or amount differs between two sets of rules, on one day and place.

    Only rules whose files or parameters differ are judged.
    """
    everything = old.parameters != new.parameters
    touched = None if everything else {one.id for one in diff(old, new)}
    return tuple(
        change
        for claimant in people
        for before, after in _changed_rules(old, new, moment.place, claimant, touched)
        for change in _changes(claimant, before, after, old, new, moment)
    )


def _changed_rules(
    old: Shelf, new: Shelf, place: str, claimant: Claimant, touched: Set[str] | None
) -> Iterator[tuple[Rule | None, Rule | None]]:
    """The rules of both sides by the places that count for someone, those touched; None for all."""
    places = places_of(claimant.facts)
    before = {rule.id: rule for rule in old.rules_for(place, places)}
    after = {rule.id: rule for rule in new.rules_for(place, places)}
    for policy_id in dict.fromkeys((*before, *after)):
        if touched is None or policy_id in touched:
            yield before.get(policy_id), after.get(policy_id)


def _changes(
    claimant: Claimant,
    before: Rule | None,
    after: Rule | None,
    old: Shelf,
    new: Shelf,
    moment: Moment,
) -> Iterator[Change]:
    rule = after or before
    if rule is None:
        return
    for record in records(rule, claimant):
        one = _outcome(before, claimant, old, moment, record)
        two = _outcome(after, claimant, new, moment, record)
        if _news(one) != _news(two):
            yield _change(claimant, rule.policy, record, one, two)


def _outcome(
    rule: Rule | None, claimant: Claimant, shelf: Shelf, moment: Moment, record: Record | None
) -> Outcome | None:
    if rule is None:
        return None
    return weigh(rule, claimant, Reading(claimant.facts, moment, shelf.parameters), shelf, record)


def _news(outcome: Outcome | None) -> tuple[object, ...]:
    """What is news to the person: there being nothing to get is one thing, whatever the reason."""
    if outcome is None or outcome.verdict in (Verdict.INELIGIBLE, Verdict.CLOSED):
        return ()
    return (outcome.verdict, outcome.amount)


def _change(
    claimant: Claimant,
    policy: Policy,
    record: Record | None,
    one: Outcome | None,
    two: Outcome | None,
) -> Change:
    return Change(
        id=claimant.id,
        policy=policy,
        item=item_label(record),
        before=one.verdict if one else None,
        after=two.verdict if two else None,
        amount_from=to_fen(one.amount.exact) if one else None,
        amount_to=to_fen(two.amount.exact) if two else None,
        say=_say(policy, one, two),
    )


def _say(policy: Policy, one: Outcome | None, two: Outcome | None) -> str:
    """What to tell the person on the phone."""
    name = f"“{policy.name}”的规定变了"
    if two is None or two.verdict is Verdict.INELIGIBLE:
        return f"{name}，照新规定不符合了。"
    if two.verdict is Verdict.UNKNOWN:
        return f"{name}，能不能领还要再问几句。"
    if two.verdict in (Verdict.CLOSED, Verdict.RECEIVED):
        return f"{name}，现在{two.verdict.word}。"
    money = f"，{yuan(two.amount)}" if two.version.amount is not None else ""
    if one is not None and one.verdict is two.verdict:
        return f"{name}，标准变成{yuan(two.amount)}。"
    maybe = "可能符合" if two.verdict is Verdict.CONFIRM else "现在符合了"
    return f"{name}，{maybe}{money}，请带材料来办。"

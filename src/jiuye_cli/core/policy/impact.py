"""What a change of rules means: which files differ, and which people gain, lose or become unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from jiuye_cli.core.fields.value import Record
from jiuye_cli.core.policy.policy import Claimant, Policy
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.verdict import item_label, records
from jiuye_cli.core.policy.weigh import Outcome, Verdict, weigh
from jiuye_cli.core.rules.moment import Moment, Reading
from jiuye_cli.core.rules.show import yuan
from jiuye_cli.core.rules.span import to_fen


@dataclass(frozen=True, slots=True)
class Difference:
    """One policy file that is new, gone or changed; `what` says which parts."""

    policy: Policy
    kind: str  # 新增 删去 改动
    what: tuple[str, ...] = ()


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


def diff(old: Shelf, new: Shelf) -> tuple[Difference, ...]:
    """The files that differ between two sets of rules, in the order of the new one."""
    before = {(one.id, one.region): one for one in old.policies}
    after = {(one.id, one.region): one for one in new.policies}
    found = [
        Difference(one, "改动" if key in before else "新增", _parts(before.get(key), one))
        for key, one in after.items()
        if before.get(key) is None or _parts(before[key], one)
    ]
    gone = [Difference(one, "删去") for key, one in before.items() if key not in after]
    return (*found, *gone)


PARTS = {
    "name": "名称", "beneficiary": "受益人", "nature": "性质", "applicant": "申请人", "item": "逐件",
    "place_fact": "按地", "by": "按", "relation": "取代或收紧", "note": "说明", "not_found": "未查到",
}  # fmt: skip
VERSION_PARTS = {
    "end": "止", "after": "止后", "repeal": "废止", "successor": "接替", "accept_until": "受理止",
    "pay_until": "发放止", "transition_until": "过渡", "sources": "依据", "condition": "条件",
    "amount": "金额", "caps": "封顶", "floors": "保底", "pay": "发放", "longest": "最长",
    "quantity": "数量", "total_cap": "总额封顶", "application": "申请", "limits": "次数",
    "tally": "累计", "exclusions": "互斥", "promises": "承诺", "note": "说明", "not_found": "未查到",
}  # fmt: skip


def _parts(before: Policy | None, after: Policy) -> tuple[str, ...]:
    """The parts of a file that differ; lines and cases do not count."""
    if before is None:
        return ()
    found = [word for name, word in PARTS.items() if getattr(before, name) != getattr(after, name)]
    old = {version.start: version for version in before.versions}
    new = {version.start: version for version in after.versions}
    for start in sorted(old.keys() | new.keys()):
        one, two = old.get(start), new.get(start)
        if one is None or two is None:
            found.append(f"{start} 起的版本：{'新增' if one is None else '删去'}")
            continue
        found += [
            f"{start} 起的版本：{word}"
            for name, word in VERSION_PARTS.items()
            if _same(getattr(one, name)) != _same(getattr(two, name))
        ]
    return tuple(found)


def _same(part: object) -> str:
    """A part without the lines it stands on, for comparing."""
    import re

    return re.sub(r"\b(key_)?line=\d+", "", repr(part))


def impact(
    people: Iterable[Claimant], old: Shelf, new: Shelf, moment: Moment
) -> tuple[Change, ...]:
    """Everyone for whom a verdict or amount differs between two sets of rules, on one day and place.

    Only rules whose files or parameters differ are judged.
    """
    pairs = list(_changed_rules(old, new, moment.place))
    return tuple(
        change
        for claimant in people
        for before, after in pairs
        for change in _changes(claimant, before, after, old, new, moment)
    )


def _changed_rules(old: Shelf, new: Shelf, place: str) -> Iterator[tuple[Rule | None, Rule | None]]:
    before = {rule.id: rule for rule in old.rules_at(place)}
    after = {rule.id: rule for rule in new.rules_at(place)}
    everything = old.parameters != new.parameters
    touched = {one.policy.id for one in diff(old, new)}
    for policy_id in dict.fromkeys((*before, *after)):
        if everything or policy_id in touched:
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
    if outcome is None or outcome.verdict is Verdict.INELIGIBLE:
        return (Verdict.INELIGIBLE,)
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

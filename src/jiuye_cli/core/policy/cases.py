"""Running a policy's worked examples: they are the rule's tests and the handbook's people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from jiuye_cli.core.fields.value import UNKNOWN
from jiuye_cli.core.policy.policy import PLACES, Case, Claimant, Pay, Policy
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.verdict import Judged, judge
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.core.rules.days import FAR
from jiuye_cli.core.rules.derive import bases
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.parameters import Entry
from jiuye_cli.core.rules.region import NATION
from jiuye_cli.core.rules.source import Source, Trust
from jiuye_cli.core.rules.span import to_fen

BEST_FIRST = (
    Verdict.ELIGIBLE,
    Verdict.CONFIRM,
    Verdict.RECEIVED,
    Verdict.UNKNOWN,
    Verdict.CLOSED,
    Verdict.INELIGIBLE,
)
NO_FIGURE = ("未知", "未查到", "空", "无")


@dataclass(frozen=True, slots=True)
class CaseRun:
    """A case as it came out; `faults` are sentences, none when it passed."""

    policy: Policy
    case: Case
    judged: Judged
    faults: tuple[str, ...]


def run_cases(policies: Iterable[Policy], shelf: Shelf) -> Iterator[CaseRun]:
    """Every case of the policies, run."""
    return (run_case(policy, case, shelf) for policy in policies for case in policy.cases)


def run_case(policy: Policy, case: Case, shelf: Shelf) -> CaseRun:
    """One case, run at its place on its day."""
    judged = judge_case(policy, case, shelf)
    return CaseRun(policy, case, judged, tuple(_faults(case, judged)))


def judge_case(policy: Policy, case: Case, shelf: Shelf) -> Judged:
    """The verdict on a case; the best of several items."""
    place = case.place or policy.region
    moment = Moment(case.day, case.apply_on, place)
    rule = rule_of(policy, shelf, place)
    claimant = shelf.by_id(_placed(policy, case.claimant, place))
    found = judge(rule, claimant, moment, assuming(shelf, case))
    return min(found, key=lambda one: (BEST_FIRST.index(one.verdict), -(one.amount or 0)))


def _placed(policy: Policy, claimant: Claimant, place: str) -> Claimant:
    """A case's 地区 is the place that counts (按地), unless the facts give that themselves."""
    facts = claimant.facts
    if policy.place_fact == PLACES[0] or facts.value(policy.place_fact) is not UNKNOWN:
        return claimant
    return replace(
        claimant, facts=replace(facts, values={**facts.values, policy.place_fact: place})
    )


def assuming(shelf: Shelf, case: Case) -> Shelf:
    """The shelf with the parameters a case assumes in place of the year's figures."""
    if not case.parameters:
        return shelf
    source = Source("样例自设", (), Trust.读过原文, case.day)
    named = {
        name: replace(
            shelf.parameters.named[name],
            entries=(Entry((NATION,), date.min, FAR, {"": span}, source),),
        )
        for name, span in case.parameters.items()
    }
    parameters = replace(shelf.parameters, named={**shelf.parameters.named, **named})
    return Shelf(shelf.policies, parameters)


def rule_of(policy: Policy, shelf: Shelf, place: str) -> Rule:
    """The rule in which a policy's file stands, with the upper files it tightens."""
    for where in (place, policy.region):
        for rule in shelf.rules_at(where):
            if policy in rule.layers:
                return rule
    return Rule((policy,))


def _faults(case: Case, judged: Judged) -> Iterator[str]:
    """What came out otherwise than promised."""
    if judged.verdict != case.verdict:
        expected = Verdict(case.verdict).word
        yield f"结论应为“{expected}”，判成“{judged.verdict.word}”{_because(judged)}"
    yield from _amount_faults(case, judged)
    if "月数" in case.expected and str(judged.months) != str(case.expected["月数"]).removesuffix(
        "个月"
    ):
        yield f"月数应为 {case.expected['月数']}，算成 {judged.months}"
    if "截止" in case.expected and judged.deadline != case.expected["截止"]:
        yield f"截止应为 {case.expected['截止']}，算成 {_day(judged.deadline)}"
    if "缺" in case.expected:
        yield from _missing_faults(case, judged)
    if "提示" in case.expected:
        yield from _hint_faults(case, judged)
    if "材料" in case.expected and set(_texts(case, "材料")) != set(judged.documents):
        yield f"材料应为 {'、'.join(_texts(case, '材料'))}，列出的是 {'、'.join(judged.documents) or '空'}"


def _amount_faults(case: Case, judged: Judged) -> Iterator[str]:
    got = {"金额": judged.amount, "金额下限": judged.amount_low, "金额上限": judged.amount_high}
    if judged.pay is Pay.HOURLY:
        total = judged.worth
        got = {
            "金额": to_fen(total.exact),
            "金额下限": to_fen(total.low),
            "金额上限": to_fen(total.high),
        }
    for key, amount in got.items():
        if key in case.expected and not _same_amount(str(case.expected[key]), amount):
            shown = "未知" if amount is None else f"{amount}"
            yield f"{key}应为 {case.expected[key]}，算成 {shown}"


def _same_amount(text: str, amount: Decimal | None) -> bool:
    if text in NO_FIGURE:
        return amount is None
    try:
        return amount is not None and Decimal(text.removesuffix("元")) == amount
    except InvalidOperation:
        return False


def _missing_faults(case: Case, judged: Judged) -> Iterator[str]:
    promised = _texts(case, "缺")
    wanted = {base for name in promised for base in bases(name)} | set(promised)
    if not set(judged.missing) <= wanted or not all(
        {name, *bases(name)} & set(judged.missing) for name in promised
    ):
        yield f"还要问的应为 {'、'.join(promised) or '没有'}，算成 {'、'.join(judged.missing) or '没有'}"


def _hint_faults(case: Case, judged: Judged) -> Iterator[str]:
    """Sentences promised that stand neither among the reasons nor among the gates."""
    said = (*judged.reasons, *judged.gates)
    for hint in _texts(case, "提示"):
        if not any(hint in one for one in said):
            yield f"应提示“{hint}”，只提示了 {'；'.join(said) or '空'}"


def _texts(case: Case, key: str) -> tuple[str, ...]:
    """The words a case promises under a key."""
    promised = case.expected[key]
    assert isinstance(promised, tuple)
    return promised


def _because(judged: Judged) -> str:
    if judged.missing:
        return f"，还缺 {'、'.join(judged.missing)}"
    if judged.verdict is Verdict.INELIGIBLE:
        no = [leaf.text for leaf in judged.finding.leaves() if leaf.truth == 0]
        return f"，因为不满足 {'；'.join(no[:3])}" if no else ""
    return f"，因为 {'；'.join(judged.reasons)}" if judged.reasons else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else "没有"

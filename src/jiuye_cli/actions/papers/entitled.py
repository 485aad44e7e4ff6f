"""What people can get now, and what one answer would open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jiuye_cli.actions.claimant import claimants
from jiuye_cli.actions.judging import Bench
from jiuye_cli.actions.papers.paper import Press
from jiuye_cli.actions.papers.words import amount
from jiuye_cli.core.fields.catalogue import facts as catalogue
from jiuye_cli.core.policy.ask import question_for, still_open
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.core.policy.verdict import Judged, judge
from jiuye_cli.core.policy.weigh import Verdict

MOST_MISSING = 2
"""Further away than so many answers, a policy is not nearly got."""
MOST_NEARLY = 6
NO_GIFT = ("义务", "税收")
"""Natures of rules that give a person nothing to fetch."""


@dataclass(frozen=True, slots=True)
class Entitled:
    """One person before the rules, as paper says it: what can be got, and what one answer would open."""

    can_get: Sequence[dict[str, Any]] = field(default_factory=tuple)
    one_away: Sequence[dict[str, Any]] = field(default_factory=tuple)


def entitled(press: Press, ids: Sequence[int]) -> Iterator[tuple[int, Entitled]]:
    """Each of the people before the rules, in case-number order."""
    bench = press.bench()
    for person, standing in claimants(press.conn, bench.shelf, press.today, ids):
        yield person.id, _entitled(list(_verdicts(bench, standing, press)))


def _verdicts(bench: Bench, standing: Claimant, press: Press) -> Iterator[Judged]:
    moment = bench.moment(press.today)
    for rule in bench.rules(standing):
        if rule.policy.nature not in NO_GIFT:
            yield from judge(rule, standing, moment, bench.shelf, ahead=False)


def _entitled(verdicts: Sequence[Judged]) -> Entitled:
    can = [one for one in verdicts if one.verdict in (Verdict.ELIGIBLE, Verdict.CONFIRM)]
    nearly = [
        one
        for one in verdicts
        if one.verdict is Verdict.UNKNOWN and 0 < len(one.missing) <= MOST_MISSING
    ]
    can.sort(key=lambda one: (one.verdict is Verdict.CONFIRM, one.pay is None))
    nearly.sort(key=lambda one: -still_open(one))
    return Entitled([_got(one) for one in can], [_near(one) for one in nearly[:MOST_NEARLY]])


def _got(one: Judged) -> dict[str, Any]:
    application = one.version.application
    sure = amount(one) if one.verdict is Verdict.ELIGIBLE else _unsure(one)
    return {
        "policy": _name(one),
        "amount": sure,
        "until": one.deadline,
        "papers": list(one.documents),
        "where": "；".join(application.channels) or None,
        "phone": application.phone or None,
    }


def _unsure(one: Judged) -> str:
    told = amount(one)
    return f"{told}（可能符合，先打电话核实）" if told else "可能符合，先打电话核实"


def _near(one: Judged) -> dict[str, Any]:
    named = catalogue()
    asked = dict.fromkeys(question_for(fact, named).rstrip("？") for fact in one.missing)
    return {"policy": _name(one), "amount": amount(one), "missing": list(asked)}


def _name(one: Judged) -> str:
    return f"{one.policy.name}（{one.item}）" if one.item else one.policy.name

"""What people can get now, what they have asked for, and what one answer would open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jiuye_cli.actions.papers.grounds import policy_names
from jiuye_cli.actions.papers.paper import Press
from jiuye_cli.actions.papers.words import amount, claimed, yuan
from jiuye_cli.actions.policy.claimant import claimants
from jiuye_cli.actions.policy.judging import Bench
from jiuye_cli.core.course.claim import Claim, Paper, Stage
from jiuye_cli.core.fields.catalogue import facts as catalogue
from jiuye_cli.core.policy.ask import question_for, still_open
from jiuye_cli.core.policy.bundle import Bundle, best_bundle
from jiuye_cli.core.policy.policy import Claimant
from jiuye_cli.core.policy.verdict import Judged, judge
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.core.rules.days import FAR
from jiuye_cli.store.course import claim

MOST_MISSING = 2
"""Further away than so many answers, a policy is not nearly got."""
MOST_NEARLY = 6
NO_GIFT = ("义务", "税收")
"""Natures of rules that give a person nothing to fetch."""
LOAN = "贷款"
CLAIMABLE = (Verdict.ELIGIBLE, Verdict.CONFIRM)


@dataclass(frozen=True, slots=True)
class Entitled:
    """One person before the rules, as paper says it.

    `can_get` is the best legal set first, then money whose sum is not known;
    `total` what the set comes to in twelve months, in words. `to_do` brings no
    money by itself; `in_hand` are claims under way; `one_away` hangs on an answer.
    """

    can_get: Sequence[dict[str, Any]] = field(default_factory=tuple)
    total: str | None = None
    to_do: Sequence[dict[str, Any]] = field(default_factory=tuple)
    in_hand: Sequence[dict[str, Any]] = field(default_factory=tuple)
    one_away: Sequence[dict[str, Any]] = field(default_factory=tuple)

    @property
    def lists(self) -> dict[str, Any]:
        """The lists under the names that templates know."""
        return {
            "can_get": self.can_get, "total": self.total, "to_do": self.to_do,
            "in_hand": self.in_hand, "one_away": self.one_away,
        }  # fmt: skip


def entitled(press: Press, ids: Sequence[int]) -> Iterator[tuple[int, Entitled]]:
    """Each of the people before the rules, in case-number order."""
    bench, open_claims = press.bench(), _open_claims(press)
    names = policy_names(bench)
    standings = claimants(press.conn, bench.shelf, press.today, ids)
    for done, (person, standing) in enumerate(standings, 1):
        press.progress("查能领的", done, len(ids))
        under_way = open_claims.get(person.id, ())
        asked = {one.policy for one, _ in under_way}
        verdicts = [v for v in _verdicts(bench, standing, press) if v.policy.id not in asked]
        bundle = best_bundle(verdicts, bench.shelf, press.today)
        yield (
            person.id,
            Entitled(
                _can_get(bundle),
                _total(bundle),
                [_got(one) for one in verdicts if _is_errand(one)],
                [_under_way(one, papers, names) for one, papers in under_way],
                [_near(one) for one in _nearest(verdicts)],
            ),
        )


def _open_claims(press: Press) -> Mapping[int, list[tuple[Claim, Sequence[Paper]]]]:
    """The claims of each person on which something is still to come, with their papers."""
    rows = [
        one
        for one in claim.claims(press.conn, stages=[s for s in Stage if s.is_open])
        if one.employer is None
    ]
    papers = claim.papers(press.conn, [one.id for one in rows])
    found: dict[int, list[tuple[Claim, Sequence[Paper]]]] = defaultdict(list)
    for one in rows:
        found[one.person].append((one, papers.get(one.id, ())))
    return found


def _verdicts(bench: Bench, standing: Claimant, press: Press) -> Iterator[Judged]:
    moment = bench.moment(press.today)
    for rule in bench.rules(standing):
        if rule.policy.nature not in NO_GIFT:
            yield from judge(rule, standing, moment, bench.shelf, ahead=False)


def _can_get(bundle: Bundle) -> list[dict[str, Any]]:
    """The set, most money first; then what may be got beside it, the sure ones first."""
    best = sorted(bundle.chosen, key=lambda one: -(one.worth.low or 0))
    shut = [one.option for one in bundle.shuts]
    beside = [one for one in bundle.beside if one not in shut]
    beside.sort(key=lambda one: one.verdict is Verdict.CONFIRM)
    return [_got(one, _shut_by(one, bundle)) for one in (*best, *beside)]


def _shut_by(chosen: Judged, bundle: Bundle) -> list[str]:
    return [
        f"{_name(one.option)}{f'（{told}）' if (told := amount(one.option)) else ''}"
        for one in bundle.shuts
        if one.by is chosen
    ]


def _total(bundle: Bundle) -> str | None:
    return yuan(bundle.total) if len(bundle.chosen) > 1 and bundle.total else None


def _is_errand(one: Judged) -> bool:
    return one.verdict in CLAIMABLE and one.pay is None


def _nearest(verdicts: Sequence[Judged]) -> list[Judged]:
    near = [
        one
        for one in verdicts
        if one.verdict is Verdict.UNKNOWN and 0 < len(one.missing) <= MOST_MISSING
    ]
    return sorted(near, key=lambda one: -still_open(one))[:MOST_NEARLY]


def _got(one: Judged, shuts: Sequence[str] = ()) -> dict[str, Any]:
    application = one.version.application
    return {
        "policy": one.policy.name,
        "item": _item(one),
        "amount": _amount(one),
        "sure": one.verdict is Verdict.ELIGIBLE,
        "until": one.deadline,
        "papers": list(one.documents),
        "where": "；".join(application.channels) or None,
        "phone": application.phone or None,
        "shuts": list(shuts),
    }


def _near(one: Judged) -> dict[str, Any]:
    named = catalogue()
    asked = dict.fromkeys(question_for(fact, named) for fact in one.missing)
    return {
        "policy": one.policy.name,
        "item": _item(one),
        "amount": _amount(one),
        "missing": list(asked),
        "papers": list(one.documents),
        "until": one.deadline,
    }


def _under_way(one: Claim, papers: Sequence[Paper], names: Mapping[str, str]) -> dict[str, Any]:
    open_ones = [paper.name for paper in papers if paper.ticked_on is None]
    preparing = one.stage in (Stage.STARTED, Stage.RETURNED)
    return {
        "policy": names.get(one.policy, one.policy),
        "item": None,
        "amount": claimed(one),
        "stage": one.stage.label,
        "missing": open_ones if preparing else [],
        "until": one.deadline if preparing and one.deadline and one.deadline < FAR else None,
    }


def _amount(one: Judged) -> str | None:
    told = amount(one)
    return f"{told}，是借的，要还" if told and one.policy.nature == LOAN else told


_DAY = re.compile(r"\s*(\d{4})-(\d\d)-\d\d")


def _item(one: Judged) -> str | None:
    """Which certificate or business it is about, with the month for the day."""
    return _DAY.sub(lambda day: f" {day[1]}年{int(day[2])}月", one.item) or None


def _name(one: Judged) -> str:
    return f"{one.policy.name}（{item}）" if (item := _item(one)) else one.policy.name

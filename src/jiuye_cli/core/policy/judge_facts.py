"""Judging facts from a file: which rules, at which place, on which day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from jiuye_cli.core.fields.value import Facts
from jiuye_cli.core.policy.cases import rule_of
from jiuye_cli.core.policy.counting import OTHER_MATTER
from jiuye_cli.core.policy.grammar.facts import GATE
from jiuye_cli.core.policy.policy import PLACES, Claimant, Policy
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.verdict import Judged, judge
from jiuye_cli.core.rules.moment import Moment
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.core.rules.region import within
from jiuye_cli.errors import NotFoundError, Problem


def moment_of(claimant: Claimant, moment: Moment) -> Moment:
    """The moment with the day of application and the place that the facts themselves give."""
    applied, place = claimant.facts.value("申请日期"), claimant.facts.value("办理地")
    return replace(
        moment,
        apply_on=applied if isinstance(applied, date) else moment.apply_on,
        place=place if isinstance(place, str) else moment.place,
    )


def strangers(shelf: Shelf, claimant: Claimant, file: str, line: int = 0) -> list[Problem]:
    """A problem for each earlier grant (已领) and human decision (人工) that no rule knows of."""
    return [*_strange_grants(shelf, claimant, file), *_strange_gates(shelf, claimant, file, line)]


def _strange_gates(shelf: Shelf, claimant: Claimant, file: str, line: int) -> list[Problem]:
    decided = (name for name in claimant.facts.values if name.startswith(GATE))
    words = (name.removeprefix(GATE) for name in decided)
    return [
        Problem(f"人工确认的“{word}”没有哪项政策要{nearest(word, shelf.gates)}", file, line)
        for word in words
        if word not in shelf.gates and not OTHER_MATTER.fullmatch(word)
    ]


def _strange_grants(shelf: Shelf, claimant: Claimant, file: str) -> list[Problem]:
    known = {word for one in shelf.policies for word in (one.id, one.name)}
    return [
        Problem(f"已领的“{one.policy}”没有这项政策{nearest(one.policy, known)}", file, one.line)
        for one in claimant.receipts
        if one.policy not in known
    ]


def places_of(facts: Facts) -> dict[str, str]:
    """The person's own places that are known: 户籍地, 常住地 …"""
    known = {name: facts.value(name) for name in PLACES[1:]}
    return {name: place for name, place in known.items() if isinstance(place, str)}


def judge_facts(
    shelf: Shelf,
    claimant: Claimant,
    moment: Moment,
    chosen: Sequence[Policy] | None = None,
    *,
    strictly: bool = False,
) -> tuple[Judged, ...]:
    """Every rule that holds for the facts, or only the chosen policies.

    A chosen policy that does not hold at the moment's place is judged at its
    own region, unless `strictly` the place was named.
    """
    claimant = shelf.by_id(claimant)
    found = list(_rules(shelf, claimant, moment, chosen, strictly=strictly))
    return tuple(one for rule, where in found for one in judge(rule, claimant, where, shelf))


def _rules(
    shelf: Shelf,
    claimant: Claimant,
    moment: Moment,
    chosen: Sequence[Policy] | None,
    *,
    strictly: bool,
) -> Iterator[tuple[Rule, Moment]]:
    if chosen is None:
        rules = shelf.rules_for(moment.place, places_of(claimant.facts))
        yield from ((rule, moment) for rule in rules)
        return
    for policy in chosen:
        here = within(moment.place, policy.region)
        where = moment if here or strictly else replace(moment, place=policy.region)
        yield rule_of(policy, shelf, where.place), where


def named(shelf: Shelf, name: str, place: str) -> tuple[Policy, ...]:
    """The files of one 编号 or 名称: the one that holds at a place, or all where none does.

    NotFoundError names the nearest.
    """
    found = shelf.find(name)
    if not found:
        ids = [one.id for one in shelf.policies]
        raise NotFoundError(
            f"没有编号为“{name}”的政策{nearest(name, ids) or '。用 jiuye policy list 看有哪些。'}"
        )
    here = [rule.policy for rule in shelf.rules_at(place) if rule.policy in found]
    return tuple(here) or found

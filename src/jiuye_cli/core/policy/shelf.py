"""All policies and parameters together: what holds in a place, and how policies tie to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from jiuye_cli.core.policy.policy import Claimant, Kept, Policy, Version
from jiuye_cli.core.policy.version_choice import tightened
from jiuye_cli.core.rules.condition import gates_of
from jiuye_cli.core.rules.parameters import NO_PARAMETERS, Parameters
from jiuye_cli.core.rules.region import depth, within


@dataclass(frozen=True)
class Rule:
    """A policy as it holds in one place: one file, or an upper one tightened by lower ones."""

    layers: tuple[Policy, ...]

    @property
    def policy(self) -> Policy:
        """The file closest to the place: its name, item and cases speak."""
        return self.layers[-1]

    @property
    def id(self) -> str:
        """The 编号 all layers share."""
        return self.policy.id

    @property
    def nature(self) -> str:
        """性质: the top file's; one that only tightens it need not repeat it."""
        return self.layers[0].nature

    @cached_property
    def _merged(self) -> dict[tuple[int, int], Version]:
        return {}

    def merge(self, upper: Version, lower: Version) -> Version:
        """Two layers' versions as one, made once."""
        key = (id(upper), id(lower))
        if key not in self._merged:
            self._merged[key] = tightened(upper, lower)
        return self._merged[key]


@dataclass(frozen=True)
class Shelf:
    """Every policy read and every parameter."""

    policies: tuple[Policy, ...] = ()
    parameters: Parameters = field(default=NO_PARAMETERS)

    def rules_at(self, place: str) -> tuple[Rule, ...]:
        """The rules that hold in a place, in the order of the files; made once a place."""
        if place not in self._rules:
            self._rules[place] = tuple(_rules(self._on_the_way(place)))
        return self._rules[place]

    def rules_for(self, place: str, places: Mapping[str, str]) -> tuple[Rule, ...]:
        """The rules for someone: by 办理地, or by the person's own place where a rule says so.

        `places` maps 户籍地, 常住地 … to those known.
        """
        chosen = [
            rule
            for rule in self.rules_at(place)
            if rule.policy.place_fact == "办理地" or rule.policy.place_fact not in places
        ]
        for name, own in places.items():
            chosen += [rule for rule in self.rules_at(own) if rule.policy.place_fact == name]
        return tuple(chosen)

    def find(self, policy_id: str) -> tuple[Policy, ...]:
        """All files of one 编号 or 名称, nation first."""
        found = [one for one in self.policies if policy_id in (one.id, one.name)]
        return tuple(sorted(found, key=lambda one: depth(one.region)))

    def by_id(self, claimant: Claimant) -> Claimant:
        """A claimant whose earlier grants stand under the 编号 of their policies, not the 名称."""
        ids = {one.id for one in self.policies}
        names = {one.name: one.id for one in self.policies if one.name not in ids}
        receipts = tuple(
            replace(one, policy=names.get(one.policy, one.policy)) for one in claimant.receipts
        )
        return replace(claimant, receipts=receipts)

    @cached_property
    def gates(self) -> frozenset[str]:
        """Everything a rule leaves to a human, in its own words."""
        return frozenset(
            text for _, version in self._versions() for text in _gates(version) if text
        )

    @cached_property
    def _rules(self) -> dict[str, tuple[Rule, ...]]:
        return {}

    def _on_the_way(self, place: str) -> list[Policy]:
        return [one for one in self.policies if within(place, one.region)]

    @cached_property
    def tally_groups(self) -> Mapping[str, frozenset[str]]:
        """The policies of each 累计 group."""
        groups: dict[str, set[str]] = defaultdict(set)
        for policy, version in self._versions():
            if version.tally.group:
                groups[version.tally.group].add(policy.id)
        return {name: frozenset(ids) for name, ids in groups.items()}

    @cached_property
    def exclusion_groups(self) -> Mapping[str, frozenset[str]]:
        """The policies of each 互斥 group; one named by its 编号 is in the group of that name."""
        groups: dict[str, set[str]] = defaultdict(set)
        ids = {policy.id for policy in self.policies}
        for policy, version in self._versions():
            for tie in version.exclusions:
                groups[tie.group].add(policy.id)
                if tie.group in ids:
                    groups[tie.group].add(tie.group)
        return {name: frozenset(members) for name, members in groups.items()}

    def _versions(self) -> Iterable[tuple[Policy, Version]]:
        return ((policy, version) for policy in self.policies for version in policy.versions)

    def partners(self, policy_id: str, version: Version) -> Mapping[str, Kept]:
        """The policies one cannot be combined with, and for what."""
        partners: dict[str, Kept] = {}
        for tie in version.exclusions:
            for other in self.exclusion_groups.get(tie.group, frozenset()):
                if other != policy_id:
                    partners.setdefault(other, tie.kept)
        return partners


def _gates(version: Version) -> Iterable[str]:
    yield from (gate.text for gate in version.gates)
    yield version.limits.extra_gate
    if version.tally.again:
        yield version.tally.again.gate
    for paper in version.application.documents:
        if paper.when is not None:
            yield from (gate.text for gate in gates_of(paper.when))


def _rules(policies: Sequence[Policy]) -> Iterable[Rule]:
    """One rule for each 编号: from the top down, 取代 starts over and 收紧 adds a layer."""
    stacks: dict[str, list[Policy]] = {}
    for policy in sorted(policies, key=lambda one: depth(one.region)):
        stack = stacks.setdefault(policy.id, [])
        if policy.relation != "收紧":
            stack.clear()
        stack.append(policy)
    return (Rule(tuple(stack)) for stack in stacks.values())

"""Rules spoiled on purpose: if no case notices, the cases do not guard that place.

Each mutant drops or flips one condition, moves one bound by one step, or
changes one amount, last day or limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction

from jiuye_cli.core.policy.amount import Amount, Bounded, Computed, Least, Table
from jiuye_cli.core.policy.cases import run_case
from jiuye_cli.core.policy.lint import lint
from jiuye_cli.core.policy.policy import EVERYONE, Policy, Version
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.rules.comparing import Against, Between, DateBetween, Elapsed, OneOf
from jiuye_cli.core.rules.condition import (
    All,
    AnyOf,
    Compare,
    Condition,
    Count,
    Every,
    Gate,
    Not,
    Some,
)
from jiuye_cli.core.rules.days import FAR
from jiuye_cli.core.rules.formula import Number, Product
from jiuye_cli.core.rules.span import Span

OTHER_SIGN = {"≥": ">", ">": "≥", "≤": "<", "<": "≤"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A policy with one thing spoiled: what, and on which line of the file."""

    policy: Policy
    what: str
    line: int


@dataclass(frozen=True, slots=True)
class Score:
    """How many mutants some case noticed; the survivors are holes in the cases."""

    killed: int
    survivors: tuple[Mutant, ...]

    @property
    def total(self) -> int:
        """All mutants tried."""
        return self.killed + len(self.survivors)

    @property
    def percent(self) -> float:
        """The share noticed, 100.0 where nothing can be spoiled."""
        return 100.0 * self.killed / self.total if self.total else 100.0


def mutation_score(policies: Iterable[Policy], shelf: Shelf) -> Score:
    """Every mutant of the policies: noticed by a case of its file, of a file that tightens it, or by lint."""
    killed, survivors = 0, []
    for policy in policies:
        for mutant in mutants(policy):
            if _noticed(mutant, policy, shelf):
                killed += 1
            else:
                survivors.append(mutant)
    return Score(killed, tuple(survivors))


def _noticed(mutant: Mutant, original: Policy, shelf: Shelf) -> bool:
    policies = tuple(mutant.policy if one is original else one for one in shelf.policies)
    spoiled = Shelf(policies, shelf.parameters)
    own = [(mutant.policy, case) for case in original.cases]
    below = [
        (one, case)
        for one in policies
        if one.id == original.id and one.relation == "收紧"
        for case in one.cases
    ]
    failed = any(run_case(policy, case, spoiled).faults for policy, case in (*own, *below))
    return failed or len(lint(spoiled)) > len(lint(shelf))


def mutants(policy: Policy) -> Iterator[Mutant]:
    """Every way to spoil one thing of a policy."""
    for at, version in enumerate(policy.versions):
        for spoiled, what, line in _spoiled(version):
            versions = (*policy.versions[:at], spoiled, *policy.versions[at + 1 :])
            yield Mutant(
                replace(policy, versions=versions),
                f"{version.start} 起：{what}",
                line or version.line,
            )


def _spoiled(version: Version) -> Iterator[tuple[Version, str, int]]:
    for condition, what, line in _conditions(version.condition):
        yield replace(version, condition=condition), what, line
    if version.amount is not None:
        for amount, what in _amounts(version.amount):
            yield replace(version, amount=amount), f"金额{what}", 0
    if version.longest is not None:
        for amount, what in _amounts(version.longest):
            yield replace(version, longest=amount), f"最长{what}", 0
    yield from _dates(version)
    yield from _terms(version)


def _dates(version: Version) -> Iterator[tuple[Version, str, int]]:
    yield replace(version, start=version.start + timedelta(days=1)), "起日晚一天", 0
    if version.end < FAR:
        yield replace(version, end=version.end - timedelta(days=1)), "止日早一天", 0
    if version.accept_until < FAR:
        yield (
            replace(version, accept_until=version.accept_until - timedelta(days=1)),
            "受理止早一天",
            0,
        )


def _terms(version: Version) -> Iterator[tuple[Version, str, int]]:
    application = version.application
    for at, term in enumerate(application.terms):
        shorter = replace(term, count=term.count - 1)
        terms = (*application.terms[:at], shorter, *application.terms[at + 1 :])
        yield replace(version, application=replace(application, terms=terms)), "期限短一步", 0


def _conditions(condition: Condition) -> Iterator[tuple[Condition, str, int]]:
    """One leaf dropped, flipped or moved, everything else as it is."""
    match condition:
        case Compare() | Gate():
            yield from _leaf(condition)
        case All(parts) | AnyOf(parts):
            yield from _joined(condition, parts)
        case Not(part) | Some(part=part) | Every(part=part) | Count(part=part):
            for inner, what, line in _conditions(part):
                yield replace(condition, part=inner), what, line


def _joined(
    condition: All | AnyOf, parts: Sequence[Condition]
) -> Iterator[tuple[Condition, str, int]]:
    for at, part in enumerate(parts):
        rest = (*parts[:at], *parts[at + 1 :])
        if rest and part != EVERYONE:
            yield type(condition)(rest), f"少了“{_name(part)}”", _line(part)
        for inner, what, line in _conditions(part):
            yield type(condition)((*parts[:at], inner, *parts[at + 1 :])), what, line


def _leaf(leaf: Compare | Gate) -> Iterator[tuple[Condition, str, int]]:
    yield Not(leaf), f"反了“{_name(leaf)}”", leaf.line
    if isinstance(leaf, Compare):
        for test, what in _tests(leaf.test):
            yield replace(leaf, test=test), f"“{_name(leaf)}”{what}", leaf.line  # type: ignore[arg-type]


def _tests(test: object) -> Iterator[tuple[object, str]]:
    match test:
        case Between():
            yield from _bounds(test)
        case DateBetween():
            yield from _days(test)
        case Elapsed(count=count):
            yield replace(test, count=count + 1), "时长多一步"
        case OneOf(wanted=wanted) if len(wanted) > 1:
            for word in sorted(wanted, key=str):
                yield replace(test, wanted=wanted - {word}), f"少了“{word}”"
        case Against(sign=sign) if sign in OTHER_SIGN:
            yield replace(test, sign=OTHER_SIGN[sign]), "相等时反了"


def _bounds(test: Between) -> Iterator[tuple[object, str]]:
    if test.low == test.high:
        return
    if test.low is not None:
        yield replace(test, low=test.low + 1), "下限高一步"
    if test.high is not None:
        yield replace(test, high=test.high - 1), "上限低一步"


def _days(test: DateBetween) -> Iterator[tuple[object, str]]:
    if test.first is not None:
        yield replace(test, first=test.first + timedelta(days=1)), "晚一天"
    if test.last is not None:
        yield replace(test, last=test.last - timedelta(days=1)), "早一天"


def _amounts(amount: Amount) -> Iterator[tuple[Amount, str]]:
    match amount:
        case Computed(formula=formula):
            factor = Number(Span(Fraction(11, 10), Fraction(11, 10)), formula.unit, "1.1")
            yield (
                replace(amount, formula=Product(((1, formula), (1, factor)), formula.unit)),
                "多一成",
            )
        case Bounded(bounds=bounds) if bounds.high is not None:
            yield Bounded(Span(bounds.low, bounds.high + 1)), "上限多1"
        case Table(rows=rows):
            for at, row in enumerate(rows):
                for inner, what in _amounts(row.amount):
                    spoiled = replace(row, amount=inner)
                    yield (
                        replace(amount, rows=(*rows[:at], spoiled, *rows[at + 1 :])),
                        f"“{row.label}”{what}",
                    )
        case Least(first=first, second=second):
            for inner, what in _amounts(first):
                yield replace(amount, first=inner), what
            for inner, what in _amounts(second):
                yield replace(amount, second=inner), what


def _name(condition: Condition) -> str:
    if isinstance(condition, Compare):
        return f"{condition.fact} {condition.test.text}"
    return condition.text if isinstance(condition, Gate) else "一组条件"


def _line(condition: Condition) -> int:
    return condition.line if isinstance(condition, Compare | Gate) else 0

"""The tree of a condition, and the two ways to judge it.

`judge_condition` explains; `compiled.decide` only answers. A property test
holds the two to the same answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from jiuye_cli.core.rules.comparing import Between, Comparison
from jiuye_cli.core.rules.moment import FactName


@dataclass(frozen=True, slots=True)
class Compare:
    """One fact, one test; `names` are all facts it looks at, as rules write them."""

    fact: FactName
    test: Comparison
    line: int = 0
    text: str = field(init=False, repr=False, compare=False)
    names: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Put the words together once: every verdict quotes them."""
        object.__setattr__(self, "text", f"{self.fact} {self.test.text}")
        object.__setattr__(self, "names", tuple(map(str, (self.fact, *self.test.also))))


@dataclass(frozen=True, slots=True)
class All:
    """全部: every part; none at all is yes."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """任一: one part is enough."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """非: the opposite."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Some:
    """其一: one record of a list meets the part; an empty list has none."""

    of: str
    part: Condition


@dataclass(frozen=True, slots=True)
class Every:
    """全都: each record of a list meets the part; over an empty list no, unless `empty`."""

    of: str
    part: Condition
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """几条: how many records of a list meet the part, against a number."""

    of: str
    part: Condition
    test: Between


@dataclass(frozen=True, slots=True)
class Gate:
    """人工: something only a person may decide; the program asks and records.

    `helps` is the answer that lets the condition through: False under 非.
    """

    text: str
    helps: bool = True
    line: int = 0

    @property
    def fact(self) -> str:
        """The name under which a recorded decision stands among the facts."""
        return f"人工.{self.text}"


Condition: TypeAlias = Compare | All | AnyOf | Not | Some | Every | Count | Gate


def children(condition: Condition) -> tuple[Condition, ...]:
    """The conditions directly inside one."""
    if isinstance(condition, All | AnyOf):
        return condition.parts
    if isinstance(condition, Not | Some | Every | Count):
        return (condition.part,)
    return ()


def walk(condition: Condition) -> Iterator[Condition]:
    """A condition and everything inside it, outermost first."""
    yield condition
    for child in children(condition):
        yield from walk(child)


def facts_of(condition: Condition) -> Iterator[FactName]:
    """Every fact a condition can look at; a quantifier's list too."""
    for one in walk(condition):
        if isinstance(one, Compare):
            yield one.fact
            yield from one.test.also
        elif isinstance(one, Some | Every | Count):
            yield FactName(one.of)


def gates_of(condition: Condition) -> Iterator[Gate]:
    """Every human gate in a condition."""
    return (one for one in walk(condition) if isinstance(one, Gate))

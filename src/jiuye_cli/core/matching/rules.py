"""The numbers by which posts are matched, as policies/匹配.yaml states them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from jiuye_cli.core.posts.post import Rung
from jiuye_cli.core.rules.reading import Reading

Seeking: TypeAlias = Callable[[Reading], int]
"""Whether someone looks for work: a truth, by the condition of the rules."""


@dataclass(frozen=True, slots=True)
class Points:
    """What each wish met and each merit of a post is worth when posts are ranked."""

    trade: int = 0
    certificate: int = 0
    zone: int = 0
    form: int = 0
    enough: int = 0
    too_little: int = 0
    hundred_yuan: int = 0
    hundreds_at_most: int = 0
    insured: int = 0
    unasked: int = 0
    stale: int = 0
    rungs: Mapping[Rung, int] = field(default_factory=dict)
    zones: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ServiceStandard:
    """What is owed to each person in a calendar year (3-1-1): a name, and how often each service.

    `since` is the document the standard comes from, or 自拟.
    """

    name: str
    yearly: Mapping[str, int]
    source: str = ""


@dataclass(frozen=True, slots=True)
class MatchRules:
    """Everything that decides what is offered, to whom first, and how often one seat is named.

    `offers` is how many posts are named at once; `promises` how many people one
    free seat may be named to; `fresh_days` how long an employer's word on a post
    holds; `reply_days` when a slip's answer is due. `age_room` is how many years
    of an age limit an employer can be asked to give.
    """

    offers: int = 3
    promises: int = 3
    fresh_days: int = 14
    reply_days: int = 7
    age_room: int = 5
    seeking: Seeking | None = None
    points: Points = field(default_factory=Points)
    standards: Mapping[str, ServiceStandard] = field(default_factory=dict)
    standard: str = ""
    sex_note: str = ""

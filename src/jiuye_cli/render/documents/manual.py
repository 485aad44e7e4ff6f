"""帮扶手册: one booklet a person, kept by that person; A5, large type on request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from jiuye_cli.render.documents.shape import Contact, Line, Paper, shaped
from jiuye_cli.render.paper.template import render_all

TEMPLATE = "帮扶手册.html"


class Relative(TypedDict):
    """One member of the household; `work` says what he or she does."""

    name: str
    relation: str | None
    age: int | None
    work: str | None


class Responsible(TypedDict):
    """Who is responsible for helping; a change is a further line, never an overwritten one."""

    name: str
    unit: str | None
    phone: str | None
    since: object


class Skill(TypedDict):
    """A certificate or a training; `on` is its date."""

    name: str
    level: str | None
    on: object


class Measure(TypedDict):
    """A step of the plan: what, who sees to it, by when, what came of it."""

    what: str
    who: str | None
    by: object
    outcome: str | None


class Post(TypedDict):
    """A post that was offered. `wage` and `net` (better off a month, a sentence) are words; `answer` the person's."""

    on: object
    job: str
    employer: str
    wage: str | None
    place: str | None
    net: str | None
    answer: str | None


class PastCall(TypedDict):
    """A call that was made: date, way, result, what was said."""

    on: object
    way: str
    result: str
    note: str | None


class Entitlement(TypedDict):
    """What the person can get now; `item` is the certificate or business it is for. `amount` is in words (每月300元，最长12个月).

    `sure` is false where the office must confirm it first; `shuts` are the
    policies that can no longer be had once this one is chosen.
    """

    policy: str
    item: str | None
    amount: str | None
    sure: bool
    until: object
    papers: Sequence[str]
    where: str | None
    phone: str | None
    shuts: Sequence[str]


class Errand(TypedDict):
    """What brings no money by itself but opens other things: a registration, a recognition."""

    policy: str
    until: object
    papers: Sequence[str]
    where: str | None
    phone: str | None


class UnderWay(TypedDict):
    """A claim on which something is still to come: `missing` are the papers it lacks, `until` their last day."""

    policy: str
    item: str | None
    amount: str | None
    stage: str
    missing: Sequence[str]
    until: object


class NearlyEntitled(TypedDict):
    """What one answer would open: the questions in `missing`, then the papers to bring."""

    policy: str
    item: str | None
    amount: str | None
    missing: Sequence[str]
    papers: Sequence[str]
    until: object


class Rights(TypedDict):
    """What one person can get. `total` is the sum of the best set over twelve months, in words."""

    can_get: Sequence[Entitlement]
    total: str | None
    to_do: Sequence[Errand]
    in_hand: Sequence[UnderWay]
    one_away: Sequence[NearlyEntitled]


class Received(TypedDict):
    """What has been paid: policy, amount in words, date."""

    policy: str
    amount: str | None
    on: object


class Manual(Paper, Rights):
    """All that stands in one person's manual; dates are dates or ISO text, None where not known.

    `person` are the lines of the first inner page; `family_lines` what is known
    of the household as a whole; `limits` what the person cannot do.
    """

    id: int
    name: str
    group: str | None
    large: bool
    coordinator: Contact
    person: Sequence[Line]
    family_lines: Sequence[Line]
    family: Sequence[Relative]
    responsible: Sequence[Responsible]
    wishes: Sequence[Line]
    limits: Sequence[str]
    skills: Sequence[Skill]
    plan: Sequence[Measure]
    posts: Sequence[Post]
    calls: Sequence[PastCall]
    received: Sequence[Received]
    contacts: Sequence[Contact]


def manual_page(manual: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """One person's manual as HTML, A5 pages in reading order."""
    return manual_pages([manual], folders)[0]


def manual_pages(manuals: Sequence[Mapping[str, Any]], folders: Sequence[Path]) -> list[str]:
    """The manuals of many, one page of HTML each."""
    return render_all(TEMPLATE, [shaped(Manual, one) for one in manuals], folders)

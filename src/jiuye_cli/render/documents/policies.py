"""政策汇编: the rules as a handbook for those who help, in GB/T 9704 manners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from jiuye_cli.render.documents.shape import Paper, shaped
from jiuye_cli.render.paper.template import render


class Source(TypedDict):
    """What a rule rests on. `trust` is how far it was read, `checked_on` when it was last checked."""

    document: str | None
    clause: str | None
    quote: str | None
    address: str | None
    trust: str | None
    checked_on: object


class Example(TypedDict):
    """A worked person: who, what comes of it (能领 不能领 …), how much, and why."""

    person: str
    verdict: str
    amount: str | None
    why: str | None


class Policy(TypedDict):
    """One policy in words. `kinds` are the kinds of person under which the index lists it.

    Each of the lists is a list of sentences; an empty one prints 没有查到 where
    a reader needs to know it; those of `who` bring their own numbers. `place` is
    the region where the name does not say it. `notes` are for those who help, and
    `not_found` what nobody has read yet. `ended` says since when it can no
    longer be claimed.
    """

    id: str
    name: str
    region: str
    place: str | None
    beneficiary: str
    kinds: Sequence[str]
    who: Sequence[str]
    amount: Sequence[str]
    how_long: str | None
    papers: Sequence[str]
    where: str | None
    deadline: str | None
    steps: Sequence[str]
    notes: Sequence[str]
    not_found: Sequence[str]
    not_with: Sequence[str]
    ended: str | None
    sources: Sequence[Source]
    examples: Sequence[Example]


class PolicyBook(Paper):
    """The handbook: `on` is the day of which it speaks, `publisher` who hands it out."""

    title: str
    region: str
    publisher: str
    on: object
    large: bool
    policies: Sequence[Policy]


class Entry(TypedDict):
    """A line of the index: a kind of person and the policies for them."""

    kind: str
    policies: list[dict[str, object]]


def policy_book_page(book: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The handbook with contents, page numbers (in the PDF) and the index by kind of person."""
    data = shaped(PolicyBook, book)
    for number, policy in enumerate(data["policies"], 1):
        policy["anchor"], policy["number"] = f"p{number}", number
    data["index"] = index_by_kind(data["policies"])
    return render("政策汇编.html", data, folders)


def index_by_kind(policies: Sequence[Mapping[str, Any]]) -> list[Entry]:
    """For each kind of person, in the order in which they first occur, the policies for them."""
    kinds: dict[str, list[dict[str, object]]] = {}
    for policy in policies:
        for kind in policy["kinds"]:
            kinds.setdefault(kind, []).append(
                {key: policy[key] for key in ("name", "anchor", "number")}
            )
    return [{"kind": kind, "policies": found} for kind, found in kinds.items()]

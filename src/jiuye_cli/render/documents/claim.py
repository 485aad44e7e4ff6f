"""申领表: a subsidy claim, filled in as far as things are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from jiuye_cli.render.documents.shape import Line, Paper, document


class RequiredPaper(TypedDict):
    """A paper to hand in, and whether it is already there."""

    name: str
    held: bool


class Claim(Paper):
    """One claim. `applicant` and `facts` are lines whose None is an empty field to write in.

    `amount` is in words or None; `basis` the document the claim rests on;
    `offices` the bodies that sign, in order.
    """

    policy: str
    applicant: Sequence[Line]
    facts: Sequence[Line]
    amount: str | None
    period: str | None
    basis: str | None
    until: object
    where: str | None
    papers: Sequence[RequiredPaper]
    offices: Sequence[str]


def claim_page(claim: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The claim form, one A4 page."""
    return document("申领表.html", Claim, claim, folders)

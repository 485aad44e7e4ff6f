"""考核表: a month of public-welfare posts, who was on duty and how it was judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from jiuye_cli.render.documents.shape import Paper, document


class Assessed(TypedDict):
    """One person on one post. `days_done` is None where attendance is still to be written in."""

    name: str
    group: str | None
    post: str
    days_due: int | None
    days_done: int | None
    helped: Sequence[str]
    grade: str | None
    pay: str | None


class Assessment(Paper):
    """A month's sheet; `grades` are the marks to tick, `standards` what they are given for."""

    title: str
    month: object
    unit: str
    grades: Sequence[str]
    standards: Sequence[str]
    people: Sequence[Assessed]


def assessment_page(sheet: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The assessment sheet, A4 landscape."""
    return document("考核表.html", Assessment, sheet, folders)

"""失业登记及申领一站式表: registration and benefit claim in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from jiuye_cli.render.documents.shape import Line, Paper, document


class Choice(TypedDict):
    """A question with boxes: `chosen` are ticked, the others left to tick."""

    label: str
    options: Sequence[str]
    chosen: Sequence[str]


class Registration(Paper):
    """One person's form. `basics` and `work` are lines (None: to be written in).

    `matters` are what is applied for in this pass; `choices` questions with boxes.
    """

    name: str
    window: str | None
    basics: Sequence[Line]
    work: Sequence[Line]
    matters: Choice
    choices: Sequence[Choice]
    papers: Sequence[str]


def registration_page(form: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The form, one A4 page."""
    return document("失业登记及申领一站式表.html", Registration, form, folders)

"""帮扶方案: what is to be done for one person, by whom, by when (一人一策)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jiuye_cli.render.documents.manual import Measure, Post
from jiuye_cli.render.documents.shape import Contact, Line, Paper, document


class Plan(Paper):
    """One person's plan. `services` are talks and counselling already given, in words."""

    name: str
    group: str | None
    made_on: object
    review_on: object
    coordinator: Contact
    situation: Sequence[Line]
    wishes: Sequence[Line]
    limits: Sequence[str]
    goal: str | None
    measures: Sequence[Measure]
    posts: Sequence[Post]
    services: Sequence[str]


def plan_page(plan: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The plan with room for signatures, A4."""
    return document("帮扶方案.html", Plan, plan, folders)

"""The pages of the hamlet as `print` gathers them, before a number and a moment are put on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jiuye_cli.actions.papers.gatherers import gatherer
from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.actions.policy.judging import Bench
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.render.documents.kinds import kind_of

TEMPLATES = (Path(__file__).parents[2] / "templates",)
MOMENT = datetime(2026, 11, 21, 18, 0)


def gathered(kind: str, who: Sequence[str], shelf: Shelf | None = None, **also: Any) -> list[str]:
    """The pages of one kind for those named in the workspace at hand, under its own rules or those of `shelf`."""
    return [
        kind_of(kind).page({**one.data, "print_id": "P000007"}, TEMPLATES)
        for one in papers(kind, who, shelf, **also)
    ]


def papers(
    kind: str,
    who: Sequence[str],
    shelf: Shelf | None = None,
    tell: Callable[[str, int, int], None] = lambda *_: None,
    **also: Any,
) -> list[Gathered]:
    """The data of those pages; `tell` hears how far the gathering is."""
    from jiuye_cli.cli import desk
    from jiuye_cli.cli.counting import counting
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.cli.posts.matching_desk import matching

    @cache
    def rules() -> Bench:
        found = bench()
        return Bench(shelf, found.calendar, found.place) if shelf else found

    with desk.reading() as conn:
        press = Press(
            conn, desk.settings(), desk.today(), MOMENT, rules, cache(counting), cache(course_rules),
            cache(lambda: matching(rules())), tell,
        )  # fmt: skip
        return list(gatherer(kind).gather(press, Wanted(who=who, **also)))

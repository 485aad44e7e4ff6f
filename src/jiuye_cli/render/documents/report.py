"""周报, 月报, 两个清单四个底数: figures on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from jiuye_cli.render.documents.shape import Paper, document, shaped
from jiuye_cli.render.paper.template import render

HEAD_ROWS = 3
"""Lines that the head of a group takes on paper."""


class Figure(TypedDict):
    """A number, its unit, the number before, and the target where there is one."""

    name: str
    value: object
    unit: str
    previous: object
    target: object


class Group(TypedDict):
    """Figures that belong together under one head."""

    name: str
    figures: Sequence[Figure]


class Bar(TypedDict):
    """One bar of a chart; `previous` is drawn hollow below it, None where there is none."""

    label: str
    value: float
    previous: float | None


class Chart(TypedDict):
    """A bar chart: its title, what it counts, its bars."""

    title: str
    unit: str
    bars: Sequence[Bar]


class Weekly(Paper):
    """A week on one page. `restated` says which of last week's numbers have changed since."""

    start: object
    end: object
    number: str
    author: str
    groups: Sequence[Group]
    charts: Sequence[Chart]
    restated: Sequence[str]
    matters: Sequence[str]


class CrossTable(TypedDict):
    """A table of counts: `rows` begin with their label; `total` is the last line or None."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    total: Sequence[object] | None


class Monthly(Paper):
    """A month: groups of figures, tables by schooling, sex, age, trade, and charts."""

    month: object
    author: str
    groups: Sequence[Group]
    tables: Sequence[CrossTable]
    charts: Sequence[Chart]
    notes: Sequence[str]


class Wanted(TypedDict):
    """A line of the list of who seeks work."""

    name: str
    group: str | None
    wants: str | None
    where: str | None
    least_wage: str | None
    skill: str | None


class Offered(TypedDict):
    """A line of the list of posts."""

    job: str
    employer: str
    seats: int | None
    wage: str | None
    place: str | None
    asks: str | None


class Part(TypedDict):
    """A part of a base: how many of what (value None: nobody asked)."""

    name: str
    value: object
    unit: str


class Base(TypedDict):
    """One of the four bases: its count, and what it is made of."""

    name: str
    count: int
    parts: Sequence[Part]


class Lists(Paper):
    """两个清单, 四个底数, as of a day."""

    on: object
    author: str
    bases: Sequence[Base]
    seekers: Sequence[Wanted]
    posts: Sequence[Offered]


def weekly_page(week: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The weekly report, one A4 page."""
    return render("周报.html", _in_halves(shaped(Weekly, week)), folders)


def monthly_page(month: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The monthly report, A4."""
    return render("月报.html", _in_halves(shaped(Monthly, month)), folders)


def lists_page(lists: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The two lists and four bases, A4 landscape."""
    return document("两个清单四个底数.html", Lists, lists, folders)


def _in_halves(report: Mapping[str, Any]) -> dict[str, Any]:
    """The report with its groups in two columns of like height, each group where there is more room."""
    halves: tuple[list[Group], list[Group]] = ([], [])
    heights = [0, 0]
    for group in report["groups"]:
        side = heights.index(min(heights))
        halves[side].append(group)
        heights[side] += HEAD_ROWS + len(group["figures"])
    return {key: one for key, one in report.items() if key != "groups"} | {"halves": list(halves)}

"""Reports on a screen: figures with bars at 80 columns, the names behind one, and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from jiuye_cli.core.report.figure import Figure, Group, Number
from jiuye_cli.render.report.bars import bar, way
from jiuye_cli.render.screen.table import Screen
from jiuye_cli.render.screen.text import cut, encodable, pad, printable

COLUMNS = 80
BAR = 16
NAME, NUMBER, CHANGE = 20, 9, 8


class Report(Protocol):
    """A report: its days (both included), its figures, what earlier prints said otherwise."""

    @property
    def name(self) -> str: ...
    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...
    @property
    def groups(self) -> Sequence[Group]: ...
    @property
    def figures(self) -> Sequence[Figure]: ...
    @property
    def restated(self) -> Sequence[object]: ...
    @property
    def notes(self) -> Sequence[str]: ...


def report_json(report: Report) -> dict[str, object]:
    """The contract's shape of `report`."""
    return {
        "report": report.name,
        "from": report.first,
        "to": report.last,
        "figures": [figure_json(one) for one in report.figures],
        "restated": [str(one) for one in report.restated],
        "notes": list(report.notes),
    }


def figure_json(one: Figure) -> dict[str, object]:
    """One figure; `of` says what the ids number."""
    return {
        "name": one.name,
        "value": one.value,
        "ids": list(one.ids),
        "previous": one.previous,
        "unit": one.unit,
        "of": one.of,
        "target": one.target,
        "percent": one.percent,
    }


def report_screen(report: Report, screen: Screen) -> str:
    """Every figure on a line: name, number, change, a bar against the group's greatest or the target."""
    lines, silent = [_days(report)], 0
    for group in report.groups:
        most = max([1, *(one.value for one in group.figures)])
        told = [one for one in group.figures if _tells(one)]
        silent += len(group.figures) - len(told)
        lines += ["", group.name, *(_line(one, most, screen) for one in told)] if told else []
    notes = [*(f"更正：{one}。" for one in report.restated), *report.notes]
    if notes:
        lines += ["", *notes]
    if silent:
        lines += ["", f"另有 {silent} 项是 0，也没变，这里不列；打印出来的表上都有。"]
    lines += ["", "看是哪些人：加 --open 数字名"]
    return "\n".join(lines)


def _tells(one: Figure) -> bool:
    """Whether a figure has something to say: a number, a change, a target."""
    return bool(one.value or one.target or one.previous)


def _days(report: Report) -> str:
    if report.first == report.last:
        return f"{report.last}"
    return f"{report.first} 至 {report.last}"


def _line(one: Figure, most: Number, screen: Screen) -> str:
    told = cut(printable(one.name), NAME, screen.ambiguous)
    parts = [
        pad(told, NAME, ambiguous=screen.ambiguous),
        pad(f"{one.value}{one.unit}", NUMBER, right=True),
        pad(change(one), CHANGE, right=True),
        " ",
        way(one.value, one.target, BAR, screen)
        if one.target
        else bar(one.value, most, BAR, screen),
        f"{one.percent}%，目标 {one.target}" if one.target else "",
    ]
    return encodable(cut("  " + " ".join(parts), COLUMNS).rstrip(), screen.encoding)


def change(one: Figure) -> str:
    """What a figure gained or lost since the time before; empty where that is not known.

    >>> change(Figure("在册", (1, 2, 3), previous=1)), change(Figure("在册", (1,)))
    ('+2', '')
    """
    if one.previous is None:
        return ""
    return "持平" if one.value == one.previous else f"{one.value - one.previous:+}"


def opened_screen(one: Figure, rows: Sequence[tuple[int, str]]) -> str:
    """A figure and what it counts, a line each."""
    head = f"{one.name} {one.value}{one.unit}"
    if not rows:
        return f"{head}：没有。"
    lines = (cut(f"  {printable(words)}", COLUMNS) for _, words in rows)
    return "\n".join([f"{head}：", *lines])


def opened_json(one: Figure, rows: Sequence[tuple[int, str]]) -> dict[str, object]:
    """The figure, and what stands behind each id in words."""
    names: Mapping[int, str] = dict(rows)
    return {
        "figures": [figure_json(one)],
        "rows": [{"id": n, "words": names.get(n, "")} for n in one.ids],
    }

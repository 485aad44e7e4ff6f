"""Bars on a terminal: the charts of the weekly report, for who reads them on a screen."""

from __future__ import annotations

from collections.abc import Sequence

from jiuye_cli.render.table import Screen
from jiuye_cli.render.text import cut, encodable, pad, printable, width
from jiuye_cli.render.words import grouped

LABEL = 20  # columns that a label may take at most
WIDE = 80  # columns of a screen that does not say


def bars_text(title: str, bars: Sequence[tuple[str, float]], screen: Screen) -> str:
    """A title and one line a bar: label, bar, number; no line is wider than the screen.

    >>> print(bars_text("在哪里务工", [("县内", 240), ("省外", 120)], Screen(columns=24)), end="")
    在哪里务工
    县内  ########  240
    省外  ####      120
    """
    labels = [cut(printable(label), LABEL, screen.ambiguous) for label, _ in bars]
    numbers = [grouped(value) for _, value in bars]
    label_room = max((width(label, screen.ambiguous) for label in labels), default=0)
    number_room = max(map(len, numbers), default=0)
    room = max(4, min(40, (screen.columns or WIDE) - label_room - number_room - 9))
    most = max((value for _, value in bars), default=0) or 1
    mark = "█" if screen.drawn else "#"
    lines = [printable(title)]
    for label, number, (_, value) in zip(labels, numbers, bars, strict=True):
        # What is there is seen: the least number above nothing gets a mark of its own
        length = round(value / most * room) or (1 if value > 0 else 0)
        bar = pad(mark * length, room)
        shown_label = pad(label, label_room, ambiguous=screen.ambiguous)
        lines.append(f"{shown_label}  {bar}  {pad(number, number_room, right=True)}")
    return encodable("".join(line + "\n" for line in lines), screen.encoding)

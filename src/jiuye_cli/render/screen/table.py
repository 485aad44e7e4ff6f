"""Tables: lined up on her terminal, plain where there is none.

Rich draws where the console can take it. A pipe, a file or a GBK console gets
columns lined up by our own count, without lines, marks or colour.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TextIO

from jiuye_cli.render.screen.text import cut, encodable, pad, printable, width
from jiuye_cli.render.words import shown

GAP = 2  # blanks between columns
LONGEST = 60  # rows of a list on a terminal; a pipe or a file gets them all
NARROWEST = 4  # columns to which a column of long text may be squeezed


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, and how it behaves when the line is too short.

    `right` sets numbers flush right; `whole` is never cut (case numbers, row
    numbers, names).
    """

    head: str
    right: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a table is going to stand.

    `columns` is None where nothing needs to be cut (a pipe, a file). `drawn`
    tells whether Rich may draw lines; `colour` whether it may use colour.
    """

    columns: int | None = None
    encoding: str = "utf-8"
    drawn: bool = False
    colour: bool = False

    @property
    def ambiguous(self) -> int:
        """The width of … and · there: Chinese code pages set them two wide."""
        return 1 if self.encoding.replace("-", "").lower().startswith("utf") else 2


def screen_of(stream: TextIO | None = None) -> Screen:
    """What the stream (standard output unless given) can show."""
    out = stream or sys.stdout
    encoding = getattr(out, "encoding", None) or "utf-8"
    if not out.isatty():
        return Screen(encoding=encoding)
    columns = shutil.get_terminal_size((80, 24)).columns
    utf = encoding.replace("-", "").lower().startswith("utf")
    return Screen(columns, encoding, drawn=utf, colour=utf and "NO_COLOR" not in os.environ)


def table_text(
    columns: Sequence[Column | str], rows: Iterable[Sequence[object]], screen: Screen
) -> str:
    """The table as text for that screen, every line ended; no line is wider than the screen."""
    heads = [one if isinstance(one, Column) else Column(one) for one in columns]
    cells = [[printable(shown(value)) for value in row] for row in rows]
    draw = _drawn if screen.drawn else _plain
    return encodable(draw(heads, cells, screen), screen.encoding)


def _drawn(heads: Sequence[Column], cells: Sequence[Sequence[str]], screen: Screen) -> str:
    import io

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for one in heads:
        table.add_column(
            Text(one.head),
            justify="right" if one.right else "left",
            no_wrap=one.whole,
            overflow="fold",
        )
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    out = io.StringIO()
    Console(
        file=out,
        width=screen.columns,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    ).print(table)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _plain(heads: Sequence[Column], cells: Sequence[Sequence[str]], screen: Screen) -> str:
    lines = [[one.head for one in heads], *cells]
    widths = _widths(heads, lines, screen)
    return "".join(_line(heads, line, widths, screen) for line in lines)


def _line(
    heads: Sequence[Column], cells: Sequence[str], widths: Sequence[int], screen: Screen
) -> str:
    ambiguous = screen.ambiguous
    parts = [
        pad(cut(cell, room, ambiguous), room, right=one.right, ambiguous=ambiguous)
        for one, cell, room in zip(heads, cells, widths, strict=True)
    ]
    line = (" " * GAP).join(parts).rstrip()
    return (line if screen.columns is None else cut(line, screen.columns, ambiguous)) + "\n"


def _widths(heads: Sequence[Column], lines: Sequence[Sequence[str]], screen: Screen) -> list[int]:
    """The width of each column; where they do not fit, the widest that may be cut is squeezed."""
    widths = [max(width(line[at], screen.ambiguous) for line in lines) for at in range(len(heads))]
    if screen.columns is None:
        return widths
    room = screen.columns - GAP * (len(heads) - 1)
    while sum(widths) > room:
        soft = [at for at, one in enumerate(heads) if not one.whole and widths[at] > NARROWEST]
        if not soft:
            break
        widths[max(soft, key=widths.__getitem__)] -= 1
    return widths

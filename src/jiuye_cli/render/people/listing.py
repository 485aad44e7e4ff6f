"""A list of the course on screen, as JSON under its promised key, as CSV: said once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from jiuye_cli.render.screen.table import LONGEST, Column, screen_of, table_text

Heads: TypeAlias = Sequence[Column | str]


def figure(head: str) -> Column:
    """A column of numbers."""
    return Column(head, right=True, whole=True)


def name(head: str) -> Column:
    """A column that is never cut."""
    return Column(head, whole=True)


def short_day(day: date | None, today: date) -> str:
    """A day in a narrow column: without its year when that is this year's.

    >>> short_day(date(2026, 11, 2), date(2026, 11, 21)), short_day(date(2025, 9, 1), date(2026, 11, 21))
    ('11-02', '2025-09-01')
    """
    if day is None:
        return ""
    return f"{day:%m-%d}" if day.year == today.year else day.isoformat()


def left_over(rows: int) -> list[str]:
    """The line under a list too long for a terminal; none where nothing was left out.

    >>> left_over(0), left_over(1505)
    ([], ['还有 1505 行没列。存成表看全部：后面加 --csv > 全部.csv'])
    """
    return [f"还有 {rows} 行没列。存成表看全部：后面加 --csv > 全部.csv"] if rows else []


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under heads, the same rows as JSON objects under `key`, and a line under the table.

    `empty` is said when there is no row; `title` stands above the table.
    """

    key: str
    heads: Heads
    rows: Sequence[Sequence[object]]
    items: Sequence[Mapping[str, object]]
    empty: str = "没有。"
    title: str = ""
    foot: str = ""
    more: Mapping[str, object] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """The heads as plain words."""
        return [one.head if isinstance(one, Column) else one for one in self.heads]


def listing_screen(listing: Listing) -> str:
    """The list as she reads it on the terminal."""
    lines = [listing.title] if listing.title else []
    screen = screen_of()
    if listing.rows:
        shown = listing.rows if screen.columns is None else listing.rows[:LONGEST]
        lines.append(table_text(listing.heads, shown, screen).rstrip("\n"))
        lines += left_over(len(listing.rows) - len(shown))
    else:
        lines.append(listing.empty)
    return "\n".join(lines + ([listing.foot] if listing.foot else []))


def listing_json(listing: Listing) -> dict[str, object]:
    """The list as scripts read it."""
    return {**listing.more, listing.key: list(listing.items)}

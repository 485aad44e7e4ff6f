"""Bars on a terminal: the charts of the reports, for who reads them on a screen."""

from __future__ import annotations

from decimal import Decimal

from jiuye_cli.render.screen.table import Screen


def bar(value: int | Decimal, most: int | Decimal, room: int, screen: Screen) -> str:
    """A bar of up to `room` marks; what is there is seen, and no more than `most` is drawn.

    >>> bar(240, 480, 8, Screen()), bar(1, 480, 8, Screen()), bar(0, 480, 8, Screen())
    ('####', '#', '')
    """
    length = round(value * room / most) if most else 0
    # The least number above nothing gets a mark of its own
    return _mark(screen) * min(room, length or (1 if value > 0 else 0))


def way(value: int | Decimal, target: Decimal, room: int, screen: Screen) -> str:
    """How much of the way to a target is gone, and how much is left.

    >>> way(2, Decimal(8), 8, Screen())
    '##......'
    """
    gone = bar(value, target, room, screen)
    return gone + ("░" if screen.drawn else ".") * (room - len(gone))


def _mark(screen: Screen) -> str:
    return "█" if screen.drawn else "#"

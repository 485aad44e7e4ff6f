"""What a report said when it was printed, and what of it has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.report.figure import Figure


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """One number of a report about a day, as it stood on paper."""

    report: str
    day: date
    name: str
    value: int
    printed_at: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Restated:
    """A number that was printed about a day and comes to something else by now."""

    day: date
    name: str
    printed: int
    now: int

    def __str__(self) -> str:
        """The line on the next report.

        >>> str(Restated(date(2026, 11, 14), "录用", 6, 7))
        '11月14日那期“录用”报的是 6，现在核对是 7'
        """
        day = f"{self.day.month}月{self.day.day}日"
        return f"{day}那期“{self.name}”报的是 {self.printed}，现在核对是 {self.now}"


def restated(printed: Iterable[PrintedFigure], now: Iterable[Figure]) -> tuple[Restated, ...]:
    """The printed numbers that the file now says otherwise, in the order they were printed.

    >>> restated([PrintedFigure("weekly", date(2026, 11, 14), "录用", 6, "")], [Figure("录用", tuple(range(6)))])
    ()
    """
    values = {one.name: int(one.value) for one in now}
    return tuple(
        Restated(one.day, one.name, one.value, values[one.name])
        for one in printed
        if values.get(one.name, one.value) != one.value
    )

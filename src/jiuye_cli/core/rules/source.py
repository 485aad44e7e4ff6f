"""Where a figure or rule was read, and how far that can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from jiuye_cli.core.rules.days import add_months, days_after

REVIEW_MONTHS = 12
"""House rule: who read a source this long ago should look again, unless the file says another term."""


UNNUMBERED = ("无文号", "未查到")
"""What 文号 says where a document has no number, or nobody found it."""


class Trust(IntEnum):
    """How well the source was read, weakest first."""

    未核实 = 0
    转述 = 1
    只见摘录 = 2
    读过原文 = 3


@dataclass(frozen=True, slots=True)
class Source:
    """One document behind a rule: number, clause, a short quote, where it was read and when."""

    number: str
    read_at: tuple[str, ...]
    trust: Trust
    checked_on: date
    title: str = ""
    clause: str = ""
    quote: str = ""
    note: str = ""
    review_months: int = REVIEW_MONTHS

    @property
    def review_until(self) -> date:
        """The last day on which the reading still counts as fresh."""
        return add_months(self.checked_on, self.review_months)

    @property
    def stale_from(self) -> date:
        """The first day on which someone should read the source again."""
        return days_after(self.review_until)

    def stands(self, today: date) -> bool:
        """Whether a verdict may rest on it without 请核实."""
        return self.trust is Trust.读过原文 and today <= self.review_until

    @property
    def label(self) -> str:
        """Document and clause in one line.

        >>> Source("鲁政字〔2025〕140号", (), Trust.转述, date(2026, 1, 1), clause="第一条").label
        '鲁政字〔2025〕140号第一条'
        >>> Source("未查到", (), Trust.转述, date(2026, 1, 1), title="某办法").label
        '《某办法》'
        """
        named = f"《{self.title}》" if self.title else ""
        number = "" if named and self.number in UNNUMBERED else self.number
        return f"{number or named}{self.clause}"

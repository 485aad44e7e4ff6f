"""A person as a list names them: enough to tell namesakes apart, nothing more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """Case number, name, group, and the last four digits of the phone.

    >>> str(Card(12, "王建国", "3组", "2017"))
    '12 号 王建国 3组 尾号2017'
    """

    id: int
    name: str
    group: str | None = None
    tail: str | None = None

    def __str__(self) -> str:
        tail = f"尾号{self.tail}" if self.tail else "没有号码"
        return f"{self.id} 号 {self.name} {self.group or '组别未问到'} {tail}"

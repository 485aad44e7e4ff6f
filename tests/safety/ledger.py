"""Who is owed a call, reckoned a second time and without one line of the program.

The ledger is told what happened, in the order in which it happened; what was
undone counts as never told. From that alone, and from the file of rules read as
plain YAML, it says who must stand on a sheet or in its queue. It judges only
what is beyond doubt: where a rule leaves days of grace, it keeps silent.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import yaml

NEVER_CALLED = {"退休"}
GRACE = timedelta(days=14)
"""Longer than any wait after a failed try, with a week of holidays in it."""
WAITS = ("今日名额已满，排第", "无有效电话，上门排第", "天没打通，上门排第")
HELD = ("列入上门", "行一起打")
"""How a reason says that someone waits for a place, or stands in another's row."""


@dataclass
class Told:
    """One thing told: of whom, on which day it was, and what it was."""

    what: str
    who: int
    day: date
    outcome: str = ""
    next_on: date | None = None
    status: str | None = None
    row: tuple[date, int] | None = None


class Ledger:
    """Everything told about a village, newest last, in groups that are undone together."""

    def __init__(self, rules: Path) -> None:
        self.groups: list[list[Told]] = []
        self.months = _months(yaml.safe_load(rules.read_text(encoding="utf-8")))

    def tell(self, *told: Told) -> None:
        self.groups.append(list(told))

    def undo(self, count: int) -> None:
        """Take the newest groups back."""
        del self.groups[len(self.groups) - count :]

    def open_people(self) -> set[int]:
        found: set[int] = set()
        for one in self._standing():
            if one.what == "opened":
                found.add(one.who)
            elif one.what == "closed":
                found.discard(one.who)
        return found

    def of(self, person: int) -> list[Told]:
        return [one for one in self._standing() if one.who == person]

    def status(self, person: int, but: tuple[date, int] | None = None) -> str | None:
        """What someone does, by what was told last; a row told again counts once, the row `but` not at all."""
        rows = {but} if but else set()
        for one in reversed(self.of(person)):
            if one.row and one.row in rows:
                continue
            if one.status:
                return one.status
            rows |= {one.row} if one.row else set()
        return None

    def contacts(self, person: int) -> list[Told]:
        """The attempts that stand, a corrected one once, in the order of their days."""
        rows: dict[object, Told] = {}
        for at, one in enumerate(self.of(person)):
            if one.what == "tried":
                before = rows.pop(one.row, None) if one.row else None
                next_on = one.next_on or (before.next_on if before else None)
                rows[one.row or at] = replace(one, next_on=next_on)
        return sorted(rows.values(), key=lambda one: one.day)

    def must_wait_or_be_called(self, person: int, day: date) -> bool:
        """Whether it is beyond doubt that someone is owed a call on a day."""
        if self.status(person) in NEVER_CALLED:
            return False
        tried = [one for one in self.contacts(person) if one.day <= day]
        if any(one.next_on and one.next_on > day for one in tried):
            return False
        if tried and tried[-1].outcome != "接通" and tried[-1].day > day - GRACE:
            return False
        spoken = [one.day for one in tried if one.outcome == "接通"]
        promised = [one.next_on for one in tried if one.next_on]
        if promised and not any(day >= promised[-1] for day in spoken):
            return True
        opened = min(one.day for one in self.of(person) if one.what == "opened")
        if not spoken:
            return opened <= day
        months = self.months.get(self.status(person) or "", 1)
        return _later(max(spoken), months) <= day

    def must_not_be_called(self, person: int, day: date) -> bool:
        """Whether someone was reached so lately, with nothing promised, that a call would be one too many."""
        tried = [one for one in self.contacts(person) if one.day <= day]
        if any(one.next_on for one in tried) or not tried or tried[-1].outcome != "接通":
            return False
        return tried[-1].day > day - timedelta(days=21)

    def _standing(self) -> Iterator[Told]:
        return (one for group in self.groups for one in group)


def says_why(reason: str) -> bool:
    """Whether a reason is one of somebody who is owed a call: waiting, or in another's row."""
    return any(words in reason for words in WAITS) or reason.endswith(HELD)


def _months(rules: dict[str, list[dict[str, object]]]) -> dict[str, int]:
    """How many months between calls, by 就业状态, where the file says it without any other condition."""
    found: dict[str, int] = {}
    for one in rules["多久打一次"]:
        when = one["当"]
        if isinstance(when, dict) and set(when) == {"就业状态"}:
            states = when["就业状态"]
            for state in states if isinstance(states, list) else [states]:
                found[state] = min(found.get(state, 99), int(str(one["每"]).removesuffix("个月")))
    return found


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))

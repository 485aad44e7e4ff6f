"""The green channel: a roster arrives, and each person is done in one pass at one window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """A roster that arrived: the plant's list, on a day, with the policy to claim in the same pass."""

    name: str
    arrived_on: date
    id: int = 0
    policy: str | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Pass:
    """One person's pass: `place` is their line in the roster; done when registration was noted.

    `lacking` are the papers still to be brought; `claim` the benefit claim begun
    in the same pass; `skipped_why` why nothing is to be done (did not come, works already).
    """

    arrival: int
    person: int
    place: int
    id: int = 0
    done_at: str | None = None
    done_by: str | None = None
    claim: int | None = None
    lacking: tuple[str, ...] = ()
    skipped_why: str | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the person is still to be served."""
        return self.done_at is None and self.skipped_why is None


@dataclass(frozen=True, slots=True)
class Counter:
    """How the day at the window stands."""

    total: int
    done: int
    done_today: int
    lacking: int
    skipped: int
    waiting: tuple[int, ...]

    def minutes_left(self, now: datetime, closing: datetime) -> int:
        """Whole minutes until closing time; 0 after it."""
        return max(0, int((closing - now).total_seconds() // 60))


def counter(passes: Iterable[Pass], today: date) -> Counter:
    """Who was served and who is left, in the order of the roster.

    >>> counter([Pass(1, 7, 2), Pass(1, 8, 1)], date(2026, 11, 2)).waiting
    (8, 7)
    """
    ordered = sorted(passes, key=lambda one: one.place)
    done = [one for one in ordered if one.done_at]
    return Counter(
        total=len(ordered),
        done=len(done),
        done_today=sum((one.done_at or "").startswith(today.isoformat()) for one in done),
        lacking=sum(bool(one.lacking) for one in done),
        skipped=sum(one.skipped_why is not None for one in ordered),
        waiting=tuple(one.person for one in ordered if one.is_waiting),
    )


def batches(people: Sequence[int], size: int) -> list[Sequence[int]]:
    """The people in printing batches of at most `size`.

    >>> batches([1, 2, 3], 2)
    [[1, 2], [3]]
    """
    return [people[at : at + size] for at in range(0, len(people), size)]

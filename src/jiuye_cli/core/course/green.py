"""The green channel: a roster arrives, and each person is done in one pass at one window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from typing import TypeVar

from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.people.card import Card
from jiuye_cli.errors import NotFoundError

T = TypeVar("T")

FEWEST_FOR_PACE = 2
MOST_KEYS = 9


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
class GreenCard:
    """What lies on the table for one person: who, where in the roster, what to bring, what to ask.

    `papers` are all that the pass takes; `questions` the facts that the claim
    still waits for, each with the words that ask for it.
    """

    card: Card
    line: Pass
    papers: tuple[str, ...]
    questions: tuple[Field, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Counter:
    """How the day at the window stands; `waiting` are those not served, in the order of the roster."""

    total: int
    done: int
    done_today: int
    lacking: tuple[int, ...]
    skipped: int
    waiting: tuple[int, ...]
    pace: float | None = None

    def minutes_needed(self) -> int | None:
        """Whole minutes for those who wait, at the pace of the last hour; None while there is none.

        >>> Counter(3, 1, 1, (), 0, (7, 8), pace=0.5).minutes_needed()
        4
        """
        return None if not self.pace else ceil(len(self.waiting) / self.pace)


def counter(passes: Iterable[Pass], now: datetime) -> Counter:
    """Who was served and who is left.

    >>> counter([Pass(1, 7, 2), Pass(1, 8, 1)], datetime.fromisoformat("2026-11-02T09:00")).waiting
    (8, 7)
    """
    ordered = sorted(passes, key=lambda one: one.place)
    done = [one for one in ordered if one.done_at]
    times = [datetime.fromisoformat(one.done_at) for one in done if one.done_at]
    return Counter(
        total=len(ordered),
        done=len(done),
        done_today=sum(at.date() == now.date() for at in times),
        lacking=tuple(one.person for one in done if one.lacking),
        skipped=sum(one.skipped_why is not None for one in ordered),
        waiting=tuple(one.person for one in ordered if one.is_waiting),
        pace=_pace(times, now),
    )


def _pace(times: Iterable[datetime], now: datetime) -> float | None:
    """People a minute over the last hour, from the first of them until now; None for fewer than two."""
    recent = sorted(at for at in times if timedelta(0) <= now - at <= timedelta(hours=1))
    if len(recent) < FEWEST_FOR_PACE:
        return None
    minutes = (now - recent[0]).total_seconds() / 60
    return len(recent) / minutes if minutes else None


def lacking_named(papers: Sequence[str], words: Iterable[str]) -> tuple[str, ...]:
    """The papers that words or places in the list mean, in the order of the list.

    Raises `NotFoundError` with the list for a word that means none or several.

    >>> lacking_named(["身份证或社保卡", "解除劳动关系证明"], ["2"])
    ('解除劳动关系证明',)
    """
    found = [_paper(papers, word) for word in words]
    return tuple(one for one in papers if one in found)


def _paper(papers: Sequence[str], word: str) -> str:
    if word.isascii() and word.isdigit() and 1 <= int(word) <= len(papers):
        return papers[int(word) - 1]
    exact = [one for one in papers if one == word] or [one for one in papers if word in one]
    if len(exact) == 1:
        return exact[0]
    listed = "、".join(f"{at} {one}" for at, one in enumerate(papers, 1))
    raise NotFoundError(f"材料里没有唯一的“{word}”。清单：{listed}。")


def choices(field: Field) -> tuple[str, ...]:
    """The answers to a question that can be told by their place; none where it is not so.

    >>> from jiuye_cli.core.fields.catalogue import fact
    >>> choices(fact("就业意愿")), choices(fact("在校")), choices(fact("失业日期"))
    (('有', '无', '不明'), ('是', '否'), ())
    """
    if field.kind is Kind.YES_NO:
        return ("是", "否")
    return field.values if field.kind is Kind.CHOICE and len(field.values) <= MOST_KEYS else ()


def answer(field: Field, typed: str) -> str:
    """What was typed for a question, a place among the choices as the choice itself.

    >>> from jiuye_cli.core.fields.catalogue import fact
    >>> answer(fact("就业意愿"), "1"), answer(fact("就业意愿"), "无")
    ('有', '无')
    """
    known = choices(field)
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(known):
        return known[int(typed) - 1]
    return typed


def batches(people: Sequence[T], size: int) -> list[Sequence[T]]:
    """The people in printing batches of at most `size`.

    >>> batches([1, 2, 3], 2)
    [[1, 2], [3]]
    """
    return [people[at : at + size] for at in range(0, len(people), size)]

"""Fairs, interviews, coaching, buses home to work: who is invited, comes, agrees, is hired."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jiuye_cli.core.people.card import Card


class EventKind(StrEnum):
    """What an event is."""

    FAIR = "招聘会"
    INTERVIEW = "面试"
    COACHING = "辅导"
    BUS = "专车"
    TALK = "宣讲"
    OTHER = "其他"


class Answer(StrEnum):
    """What someone said to an invitation."""

    COMING = "来"
    NOT_COMING = "不来"
    PERHAPS = "再说"


@dataclass(frozen=True, slots=True)
class Event:
    """An event on a day; `firms` and `offers` are employers there and posts offered."""

    name: str
    kind: EventKind
    day: date
    id: int = 0
    time: str | None = None
    place: str | None = None
    host: str | None = None
    online: bool = False
    seats: int | None = None
    firms: int | None = None
    offers: int | None = None
    called_off_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """One person and one event, from the invitation to what came of it.

    `intention` names the employer or post they agreed with on the spot; `placement`
    is the job it became.
    """

    event: int
    person: int
    invited_on: date
    id: int = 0
    answer: Answer | None = None
    answered_on: date | None = None
    came: bool | None = None
    intention: str | None = None
    placement: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Funnel:
    """The figures of an event, each as the case numbers behind it."""

    invited: tuple[int, ...]
    answered: tuple[int, ...]
    coming: tuple[int, ...]
    came: tuple[int, ...]
    intended: tuple[int, ...]
    hired: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Guest:
    """One person on the list of an event, with the number to ring."""

    card: Card
    invitation: Invitation
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event, its list, its figures, and whom to ring still."""

    event: Event
    guests: tuple[Guest, ...]
    funnel: Funnel
    to_call: tuple[int, ...]


def funnel(invitations: Iterable[Invitation]) -> Funnel:
    """How many were invited, answered, come, came, agreed, were hired, and who.

    >>> funnel([Invitation(1, 7, date(2026, 11, 2), came=True)]).came
    (7,)
    """
    all_of_them = list(invitations)

    def people(kept: Iterable[Invitation]) -> tuple[int, ...]:
        return tuple(one.person for one in kept)

    return Funnel(
        invited=people(all_of_them),
        answered=people(one for one in all_of_them if one.answer),
        coming=people(one for one in all_of_them if one.answer is Answer.COMING),
        came=people(one for one in all_of_them if one.came),
        intended=people(one for one in all_of_them if one.intention),
        hired=people(one for one in all_of_them if one.placement),
    )


def to_call(invitations: Iterable[Invitation], event: Event, today: date) -> tuple[int, ...]:
    """The case numbers still to be asked whether they come; nobody once the day has passed."""
    if today > event.day or event.called_off_on:
        return ()
    return tuple(
        one.person for one in invitations if one.answer in (None, Answer.PERHAPS) and not one.came
    )

"""Services given to a person, and things lent: a log from which all counts come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jiuye_cli.core.people.card import Card


class ServiceKind(StrEnum):
    """What was done for someone; the words of the service log."""

    GUIDANCE = "职业指导"
    COMFORT = "心理疏导"
    POLICY = "政策宣介"
    POSTS = "岗位推荐"
    VISIT = "上门走访"
    TRIAL = "试工陪同"
    HOME_WORK = "居家就业安置"
    START_UP = "创业服务"
    PAPERS = "代办手续"
    OTHER = "其他"


@dataclass(frozen=True, slots=True)
class Service:
    """One service on a day. What was said in 心理疏导 is for the file alone, never for paper."""

    person: int
    day: date
    kind: ServiceKind
    id: int = 0
    how: str | None = None
    by: str | None = None
    note: str | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True)
class Loan:
    """A thing lent to someone to work with (a donated phone, a sewing machine)."""

    person: int
    thing: str
    lent_on: date
    id: int = 0
    mark: str | None = None
    giver: str | None = None
    until: date | None = None
    back_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service and whom it was given to."""

    card: Card
    service: Service


@dataclass(frozen=True, slots=True)
class LoanLine:
    """A thing lent and who has it."""

    card: Card
    loan: Loan

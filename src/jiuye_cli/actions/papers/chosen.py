"""Whom a paper is for, and whom its reader may ring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jiuye_cli.actions.papers.paper import Press, Wanted
from jiuye_cli.actions.people.lists import listed_people
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.rules.where import parse_where
from jiuye_cli.core.settings import Settings
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.people import people
from jiuye_cli.store.people.roll import everyone_named

PHONE = "协理员电话"
CONTACTS = "有事找谁"
"""What 设置.yaml may say: the coordinator's number, and a list of 名, 管, 电话."""


def chosen_people(press: Press, wanted: Wanted) -> list[Person]:
    """The people named and those who fit the condition; everyone with an open file where nothing is said.

    Raises `NotFoundError` when nobody is left.
    """
    ids = _chosen(press, wanted)
    found = list(people.read_people(press.conn, press.today, ids))
    if not found:
        raise NotFoundError("一个人也没有，没有印。")
    return found


def _chosen(press: Press, wanted: Wanted) -> Sequence[int] | None:
    named = everyone_named(press.conn, wanted.who)
    if wanted.where is None:
        return named if wanted.who else None
    fitting = listed_people(press.conn, press.today, where=parse_where(wanted.where)).people
    ids = [one.id for one in fitting]
    return [n for n in named if n in set(ids)] if wanted.who else ids


def coordinator(settings: Settings) -> dict[str, Any]:
    """Who answers the phone in the village; a name is left to be written in where there is none."""
    phone = settings.raw.get(PHONE)
    return {
        "name": settings.coordinator or "村就业协理员",
        "role": "村就业协理员" if settings.coordinator else None,
        "phone": str(phone) if phone else None,
    }


def contacts(settings: Settings) -> list[dict[str, Any]]:
    """Whom to ring about what: the coordinator, then those of 设置.yaml."""
    told = settings.raw.get(CONTACTS)
    lines = [one for one in told if isinstance(one, Mapping)] if isinstance(told, list) else []
    return [
        coordinator(settings),
        *(
            {"name": str(one.get("名") or ""), "role": one.get("管"), "phone": one.get("电话")}
            for one in lines
            if one.get("名")
        ),
    ]

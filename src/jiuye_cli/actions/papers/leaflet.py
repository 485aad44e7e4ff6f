"""明白纸: one page of what a person can get, or one page about a policy."""

from __future__ import annotations

from jiuye_cli.actions.papers.chosen import chosen_people, contacts
from jiuye_cli.actions.papers.entitled import entitled
from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.actions.papers.words import words


def leaflets(press: Press, wanted: Wanted) -> list[Gathered]:
    """A leaflet for each of the people."""
    found = {one.id: one for one in chosen_people(press, wanted)}
    return [
        Gathered(
            f"明白纸-{number}-{found[number].name}",
            {
                **press.head(),
                "name": found[number].name,
                "group": words(found[number].facts, "组"),
                "can_get": rights.can_get,
                "one_away": rights.one_away,
                "contacts": contacts(press.settings),
            },
            1,
            "姓名、组、能领的、差什么",
        )
        for number, rights in entitled(press, list(found))
    ]

"""明白纸: one page of what a person can get, or one page about a policy."""

from __future__ import annotations

from jiuye_cli.actions.papers.book import policy_book
from jiuye_cli.actions.papers.chosen import chosen_people, contacts, coordinator
from jiuye_cli.actions.papers.entitled import entitled
from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.actions.papers.words import words


def leaflets(press: Press, wanted: Wanted) -> list[Gathered]:
    """A leaflet for each policy where policies are named, else for each of the people."""
    return _of_policies(press, wanted) or _of_people(press, wanted)


def _of_policies(press: Press, wanted: Wanted) -> list[Gathered]:
    """One page for each named policy; none when what was typed names people."""
    if not wanted.who:
        return []
    known = {name for rule in press.bench().shelf.policies for name in (rule.id, rule.name)}
    if not all(word in known for word in wanted.who):
        return []
    book = policy_book(press, wanted)[0].data
    return [
        Gathered(
            f"明白纸-{policy['id']}",
            {**press.head(), "policy": policy, "contacts": contacts(press.settings)},
            0,
            "政策",
        )
        for policy in book["policies"]
    ]


def _of_people(press: Press, wanted: Wanted) -> list[Gathered]:
    found = {one.id: one for one in chosen_people(press, wanted)}
    return [
        Gathered(
            f"明白纸-{number}-{found[number].name}",
            {
                **press.head(),
                "name": found[number].name,
                "group": words(found[number].facts, "组"),
                "coordinator": coordinator(press.settings),
                **rights.lists,
                "contacts": contacts(press.settings),
            },
            1,
            "姓名、组、能领的、差什么",
        )
        for number, rights in entitled(press, list(found))
    ]

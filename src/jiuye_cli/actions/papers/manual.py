"""帮扶手册: one booklet a person; it stays with its owner, so what is sensitive may stand in it."""

from __future__ import annotations

from typing import Any

from jiuye_cli.actions.papers.case_files import WISHES, CaseFiles, limits
from jiuye_cli.actions.papers.chosen import chosen_people, contacts, coordinator
from jiuye_cli.actions.papers.entitled import Entitled, entitled
from jiuye_cli.actions.papers.grounds import policy_names
from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.actions.papers.words import lines, words
from jiuye_cli.core.people.person import Person

COLUMNS = "手册全部内容：家庭、身体、意愿、方案、推荐、回访、能领的"


def manuals(press: Press, wanted: Wanted) -> list[Gathered]:
    """The manuals of those named, of those who fit a condition, or of the whole village by group."""
    found = sorted(chosen_people(press, wanted), key=_order)
    files = CaseFiles(press, found)
    names = policy_names(press.bench())
    rights = dict(entitled(press, [one.id for one in found]))
    return [
        Gathered(
            f"帮扶手册-{one.id}-{one.name}",
            _manual(press, wanted, files, one, rights[one.id], names),
            1,
            COLUMNS,
        )
        for one in files_in_order(files, found)
    ]


def files_in_order(files: CaseFiles, found: list[Person]) -> list[Person]:
    """The people as their files hold them, in the order they were found."""
    return [files.people[one.id] for one in found]


def _order(person: Person) -> tuple[int, str, int]:
    """By group as she counts them: 2组 before 10组, no group last."""
    group = words(person.facts, "组") or ""
    digits = "".join(char for char in group if char.isdigit())
    return (int(digits) if digits else 10_000, group, person.id)


def _manual(
    press: Press,
    wanted: Wanted,
    files: CaseFiles,
    person: Person,
    rights: Entitled,
    names: dict[str, str],
) -> dict[str, Any]:
    return {
        **press.head(),
        "id": person.id,
        "name": person.name,
        "group": words(person.facts, "组"),
        "large": wanted.large,
        "coordinator": coordinator(press.settings),
        "person": files.person_lines(person),
        "family_lines": files.family_lines(person),
        "family": files.family(person),
        "responsible": files.responsible_lines(person),
        "wishes": lines(person.facts, WISHES, gaps=True),
        "limits": limits(person),
        "skills": list(files.skills(person)),
        "plan": files.measures(person),
        "posts": files.offers(person),
        "calls": files.calls(person),
        **rights.lists,
        "received": files.received(person, names),
        "contacts": contacts(press.settings),
    }

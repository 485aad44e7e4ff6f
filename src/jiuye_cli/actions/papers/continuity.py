"""电脑坏了怎么办: where everything lies, and what goes on without a computer."""

from __future__ import annotations

from jiuye_cli.actions.papers.chosen import contacts, coordinator
from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted


def continuity(press: Press, wanted: Wanted) -> list[Gathered]:
    """The page for the wall; passphrases are never on it."""
    data = {
        **press.head(),
        "home": press.home,
        "coordinator": coordinator(press.settings),
        "copies": [
            {"where": one["name"], "made_on": one["day"], "checked": True} for one in press.backups
        ],
        "contacts": contacts(press.settings),
    }
    return [Gathered("电脑坏了怎么办", data, 0, "存放处、联系人")]

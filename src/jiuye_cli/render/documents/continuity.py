"""电脑坏了怎么办: the page that hangs on the wall for the day the computer does not start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from jiuye_cli.render.documents.shape import Contact, Paper, document


class Copy(TypedDict):
    """A backup: where it lies, of which day it is, whether it was opened and checked."""

    where: str
    made_on: object
    checked: bool


class Continuity(Paper):
    """Where everything lies. Passwords are never printed; a line is left for who knows them."""

    home: str
    coordinator: Contact
    copies: Sequence[Copy]
    contacts: Sequence[Contact]


def continuity_page(page: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The page, A4."""
    return document("电脑坏了怎么办.html", Continuity, page, folders)

"""花名册 and 签到表: lists of names, printed or to be signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from jiuye_cli.render.documents.shape import Paper, document


class Roster(Paper):
    """A list with the columns that were chosen; `purpose` stands below the title.

    The columns `to_fill` are left empty behind them, with room to write.
    """

    title: str
    purpose: str | None
    columns: Sequence[str]
    to_fill: Sequence[str]
    rows: Sequence[Sequence[object]]


class Attendant(TypedDict):
    """Somebody expected to sign."""

    name: str
    group: str | None


class SignIn(Paper):
    """A sheet to sign; `empty` further lines are for those who come unannounced."""

    title: str
    on: object
    place: str | None
    people: Sequence[Attendant]
    sessions: Sequence[str]
    empty: int


def roster_page(roster: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The roster, A4 landscape."""
    return document("花名册.html", Roster, roster, folders)


def sign_in_page(sheet: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The sign-in sheet, A4."""
    return document("签到表.html", SignIn, sheet, folders)

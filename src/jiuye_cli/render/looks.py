"""The log of looks: what was seen whole, printed, handed out; by whom, of how many, what for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from jiuye_cli.render.people.listing import Heads, Listing, figure, name


class Look(Protocol):
    """One look; `at` is a local moment in ISO text."""

    @property
    def id(self) -> int: ...
    @property
    def at(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def columns(self) -> str: ...
    @property
    def people(self) -> int: ...
    @property
    def purpose(self) -> str: ...


HEADS: Heads = (name("编号"), name("哪天"), "谁", "干了什么", figure("人数"), "用途", "有哪些列")


def looks_listing(looks: Iterable[Look]) -> Listing:
    """A row a look, numbered as paper is on its foot."""
    told = list(looks)
    return Listing(
        "looks",
        HEADS,
        [
            (number(one), one.at[:16].replace("T", " "), one.who, one.what, one.people, one.purpose, one.columns)
            for one in told
        ],
        [
            {
                "print_id": number(one), "at": one.at, "who": one.who, "what": one.what,
                "columns": one.columns, "people": one.people, "purpose": one.purpose,
            }
            for one in told
        ],
        empty="还没有看过全号、印过纸、导出过。",
    )  # fmt: skip


def number(one: Look) -> str:
    """The number of a look, as it stands on the foot of what was printed."""
    return f"P{one.id:06d}"

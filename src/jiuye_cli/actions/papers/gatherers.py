"""Which function gathers the data of each kind of paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.errors import UsageError


@dataclass(frozen=True, slots=True)
class Gatherer:
    """A kind of paper: the contract's word, its Chinese name, where its data is gathered."""

    word: str
    name: str
    made_by: str

    @property
    def gather(self) -> Callable[[Press, Wanted], Sequence[Gathered]]:
        """The function that gathers it."""
        module, _, function = self.made_by.partition(".")
        found: Callable[[Press, Wanted], Sequence[Gathered]] = getattr(
            import_module(f"jiuye_cli.actions.papers.{module}"), function
        )
        return found


GATHERERS: tuple[Gatherer, ...] = (Gatherer("policies", "政策汇编", "book.policy_book"),)


def gatherer(word: str) -> Gatherer:
    """The kind of paper a word names; `UsageError` with all kinds when it names none."""
    for one in GATHERERS:
        if word in (one.word, one.name):
            return one
    raise UsageError(f"没有“{word}”这种纸。能印的有：{'、'.join(one.name for one in GATHERERS)}。")

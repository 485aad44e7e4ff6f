"""One hard limit: what it looks at on both sides, and how it answers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from jiuye_cli.core.fields.value import NONE, UNKNOWN, PartialSet, Value
from jiuye_cli.core.rules import truth
from jiuye_cli.core.rules.truth import NO, YES, Truth

Key: TypeAlias = tuple[Hashable, ...]
"""What a limit sees of one side; people or posts with the same key get the same answers."""

Values: TypeAlias = Mapping[str, Value]


class Opener(StrEnum):
    """Who can make a limit give way."""

    EMPLOYER = "单位"
    TRAINING = "培训"
    CARE = "照护"
    BUS = "接送"
    NOBODY = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A condition that both sides must meet; `private` where it may not be printed.

    `person` and `post` name the facts it looks at; `answer` judges their values
    in that order. An answer is yes, no, or unknown, and unknown is a question.
    """

    name: str
    person: tuple[str, ...]
    post: tuple[str, ...]
    answer: Callable[..., Truth]
    opener: Opener = Opener.NOBODY
    private: bool = False
    person_key: Callable[[Values], Key] | None = None

    def key_of(self, values: Values) -> Key:
        """What it sees of a person."""
        if self.person_key is not None:
            return self.person_key(values)
        return tuple(values.get(name, UNKNOWN) for name in self.person)

    def post_key(self, values: Values) -> Key:
        """What it sees of a post."""
        return tuple(values.get(name, UNKNOWN) for name in self.post)

    def check(self, person: Key, post: Key) -> Truth:
        """Whether a person and a post with these keys fit."""
        return self.answer(*person, *post)


def has(members: Any, word: str) -> Truth:
    """Whether a set holds a word; a set nobody asked about may.

    >>> has(frozenset({"夜班"}), "夜班"), has(NONE, "夜班"), has(UNKNOWN, "夜班")
    (<Truth.YES: 2>, <Truth.NO: 0>, <Truth.UNKNOWN: 1>)
    """
    if members is UNKNOWN:
        return truth.UNKNOWN
    if isinstance(members, PartialSet):
        if word in members.yes:
            return YES
        return NO if word in members.no else truth.UNKNOWN
    return YES if members is not NONE and word in members else NO


def says(value: Any, *words: str) -> Truth:
    """Whether a choice is one of some words.

    >>> says("重", "重"), says("轻", "重"), says(UNKNOWN, "重")
    (<Truth.YES: 2>, <Truth.NO: 0>, <Truth.UNKNOWN: 1>)
    """
    if value is UNKNOWN:
        return truth.UNKNOWN
    return YES if value in words else NO


def unless(hinders: Truth, asked: Truth) -> Truth:
    """No where something hinders the person and the post asks for it.

    >>> unless(YES, YES), unless(YES, NO), unless(truth.UNKNOWN, YES)
    (<Truth.NO: 0>, <Truth.YES: 2>, <Truth.UNKNOWN: 1>)
    """
    return truth.opposite(truth.both((hinders, asked)))

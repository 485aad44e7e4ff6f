"""The questions that money waits for, judged when a call is prepared and not before."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING

from jiuye_cli.core.callback.asking import Ask

if TYPE_CHECKING:
    from jiuye_cli.actions.policy.judging import Bench
    from jiuye_cli.core.policy.ask import Question


class MoneyQuestions(Mapping[int, Sequence[Ask]]):
    """What open policies would ask of each person, most money first, by case number.

    Judged for those who are asked about only: a sheet has twenty rows, a county
    half a million people. `reading` opens the file for one look.
    """

    def __init__(
        self,
        bench: Callable[[], Bench],
        reading: Callable[[], AbstractContextManager[sqlite3.Connection]],
        today: date,
    ) -> None:
        self._bench, self._reading, self._today = bench, reading, today
        self._known: dict[int, tuple[Ask, ...]] = {}

    def __getitem__(self, person: int) -> Sequence[Ask]:
        """The person's questions; none for someone no policy waits for."""
        self._judge([person])
        return self._known[person]

    def at_stake(self, people: Sequence[int]) -> Mapping[int, int]:
        """The most yuan over twelve months that one answer of each can still change; who has none lacks."""
        self._judge(people)
        most = {one: max((ask.money for ask in self._known[one]), default=0) for one in people}
        return {person: yuan for person, yuan in most.items() if yuan}

    def _judge(self, people: Sequence[int]) -> None:
        new = [one for one in people if one not in self._known]
        if not new:
            return
        from jiuye_cli.actions.policy.judging import questions_of

        bench = self._bench()
        with self._reading() as conn:
            found = questions_of(conn, bench, self._today, new)
        self._known.update((one, tuple(map(_ask, found.get(one, ())))) for one in new)

    def __iter__(self) -> Iterator[int]:
        """Those who were asked about so far."""
        return iter(self._known)

    def __len__(self) -> int:
        """How many were asked about so far."""
        return len(self._known)


def _ask(one: Question) -> Ask:
    return Ask(one.fact, one.question, one.settles, int(one.money))

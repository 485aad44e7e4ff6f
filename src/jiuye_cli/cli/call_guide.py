"""The dialogue of one guided call. Nothing is written before its last answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from jiuye_cli.core.callback.contact import Outcome
from jiuye_cli.core.callback.entry import guide
from jiuye_cli.core.callback.entry.guide import Box
from jiuye_cli.errors import JiuyeError

if TYPE_CHECKING:
    from jiuye_cli.core.callback.entry.card import CallCard

SKIP, QUIT = (" ", "s", "S"), ("q", "Q", "\x04", "")
DONE = ("\r", "\n")


class NextPerson(Exception):  # noqa: N818 - she asked to go on, nothing is wrong
    """She wants to go on to the next person."""


class Enough(Exception):  # noqa: N818
    """She wants to stop."""


@dataclass(slots=True)
class Answers:
    """What was answered: words as `enter` takes them, the note, the agreed day."""

    words: list[str] = field(default_factory=list)
    note: str | None = None
    next_on: date | None = None


@dataclass(slots=True)
class Dialogue:
    """How questions reach her and answers come back.

    `key` reads one key, `line` a typed line after a prompt, `say` shows a line;
    `check` raises a `JiuyeError` for a `字段=值` that cannot be, `day` reads a day.
    """

    key: Callable[[], str]
    line: Callable[[str], str]
    say: Callable[[str], None]
    check: Callable[[str], None]
    day: Callable[[str], date]

    def answers(self, card: CallCard) -> Answers:
        """Everything asked of one call; `NextPerson` or `Enough` when she wants no more of it."""
        told = Answers()
        outcome = self._outcome()
        told.words.append(outcome)
        if outcome in (Outcome.REACHED.value, Outcome.SOMEONE_ELSE.value):
            told.words += self._box(guide.STATUS)
        if outcome == Outcome.REACHED.value:
            told.words += [*self._box(guide.WISH), *self._box(guide.NEED)]
            told.words += self._questions(card)
        told.note = self.line("备注（没有就回车）：").strip() or None
        told.next_on = self._next_day()
        return told

    def _outcome(self) -> str:
        self.say(f"{guide.OUTCOME.line}　空格 下一个　q 不打了")
        while True:
            pressed = self.key()
            if pressed in SKIP:
                raise NextPerson
            if pressed in QUIT:
                raise Enough
            found = guide.OUTCOME.answer(pressed)
            if found:
                self.say(f"  {found}")
                return found

    def _box(self, box: Box) -> list[str]:
        """The answers to a box; none when it is skipped."""
        self.say(f"{box.line}　回车 {'完了' if box.several else '没问到'}")
        given: list[str] = []
        while True:
            pressed = self.key()
            if pressed in QUIT:
                raise Enough
            if pressed in (*DONE, *SKIP):
                break
            found = box.answer(pressed)
            if found and found not in given:
                given.append(found)
            if found and not box.several:
                break
        self.say(f"  {'、'.join(given) or '没问到'}")
        return given

    def _questions(self, card: CallCard) -> list[str]:
        words = []
        for ask in card.ask:
            if ask.fact in guide.ASKED:
                continue
            box = guide.box_for(ask.fact, ask.question)
            answer = "、".join(self._box(box)) if box else self._typed(ask.fact, ask.question)
            words += [f"{ask.fact}={answer}"] if answer else []
        return words

    def _typed(self, name: str, question: str) -> str:
        while True:
            answer = self.line(f"{question}（没问到就回车）：").strip()
            if not answer or self._may_be(f"{name}={answer}"):
                return answer

    def _may_be(self, word: str) -> bool:
        try:
            self.check(word)
        except JiuyeError as error:
            self.say(f"  {error}")
            return False
        return True

    def _next_day(self) -> date | None:
        while True:
            answer = self.line("约好哪天再打（没约就回车）：").strip()
            if not answer:
                return None
            try:
                return self.day(answer)
            except JiuyeError as error:
                self.say(f"  {error}")

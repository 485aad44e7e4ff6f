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
AGAIN = ("\x7f", "\x08")
AGAIN_WORD = "重来"


class NextPerson(Exception):  # noqa: N818 - she asked to go on, nothing is wrong
    """She wants to go on to the next person."""


class Enough(Exception):  # noqa: N818
    """She wants to stop."""


class _Again(Exception):  # noqa: N818
    """She pressed a wrong key and wants to answer this person's questions anew."""


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
        """Everything asked of one call; `NextPerson` or `Enough` when she wants no more of it.

        The backspace key, or 重来 where words are typed, asks everything anew.
        """
        while True:
            try:
                return self._answers(card)
            except _Again:
                self.say("  从头来：")

    def _answers(self, card: CallCard) -> Answers:
        told = Answers()
        outcome = self._outcome()
        told.words.append(outcome)
        if outcome in (Outcome.REACHED.value, Outcome.SOMEONE_ELSE.value):
            told.words += self._box(guide.STATUS)
        if outcome == Outcome.REACHED.value:
            told.words += [*self._box(guide.WISH), *self._box(guide.NEED)]
            told.words += self._questions(card)
        told.note = self._typed_line(f"备注（没有就回车，答错了打 {AGAIN_WORD}）：") or None
        told.next_on = self._next_day()
        return told

    def _outcome(self) -> str:
        self.say(f"{guide.OUTCOME.line}\n  空格 下一个　q 不打了　退格 从头答")
        while True:
            pressed = self._key()
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
            pressed = self._key()
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
            words += [guide.file_word(ask.fact, answer)] if answer else []
        return words

    def _key(self) -> str:
        pressed = self.key()
        if pressed in AGAIN:
            raise _Again
        return pressed

    def _typed_line(self, prompt: str) -> str:
        answer = self.line(prompt).strip()
        if answer == AGAIN_WORD:
            raise _Again
        return answer

    def _typed(self, name: str, question: str) -> str:
        numbered = guide.numbered_for(name, question)
        if numbered:
            self.say(numbered.line)
        while True:
            prompt = (
                numbered.prompt if numbered else f"{question}（{_example(name)}没问到就回车）："
            )
            answer = self._typed_line(prompt)
            answer = numbered.words(answer) if numbered else answer
            if not answer or self._may_be(guide.file_word(name, answer)):
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
            answer = self._typed_line("约好哪天再打，如 周五、12-3（没约就回车）：")
            if not answer:
                return None
            try:
                return self.day(answer)
            except JiuyeError as error:
                self.say(f"  {error}")


def _example(name: str) -> str:
    example = guide.EXAMPLES.get(name.partition(".")[0])
    return f"如 {example}；没有就打 无；" if example else ""

"""The boxes of a guided call: which keys each takes, and the words they stand for."""

from __future__ import annotations

from dataclasses import dataclass

from jiuye_cli.core.callback.contact import NEEDS, WISHES, Outcome, Status
from jiuye_cli.core.fields.catalogue import fact
from jiuye_cli.core.fields.field import Kind


@dataclass(frozen=True, slots=True)
class Box:
    """One question answered by a key: its words, the answers under 1, 2, 3 …, and whether several may be given."""

    question: str
    answers: tuple[str, ...]
    several: bool = False

    def answer(self, key: str) -> str | None:
        """The answer under a key, None when there is none.

        >>> STATUS.answer("2"), STATUS.answer("9")
        ('离岗', None)
        """
        place = "123456789".find(key) if len(key) == 1 else -1
        return self.answers[place] if 0 <= place < len(self.answers) else None

    @property
    def line(self) -> str:
        """The question with its keys."""
        keys = " ".join(f"{n}{answer}" for n, answer in enumerate(self.answers, 1))
        return f"{self.question}　{keys}"


OUTCOME = Box("打通没有？", tuple(o.value for o in Outcome))
STATUS = Box("在干什么？", tuple(s.value for s in Status))
WISH = Box("想不想找活？", WISHES)
NEED = Box("要帮什么？（可按几个）", NEEDS, several=True)

ASKED = frozenset({"就业状态", "就业意愿"})
"""The fields that these boxes have asked about, answered or not."""

MOST_KEYS = 9


def box_for(name: str, question: str) -> Box | None:
    """The box for a field's question; None where the answer has to be typed."""
    field = fact(name)
    if field.kind is Kind.YES_NO:
        return Box(question, ("是", "否"))
    if field.kind in (Kind.CHOICE, Kind.CHOICES) and 0 < len(field.values) <= MOST_KEYS:
        return Box(question, field.values, several=field.kind is Kind.CHOICES)
    return None

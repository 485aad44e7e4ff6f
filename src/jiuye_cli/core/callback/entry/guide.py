"""The boxes of a guided call: which keys each takes, and the words they stand for."""

from __future__ import annotations

from dataclasses import dataclass

from jiuye_cli.core.callback.contact import NEEDS, WISHES, Outcome, Status
from jiuye_cli.core.fields.catalogue import fact
from jiuye_cli.core.fields.field import Kind
from jiuye_cli.core.people.cell import SAYS_NONE


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


@dataclass(frozen=True, slots=True)
class Numbered:
    """A question with more answers than keys: she types their numbers, or the words themselves.

    `0` says that none is true, where several may be.
    """

    question: str
    answers: tuple[str, ...]
    several: bool

    @property
    def line(self) -> str:
        """The question with its numbers."""
        numbers = " ".join(f"{n}{answer}" for n, answer in enumerate(self.answers, 1))
        return f"{self.question}　{numbers}{' 0都不是' if self.several else ''}"

    @property
    def prompt(self) -> str:
        """How to answer."""
        several = "，几个都行，中间空一格" if self.several else ""
        return f"打号{several}（没问到就回车）："

    def words(self, typed: str) -> str:
        """What was typed, with numbers turned into the words they stand for.

        >>> asked = Numbered("家里是低保吗？", ("低保", "特困", "残疾人"), True)
        >>> asked.words("1 3"), asked.words("0"), asked.words("特困"), asked.words("7")
        ('低保、残疾人', '无', '特困', '7')
        """
        parts = typed.replace("，", " ").replace(",", " ").replace("、", " ").split()
        if parts == ["0"] and self.several:
            return "无"
        named = [
            self.answers[int(one) - 1]
            if one.isdecimal() and 0 < int(one) <= len(self.answers)
            else one
            for one in parts
        ]
        return "、".join(named)


OUTCOME = Box("打通没有？", tuple(o.value for o in Outcome))
STATUS = Box("在干什么？", tuple(s.value for s in Status))
WISH = Box("想不想找活？", WISHES)
NEED = Box("要帮什么？（可按几个）", NEEDS, several=True)

ASKED = frozenset({"就业状态", "就业意愿"})
"""The fields that these boxes have asked about, answered or not."""

MOST_KEYS = 9


def box_for(name: str, question: str) -> Box | None:
    """The box for a field's question; None where the answer has to be typed."""
    if "." in name:
        return None
    field = fact(name)
    if field.kind is Kind.YES_NO:
        return Box(question, ("是", "否"))
    if field.kind in (Kind.CHOICE, Kind.CHOICES) and 0 < len(field.values) <= MOST_KEYS:
        return Box(question, field.values, several=field.kind is Kind.CHOICES)
    return None


EXAMPLES = {
    "电话": "19900001234 女儿",
    "证书": "电工 五级 2025-12-20",
    "就业经历": "诚安物业 电工 2025-3-1 3800 合同 社保",
    "培训": "电工初级班 2025-3-1 80",
    "创业": "秀芳早点 个体户 2025-9-1",
}
"""How to type one record of a list."""


def file_word(name: str, answer: str) -> str:
    """An answer as it goes into the file; of a list it tells one record more, or more of one.

    >>> file_word("证书.发证日期", "电工 2025-12-20"), file_word("证书", "无"), file_word("在校", "否")
    ('证书+=电工 2025-12-20', '证书=无', '在校=否')
    """
    owner = name.partition(".")[0]
    adds = owner in EXAMPLES and answer not in SAYS_NONE
    return f"{owner}{'+' if adds else ''}={answer}"


def numbered_for(name: str, question: str) -> Numbered | None:
    """The numbered question for a field with more choices than keys; None for any other."""
    field = fact(name.partition(".")[0])
    if field.kind in (Kind.CHOICE, Kind.CHOICES) and len(field.values) > MOST_KEYS:
        return Numbered(question, tuple(field.values), several=field.kind is Kind.CHOICES)
    return None

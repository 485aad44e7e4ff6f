"""The next question: open facts ranked by the yuan their answers can still change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jiuye_cli.core.fields import catalogue
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.policy.bundle import best_set
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.policy.verdict import Judged
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.core.rules.span import to_fen


@dataclass(frozen=True, slots=True)
class Question:
    """A of the contract: a fact, how to ask for it, how many verdicts it bears on, the money behind it."""

    fact: str
    question: str
    settles: int
    money: Decimal


def ask_next(
    judged: Sequence[Judged], shelf: Shelf, fields: Mapping[str, Field] | None = None
) -> tuple[Question, ...]:
    """The open questions, most money first, then those that bear on most verdicts.

    Money is yuan over the next twelve months; of policies that exclude each
    other only the best legal set counts.
    """
    named = fields or catalogue.facts()
    waiting: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        for fact in _open(one):
            waiting[fact].append(one)
    questions = [
        Question(fact, question_for(fact, named), len(ones), _money(ones, shelf))
        for fact, ones in waiting.items()
    ]
    return tuple(sorted(questions, key=lambda one: (-one.money, -one.settles)))


def _open(one: Judged) -> tuple[str, ...]:
    if one.verdict is Verdict.UNKNOWN:
        return tuple(dict.fromkeys((*one.missing, *one.open_amount)))
    return one.open_amount if one.verdict in (Verdict.ELIGIBLE, Verdict.CONFIRM) else ()


def _money(ones: Sequence[Judged], shelf: Shelf) -> Decimal:
    chosen = best_set(ones, still_open, shelf)
    return to_fen(sum((still_open(one) for one in chosen), Fraction(0))) or Decimal(0)


def still_open(one: Judged) -> Fraction:
    """Yuan over twelve months that answers can still change; 0 where no figure is known."""
    high, low = one.worth.high, one.worth.low
    if one.verdict is Verdict.UNKNOWN:
        return high if high is not None else low or Fraction(0)
    return high - low if high is not None and low is not None else Fraction(0)


def question_for(fact: str, fields: Mapping[str, Field]) -> str:
    """How to ask for a fact on the phone.

    >>> question_for("退休类别", catalogue.facts())
    '按什么年龄退休：女50还是女55？'
    >>> question_for("证书.发证日期", catalogue.facts())
    '手里有什么证书？几级？哪天发的？'
    """
    field = fields.get(fact)
    if field is not None and field.question:
        return field.question
    owner = fields.get(fact.partition(".")[0])
    if owner is not None and owner.question:
        return owner.question
    return f"{fact.rpartition('.')[2]}是什么情况？"

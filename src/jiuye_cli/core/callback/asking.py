"""What to ask in a call: the questions behind open policies, else the usual ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jiuye_cli.core.callback.rules import CallRules
from jiuye_cli.core.fields.catalogue import fact
from jiuye_cli.core.fields.value import UNKNOWN, Facts


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: the fact it settles, how many verdicts that settles, and the yuan at stake.

    `money` is what the answer can still change over the next 12 months.
    """

    fact: str
    question: str
    settles: int = 0
    money: int = 0


def usual_questions(facts: Facts, rules: CallRules) -> tuple[Ask, ...]:
    """The first few facts in the rules' order that nobody has asked about yet."""
    unknown = (name for name in rules.ask_order if facts.value(name) is UNKNOWN)
    return tuple(Ask(name, fact(name).question) for name in unknown)[: rules.ask_at_most]


def asked(found: Sequence[Ask], facts: Facts, rules: CallRules) -> tuple[Ask, ...]:
    """What a row asks: the questions that money waits for, filled up with the usual ones.

    Two facts that one question settles (a certificate, and the day it was given) are asked once.
    """
    first: dict[str, Ask] = {}
    for one in (*found, *usual_questions(facts, rules)):
        first.setdefault(one.question, one)
    return tuple(first.values())[: rules.ask_at_most]

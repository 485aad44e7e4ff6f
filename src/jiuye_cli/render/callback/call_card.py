"""One person's card on the screen while she rings them."""

from __future__ import annotations

from jiuye_cli.core.callback.entry.card import CallCard
from jiuye_cli.render.screen.text import pad, printable
from jiuye_cli.render.words import yuan

LABEL = 8


def card_screen(card: CallCard) -> str:
    """Who, which numbers, why, what happened before, and what may be said to others."""
    head = "  ".join(part for part in (card.typed, card.name, card.group or "") if part)
    lines = [
        ("电话", "　".join(card.phones) or "没有打得通的电话"),
        ("嘱咐", card.wish),
        ("为什么", "；".join(card.reasons)),
        ("以前", "　".join(card.last) or "还没打过"),
        ("别人接", card.cover),
        *(("要问", _question(ask.question, ask.money)) for ask in card.ask),
    ]
    shown = [f"{pad(label, LABEL)}{printable(text)}" for label, text in lines if text]
    return "\n".join([f"── {printable(head)} ──", *shown])


def _question(question: str, money: int) -> str:
    return f"{question}　可能 +{yuan(money)}" if money else question

"""Slips and answers as screens and paper show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.matching.pair import Pair
from jiuye_cli.core.people.card import Card
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.referral.referral import Referral
from jiuye_cli.core.referral.refusal import FollowUp, Raised


@dataclass(frozen=True, slots=True)
class Line:
    """One post before one person: the referral, the post, and, on a fresh slip, what was weighed."""

    referral: Referral
    post: Post
    card: Card
    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip as it was written: whom, which posts, until when; `tries` stand before a 公益岗."""

    number: int
    card: Card
    lines: tuple[Line, ...]
    reply_due: date
    tries: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """A result as it was noted, and what follows: advice, a limit to ask about, prompts for a human."""

    line: Line
    follow: FollowUp | None = None
    prompts: tuple[Raised, ...] = ()
    notes: tuple[str, ...] = ()

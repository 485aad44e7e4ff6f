"""Refusals that were not the last word: on which day to come back to them, and to whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.referral.referral import Referral, Result, Side
from jiuye_cli.core.referral.refusal import RefusalRules, follow_up


@dataclass(frozen=True, slots=True)
class AskAgain:
    """A refusal to come back to on a day (included): the person's own, or the employer's silence."""

    referral: Referral
    day: date
    reason: str
    side: Side


def asked_again(referrals: Iterable[Referral], rules: RefusalRules) -> list[AskAgain]:
    """The refusals of one person to come back to, by day: 再问 of the reason, or the end of its 停推.

    A later slip or a job begun since speaks for itself; what came before it is not asked again.
    """
    every = list(referrals)
    found = [again for one in every if (again := _again(one, every, rules))]
    return sorted(found, key=lambda again: (again.day, again.referral.id))


def _again(one: Referral, every: Sequence[Referral], rules: RefusalRules) -> AskAgain | None:
    reason = rules.named(one.reason) if one.result is Result.REFUSED else None
    if reason is None or one.result_on is None or _is_past(one, every):
        return None
    follow = follow_up(reason, one.result_on)
    day = follow.ask_again_on or follow.paused_until
    return AskAgain(one, day, reason.name, reason.side) if day else None


def _is_past(one: Referral, every: Sequence[Referral]) -> bool:
    """Whether a later slip was written, or a job begun, since a refusal."""
    return any(
        other.batch > one.batch
        or (
            other.result is Result.HIRED
            and other.result_on is not None
            and one.result_on is not None
            and other.result_on >= one.result_on
        )
        for other in every
    )

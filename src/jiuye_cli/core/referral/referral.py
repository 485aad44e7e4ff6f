"""A batch of posts named to one person, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jiuye_cli.core.posts.post import RUNGS, Rung
from jiuye_cli.errors import RefusedError, UsageError


class Result(StrEnum):
    """How far a referral has come; the English words are those of the JSON."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    INTERVIEW = "interview"
    HIRED = "hired"
    REFUSED = "refused"
    LAPSED = "lapsed"

    @property
    def label(self) -> str:
        """The word she reads."""
        return RESULT_LABELS[self]

    @property
    def is_open(self) -> bool:
        """Whether an answer is still to come."""
        return self in (Result.OFFERED, Result.ACCEPTED, Result.INTERVIEW)


RESULT_LABELS = {
    Result.OFFERED: "等回话",
    Result.ACCEPTED: "愿意去",
    Result.INTERVIEW: "面试",
    Result.HIRED: "录用",
    Result.REFUSED: "没成",
    Result.LAPSED: "作罢",
}

RESULT_WORDS: Mapping[str, Result] = {
    "愿意": Result.ACCEPTED, "愿意去": Result.ACCEPTED, "同意": Result.ACCEPTED, "accepted": Result.ACCEPTED,
    "面试": Result.INTERVIEW, "去面试": Result.INTERVIEW, "试工": Result.INTERVIEW, "interview": Result.INTERVIEW,
    "录用": Result.HIRED, "上岗": Result.HIRED, "录取": Result.HIRED, "hired": Result.HIRED,
    "没成": Result.REFUSED, "拒绝": Result.REFUSED, "不去": Result.REFUSED, "不要": Result.REFUSED, "refused": Result.REFUSED,
    "作罢": Result.LAPSED, "取消": Result.LAPSED, "lapsed": Result.LAPSED,
}  # fmt: skip


class Side(StrEnum):
    """Who said no."""

    PERSON = "person"
    EMPLOYER = "employer"

    @property
    def label(self) -> str:
        """本人 or 单位."""
        return {"person": "本人", "employer": "单位"}[self.value]


SIDE_WORDS: Mapping[str, Side] = {
    "本人": Side.PERSON, "自己": Side.PERSON, "person": Side.PERSON,
    "单位": Side.EMPLOYER, "企业": Side.EMPLOYER, "employer": Side.EMPLOYER,
}  # fmt: skip

FOLLOWING: Mapping[Result, frozenset[Result]] = {
    Result.OFFERED: frozenset(set(Result) - {Result.OFFERED}),
    Result.ACCEPTED: frozenset({Result.INTERVIEW, Result.HIRED, Result.REFUSED, Result.LAPSED}),
    Result.INTERVIEW: frozenset({Result.HIRED, Result.REFUSED, Result.LAPSED}),
    Result.HIRED: frozenset(),
    Result.REFUSED: frozenset(),
    Result.LAPSED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Referral:
    """One post named to one person; `batch` numbers the slip it stands on.

    `reply_due` is the last day for the answer. `rung` is the step of the ladder
    on which the post stood. `reason` is the name of a reason of 拒岗.yaml.
    """

    batch: int
    person: int
    post: int
    rung: Rung
    offered_on: date
    reply_due: date
    id: int = 0
    result: Result = Result.OFFERED
    result_on: date | None = None
    refused_by: Side | None = None
    reason: str | None = None
    note: str | None = None
    job: int | None = None

    def is_overdue(self, today: date) -> bool:
        """Whether the answer should have come before today."""
        return self.result is Result.OFFERED and self.reply_due < today


@dataclass(frozen=True, slots=True)
class Batch:
    """One slip: the posts named to a person at once."""

    person: int
    made_on: date
    id: int = 0
    note: str | None = None


def read_result(word: str) -> Result:
    """The result a word means; `UsageError` naming the words there are."""
    found = RESULT_WORDS.get(word.strip())
    if found is None:
        raise UsageError(f"“{word}”不是结果；可写 愿意 面试 录用 没成 作罢。")
    return found


def read_side(word: str) -> Side:
    """Who said no; `UsageError` for a word that is neither."""
    found = SIDE_WORDS.get(word.strip())
    if found is None:
        raise UsageError(f"--by 只能是 本人 或 单位，不是“{word}”。")
    return found


def check_step(referral: Referral, to: Result, post: str) -> None:
    """Raise `RefusedError` when a result cannot follow the one noted."""
    if to not in FOLLOWING[referral.result]:
        raise RefusedError(
            f"{referral.id} 号推荐（{post}）已经记了“{referral.result.label}”，不能再记“{to.label}”。"
            "记错了就用 jiuye undo 撤销。"
        )


def tries(referrals: Iterable[Referral]) -> Mapping[Rung, int]:
    """How many posts were named on each rung, those taken back left out.

    >>> tries([Referral(1, 1, 7, Rung.LOCAL, date(2026, 3, 5), date(2026, 3, 12))])[Rung.LOCAL]
    1
    """
    kept = [one for one in referrals if one.result is not Result.LAPSED]
    return {rung: sum(one.rung is rung for one in kept) for rung in RUNGS}


def before_the_floor(referrals: Iterable[Referral]) -> Sequence[Referral]:
    """The earlier tries that a referral to a 公益岗 lists: every post on the rungs above it that came to nothing."""
    return sorted(
        (
            one
            for one in referrals
            if one.rung is not Rung.WELFARE and one.result in (Result.REFUSED, Result.OFFERED)
        ),
        key=lambda one: (one.offered_on, one.id),
    )


def last_offer(referrals: Iterable[Referral]) -> date | None:
    """The day of the last offer that was not taken back."""
    days = [one.offered_on for one in referrals if one.result is not Result.LAPSED]
    return max(days, default=None)

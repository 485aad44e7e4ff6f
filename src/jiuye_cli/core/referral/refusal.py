"""Why a referral came to nothing decides what follows; the reasons are those of policies/拒岗.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.referral.referral import Referral, Result, Side
from jiuye_cli.core.rules.days import add_months
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.core.rules.region import within
from jiuye_cli.errors import UsageError


class Scope(StrEnum):
    """What is not offered again after a refusal."""

    POST = "这个岗位"
    EMPLOYER = "这家单位"
    TRADE = "这个工种"


@dataclass(frozen=True, slots=True)
class NewLimit:
    """A limit to add to someone's file, only after the question was answered with yes."""

    question: str
    field: str
    member: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: who says it, and what follows.

    `never_again` is what is not offered for `scope_days` (None: for good).
    `pause_days` leaves the person in peace. `counts` tells whether it is one of
    the refusals that, several in a row, prompt a human. `say` is advice.
    """

    name: str
    side: Side
    aliases: tuple[str, ...] = ()
    never_again: Scope = Scope.POST
    scope_days: int | None = None
    pause_days: int = 0
    new_limit: NewLimit | None = None
    closes_post: bool = False
    ask_post: tuple[str, ...] = ()
    ask_again_days: int | None = None
    counts: bool = True
    say: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """When so many refusals in a row prompt a human; the rule itself decides nothing.

    `months` is the window, None for any time; `category` the 人员类别 it is
    about, empty for anyone.
    """

    times: int
    say: str
    source: str
    months: int | None = None
    region: str = "全国"
    category: str = ""


@dataclass(frozen=True, slots=True)
class RefusalRules:
    """The reasons and the prompts."""

    reasons: tuple[Reason, ...] = ()
    prompts: tuple[Prompt, ...] = ()

    def reason(self, word: str, side: Side | None = None) -> Reason:
        """The reason a word means; `UsageError` with the reasons there are."""
        for one in self.reasons:
            if word in (one.name, *one.aliases) and side in (None, one.side):
                return one
        known = [one.name for one in self.reasons if side in (None, one.side)]
        near = nearest(word, known) or "。"
        raise UsageError(f"没有“{word}”这个原因{near}可写：{'、'.join(known)}。")

    def named(self, name: str | None) -> Reason | None:
        """The reason with exactly this name, if it is still in the file."""
        return next((one for one in self.reasons if one.name == name), None)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What follows one refusal: all of it is said, none of it done without her."""

    reason: Reason
    paused_until: date | None = None
    ask_again_on: date | None = None
    lines: tuple[str, ...] = ()


def follow_up(reason: Reason, on: date) -> FollowUp:
    """What follows a refusal on a day, in dates and sentences."""
    paused = on + timedelta(days=reason.pause_days) if reason.pause_days else None
    again = on + timedelta(days=reason.ask_again_days) if reason.ask_again_days else None
    lines = [reason.say] if reason.say else []
    if paused:
        lines.append(f"{paused} 以前不再推荐")
    if reason.never_again is not Scope.POST:
        until = f"{on + timedelta(days=reason.scope_days)} 以前" if reason.scope_days else "以后"
        lines.append(f"{until}不再推荐{reason.never_again.value}")
    lines += [f"问单位：{question}" for question in reason.ask_post]
    if again:
        lines.append(f"{again} 再问一次")
    return FollowUp(reason, paused, again, tuple(lines))


@dataclass(frozen=True, slots=True)
class Closed:
    """What earlier referrals shut for one person on a day: posts with the reason, and a pause."""

    posts: Mapping[int, str] = field(default_factory=dict)
    paused_until: date | None = None
    pause_why: str = ""


def closed_by(
    referrals: Iterable[Referral], posts: Mapping[int, Post], rules: RefusalRules, today: date
) -> Closed:
    """The posts not to be offered to a person again, each with the reason, and until when they are left in peace.

    `posts` are all posts, open and closed, by number.
    """
    shut: dict[int, str] = {}
    pauses: list[tuple[date, str]] = []
    for one in sorted(referrals, key=lambda r: (r.offered_on, r.id)):
        if one.result is Result.LAPSED:
            continue
        reason = rules.named(one.reason) if one.result is Result.REFUSED else None
        if reason is None or one.result_on is None:
            shut[one.post] = _said(one)
            continue
        shut |= {post: _said(one) for post in _covered(one, reason, posts, today)}
        until = follow_up(reason, one.result_on).paused_until
        if until and until > today:
            pauses.append((until, reason.name))
    until, why = max(pauses, default=(None, ""))
    return Closed(shut, until, why)


def _said(one: Referral) -> str:
    day = one.result_on or one.offered_on
    if one.result is not Result.REFUSED:
        return f"{one.offered_on} 推荐过，{one.result.label}"
    who = one.refused_by.label if one.refused_by else ""
    return f"{one.offered_on} 推荐过，{day} {who}没成：{one.reason or '没说原因'}"


def _covered(one: Referral, reason: Reason, posts: Mapping[int, Post], today: date) -> list[int]:
    """The posts a refusal covers: the one, the employer's or the trade's, while the reason holds."""
    if (
        reason.scope_days
        and one.result_on
        and one.result_on + timedelta(reason.scope_days) <= today
    ):
        return []
    origin = posts.get(one.post)
    if origin is None or reason.never_again is Scope.POST:
        return [one.post]
    if reason.never_again is Scope.EMPLOYER:
        return [number for number, post in posts.items() if post.employer == origin.employer]
    return [number for number, post in posts.items() if post.trade == origin.trade]


@dataclass(frozen=True, slots=True)
class Raised:
    """A prompt that a row of refusals raised, with the referrals a human has to look at."""

    prompt: Prompt
    referrals: tuple[Referral, ...]

    @property
    def say(self) -> str:
        """The sentence for her: a human looks at it, the program decides nothing."""
        return f"{self.prompt.say}（{self.prompt.source}）程序不作判断，由人看有没有正当理由。"


def raised(
    referrals: Sequence[Referral],
    rules: RefusalRules,
    region: str,
    today: date,
    categories: frozenset[str] = frozenset(),
) -> list[Raised]:
    """The prompts that someone's refusals raise: so many in a row by the person, within the window.

    A hire or an acceptance in between breaks the row; refusals by employers and
    reasons that do not count are left out.
    """
    row = _last_row(referrals, rules)
    found = []
    for prompt in rules.prompts:
        if not within(region, prompt.region) or (
            prompt.category and prompt.category not in categories
        ):
            continue
        first = add_months(today, -prompt.months) if prompt.months else date.min
        recent = [one for one in row if one.result_on and one.result_on >= first]
        if len(recent) >= prompt.times:
            found.append(Raised(prompt, tuple(recent)))
    return found


def _last_row(referrals: Sequence[Referral], rules: RefusalRules) -> list[Referral]:
    """The person's own refusals since they last said yes, oldest first."""
    row: list[Referral] = []
    for one in sorted(referrals, key=lambda r: (r.result_on or r.offered_on, r.id)):
        if one.result in (Result.ACCEPTED, Result.INTERVIEW, Result.HIRED):
            row.clear()
        elif one.result is Result.REFUSED and one.refused_by is Side.PERSON:
            reason = rules.named(one.reason)
            if reason is None or reason.counts:
                row.append(one)
    return row

"""Employers to ring: whom it would help, which posts to confirm, what to ask, what to say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.matching.rules import MatchRules
from jiuye_cli.core.opening.asks import Ask, questions_for
from jiuye_cli.core.opening.plan import Plan
from jiuye_cli.core.posts.post import Employer, Post


@dataclass(frozen=True, slots=True)
class Ring:
    """One employer to ring, and why.

    `asks` are limits to talk about; `stale` the posts nobody confirmed lately;
    `questions` what is not known of its posts; `waiting` the people whose
    answers are overdue. A partner unit without a post is asked for one.
    """

    employer: Employer
    asks: tuple[Ask, ...] = ()
    stale: tuple[Post, ...] = ()
    questions: tuple[tuple[Post, tuple[str, ...]], ...] = ()
    waiting: tuple[int, ...] = ()
    seeking: tuple[int, ...] = ()

    @property
    def people(self) -> tuple[int, ...]:
        """Everyone the call could help, in order of case numbers."""
        asked = {person for ask in self.asks for person in ask.people}
        return tuple(sorted(asked | set(self.waiting) | set(self.seeking)))

    @property
    def lines(self) -> tuple[str, ...]:
        """What to say, the most helpful first."""
        said = [ask.say for ask in self.asks]
        said += [f"上次推荐的{len(self.waiting)}个人，该回话了"] if self.waiting else []
        said += [f"{post.trade}还招不招？还要几个？" for post in self.stale]
        said += [
            f"{post.trade}：{''.join(asked[:2])}" for post, asked in self.questions[:2] if asked
        ]
        if self.seeking:
            said.append(
                f"我这里有{len(self.seeking)}个人想找活，能不能腾出一个岗位，轻一点的也行？"
            )
        return tuple(said)


@dataclass(frozen=True, slots=True)
class RingPage:
    """Employers to ring, and, where it was asked for, the fewest calls that serve everyone.

    `short` are the people with fewer offers than are owed.
    """

    rings: tuple[Ring, ...]
    plan: Plan | None = None
    short: tuple[int, ...] = ()


def ring_list(
    employers: Iterable[Employer],
    posts: Sequence[Post],
    asks: Iterable[Ask],
    overdue: Mapping[int, Sequence[int]],
    short: Sequence[int],
    rules: MatchRules,
    today: date,
) -> list[Ring]:
    """The employers worth a call, those that could help most people first.

    `overdue` names, by post, the people whose answers are late; `short` those
    with fewer offers than are owed, for whom partner units without posts are asked.
    """
    open_ones: dict[int, list[Post]] = defaultdict(list)
    for post in posts:
        if post.is_open(today):
            open_ones[post.employer].append(post)
    by_employer: dict[int, list[Ask]] = defaultdict(list)
    for ask in asks:
        by_employer[ask.post.employer].append(ask)
    late: dict[int, list[int]] = defaultdict(list)
    for post in posts:
        late[post.employer] += overdue.get(post.id, ())
    rings = [
        _ring(one, open_ones[one.id], by_employer[one.id], late[one.id], short, rules, today)
        for one in employers
    ]
    return sorted((one for one in rings if one.lines), key=_order)


def _ring(
    employer: Employer,
    posts: Sequence[Post],
    asks: Sequence[Ask],
    late: Sequence[int],
    short: Sequence[int],
    rules: MatchRules,
    today: date,
) -> Ring:
    stale = [post for post in posts if post.is_stale(today, rules.fresh_days)]
    asked = [(post, questions_for(post)) for post in posts]
    idle = employer.is_partner and not posts
    return Ring(
        employer,
        tuple(asks),
        tuple(stale),
        tuple((post, questions) for post, questions in asked if questions),
        tuple(sorted(set(late))),
        tuple(short) if idle else (),
    )


def _order(one: Ring) -> tuple[int, int, int, int]:
    helped = {person for ask in one.asks for person in ask.people} | set(one.waiting)
    return (-len(helped), -len(one.stale), -len(one.seeking), one.employer.id)

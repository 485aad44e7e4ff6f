"""One person and one post, weighed in full: every limit, every part of the ranking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.matching.limit import Limit
from jiuye_cli.core.matching.limits import LIMITS
from jiuye_cli.core.matching.rules import MatchRules
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.matching.wishes import PARTS, Part, stale_part
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.rules.truth import NO, UNKNOWN, Truth


@dataclass(frozen=True, slots=True)
class Check:
    """What one limit answered."""

    limit: Limit
    result: Truth


@dataclass(frozen=True, slots=True)
class Pair:
    """A person and a post with all answers; `shut` says why it is not to be offered at all."""

    seeker: Seeker
    post: Post
    checks: tuple[Check, ...]
    parts: tuple[tuple[str, int], ...]
    shut: str = ""

    @property
    def score(self) -> int:
        """The points by which posts are ranked for this person."""
        return sum(points for _, points in self.parts)

    @property
    def failing(self) -> tuple[Limit, ...]:
        """The limits known not to be met."""
        return tuple(one.limit for one in self.checks if one.result is NO)

    @property
    def open_questions(self) -> tuple[Limit, ...]:
        """The limits of which it is not known whether they are met."""
        return tuple(one.limit for one in self.checks if one.result is UNKNOWN)

    @property
    def is_possible(self) -> bool:
        """Whether it may be offered: nothing known stands against it."""
        return not self.shut and not self.failing


def parts_for(rules: MatchRules, today: date) -> tuple[Part, ...]:
    """The parts of the ranking on a day."""
    return (*PARTS, stale_part(today, rules.fresh_days))


def weigh(seeker: Seeker, post: Post, rules: MatchRules, today: date) -> Pair:
    """A person and a post, weighed by asking every limit and every part."""
    values = seeker.facts.values
    checks = tuple(
        Check(one, one.check(one.key_of(values), one.post_key(post.facts.values))) for one in LIMITS
    )
    parts = [
        (one.name, one.points(one.person(values), one.post(post), rules.points))
        for one in parts_for(rules, today)
    ]
    unasked = sum(one.result is UNKNOWN for one in checks)
    parts.append(
        (f"还有{unasked}项没问清" if unasked else "都问清了", rules.points.unasked * unasked)
    )
    shut = seeker.shut.get(post.id, "") or post.shut_because(today)
    return Pair(seeker, post, checks, tuple(parts), shut)


def choose(best_first: Iterable[Post], offers: int) -> list[Post]:
    """The best few posts that differ: in employer and trade where there are enough such, else in either.

    Two posts of one employer in one trade count as one offer. The best comes first.
    """
    pool: list[Post] = []
    apart: list[Post] = []
    for post in best_first:
        if all(post.kind != other.kind for other in pool):
            pool.append(post)
            if all(_differs_in_both(post, other) for other in apart):
                apart.append(post)
        if len(apart) == offers:
            return apart
    chosen = apart + [post for post in pool if post not in apart][: offers - len(apart)]
    return [post for post in pool if post in chosen]


def _differs_in_both(one: Post, other: Post) -> bool:
    return one.employer != other.employer and one.trade != other.trade


def open_posts(posts: Sequence[Post], today: date) -> list[Post]:
    """The posts someone can still be sent to, in order of their numbers."""
    return sorted((one for one in posts if one.is_open(today)), key=lambda one: one.id)

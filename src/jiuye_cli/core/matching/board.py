"""All open posts at once: which of them are possible for someone, and in which order.

The answers are those of `pair.weigh`, reckoned once for each kind of person and
each kind of post instead of once for each pair.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

from jiuye_cli.core.matching import bits
from jiuye_cli.core.matching.limit import Key, Limit
from jiuye_cli.core.matching.limits import LIMITS
from jiuye_cli.core.matching.pair import open_posts, parts_for
from jiuye_cli.core.matching.rules import MatchRules
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.matching.wishes import Part
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.rules.truth import NO, UNKNOWN

Groups = Sequence[tuple[Key, int]]
"""The distinct keys of the posts for one limit or part, each with the set of posts that have it."""


class Board:
    """The open posts of a day, indexed; the set of posts is one whole number, a bit a post."""

    def __init__(self, posts: Sequence[Post], rules: MatchRules, today: date) -> None:
        self.posts = open_posts(posts, today)
        self.rules = rules
        self.everything = (1 << len(self.posts)) - 1
        self.place = {post.id: at for at, post in enumerate(self.posts)}
        self.same_offer = self._alike([post.kind for post in self.posts])
        self.same_employer = self._alike([post.employer for post in self.posts])
        self.same_trade = self._alike([post.trade for post in self.posts])
        self._limits = [_LimitIndex(one, self.posts) for one in LIMITS]
        parts = [_PartIndex(one, self.posts, rules) for one in parts_for(rules, today)]
        self._parts = [one for one in parts if one.part.looks_at_person]
        self._merits = _summed(one.levels(()) for one in parts if not one.part.looks_at_person)

    def possible(self, seeker: Seeker) -> int:
        """The posts that nothing known stands against."""
        hindered = 0
        for limit in self._limits:
            hindered |= limit.answers(seeker)[0]
        return self.everything & ~hindered & ~self.shut(seeker)

    def shut(self, seeker: Seeker) -> int:
        """The posts that are not to be offered to someone again."""
        found = 0
        for post in seeker.shut:
            if post in self.place:
                found |= 1 << self.place[post]
        return found

    def hindered_by(self, seeker: Seeker) -> list[tuple[Limit, int]]:
        """For each limit the posts it is known to shut out."""
        return [(one.limit, one.answers(seeker)[0]) for one in self._limits]

    def points(self, seeker: Seeker) -> list[int]:
        """The points of every post for someone, in planes; only their order has a meaning."""
        planes = list(self._merits)
        values = seeker.facts.values
        for part in self._parts:
            for points, posts in part.levels(part.part.person(values)):
                bits.add(planes, posts, points)
        for limit in self._limits:
            unasked = limit.answers(seeker)[1]
            bits.add(planes, self.everything & ~unasked, -self.rules.points.unasked)
        return planes

    def kinds(self, posts: int, most: int) -> int:
        """How many different offers a set of posts comes to, counted up to `most`."""
        count = 0
        while posts and count < most:
            posts &= ~self.same_offer[next(bits.members(posts))]
            count += 1
        return count

    def is_short(self, seeker: Seeker) -> bool:
        """Whether someone has fewer possible offers than are owed."""
        return self.kinds(self.possible(seeker), self.rules.offers) < self.rules.offers

    def best_first(self, seeker: Seeker) -> Iterator[Post]:
        """The possible posts, best first; of equals the one entered first."""
        for at in bits.best_first(self.points(seeker), self.possible(seeker)):
            yield self.posts[at]

    def _alike(self, marks: Sequence[Hashable]) -> list[int]:
        """For each post the set of posts with the same mark."""
        sets = dict(_grouped([(mark,) for mark in marks]))
        return [sets[mark,] for mark in marks]


class _LimitIndex:
    def __init__(self, limit: Limit, posts: Sequence[Post]) -> None:
        self.limit = limit
        self.groups = _grouped([limit.post_key(post.facts.values) for post in posts])
        self.known: dict[Key, tuple[int, int]] = {}

    def answers(self, seeker: Seeker) -> tuple[int, int]:
        """The posts it is known to shut out, and those of which it does not know."""
        key = self.limit.key_of(seeker.facts.values)
        if key not in self.known:
            self.known[key] = self._reckon(key)
        return self.known[key]

    def _reckon(self, key: Key) -> tuple[int, int]:
        no = unknown = 0
        for group, posts in self.groups:
            result = self.limit.check(key, group)
            no |= posts if result is NO else 0
            unknown |= posts if result is UNKNOWN else 0
        return no, unknown


class _PartIndex:
    def __init__(self, part: Part, posts: Sequence[Post], rules: MatchRules) -> None:
        self.part, self.rules = part, rules
        self.groups = _grouped([part.post(post) for post in posts])
        self.known: dict[Key, list[tuple[int, int]]] = {}

    def levels(self, key: Key) -> list[tuple[int, int]]:
        """The points above the part's lowest, each with the posts that get them."""
        if key not in self.known:
            self.known[key] = self._reckon(key)
        return self.known[key]

    def _reckon(self, key: Key) -> list[tuple[int, int]]:
        levels: dict[int, int] = {}
        for group, posts in self.groups:
            points = self.part.points(key, group, self.rules.points)
            levels[points] = levels.get(points, 0) | posts
        lowest = min(levels, default=0)
        return [(points - lowest, posts) for points, posts in levels.items() if points > lowest]


def _summed(parts: Iterable[Sequence[tuple[int, int]]]) -> tuple[int, ...]:
    """The points of the parts that are the same for everyone, in planes."""
    planes: list[int] = []
    for levels in parts:
        for points, posts in levels:
            bits.add(planes, posts, points)
    return tuple(planes)


def _grouped(keys: Sequence[Key]) -> Groups:
    groups: dict[Key, int] = {}
    for at, key in enumerate(keys):
        groups[key] = groups.get(key, 0) | 1 << at
    return tuple(groups.items())

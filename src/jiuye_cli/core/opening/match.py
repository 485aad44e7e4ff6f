"""What a person is offered: three posts, what nearly fits, whom to ring, where on the ladder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jiuye_cli.core.better_off.change import BetterOff
from jiuye_cli.core.matching import bits
from jiuye_cli.core.matching.board import Board
from jiuye_cli.core.matching.near import NearMiss
from jiuye_cli.core.matching.pair import Pair, choose, weigh
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.matching.share import promises_of
from jiuye_cli.core.opening.asks import Ask
from jiuye_cli.core.posts.post import RUNGS, Post, Rung


@dataclass(frozen=True, slots=True)
class Offer:
    """A post for a person, weighed, with what it changes for the household."""

    pair: Pair
    change: BetterOff | None = None

    @property
    def post(self) -> Post:
        """The post offered."""
        return self.pair.post


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Why someone has fewer offers than are owed, in numbers of posts.

    `open_posts` are all; `promised_out` fit but their seats are named to enough
    people already; `alike` are further posts of employers and trades already
    offered; `blocked` tells for each limit how many it shuts out.
    """

    missing: int = 0
    open_posts: int = 0
    promised_out: int = 0
    alike: int = 0
    blocked: tuple[tuple[str, int], ...] = ()
    shut: int = 0

    @property
    def say(self) -> str:
        """The reasons in one line; empty where nothing is missing."""
        if not self.missing:
            return ""
        if not self.open_posts:
            return "眼下没有在招的岗位"
        parts = [f"{name}{count}个" for name, count in self.blocked]
        parts += [f"名额已说出去{self.promised_out}个"] if self.promised_out else []
        parts += [f"推荐过{self.shut}个"] if self.shut else []
        parts += [f"同单位同工种{self.alike}个"] if self.alike else []
        return f"在招{self.open_posts}个岗位，去不了的：{'、'.join(parts)}"


@dataclass(frozen=True, slots=True)
class Match:
    """Everything about the offers to one person on a day."""

    seeker: Seeker
    offers: tuple[Offer, ...]
    shortfall: Shortfall
    near: tuple[NearMiss, ...] = ()
    asks: tuple[Ask, ...] = ()
    rung: Rung | None = None
    tries: Mapping[Rung, int] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[str, ...]:
        """The limits that one or more of the offers still hang on."""
        return tuple(dict.fromkeys(one.name for o in self.offers for one in o.pair.open_questions))


@dataclass(frozen=True, slots=True)
class PairWhy:
    """One person and one post in full; `unlock` says what would open it, where something would."""

    offer: Offer
    unlock: str


def best_offers(seeker: Seeker, board: Board, today: date) -> tuple[Pair, ...]:
    """The best few different posts whose seats are not all promised yet."""
    rules = board.rules
    free = (post for post in board.best_first(seeker) if promises_of(post, rules.promises))
    return tuple(weigh(seeker, post, rules, today) for post in choose(free, rules.offers))


def shortfall(seeker: Seeker, board: Board, offered: Sequence[Post]) -> Shortfall:
    """Why fewer than the owed number were offered."""
    missing = board.rules.offers - len(offered)
    if missing <= 0:
        return Shortfall()
    possible, shut = board.possible(seeker), board.shut(seeker)
    taken = alike = 0
    kinds = {post.kind for post in offered}
    numbers = {post.id for post in offered}
    for at in bits.members(possible):
        post = board.posts[at]
        if post.id not in numbers:
            alike += post.kind in kinds
            taken += post.kind not in kinds
    blocked = [
        (limit.name, (posts & ~shut).bit_count()) for limit, posts in board.hindered_by(seeker)
    ]
    counted = sorted((pair for pair in blocked if pair[1]), key=lambda pair: -pair[1])
    return Shortfall(missing, len(board.posts), taken, alike, tuple(counted), shut.bit_count())


def rung_of(seeker: Seeker, board: Board) -> Rung | None:
    """The first step of the ladder on which someone has a possible post; None where there is none."""
    found = {board.posts[at].rung for at in bits.members(board.possible(seeker))}
    return next((rung for rung in RUNGS if rung in found), None)

"""Three offers for everyone where the seats allow it, and no seat named to a dozen people.

In as many rounds as there are offers, whoever has waited longest chooses first:
one offer for everyone before anyone gets a second. Where every post left is
promised out, others are moved to posts that suit them as well (an augmenting
path), so that nobody goes without while a rearrangement could serve them. How
many offers each person gets therefore depends on nothing but who waits longest
and which posts there are, and a post more never leaves anyone with fewer
(`tests/core/matching` holds it; the reason is that ways through a network from
people to seats are a gammoid, where a further seat can only help).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from jiuye_cli.core.matching import bits
from jiuye_cli.core.matching.board import Board
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.posts.post import Post

Step: TypeAlias = tuple[int, int | None]
"""A person who moves, and the post they give up for it; None for one more offer."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Who is offered what: posts by person, best first; `promised` counts the offers on each post."""

    offers: Mapping[int, tuple[Post, ...]]
    promised: Mapping[int, int]


def share(
    seekers: Sequence[Seeker], board: Board, progress: Callable[[int, int], None] | None = None
) -> Shares:
    """The offers of everyone; the order in which people or posts are given does not matter.

    `progress` is told how far it is, of how much, after each person of each round.
    """
    waiting = sorted(seekers, key=lambda one: (one.waiting_since, one.id))
    sharing = _Sharing(waiting, board)
    whole = board.rules.offers * len(waiting)
    for turn in range(whole):
        sharing.serve(turn % len(waiting))
        if progress is not None:
            progress(turn + 1, whole)
    return sharing.result()


def promises_of(post: Post, promises: int) -> int:
    """To how many people more the seats of a post may be named."""
    return max(0, post.seats_left * promises - post.waiting)


@dataclass(slots=True)
class _Search:
    """One search: posts not seen yet, posts to look behind, and the move by which each was reached."""

    unseen: int
    queue: deque[int] = field(default_factory=deque)
    came: dict[int, Step] = field(default_factory=dict)


class _Sharing:
    """The state of sharing out: what each person holds, what each post has left."""

    def __init__(self, seekers: Sequence[Seeker], board: Board) -> None:
        self.seekers, self.board = seekers, board
        self.possible = [board.possible(one) for one in seekers]
        self.left = [promises_of(post, board.rules.promises) for post in board.posts]
        self.free = sum(1 << at for at, left in enumerate(self.left) if left)
        self.held: list[list[int]] = [[] for _ in seekers]
        self.holders: list[list[int]] = [[] for _ in board.posts]
        self.spent = 0

    def serve(self, person: int) -> None:
        """One more offer for a person, if any arrangement has one."""
        open_to = self._open_to(person, None) & ~self.spent
        if direct := open_to & self.free:
            among = self._unlike(person, direct) or direct
            self._take(person, bits.best(self.board.points(self.seekers[person]), among))
        elif open_to:
            self._rearrange(person)

    def result(self) -> Shares:
        """Everyone's offers in the order of their own ranking."""
        offers = {one.id: self._in_order(at) for at, one in enumerate(self.seekers)}
        promised = {
            post.id: len(self.holders[at])
            for at, post in enumerate(self.board.posts)
            if self.holders[at]
        }
        return Shares(offers, promised)

    def _in_order(self, person: int) -> tuple[Post, ...]:
        held = sum(1 << at for at in self.held[person])
        if not held:
            return ()
        points = self.board.points(self.seekers[person])
        return tuple(self.board.posts[at] for at in bits.best_first(points, held))

    def _open_to(self, person: int, given_up: int | None) -> int:
        """The posts that may be added to what a person holds, once one of them is given up."""
        taken = 0
        for post in self.held[person]:
            if post != given_up:
                taken |= self.board.same_offer[post]
        return self.possible[person] & ~taken

    def _unlike(self, person: int, posts: int) -> int:
        """Those of the posts that differ in employer and in trade from all a person holds."""
        for post in self.held[person]:
            posts &= ~(self.board.same_employer[post] | self.board.same_trade[post])
        return posts

    def _rearrange(self, person: int) -> None:
        """Find the shortest chain of moves that frees an offer for a person, and make it."""
        search = _Search(self.board.everything & ~self.spent)
        end = self._look(search, (person, None))
        while end is None and search.queue:
            end = self._behind(search, search.queue.popleft())
        if end is not None:
            self._move(end, search.came)
        else:
            # Nothing that was reached can ever be reached from: later searches need not look
            self.spent = self.board.everything & ~search.unseen

    def _behind(self, search: _Search, post: int) -> int | None:
        """Look on from everyone who holds a post, as if they gave it up."""
        for holder in self.holders[post]:
            if self.possible[holder] & search.unseen:
                end = self._look(search, (holder, post))
                if end is not None:
                    return end
        return None

    def _look(self, search: _Search, step: Step) -> int | None:
        """A post with a place left that this move could take; else all it could take are noted."""
        reach = self._open_to(*step) & search.unseen
        if end := reach & self.free:
            at = next(bits.members(end))
            search.came[at] = step
            return at
        search.unseen &= ~reach
        for at in bits.members(reach):
            search.came[at] = step
            search.queue.append(at)
        return None

    def _move(self, at: int, came: Mapping[int, Step]) -> None:
        """Go back along the chain: each takes the post found and gives up the one before."""
        post: int | None = at
        while post is not None:
            person, given_up = came[post]
            if given_up is not None:
                self._give_up(person, given_up)
            self._take(person, post)
            post = given_up

    def _take(self, person: int, post: int) -> None:
        self.held[person].append(post)
        self.holders[post].append(person)
        self.left[post] -= 1
        if not self.left[post]:
            self.free &= ~(1 << post)

    def _give_up(self, person: int, post: int) -> None:
        self.held[person].remove(post)
        self.holders[post].remove(person)
        self.left[post] += 1
        self.free |= 1 << post

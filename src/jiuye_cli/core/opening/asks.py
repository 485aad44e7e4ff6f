"""What a call to an employer could open: for whom, on which post, and the sentence to say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jiuye_cli.core.fields.post import POST
from jiuye_cli.core.fields.value import UNKNOWN
from jiuye_cli.core.matching import bits
from jiuye_cli.core.matching.board import Board
from jiuye_cli.core.matching.limit import Opener
from jiuye_cli.core.matching.limits import LIMITS
from jiuye_cli.core.matching.near import Means, Unlock, openable, unlocks_of
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.posts.post import Post


@dataclass(frozen=True, slots=True)
class Opening:
    """One post that one person could have if the employer agreed to all of `unlocks`."""

    person: int
    post: Post
    unlocks: tuple[Unlock, ...]


@dataclass(frozen=True, slots=True)
class Shortage:
    """Someone with fewer offers than are owed: what they have, and what employers could open."""

    person: int
    missing: int
    openings: tuple[Opening, ...] = ()
    kinds: frozenset[tuple[int, str]] = field(default_factory=frozenset)

    def gain(self, employer: int) -> int:
        """How many new kinds of offer a call to one employer could bring."""
        return len({one.post.kind for one in self.openings if one.post.employer == employer})


def shortages(seekers: Iterable[Seeker], board: Board) -> list[Shortage]:
    """Everyone with fewer possible offers than are owed, in order of case numbers."""
    found = (_shortage(one, board) for one in sorted(seekers, key=lambda s: s.id))
    return [one for one in found if one.missing > 0]


def _shortage(seeker: Seeker, board: Board) -> Shortage:
    if not board.is_short(seeker):
        return Shortage(seeker.id, 0)
    kinds = frozenset(board.posts[at].kind for at in bits.members(board.possible(seeker)))
    return Shortage(
        seeker.id, board.rules.offers - len(kinds), tuple(_openings(seeker, board, kinds)), kinds
    )


def _openings(seeker: Seeker, board: Board, kinds: frozenset[tuple[int, str]]) -> Iterable[Opening]:
    """The posts of new kinds that stand open once their employers agree to something."""
    hindered = board.hindered_by(seeker)
    among = openable(seeker, board)
    for limit, posts in hindered:
        if limit.opener is not Opener.EMPLOYER:
            among &= ~posts
    means = Means(age_room=board.rules.age_room)
    for at in bits.members(among):
        post = board.posts[at]
        failing = [limit for limit, posts in hindered if posts >> at & 1]
        unlocks = unlocks_of(seeker, post, failing, means) if post.kind not in kinds else None
        if unlocks:
            yield Opening(seeker.id, post, unlocks)


AGE = "年龄放宽"
AGE_STEP = 5


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to ask an employer about one trade, and the people it would open it to.

    `ages` are the ages of these people, where their age is what it hangs on.
    """

    post: Post
    what: str
    people: tuple[int, ...]
    ages: tuple[int, ...] = ()

    @property
    def say(self) -> str:
        """The sentence to say on the telephone."""
        if self.ages:
            return f"{self.post.trade}：{_by_age(self.ages)}"
        return f"{self.post.trade}：我这里有{len(self.people)}个人，{self.what}就合适"


def _by_age(ages: Sequence[int]) -> str:
    """How many come with the first step of the age limit, and how many with the last.

    >>> _by_age([52, 53, 55, 55]), _by_age([52, 53, 64])
    ('我这里有4个人，年龄放到55就合适', '我这里有2个人，年龄放到55就合适；放到65有3个')
    """
    steps = [-(-age // AGE_STEP) * AGE_STEP for age in sorted(ages)]
    first, last = steps[0], steps[-1]
    said = f"我这里有{steps.count(first)}个人，年龄放到{first}就合适"
    return said if first == last else f"{said}；放到{last}有{len(steps)}个"


def asks_of(openings: Iterable[Opening]) -> list[Ask]:
    """The openings that hang on one thing alone, gathered by offer and thing; most people first."""
    gathered: dict[tuple[tuple[int, str], str], list[Opening]] = defaultdict(list)
    for one in openings:
        if len(one.unlocks) == 1:
            gathered[one.post.kind, one.unlocks[0].what].append(one)
    asks = [_ask(group) for group in gathered.values()]
    return sorted(asks, key=lambda ask: (-len(ask.people), ask.post.id, ask.what))


def _ask(group: Sequence[Opening]) -> Ask:
    what = group[0].unlocks[0].what
    sizes = {one.person: one.unlocks[0].size for one in group}
    ages = tuple(sorted(sizes.values())) if what == AGE else ()
    return Ask(group[0].post, what, tuple(sorted(sizes)), ages)


ALSO_ASKED = ("人数", "月薪低", "截止日期")
"""What an offer cannot do without, though no limit looks at it."""

NOT_ASKED = ("居家", "证书等级", "用工形式")
"""A post counts as one to go to, no 公益岗, its certificate as of any level, until someone says otherwise."""

_ASKED = tuple(
    one
    for one in POST.fields
    if one.question
    and one.name not in NOT_ASKED
    and (one.name in ALSO_ASKED or any(one.name in limit.post for limit in LIMITS))
)


def questions_for(post: Post) -> tuple[str, ...]:
    """What its employer has not said of a post and matching needs to know, in catalogue order."""
    return tuple(one.question for one in _ASKED if post.value(one.name) is UNKNOWN)

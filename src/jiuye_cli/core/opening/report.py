"""What would open most posts and money for the village: classes, buses, hours of care, a word with employers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jiuye_cli.core.matching import bits
from jiuye_cli.core.matching.board import Board
from jiuye_cli.core.matching.limit import Opener
from jiuye_cli.core.matching.near import NO_CLASSES, Means, Unlock, openable, unlocks_of
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.posts.post import Post

Yuan = int | Decimal

STEPS = {"年龄放宽": 5, "有人帮着照看": 30}
"""Changes that come in sizes are gathered in steps: five years of age, half an hour of care."""


@dataclass(frozen=True, slots=True)
class UnlockRow:
    """One change and what it would open: people, pairs of person and post, money.

    `short` are those among `people` who have fewer offers than are owed. `money`
    is yuan a month, summed over people, each by the best known least wage among
    the posts opened; posts whose wage is not known add nothing.
    """

    opener: Opener
    what: str
    people: tuple[int, ...]
    short: tuple[int, ...]
    pairs: int
    money: Yuan
    say: str


@dataclass(frozen=True, slots=True)
class _Found:
    person: int
    is_short: bool
    post: Post
    unlock: Unlock


def unlock_report(
    seekers: Iterable[Seeker], board: Board, means: Means = NO_CLASSES
) -> list[UnlockRow]:
    """The single changes that open posts: first those that help most people who are short of offers."""
    gathered: dict[tuple[Opener, str, int], list[_Found]] = defaultdict(list)
    for found in (one for seeker in seekers for one in _single(seeker, board, means)):
        unlock = found.unlock
        gathered[unlock.opener, unlock.what, _stepped(unlock)].append(found)
    rows = [_row(key, _with_smaller(key, gathered)) for key in gathered]
    return sorted(rows, key=lambda row: (-len(row.short), -len(row.people), -row.money, row.what))


def _stepped(unlock: Unlock) -> int:
    step = STEPS.get(unlock.what, 0)
    return -(-unlock.size // step) * step if step else 0


def _with_smaller(
    key: tuple[Opener, str, int], gathered: dict[tuple[Opener, str, int], list[_Found]]
) -> list[_Found]:
    """Who is helped by a change is helped by a bigger one of its kind too."""
    opener, what, size = key
    return [
        one
        for (other, same, smaller), found in gathered.items()
        if other is opener and same == what and smaller <= size
        for one in found
    ]


def _single(seeker: Seeker, board: Board, means: Means) -> Iterable[_Found]:
    """The posts that one change alone would open to someone."""
    hindered = board.hindered_by(seeker)
    alone = openable(seeker, board) & _once([posts for _, posts in hindered])
    is_short = board.is_short(seeker)
    for limit, posts in hindered:
        for at in bits.members(posts & alone):
            unlocks = unlocks_of(seeker, board.posts[at], [limit], means)
            if unlocks:
                yield _Found(seeker.id, is_short, board.posts[at], unlocks[0])


def _once(sets: Sequence[int]) -> int:
    """The positions that are set in exactly one of the sets."""
    once = twice = 0
    for one in sets:
        twice |= once & one
        once |= one
    return once & ~twice


def _row(key: tuple[Opener, str, int], found: Sequence[_Found]) -> UnlockRow:
    opener, what, size = key
    people = sorted({one.person for one in found})
    short = sorted({one.person for one in found if one.is_short})
    money = sum(max(_wage(one.post) for one in found if one.person == person) for person in people)
    return UnlockRow(
        opener,
        _named(what, size),
        tuple(people),
        tuple(short),
        len(found),
        money,
        found[0].unlock.say,
    )


def _named(what: str, size: int) -> str:
    if what == "年龄放宽":
        return f"年龄放到{size}岁"
    return f"{what}{size / 60:g}小时" if what in STEPS else what


def _wage(post: Post) -> Yuan:
    low = post.value("月薪低")
    return low if isinstance(low, int | Decimal) and not isinstance(low, bool) else 0

"""Posts that nearly fit, and what would open each: a certificate, an hour of care, a word with the employer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from jiuye_cli.core.fields.value import Value
from jiuye_cli.core.matching import bits
from jiuye_cli.core.matching.board import Board
from jiuye_cli.core.matching.limit import Limit, Opener
from jiuye_cli.core.matching.limits import GRADES, same_trade
from jiuye_cli.core.matching.pair import Pair, weigh
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.posts.hours import clock, minutes_of, overlap, read_hours
from jiuye_cli.core.posts.post import Post, Rung


@dataclass(frozen=True, slots=True)
class ClassOnOffer:
    """A training class someone can still join; `level` is what its certificate will say."""

    name: str
    trade: str
    level: str = ""
    starts: date | None = None

    def __str__(self) -> str:
        return f"{self.name}（{self.starts:%m-%d}开班）" if self.starts else self.name


@dataclass(frozen=True, slots=True)
class Unlock:
    """One change that makes one limit give way, in a sentence.

    `what` is the same for everyone and every post that the same change would
    help; `size` orders changes of one kind (an age, minutes of care).
    """

    opener: Opener
    what: str
    say: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A post that fits but for what `unlocks` would open."""

    pair: Pair
    unlocks: tuple[Unlock, ...]

    @property
    def say(self) -> str:
        """What would have to change, in one line."""
        return "；".join(one.say for one in self.unlocks)


@dataclass(frozen=True, slots=True)
class Means:
    """What the village can do: classes someone can join, and the years an age limit can be stretched."""

    classes: tuple[ClassOnOffer, ...] = ()
    age_room: int = 5


NO_CLASSES = Means()


def unlocks_of(
    seeker: Seeker, post: Post, failing: Iterable[Limit], means: Means = NO_CLASSES
) -> tuple[Unlock, ...] | None:
    """What would open a post that fails on these limits; None where one of them never gives way."""
    found = []
    for limit in failing:
        way = _WAYS.get(limit.name)
        unlock = way(seeker, post, means) if way else None
        if unlock is None:
            return None
        found.append(unlock)
    return tuple(found)


def near_misses(
    seeker: Seeker, board: Board, today: date, means: Means = NO_CLASSES, count: int = 3
) -> tuple[NearMiss, ...]:
    """The nearest posts that fail on things which can be changed: fewest changes first, then best."""
    found: list[NearMiss] = []
    points = board.points(seeker)
    for among in _by_failures(seeker, board):
        for at in bits.best_first(points, among):
            pair = weigh(seeker, board.posts[at], board.rules, today)
            unlocks = unlocks_of(seeker, pair.post, pair.failing, means)
            if unlocks and all(pair.post.kind != one.pair.post.kind for one in found):
                found.append(NearMiss(pair, unlocks))
            if len(found) == count:
                return tuple(found)
    return tuple(found)


def openable(seeker: Seeker, board: Board) -> int:
    """The posts that fail only on limits of a kind that can be opened."""
    never = board.shut(seeker)
    hindered = 0
    for limit, posts in board.hindered_by(seeker):
        hindered |= posts
        if limit.name not in _WAYS:
            never |= posts
    return hindered & ~never


def _by_failures(seeker: Seeker, board: Board) -> list[int]:
    """The posts that can be opened, by how many limits they fail: one, two, three."""
    planes: list[int] = []
    for _, posts in board.hindered_by(seeker):
        bits.add(planes, posts, 1)
    among = openable(seeker, board)
    return [among & _exactly(planes, failures) for failures in (1, 2, 3)]


def _exactly(planes: Sequence[int], number: int) -> int:
    """The positions whose sum is that number."""
    found = -1
    for power, plane in enumerate(planes):
        found &= plane if number >> power & 1 else ~plane
    return found if number < 1 << len(planes) else 0


def _age(seeker: Seeker, post: Post, means: Means) -> Unlock | None:
    """A word with the employer on a few years; who may hold a 公益岗 is not the employer's to say."""
    age, low, high = seeker.value("年龄"), post.value("年龄下限"), post.value("年龄上限")
    if not isinstance(age, int) or post.rung is Rung.WELFARE:
        return None
    if isinstance(high, int) and high < age <= high + means.age_room:
        return Unlock(Opener.EMPLOYER, "年龄放宽", f"跟单位商量，年龄放到{age}岁", age)
    if isinstance(low, int) and low - means.age_room <= age < low:
        return Unlock(Opener.EMPLOYER, "年龄放低", f"跟单位商量，{age}岁的也要", -age)
    return None


def _school(seeker: Seeker, post: Post, _: Means) -> Unlock | None:
    school = seeker.value("文化程度")
    held = school if isinstance(school, str) else "没上过学"
    return Unlock(Opener.EMPLOYER, f"学历放到{held}", f"跟单位商量，{held}的也要")


def _certificate(seeker: Seeker, post: Post, means: Means) -> Unlock | None:
    trade, level = post.value("证书要求"), _text(post.value("证书等级"))
    if not isinstance(trade, str):
        return None
    fitting = [
        one
        for one in means.classes
        if same_trade(one.trade, trade) and _high_enough(one.level, level)
    ]
    offer = min(fitting, key=lambda one: (one.starts or date.max, one.name), default=None)
    where = f"，报{offer}" if offer else "，眼下没有这个班，报上去开"
    return Unlock(Opener.TRAINING, f"{trade}证{level}", f"考出{trade}证{level}{where}")


def _high_enough(given: str, asked: str) -> bool:
    if not asked or asked == GRADES[0]:
        return True
    return given in GRADES and GRADES.index(given) >= GRADES.index(asked)


def _shift(seeker: Seeker, post: Post, _: Means) -> Unlock | None:
    return Unlock(
        Opener.EMPLOYER, "只上白班", f"跟单位商量，不上{_text(post.value('班次'))}，只排白班"
    )


def _distance(seeker: Seeker, post: Post, _: Means) -> Unlock | None:
    zone = post.value("工作区域")
    if zone not in ("镇内", "县内"):
        return None
    to = "镇上" if zone == "镇内" else "县城"
    return Unlock(Opener.BUS, f"接送到{to}", f"早晚有车接送到{to}")


def _disabled(seeker: Seeker, post: Post, _: Means) -> Unlock | None:
    return Unlock(Opener.EMPLOYER, "残疾人也要", "问单位，这个活残疾人干得了，能不能要")


def _care(seeker: Seeker, post: Post, _: Means) -> Unlock | None:
    bound, worked = (
        read_hours(_text(seeker.value("照护时段"))),
        read_hours(_text(post.value("上班时间"))),
    )
    if bound is None or worked is None:
        return None
    common = overlap(bound, worked)
    minutes = minutes_of(common)
    return Unlock(
        Opener.CARE, "有人帮着照看", f"{clock(common)}有人帮着照看（{_spell(minutes)}）", minutes
    )


def _spell(minutes: int) -> str:
    """Minutes as people say them.

    >>> _spell(30), _spell(60), _spell(150)
    ('半小时', '1小时', '2个半小时')
    """
    hours, rest = divmod(minutes, 60)
    if rest == 30:
        return f"{hours}个半小时" if hours else "半小时"
    return f"{hours}小时{rest}分" if hours and rest else f"{hours}小时" if hours else f"{rest}分钟"


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


Way: TypeAlias = Callable[[Seeker, Post, Means], "Unlock | None"]

_WAYS: Mapping[str, Way] = {
    "年龄": _age,
    "学历": _school,
    "证书": _certificate,
    "班次": _shift,
    "距离": _distance,
    "残疾": _disabled,
    "照护": _care,
}
"""How each limit that can give way is opened; health gives no way."""

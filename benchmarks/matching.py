"""How posts are matched: `python benchmarks/matching.py [--full]`.

Prints, for a village of 1,500 people and 300 posts, who gets how many offers,
whether every shortfall is explained, how often a seat is named, and the seconds
of `match --all` in memory; the same outcome and the seconds of a plain loop over
the same checks; and, with --full, 50,000 people before 5,000 posts. Seconds are
those of the processor.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from jiuye_cli.core.fields.value import NONE, Facts, Value
from jiuye_cli.core.matching.board import Board
from jiuye_cli.core.matching.pair import weigh
from jiuye_cli.core.matching.rules import MatchRules
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.matching.share import Shares, promises_of, share
from jiuye_cli.core.opening.asks import shortages
from jiuye_cli.core.opening.match import shortfall
from jiuye_cli.core.opening.plan import plan_calls
from jiuye_cli.core.opening.report import unlock_report
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.settings import Settings
from jiuye_cli.files.matching import match_rules
from jiuye_cli.workspace import shipped

TODAY = date(2026, 11, 21)
TRADES = [
    "缝纫工",
    "电子厂普工",
    "电工",
    "焊工",
    "保洁员",
    "保安",
    "护理员",
    "装卸工",
    "护路员",
    "在线客服",
    "家政",
    "服务员",
]
ZONES = ("本村", "镇内", "县内", "省内", "省外")
LIMITS = ("重体力", "登高", "久站", "夜班", "倒班", "出村", "出县")


def invented_people(count: int, seed: int = 7) -> list[Seeker]:
    """People who look for work, of whom about a quarter of everything was never asked."""
    dice = random.Random(seed)
    return [
        Seeker(
            number, f"某{number}", _known(PERSON, dice), TODAY - timedelta(days=dice.randrange(900))
        )
        for number in range(1, count + 1)
    ]


def invented_posts(count: int, seed: int = 8) -> list[Post]:
    """Posts as a county's firms offer them, about seven a firm."""
    dice = random.Random(seed)
    firms = max(count // 7, 1)
    return [
        Post(number, firm := dice.randint(1, firms), f"单位{firm}", _known(POST, dice, 0.9))
        for number in range(1, count + 1)
    ]


def _known(
    makers: dict[str, Callable[[Any], Value]], dice: random.Random, share_known: float = 0.75
) -> Facts:
    return Facts(
        {n: make(dice) for n, make in makers.items() if dice.random() < share_known or n == "工种"}
    )


def _some(dice: Any, words: Sequence[str], chance: float) -> Value:
    return frozenset(word for word in words if dice.random() < chance) or NONE


PERSON: dict[str, Callable[[Any], Value]] = {
    "年龄": lambda d: d.randint(18, 64),
    "文化程度": lambda d: d.choice(["小学", "初中", "初中", "高中", "中专", "大专"]),
    "不能": lambda d: _some(d, LIMITS, 0.1),
    "劳动能力": lambda d: d.choice(["普通劳动力"] * 7 + ["弱劳动力"]),
    "证书": lambda d: ({"职业": d.choice(TRADES), "等级": "五级"},) if d.random() < 0.2 else NONE,
    "残疾人证": lambda d: d.random() < 0.07,
    "照护": lambda d: _some(d, ("幼儿", "学生", "老人"), 0.12),
    "照护时段": lambda d: d.choice(["7:00-8:00", "16:30-18:00", "11:00-13:00"]),
    "意向工种": lambda d: frozenset({d.choice(TRADES)}),
    "意向区域": lambda d: frozenset({d.choice(ZONES)}),
    "最低月薪": lambda d: d.choice([2000, 2500, 3000, 3500]),
}
POST: dict[str, Callable[[Any], Value]] = {
    "工种": lambda d: d.choice(TRADES),
    "用工形式": lambda d: d.choice(["单位就业"] * 8 + ["灵活就业"]),
    "人数": lambda d: d.choice([1, 1, 2, 3, 5, 10]),
    "月薪低": lambda d: d.randrange(2000, 5000, 100),
    "年龄下限": lambda d: d.choice([NONE, 18, 18, 18]),
    "年龄上限": lambda d: d.choice([NONE, 45, 50, 55, 60]),
    "学历要求": lambda d: d.choice([NONE, NONE, "初中", "高中"]),
    "证书要求": lambda d: d.choice([NONE] * 5 + ["电工", "焊工"]),
    "证书等级": lambda _: NONE,
    "劳动强度": lambda d: d.choice("轻中中重"),
    "班次": lambda d: d.choice(["白班", "白班", "两班倒", "三班倒"]),
    "工作环境": lambda d: _some(d, ("登高", "久站", "高温"), 0.1),
    "工作区域": lambda d: d.choice(ZONES),
    "接受残疾人": lambda d: d.random() < 0.5,
    "上班时间": lambda d: d.choice(["8:00-17:00", "7:30-17:30", "9:00-16:00"]),
    "核实日期": lambda d: TODAY - timedelta(days=d.randrange(40)),
}


def timed(label: str, work: Callable[[], Any]) -> Any:
    """The work's outcome, after printing the processor's seconds it took."""
    started = time.process_time()
    found = work()
    print(f"  {label:32} {time.process_time() - started:9.2f} s")
    return found


def village(people: int, posts: int, rules: MatchRules) -> tuple[list[Seeker], Board, Shares]:
    """One run of `match --all` in memory, and what came of it."""
    print(f"{people:,} people who look for work, {posts:,} posts")
    seekers, offered = invented_people(people), invented_posts(posts)
    board = timed("index", lambda: Board(offered, rules, TODAY))
    shares: Shares = timed("match --all", lambda: share(seekers, board))
    counts = Counter(len(offers) for offers in shares.offers.values())
    seats = sum(post.seats_left for post in board.posts)
    print(
        f"  offers: {dict(sorted(counts.items(), reverse=True))}, with three {counts[3] / people:.1%}"
    )
    print(f"  seats {seats:,}, named {sum(shares.promised.values()) / seats:.2f} times on average")
    most = max(shares.promised[p.id] / p.seats_left for p in board.posts if p.id in shares.promised)
    print(f"  named most often {most:.1f} times, allowed {rules.promises}")
    assert all(shares.promised.get(p.id, 0) <= promises_of(p, rules.promises) for p in board.posts)
    return seekers, board, shares


def explained(seekers: Sequence[Seeker], board: Board, shares: Shares) -> None:
    """How many of those with fewer than three are told why."""
    short = [one for one in seekers if len(shares.offers[one.id]) < board.rules.offers]
    told = sum(bool(shortfall(one, board, shares.offers[one.id]).say) for one in short)
    print(f"  fewer than three: {len(short)}, told why: {told}")


def plain_loop(seekers: Sequence[Seeker], board: Board, rules: MatchRules) -> None:
    """The order of every person's posts by index and by a loop over all checks."""
    fast = timed(
        "rank all posts by index", lambda: [[p.id for p in board.best_first(s)] for s in seekers]
    )
    slow = timed(
        "rank all posts by plain loop", lambda: [_looped(s, board.posts, rules) for s in seekers]
    )
    print(f"  same outcome: {fast == slow}")


def _looped(seeker: Seeker, posts: Sequence[Post], rules: MatchRules) -> list[int]:
    pairs = [weigh(seeker, post, rules, TODAY) for post in posts]
    possible = [one for one in pairs if one.is_possible]
    return [one.post.id for one in sorted(possible, key=lambda one: (-one.score, one.post.id))]


def openings(seekers: Sequence[Seeker], board: Board) -> None:
    """The two reports on what would open more."""
    short = timed("who is short, what would open", lambda: shortages(seekers, board))
    plan = timed("fewest calls to employers", lambda: plan_calls(short))
    print(f"  {len(short)} short; {len(plan.employers)} calls, at least {plan.at_least} needed")
    rows = timed("report of the village", lambda: unlock_report(seekers, board))
    print(
        f"  {len(rows)} changes; first: {rows[0].what}, {len(rows[0].people)} people"
        if rows
        else ""
    )


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="also 50,000 people before 5,000 posts")
    full = parser.parse_args().full
    rules = match_rules([shipped("policies")], Settings())
    for people in (450, 1500):
        seekers, board, shares = village(people, 300, rules)
        explained(seekers, board, shares)
    plain_loop(seekers[:300], board, rules)
    openings(seekers, board)
    print("the same people before 60 posts of which age, night shifts and schooling shut out many")
    few = Board([replace(p, id=p.id) for p in invented_posts(60)], rules, TODAY)
    openings(seekers, few)
    if full:
        village(50_000, 5_000, rules)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

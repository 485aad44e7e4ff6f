"""Beside a post on paper: by how much a month its household would be better off."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jiuye_cli.actions.papers.paper import Press
from jiuye_cli.actions.papers.words import yuan
from jiuye_cli.actions.posts.seekers import seek
from jiuye_cli.core.better_off.benefits import benefit_judge
from jiuye_cli.core.better_off.change import BetterOff, better_off
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.rules.span import Span, to_fen

OUT = {
    "路费": "路费要", "请人照看": "请人照看要", "少领的低保": "低保少领", "现在的收入": "现在的收入没了",
}  # fmt: skip
"""How money that goes out is told."""


class Gains:
    """The monthly change for some people, worked out as `match` does."""

    def __init__(self, press: Press, ids: Sequence[int]) -> None:
        self.matching, self.today = press.matching(), press.today
        self.sought = seek(press.conn, self.matching, press.today, ids)

    def words(self, person: int, post: Post) -> str:
        """What taking the post would change for the person's household, in a sentence or two."""
        seeker, claimant = self.sought.seekers[person], self.sought.claimants[person]
        bench = self.matching.bench
        judge = benefit_judge(
            bench.rules(claimant), bench.shelf, bench.moment(self.today), claimant.receipts
        )
        return gain_words(better_off(seeker, post, judge, self.matching.costs, self.today))


def gain_words(change: BetterOff) -> str:
    """The change as its household reads it; where a side is open, what is still to be asked.

    >>> from fractions import Fraction
    >>> from jiuye_cli.core.better_off.change import Line
    >>> def of(low, high): return Line("工资", Span(low, high))
    >>> gain_words(BetterOff((of(2000, 2600), Line("路费", Span(-120, -60)))))
    '去了每月比现在多1,880到2,540元（工资2,000到2,600元，路费要60到120元）。'
    >>> gain_words(BetterOff((of(2000, 2600), Line("路费", Span(None, 0)))))
    '去了每月比现在最多多2,600元。还没问清：路费。'
    >>> gain_words(BetterOff((of(None, None),)))
    '比现在多多少还算不出。还没问清：工资。'
    """
    said = _change(change)
    known = not change.not_known and len(change.lines) > 1
    parts = f"（{'，'.join(_part(one.name, one.amount) for one in change.lines)}）" if known else ""
    asked = f"还没问清：{'、'.join(change.not_known)}。" if change.not_known else ""
    return f"{said}{parts}。{asked}"


def _change(change: BetterOff) -> str:
    low, high = change.low, change.high
    if low is None and high is None:
        return "比现在多多少还算不出"
    if low is None:
        return f"去了每月比现在{f'最多多{yuan(high)}' if high > 0 else f'至少少{yuan(-high)}'}"  # type: ignore[operator,arg-type]
    if high is None:
        return f"去了每月比现在{f'至少多{yuan(low)}' if low >= 0 else f'最多少{yuan(-low)}'}"
    if low < 0 < high:
        return f"去了每月可能比现在少{yuan(-low)}，也可能多{yuan(high)}"
    if low == high == 0:
        return "去了每月跟现在一样多"
    return f"去了每月比现在{'多' if high > 0 else '少'}{_range(low, high)}"


def _part(name: str, amount: Span) -> str:
    low, high = to_fen(amount.low), to_fen(amount.high)
    assert low is not None
    assert high is not None
    if low < 0 < high:
        return f"{name}少{yuan(-low)}到多{yuan(high)}"
    if high <= 0 and low < 0:
        return f"{OUT.get(name, f'{name}少')}{_range(low, high)}"
    return f"{name}{_range(low, high)}"


def _range(low: Decimal, high: Decimal) -> str:
    near, far = sorted((abs(low), abs(high)))
    return yuan(far) if near == far else f"{yuan(near).removesuffix('元')}到{yuan(far)}"

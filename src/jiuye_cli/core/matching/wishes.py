"""What makes one possible post better for someone than another: points, each with its reason.

Wishes never shut a post out. Every part depends on a few facts of each side, so
that many people and posts share one reckoning.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from jiuye_cli.core.fields.value import NONE, UNKNOWN
from jiuye_cli.core.matching.limit import Key, Values
from jiuye_cli.core.matching.limits import certificates, same_trade
from jiuye_cli.core.matching.rules import Points
from jiuye_cli.core.posts.post import Post, Rung

FORMS = {
    "单位就业": frozenset({"企业"}),
    "灵活就业": frozenset({"灵活"}),
    "居家就业": frozenset({"居家", "灵活"}),
    "公益性岗位": frozenset({"公益岗"}),
}
"""The 意向形式 that each 用工形式 meets."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the ranking: what it looks at on each side, and the points for it."""

    name: str
    person: Callable[[Values], Key]
    post: Callable[[Post], Key]
    points: Callable[[Key, Key, Points], int]

    @property
    def looks_at_person(self) -> bool:
        """Whether it differs between people; else it is the post's own merit."""
        return self.person is not _no_facts


def _no_facts(_: Values) -> Key:
    return ()


def _trade(wish: Key, post: Key, points: Points) -> int:
    wanted, trade = wish[0], str(post[0])
    if not isinstance(wanted, frozenset):
        return 0
    return points.trade if any(same_trade(one, trade) for one in wanted) else 0


def _certificate(held: Key, post: Key, points: Points) -> int:
    mine, asked = held[0], post
    if not isinstance(mine, frozenset):
        return 0
    fits = any(
        same_trade(name, str(one)) for name, _ in mine for one in asked if isinstance(one, str)
    )
    return points.certificate if fits else 0


def _zone(wish: Key, post: Key, points: Points) -> int:
    wanted, (zone, at_home) = wish[0], post
    if not isinstance(wanted, frozenset):
        return 0
    return points.zone if zone in wanted or (at_home is True and "居家" in wanted) else 0


def _form(wish: Key, post: Key, points: Points) -> int:
    wanted, (form, at_home) = wish[0], post
    if not isinstance(wanted, frozenset):
        return 0
    offered: frozenset[str] = FORMS.get(str(form), frozenset({"企业"}))
    offered |= frozenset({"居家"}) if at_home is True else frozenset()
    return points.form if wanted & offered else 0


def _wage(wish: Key, post: Key, points: Points) -> int:
    least, (low, high) = wish[0], post
    if not _is_money(least):
        return 0
    if _is_money(low) and low >= least:  # type: ignore[operator]
        return points.enough
    return points.too_little if _is_money(high) and high < least else 0  # type: ignore[operator]


def _pay(_: Key, post: Key, points: Points) -> int:
    low = post[0]
    hundreds = int(low) // 100 if _is_money(low) else 0  # type: ignore[call-overload]
    return points.hundred_yuan * min(hundreds, points.hundreds_at_most)


def _is_money(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _facts(*names: str) -> Callable[[Post], Key]:
    return lambda post: tuple(post.facts.values.get(name, UNKNOWN) for name in names)


def _fact(name: str) -> Callable[[Values], Key]:
    return lambda values: (values.get(name, UNKNOWN),)


def _asked_trades(post: Post) -> Key:
    asked = post.value("证书要求")
    return (post.trade,) if asked is UNKNOWN or asked is NONE else (str(asked), post.trade)


PARTS = (
    Part("工种合意", _fact("意向工种"), lambda post: (post.trade,), _trade),
    Part("证书用得上", certificates, _asked_trades, _certificate),
    Part("地方合意", _fact("意向区域"), _facts("工作区域", "居家"), _zone),
    Part("形式合意", _fact("意向形式"), _facts("用工形式", "居家"), _form),
    Part("工资够不够", _fact("最低月薪"), _facts("月薪低", "月薪高"), _wage),
    Part("工资", _no_facts, _facts("月薪低"), _pay),
    Part("交社保", _no_facts, _facts("社保"), lambda _, post, p: p.insured if post[0] is True else 0),
    Part("台阶", _no_facts, lambda post: (post.rung,), lambda _, post, p: p.rungs.get(Rung(str(post[0])), 0)),
    Part("路远近", _no_facts, _facts("工作区域"), lambda _, post, p: p.zones.get(str(post[0]), 0)),
)  # fmt: skip
"""The parts of the ranking, in the order in which they are printed; `stale_part` comes last."""


def stale_part(today: date, days: int) -> Part:
    """The part for posts that nobody has confirmed for so many days."""
    return Part(
        "好久没核实",
        _no_facts,
        lambda post: (post.is_stale(today, days),),
        lambda _, post, points: points.stale if post[0] else 0,
    )

"""What a post changes for the household in a month: wage, subsidies, 低保, the road, care.

The sums of subsidies and of 低保 income rules are the policies' own: `judge`
is asked once as things are and once as they would be. What is not known keeps
the range open on its side; it is never counted as nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from jiuye_cli.core.fields.value import NONE, UNKNOWN, Facts, Record, Value
from jiuye_cli.core.matching.limit import has
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.posts.hours import overlap, read_hours
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.rules.span import Span, exactly, to_fen, union
from jiuye_cli.core.rules.truth import NO, YES

DISREGARD = "低保就业收入豁免"
"""The 编号 of the policies that say how much of a wage does not count against 低保."""


class Surety(StrEnum):
    """How sure a subsidy is, as the rules see it."""

    GIVEN = "given"  # eligible, or being received
    POSSIBLE = "possible"  # a fact, a source or a gate is missing
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Benefit:
    """One policy's answer about one world: yuan per payment, and how it is paid."""

    policy: str
    surety: Surety
    amount: Span
    monthly: bool

    @property
    def value(self) -> Span:
        """What it is worth a payment, with nothing for what may not come."""
        if self.surety is Surety.REFUSED:
            return exactly(0)
        return self.amount if self.surety is Surety.GIVEN else Span(Fraction(0), self.amount.high)


Judge: TypeAlias = Callable[[Facts], Mapping[str, Benefit]]
"""The benefits of a person and household with these facts, by 编号; policies without money left out."""


UNASKED_COST = Span(Fraction(0), None)
"""Something, but nobody asked how much."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What the village knows of costs, in yuan a month: the road by 工作区域, having someone looked after."""

    road: Mapping[str, Span] = field(default_factory=dict)
    care: Span = field(default_factory=lambda: UNASKED_COST)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sum, in yuan a month (below zero: goes out)."""

    name: str
    amount: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class BetterOff:
    """The monthly change of a household, line by line.

    `once` is money that does not come by the month; `uncounted` names subsidies
    that may come, of which nobody knows how much.
    """

    lines: tuple[Line, ...]
    once: tuple[Line, ...] = ()
    uncounted: tuple[str, ...] = ()

    @property
    def total(self) -> Span:
        """The monthly change, from the least to the most it can be; None where a side is open."""
        total = exactly(0)
        for one in self.lines:
            total = total + one.amount
        return total

    @property
    def low(self) -> Decimal | None:
        """The least it can be, in yuan."""
        return to_fen(self.total.low)

    @property
    def high(self) -> Decimal | None:
        """The most it can be, in yuan."""
        return to_fen(self.total.high)

    @property
    def costs_money(self) -> bool:
        """Whether working there can leave the household with less."""
        return any(end is not None and end < 0 for end in (self.total.low, self.total.high))

    @property
    def not_known(self) -> tuple[str, ...]:
        """The lines whose sum is open on a side."""
        return tuple(one.name for one in self.lines if None in (one.amount.low, one.amount.high))


def better_off(seeker: Seeker, post: Post, judge: Judge, costs: Costs, today: date) -> BetterOff:
    """What taking the post would change a month for the person's household."""
    now = judge(seeker.facts)
    ends = _wage_ends(post)
    worlds = [judge(as_hired(seeker.facts, post, wage, today)) for wage in dict.fromkeys(ends)]
    lines = [Line("工资", _wage(post))]
    lines += _present_wage(seeker)
    lines += _subsidies(now, worlds, monthly=True)
    lines += _allowance(seeker, post, worlds)
    lines += [_road(post, costs), *_care(seeker, post, costs)]
    once = _subsidies(now, worlds, monthly=False)
    kept = tuple(one for one in lines if one.amount != exactly(0))
    return BetterOff(kept, tuple(once), _uncounted(now, worlds))


def as_hired(facts: Facts, post: Post, wage: Value, today: date) -> Facts:
    """The facts as they would be on the first day at the post."""
    form = post.value("用工形式")
    job: dict[str, Value] = {
        "单位": post.employer_name, "工种": post.trade, "起": today, "月薪": wage,
        "用工形式": form if form is not UNKNOWN else "单位就业",
        "合同": post.value("合同"), "合同月数": post.value("合同月数"), "社保": post.value("社保"),
        "区域": REGION.get(str(post.value("工作区域")), UNKNOWN),
    }  # fmt: skip
    record: Record = {name: value for name, value in job.items() if value is not UNKNOWN}
    held = facts.value("就业经历")
    jobs = (*(held if isinstance(held, tuple) else ()), record)
    changed: dict[str, Value] = {
        "就业经历": jobs,
        "就业状态": STATUS.get(str(form), "在职"),
        "当前月薪": wage,
    }
    return replace(facts, values={**facts.values, **changed})


STATUS = {"公益性岗位": "公益性岗位", "灵活就业": "灵活就业", "居家就业": "灵活就业"}
"""The 就业状态 that goes with each 用工形式; any other is 在职."""

REGION = {"本村": "县内", "镇内": "县内", "县内": "县内", "省内": "省内县外", "省外": "省外"}
"""The 区域 of 就业经历 that goes with each 工作区域."""


def _wage_ends(post: Post) -> tuple[Value, Value]:
    return post.value("月薪低"), post.value("月薪高")


def _wage(post: Post) -> Span:
    return Span(*(_bound(end) for end in _wage_ends(post)))


def _bound(value: Value) -> Fraction | None:
    return (
        Fraction(value)
        if isinstance(value, int | Decimal) and not isinstance(value, bool)
        else None
    )


def _present_wage(seeker: Seeker) -> list[Line]:
    """The wage that would be given up."""
    wage = seeker.value("当前月薪")
    if wage is NONE or (wage is UNKNOWN and seeker.value("就业状态") not in _WORKING):
        return []
    return [Line("现在的收入", -Span(_bound(wage), _bound(wage)), "换了工作就没有了")]


_WORKING = ("在职", "灵活就业", "自主创业", "公益性岗位")


def _subsidies(
    now: Mapping[str, Benefit], worlds: list[Mapping[str, Benefit]], *, monthly: bool
) -> list[Line]:
    """Each subsidy that differs between the worlds; what stays as it is changes nothing."""
    names = dict.fromkeys(name for world in (now, *worlds) for name in world if name != DISREGARD)
    found = (
        _difference(name, now.get(name), [w.get(name) for w in worlds], monthly) for name in names
    )
    return [one for one in found if one is not None]


def _difference(
    name: str, now: Benefit | None, then: list[Benefit | None], monthly: bool
) -> Line | None:
    # Only what the household surely has today can be lost by taking work
    had = now if now and now.surety is Surety.GIVEN else None
    known = [one for one in (had, *then) if one is not None]
    if any(one.monthly is not monthly or one.amount.high is None for one in known):
        return None
    if all(one == now for one in then):
        return None
    before = had.value if had else exactly(0)
    change = union(one.value if one else exactly(0) for one in then) + -before
    sure = all(one.surety is Surety.GIVEN for one in known)
    return None if change == exactly(0) else Line(name, change, "" if sure else "还要核实")


def _uncounted(now: Mapping[str, Benefit], worlds: list[Mapping[str, Benefit]]) -> tuple[str, ...]:
    """Subsidies that the post would bring, of which no most is known."""
    found = [
        one.policy
        for world in worlds
        for one in world.values()
        if one.policy != DISREGARD and one.amount.high is None and now.get(one.policy) != one
    ]
    return tuple(dict.fromkeys(found))


def _allowance(seeker: Seeker, post: Post, worlds: list[Mapping[str, Benefit]]) -> list[Line]:
    """The 低保 lost: the wage less what the local rule leaves out, at most the whole sum.

    低保 makes up the difference to the standard (社会救助暂行办法第十二条), so each
    yuan counted is a yuan less.
    """
    on_it, paid = has(seeker.value("人员类别"), "低保"), _bound(seeker.value("低保金额"))
    if on_it is NO or (on_it is not YES and paid is None):
        return []
    most = Span(Fraction(0), paid)
    lost = _counted(_wage(post), worlds)
    lost = Span(
        _least(lost.low, paid), _least(lost.high, paid) if lost.high is not None else most.high
    )
    certain = on_it is YES and paid is not None
    loss = -lost if certain else -Span(Fraction(0), lost.high)
    return [Line("少领的低保", loss, _rule_note(worlds))]


def _least(counted: Fraction | None, paid: Fraction | None) -> Fraction | None:
    if counted is None:
        return Fraction(0)
    return counted if paid is None else min(counted, paid)


def _counted(wage: Span, worlds: list[Mapping[str, Benefit]]) -> Span:
    """How much of a wage counts as income under the local rule; all of it may where there is none."""
    rules = [world.get(DISREGARD) for world in worlds]
    if any(rule is None for rule in rules):
        return Span(Fraction(0), wage.high)
    left_out = union(rule.value for rule in rules if rule is not None)
    return (wage + -left_out).most(exactly(0))


def _rule_note(worlds: list[Mapping[str, Benefit]]) -> str:
    return "" if all(DISREGARD in world for world in worlds) else "本地就业收入怎么扣减没查到"


def _road(post: Post, costs: Costs) -> Line:
    zone, fare = post.value("工作区域"), _bound(post.value("每月路费"))
    if fare is not None:
        return Line("路费", -Span(fare, fare))
    if zone == "本村" or True in (post.value("居家"), post.value("班车")):
        return Line("路费", exactly(0))
    return Line("路费", -costs.road.get(str(zone), UNASKED_COST), "路费没问")


def _care(seeker: Seeker, post: Post, costs: Costs) -> list[Line]:
    """What it takes to have someone looked after in the hours of work."""
    care, bound = seeker.value("照护"), seeker.value("照护时段")
    if post.value("居家") is True or care is NONE or care == frozenset():
        return []
    hours, worked = (
        read_hours(v) if isinstance(v, str) else None for v in (bound, post.value("上班时间"))
    )
    if hours is not None and worked is not None and not overlap(hours, worked):
        return []
    asked = "照看的钱没问" if care is not UNKNOWN else "没问家里有没有人要照看"
    return [Line("请人照看", -costs.care, asked)]


def unjudged(_: Facts) -> Mapping[str, Benefit]:
    """A judge that knows no policy."""
    return {}

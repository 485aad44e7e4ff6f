"""The hard limits of people and posts, each in three truths.

Sex is not among them: a post that asks for one is shown with the law's note.
"""

from __future__ import annotations

from typing import Any

from jiuye_cli.core.fields.post import BURDENS, SCHOOLS
from jiuye_cli.core.fields.value import NONE, UNKNOWN
from jiuye_cli.core.matching.limit import Key, Limit, Opener, Values, has, says, unless
from jiuye_cli.core.posts.hours import overlap, read_hours
from jiuye_cli.core.posts.post import AFAR, WELFARE_FORM
from jiuye_cli.core.rules import truth
from jiuye_cli.core.rules.truth import NO, YES, Truth, both, either

WELFARE_FACT = "公益岗条件"
"""Whether the rules let someone hold a 公益岗: worked out by the rules, never typed."""

NEAR = ("本村", "居家")
GRADES = ("合格证", "专项能力", "五级", "四级", "三级", "二级", "一级")
"""Levels of a certificate, lowest first."""


def age_fits(age: Any, low: Any, high: Any) -> Truth:
    """Whether an age lies within what a post asks, both ends included.

    >>> age_fits(50, 18, 50), age_fits(51, 18, 50), age_fits(UNKNOWN, NONE, NONE)
    (<Truth.YES: 2>, <Truth.NO: 0>, <Truth.YES: 2>)
    """
    return both((_bound(low, low, age), _bound(high, age, high)))


def _bound(bound: Any, less: Any, more: Any) -> Truth:
    """Whether `less` ≤ `more`, where a bound known to be none is always kept."""
    if bound is NONE:
        return YES
    if not isinstance(less, int) or not isinstance(more, int):
        return truth.UNKNOWN
    return truth.truth(less <= more)


def school_fits(school: Any, asked: Any) -> Truth:
    """Whether someone's schooling is at least what a post asks.

    >>> school_fits("中专", "高中"), school_fits("小学", "初中")
    (<Truth.YES: 2>, <Truth.NO: 0>)
    """
    if asked is NONE or asked == SCHOOLS.values[0]:
        return YES
    if asked is UNKNOWN or school is UNKNOWN:
        return truth.UNKNOWN
    return truth.truth(school is not NONE and _years(school) >= _years(asked))


def _years(school: str) -> int:
    # Vocational and general upper schools are one stage
    return SCHOOLS.values.index("高中" if school == "中专" else school)


def certificates(values: Values) -> Key:
    """Someone's certificates as pairs of trade and level, or that there are none, or not known."""
    held = values.get("证书", UNKNOWN)
    if not isinstance(held, tuple):
        return (held,)
    return (frozenset((str(one.get("职业", "")), one.get("等级", UNKNOWN)) for one in held),)


def certificate_fits(held: Any, trade: Any, level: Any) -> Truth:
    """Whether someone holds a certificate of the trade, at the level or above.

    >>> certificate_fits(frozenset({("低压电工", "四级")}), "电工", "五级")
    <Truth.YES: 2>
    >>> certificate_fits(NONE, "电工", UNKNOWN), certificate_fits(UNKNOWN, NONE, NONE)
    (<Truth.NO: 0>, <Truth.YES: 2>)
    """
    if trade is NONE:
        return YES
    if held is UNKNOWN or trade is UNKNOWN:
        return truth.UNKNOWN
    if held is NONE:
        return NO
    return either(_level_fits(mine, level) for name, mine in held if same_trade(name, trade))


def same_trade(one: str, other: str) -> bool:
    """Whether two names of trades mean one trade, as far as the words tell; 焊工、电工 names either.

    >>> same_trade("低压电工", "电工证"), same_trade("育婴师", "育婴员"), same_trade("焊工", "电工")
    (True, True, False)
    """
    mine, asked = _trades(one), _trades(other)
    return any(a in b or b in a for a in mine for b in asked)


def _trades(text: str) -> list[str]:
    plain = text.replace("师", "员").replace("证书", "").replace("证", "")
    for mark in "、，,/或和 ":
        plain = plain.replace(mark, "|")
    return [part for part in plain.split("|") if part]


def _level_fits(mine: Any, asked: Any) -> Truth:
    if asked is NONE or asked == GRADES[0]:
        return YES
    if asked is UNKNOWN or mine is UNKNOWN:
        return truth.UNKNOWN
    return truth.truth(GRADES.index(mine) >= GRADES.index(asked))


def load_fits(cannot: Any, ability: Any, load: Any) -> Truth:
    """Whether someone can bear the load of a post.

    Who cannot work at all can bear none. A weak worker is not sent to heavy
    work, and is asked about middling work.
    """
    able = truth.opposite(says(ability, "丧失劳动力", "无劳动力"))
    weak = says(ability, "弱劳动力")
    heavy = unless(either((has(cannot, "重体力"), weak)), says(load, "重"))
    doubtful = both((weak, says(load, "中")))
    return both((able, heavy, YES if doubtful is NO else truth.UNKNOWN))


def shift_fits(cannot: Any, shift: Any) -> Truth:
    """Whether someone can keep the shifts of a post; two shifts may or may not mean nights.

    >>> shift_fits(frozenset({"夜班"}), "两班倒"), shift_fits(frozenset({"倒班"}), "两班倒")
    (<Truth.UNKNOWN: 1>, <Truth.NO: 0>)
    """
    nights = truth.UNKNOWN if shift == "两班倒" else says(shift, "夜班", "三班倒")
    turns = says(shift, "两班倒", "三班倒")
    return both((unless(has(cannot, "夜班"), nights), unless(has(cannot, "倒班"), turns)))


def burdens_fit(cannot: Any, burdens: Any) -> Truth:
    """Whether nothing of the work is what someone cannot do."""
    return both(unless(has(cannot, one), has(burdens, one)) for one in BURDENS)


def distance_fits(cannot: Any, zone: Any, at_home: Any) -> Truth:
    """Whether a post is no farther than someone can go; work at home is work in the village.

    A post that nobody called 居家 counts as one to go to.

    >>> distance_fits(frozenset({"出县"}), "镇内", False), distance_fits(frozenset({"出村"}), "镇内", False)
    (<Truth.YES: 2>, <Truth.NO: 0>)
    """
    if at_home is True:
        return YES
    out = truth.opposite(says(zone, *NEAR))
    return both((unless(has(cannot, "出村"), out), unless(has(cannot, "出县"), says(zone, *AFAR))))


def is_disabled(categories: Any, health: Any, card: Any, level: Any) -> Truth:
    """Whether someone is disabled, by whichever fact tells."""
    if level is not UNKNOWN and level is not NONE:
        return YES
    told = (has(categories, "残疾人"), has(health, "残疾"), _yes(card))
    if YES in told:
        return YES
    return NO if NO in told else truth.UNKNOWN


def _yes(value: Any) -> Truth:
    return truth.UNKNOWN if value is UNKNOWN else truth.truth(value is True)


def welcome(categories: Any, health: Any, card: Any, level: Any, takes: Any) -> Truth:
    """Whether the employer takes someone who is disabled; everyone else is welcome."""
    refuses = truth.opposite(_yes(takes))
    return unless(is_disabled(categories, health, card, level), refuses)


def care_fits(care: Any, hours: Any, at_work: Any, at_home: Any) -> Truth:
    """Whether the hours of a post leave free those someone must be at home.

    >>> care_fits(frozenset({"学生"}), "16:30-18:00", "8:00-17:00", False)
    <Truth.NO: 0>
    >>> care_fits(NONE, UNKNOWN, "8:00-17:00", False), care_fits(frozenset({"幼儿"}), UNKNOWN, UNKNOWN, True)
    (<Truth.YES: 2>, <Truth.YES: 2>)
    """
    if at_home is True or care in (NONE, frozenset()):
        return YES
    bound = read_hours(hours) if isinstance(hours, str) else None
    worked = read_hours(at_work) if isinstance(at_work, str) else None
    if bound is None or worked is None:
        return truth.UNKNOWN
    return truth.truth(not overlap(bound, worked))


def welfare_fits(allowed: Any, form: Any) -> Truth:
    """Whether the rules let someone take the post, where it is a 公益岗."""
    asked = YES if form == WELFARE_FORM else NO
    return unless(truth.opposite(_yes(allowed)), asked)


DISABLED = ("人员类别", "健康状况", "残疾人证", "残疾等级")

LIMITS = (
    Limit("年龄", ("年龄",), ("年龄下限", "年龄上限"), age_fits, Opener.EMPLOYER),
    Limit("学历", ("文化程度",), ("学历要求",), school_fits, Opener.EMPLOYER),
    Limit("证书", ("证书",), ("证书要求", "证书等级"), certificate_fits, Opener.TRAINING, person_key=certificates),
    Limit("劳动强度", ("不能", "劳动能力"), ("劳动强度",), load_fits, private=True),
    Limit("班次", ("不能",), ("班次",), shift_fits, Opener.EMPLOYER, private=True),
    Limit("工作环境", ("不能",), ("工作环境",), burdens_fit, private=True),
    Limit("距离", ("不能",), ("工作区域", "居家"), distance_fits, Opener.BUS, private=True),
    Limit("残疾", DISABLED, ("接受残疾人",), welcome, Opener.EMPLOYER, private=True),
    Limit("照护", ("照护", "照护时段"), ("上班时间", "居家"), care_fits, Opener.CARE),
    Limit("公益岗条件", (WELFARE_FACT,), ("用工形式",), welfare_fits),
)  # fmt: skip
"""Every hard limit, in the order in which they are shown."""

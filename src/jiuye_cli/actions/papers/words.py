"""Facts, wages and amounts as paper says them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from jiuye_cli.core.course.claim import Claim
from jiuye_cli.core.fields.catalogue import facts as catalogue
from jiuye_cli.core.fields.field import Kind
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Facts, PartialSet, Value
from jiuye_cli.core.policy.handbook import PAY_WORDS
from jiuye_cli.core.policy.policy import Pay
from jiuye_cli.core.policy.verdict import Judged
from jiuye_cli.core.posts.post import Post


def line(label: str, value: object) -> dict[str, object]:
    """A label and what stands beside it; None leaves room to write."""
    return {"label": label, "value": value}


def lines(facts: Facts, names: Mapping[str, str], *, gaps: bool = False) -> list[dict[str, object]]:
    """A line for each fact that is known, under its label; with `gaps` also for those to be written in."""
    found = [line(label, words(facts, name)) for name, label in names.items()]
    return [one for one in found if gaps or one["value"] is not None]


def words(facts: Facts, name: str) -> str | None:
    """A fact in words; None where it is not known.

    >>> facts = Facts({"最低月薪": 2500, "户籍地": "山东/聊城/临清"})
    >>> words(facts, "最低月薪"), words(facts, "户籍地"), words(facts, "不能")
    ('每月2,500元', '山东聊城临清', None)
    """
    value = facts.value(name)
    field = catalogue().get(name)
    if value is UNKNOWN:
        return None
    if field is not None and field.kind is Kind.MONEY and isinstance(value, int | Decimal):
        return f"{'每月' if field.unit.endswith('/月') else ''}{yuan(value)}"
    if field is not None and field.kind is Kind.PLACE and isinstance(value, str):
        return value.replace("/", "")
    unit = field.unit if field is not None and isinstance(value, int) else ""
    return _plain(value) + (unit if not isinstance(value, bool) else "")


def _plain(value: Value) -> str:
    if value is NONE:
        return "无"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, PartialSet):
        return joined(value.yes) or "没有问全"
    if isinstance(value, frozenset):
        return joined(value) or "无"
    if isinstance(value, date):
        return day_words(value)
    return f"{len(value)}条" if isinstance(value, tuple) else str(value)


def joined(members: Iterable[str]) -> str:
    """Members of a set in a row, always in the same order."""
    return "、".join(sorted(members))


def day_words(day: date) -> str:
    """A date in full: 2026年11月21日."""
    return f"{day.year}年{day.month}月{day.day}日"


def yuan(amount: int | float | Decimal) -> str:
    """An amount of money: 1,500元."""
    number = Decimal(str(amount))
    whole = number == number.to_integral_value()
    return f"{number:,.0f}元" if whole else f"{number:,.2f}元"


def wage(post: Post) -> str | None:
    """What a post pays a month, as far as it was said.

    >>> from jiuye_cli.core.posts.post import post_of
    >>> wage(post_of({"月薪低": 2200, "月薪高": 2800})), wage(post_of({"计薪方式": "面议"}))
    ('每月2,200到2,800元', '面议')
    """
    low, high = post.value("月薪低"), post.value("月薪高")
    if isinstance(low, int | Decimal) and isinstance(high, int | Decimal) and low != high:
        return f"每月{yuan(low).removesuffix('元')}到{yuan(high)}"
    for one, before in ((low, "每月"), (high, "每月最多")):
        if isinstance(one, int | Decimal):
            return f"{before}{yuan(one)}{'' if one == high or one is high else '起'}"
    said = post.value("工资说明")
    how = post.value("计薪方式")
    return said if isinstance(said, str) else how if isinstance(how, str) else None


def place(post: Post) -> str | None:
    """Where a post is."""
    for name in ("工作地点", "工作区域"):
        value = post.value(name)
        if isinstance(value, str):
            return value
    return None


def amount(judged: Judged) -> str | None:
    """What a policy pays, how often and how long; None where no figure is known."""
    if judged.pay is None:
        return None
    sum_ = _sum(judged)
    if sum_ is None:
        return None
    most = f"，最长{judged.months}个月" if judged.months and judged.pay is Pay.MONTHLY else ""
    return f"{PAY_WORDS[judged.pay]}{sum_}{most}"


def claimed(one: Claim) -> str | None:
    """What a claim asks for, how often; None where no figure is known.

    >>> day = date(2026, 11, 21)
    >>> claimed(Claim(1, "补贴", day, amount=1500, pay="once")), claimed(Claim(1, "补贴", day))
    ('一次性1,500元', None)
    >>> claimed(Claim(1, "补贴", day, amount_low=1000, amount_high=2000))
    '1,000到2,000元'
    """
    how = PAY_WORDS[Pay(one.pay)] if one.pay else ""
    if one.amount is not None:
        return f"{how}{yuan(one.amount)}"
    low, high = one.amount_low, one.amount_high
    if high is None:
        return None
    return f"{how}{yuan(low).removesuffix('元')}到{yuan(high)}" if low else f"{how}最多{yuan(high)}"


def _sum(judged: Judged) -> str | None:
    if judged.amount is not None:
        return yuan(judged.amount)
    low, high = judged.amount_low, judged.amount_high
    if low is not None and high is not None:
        return f"{yuan(low).removesuffix('元')}到{yuan(high)}"
    return f"最多{yuan(high)}" if high is not None else None

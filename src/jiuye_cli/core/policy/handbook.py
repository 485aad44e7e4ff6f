"""A page of the policy handbook, from the rule alone: who, how much, how long, papers, where, until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.policy.amount import Amount, Bounded, Computed, Least, NotFound, Table
from jiuye_cli.core.policy.cases import CaseRun, run_case
from jiuye_cli.core.policy.grammar.amount import MONTHS_TO_GO
from jiuye_cli.core.policy.policy import (
    After,
    Application,
    Exclusion,
    Kept,
    Pay,
    Policy,
    Step,
    Version,
)
from jiuye_cli.core.policy.prose import SIGNS, Line, condition_lines, long_day, spoken
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.rules.days import FAR
from jiuye_cli.core.rules.formula import Formula, Number
from jiuye_cli.core.rules.source import Source
from jiuye_cli.core.rules.span import Span, to_fen

PAY_WORDS = {Pay.ONCE: "一次性", Pay.MONTHLY: "每月", Pay.YEARLY: "每年", Pay.HOURLY: "每学时"}
KEPT_WORDS = {
    Kept.TOGETHER: "不能同一个月都领",
    Kept.SAME_MATTER: "同一件事只能领一样",
    Kept.FOR_LIFE: "一辈子只能领一样",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a handbook page says of one rule on one day.

    `standing` is 现行, 待核, 已结束 or 未开始; `worked` are the rule's own cases,
    one who can and one who cannot where there are, as they come out now.
    """

    policy: Policy
    version: Version
    standing: str
    who: tuple[Line, ...]
    how_much: tuple[str, ...]
    how_long: tuple[str, ...]
    how_often: tuple[str, ...]
    not_with: tuple[str, ...]
    papers: tuple[str, ...]
    where: tuple[str, ...]
    steps: tuple[str, ...]
    last_day: tuple[str, ...]
    promises: tuple[str, ...]
    sources: tuple[Source, ...]
    not_found: tuple[str, ...]
    notes: tuple[str, ...]
    worked: tuple[CaseRun, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the page must not be printed: what its examples come to otherwise."""
        return tuple(f"{run.case.label}：{fault}" for run in self.worked for fault in run.faults)


def page(rule: Rule, shelf: Shelf, day: date) -> Page:
    """The page of a rule as it stands on a day."""
    policy = rule.policy
    version, standing = version_on(rule, day)
    application = version.application
    return Page(
        policy=policy,
        version=version,
        standing=standing,
        who=condition_lines(version.condition),
        how_much=tuple(_how_much(version)),
        how_long=tuple(_how_long(version)),
        how_often=tuple(_how_often(version)),
        not_with=tuple(_not_with(version.exclusions, policy, shelf)),
        papers=tuple(_papers(application)),
        where=(
            *application.channels,
            *([f"电话 {application.phone}"] if application.phone else []),
        ),
        steps=tuple(map(step_words, application.steps)),
        last_day=tuple(_last_day(version)),
        promises=tuple(map(step_words, version.promises)),
        sources=version.sources,
        not_found=(*policy.not_found, *version.not_found),
        notes=tuple(note for note in (policy.note, version.note) if note),
        worked=tuple(_worked(policy, shelf)),
    )


def version_on(rule: Rule, day: date) -> tuple[Version, str]:
    """The version in force on a day, with every layer's part, and how it stands in a word."""
    version, standing = _own_version(rule.layers[0], day)
    for layer in rule.layers[1:]:
        lower, how = _own_version(layer, day)
        if how == "现行":
            version = rule.merge(version, lower)
        elif how == "待核":
            standing = how
    return version, standing


def _own_version(policy: Policy, day: date) -> tuple[Version, str]:
    begun = [one for one in policy.versions if one.start <= day]
    if not begun:
        return policy.versions[0], "未开始"
    version = begun[-1]
    if day <= version.end:
        return version, "现行" if day <= version.accept_until else "停止受理"
    return version, "已结束" if version.after is After.ENDED else "待核"


def _how_much(version: Version) -> Iterator[str]:
    if version.amount is None or version.pay is None:
        return
    how = PAY_WORDS[version.pay]
    yield from amount_lines(version.amount, how)
    yield from (f"{how}最高不超过{amount_words(cap)}" for cap in version.caps)
    yield from (f"{how}不低于{amount_words(floor)}" for floor in version.floors)
    if version.quantity is not None:
        yield f"按{spoken(version.quantity.text)}算"
    if version.total_cap is not None:
        yield f"合计最高不超过{amount_words(version.total_cap)}"


def amount_lines(amount: Amount, how: str = "", unit: str = "元") -> Iterator[str]:
    """An amount line by line; a table has a line for each step."""
    if isinstance(amount, Table):
        for row in amount.rows:
            label = "其余" if row.test is None else _label(amount.fact.name, row.label)
            for line in amount_lines(row.amount, how, unit):
                yield f"{label}：{line}"
    elif isinstance(amount, Least):
        yield from amount_lines(amount.first, how, unit)
        yield from (f"并且不超过：{line}" for line in amount_lines(amount.second, how, unit))
    else:
        yield f"{how}{amount_words(amount, unit)}"


def _label(fact: str, label: str) -> str:
    if label in ("有", "无"):
        return f"{'有' if label == '有' else '没有'}{fact}"
    if label[:1] in "<>≥≤=0123456789":
        low, dots, high = label.partition("..")
        return (
            f"{fact}{low}到{high}" if dots else f"{fact}{SIGNS.get(label[0], label[0])}{label[1:]}"
        )
    return f"{fact}是{label}"


def amount_words(amount: Amount, unit: str = "元") -> str:
    """An amount in a few words."""
    if isinstance(amount, NotFound):
        return "金额没有查到，请核实"
    if isinstance(amount, Bounded):
        return span_words(amount.bounds)
    if isinstance(amount, Computed):
        return _formula_words(amount.formula, unit)
    return "；".join(amount_lines(amount, unit=unit))


def _formula_words(formula: Formula, unit: str) -> str:
    if formula is MONTHS_TO_GO:
        return "到退休"
    if isinstance(formula, Number) and formula.span.exact is not None:
        return f"{to_fen(formula.span.exact):,}{unit}"
    return spoken(formula.text)


def span_words(span: Span) -> str:
    """An amount between bounds.

    >>> from fractions import Fraction
    >>> span_words(Span(Fraction(20000), Fraction(24000))), span_words(Span(None, Fraction(600)))
    ('20,000到24,000元', '最多600元')
    """
    low, high = to_fen(span.low), to_fen(span.high)
    if low is None and high is None:
        return "金额没有查到，请核实"
    if low == high or high is None or low is None:
        bound = high if low is None else low
        return f"{'最多' if low is None else '至少' if high is None else ''}{bound:,}元"
    return f"{low:,}到{high:,}元"


def _how_long(version: Version) -> Iterator[str]:
    if version.longest is not None:
        for line in amount_lines(version.longest, unit="个月"):
            yield f"最长{line}" if "：" not in line else line.replace("：", "：最长", 1)
    tally = version.tally
    if tally.retirement_months is not None:
        yield f"首次核定时距法定退休年龄不足{_years(tally.retirement_months)}的，可以领到退休"
    if tally.leaving_out:
        yield f"不计入期限的：{'、'.join(tally.leaving_out)}"
    if tally.again is not None:
        gap = f"隔{tally.again.gap_months}个月，" if tally.again.gap_months else ""
        yield f"期满后可再享受{tally.again.times}次：{gap}{tally.again.gate}（由人确认）"


def _years(months: int) -> str:
    return f"{months // 12}年" if months % 12 == 0 else f"{months}个月"


def _how_often(version: Version) -> Iterator[str]:
    limits = version.limits
    if limits.a_year is not None:
        yield f"每年{limits.a_year}次"
    if limits.extra_a_year:
        yield f"每年可另加{limits.extra_a_year}次：{limits.extra_gate}（由人确认）"
    if limits.in_life is not None:
        yield f"一辈子{limits.in_life}次"
    if limits.same:
        yield f"同一{'、'.join(limits.same)}只能{limits.same_times}次"
    if limits.never_lower:
        yield f"领过高{limits.never_lower.rpartition('.')[2]}的，不再领低的"
    if limits.a_household is not None:
        yield f"一户只能{limits.a_household}人"


def _not_with(exclusions: Iterable[Exclusion], policy: Policy, shelf: Shelf) -> Iterator[str]:
    names = {one.id: one.name for one in shelf.policies}
    for tie in exclusions:
        others = sorted(
            names.get(one, one)
            for one in shelf.exclusion_groups.get(tie.group, ())
            if one != policy.id
        )
        if others:
            yield f"{'、'.join(others)}：{KEPT_WORDS[tie.kept]}"


def _papers(application: Application) -> Iterator[str]:
    for paper in application.documents:
        when = (
            ""
            if paper.when is None
            else "，".join(line.text for line in condition_lines(paper.when))
        )
        yield f"{paper.name}（{when}的要带）" if when else paper.name


def step_words(step: Step) -> str:
    """A step or promise with its term."""
    return f"{step.what}（{step.within}内）" if step.within else step.what


def _last_day(version: Version) -> Iterator[str]:
    application = version.application
    yield from (f"{spoken(term.text)}申请" for term in application.terms)
    yield from (f"续领的：{spoken(term.text)}申请" for term in application.renewal_terms)
    yield from (f"每年{_day(one.first)}到{_day(one.last)}受理" for one in application.windows)
    if version.accept_until < FAR:
        yield f"受理到{long_day(version.accept_until)}"
    if version.pay_until < FAR:
        yield f"已批的发到{long_day(version.pay_until)}"
    if version.end < FAR:
        after = "到期结束" if version.after is After.ENDED else "到期后是否延续没有查到"
        yield f"{long_day(version.end)}{after}"
    if version.transition_until is not None:
        yield f"有效期内已符合的，可办到{long_day(version.transition_until)}"


def _day(day: tuple[int, int]) -> str:
    return f"{day[0]}月{day[1]}日"


def _worked(policy: Policy, shelf: Shelf) -> Iterator[CaseRun]:
    """The two worked people: the first who can, the first who cannot."""
    for wanted in (("eligible", "confirm"), ("ineligible",)):
        case = next((one for one in policy.cases if one.verdict in wanted), None)
        if case is not None:
            yield run_case(policy, case, shelf)

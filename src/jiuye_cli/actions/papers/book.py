"""政策汇编: the handbook out of the rules alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.actions.papers.words import yuan
from jiuye_cli.core.policy.handbook import PAY_WORDS, Page, page
from jiuye_cli.core.policy.kinds import kinds_of
from jiuye_cli.core.policy.prose import Line
from jiuye_cli.core.policy.shelf import Rule, Shelf
from jiuye_cli.core.policy.verdict import Judged
from jiuye_cli.core.rules.source import Source
from jiuye_cli.errors import NotFoundError, Problem, RuleFileError

STANDING = {
    "已结束": "已经结束，不能再申请",
    "停止受理": "不再收新的申请",
    "待核": "到期后是否延续没有查到，先打电话核实",
}


def policy_book(press: Press, wanted: Wanted) -> list[Gathered]:
    """The handbook of a region's rules, or of the chosen ones.

    Raises `RuleFileError` when a worked example comes to something else than
    its rule promises: that page must not be printed.
    """
    bench = press.bench()
    region = wanted.region or bench.place
    day = wanted.on or press.today
    pages = [page(rule, bench.shelf, day) for rule in _chosen(bench.shelf, region, wanted)]
    pages.sort(key=lambda one: one.standing in ("已结束", "停止受理"))
    _refuse_failing(pages)
    title = "就业政策汇编" if not wanted.policies else "就业政策选编"
    data = {
        **press.head(),
        "title": title,
        "region": region.replace("/", ""),
        "publisher": f"{press.settings.village}村民委员会"
        if press.settings.village
        else "村民委员会",
        "on": day,
        "large": wanted.large,
        "policies": [_policy(one) for one in pages],
    }
    return [Gathered("政策汇编", data, 0, "政策")]


def _chosen(shelf: Shelf, region: str, wanted: Wanted) -> list[Rule]:
    rules = sorted(shelf.rules_at(region), key=_order)
    names = (*wanted.policies, *wanted.who)
    if not names:
        return rules
    chosen = [
        rule for rule in rules if any(name in (rule.policy.id, rule.policy.name) for name in names)
    ]
    missing = [
        name for name in names if not any(name in (r.policy.id, r.policy.name) for r in rules)
    ]
    if missing:
        raise NotFoundError(f"{region} 没有“{missing[0]}”这项政策。jiuye policy list 看有哪些。")
    return chosen


ORDER = ("本人", "家庭", "用人单位", "车间", "培训机构", "平台")


def _order(rule: Rule) -> int:
    """Who reads it first: people, then households, then employers."""
    return ORDER.index(rule.policy.beneficiary)


def _refuse_failing(pages: list[Page]) -> None:
    problems = [
        Problem(f"例子对不上，这一页不印：{fault}", one.policy.file, run.case.line)
        for one in pages
        for run in one.worked
        for fault in run.faults
    ]
    if problems:
        raise RuleFileError(problems)


def _policy(one: Page) -> dict[str, Any]:
    return {
        "id": one.policy.id,
        "name": one.policy.name,
        "region": one.policy.region.replace("/", ""),
        "beneficiary": one.policy.beneficiary,
        "kinds": list(kinds_of(one.policy, one.version)),
        "place": _place(one.policy.region, one.policy.name),
        "who": list(_numbered(one.who)),
        "amount": list(one.how_much),
        "how_long": "；".join((*one.how_long, *one.how_often)) or None,
        "papers": list(one.papers),
        "where": "；".join(one.where) or None,
        "deadline": "；".join(one.last_day) or None,
        "steps": [*one.steps, *one.promises],
        "notes": list(one.notes),
        "not_found": list(one.not_found),
        "not_with": list(one.not_with),
        "ended": STANDING.get(one.standing),
        "sources": [_source(source) for source in one.sources],
        "examples": list(_examples(one)),
    }


def _place(region: str, name: str) -> str | None:
    """The region, where the policy's name does not say it already."""
    last = region.rpartition("/")[2]
    return None if last in name or region == "全国" else region.replace("/", "")


def _numbered(lines: Sequence[Line]) -> Iterator[str]:
    """Conditions as 1. 2. 3., what they consist of as （1）（2）, deeper ones with a dash."""
    counts = [0, 0]
    for line in lines:
        if line.depth > 1:
            yield "　" * line.depth + "— " + line.text
            continue
        counts[line.depth] += 1
        counts[line.depth + 1 :] = [0] * (1 - line.depth)
        yield f"{counts[0]}.{line.text}" if line.depth == 0 else f"　（{counts[1]}）{line.text}"


def _source(source: Source) -> dict[str, Any]:
    return {
        "document": source.title or source.number,
        "clause": source.clause or None,
        "quote": source.quote or None,
        "address": "；".join(source.read_at) or None,
        "trust": source.trust.name,
        "checked_on": source.checked_on,
    }


def _examples(one: Page) -> Iterator[dict[str, Any]]:
    for run in one.worked:
        can = run.judged.verdict.value in ("eligible", "confirm")
        yield {
            "person": f"{_day(run.case.day)}，{run.case.label}",
            "verdict": "能领"
            if run.judged.verdict.value == "eligible"
            else "可能符合，请核实"
            if can
            else "不能领",
            "amount": _money(run.judged) if can else None,
            "why": "；".join(run.judged.reasons) or None,
        }


def _money(judged: Judged) -> str | None:
    if judged.amount is None or judged.pay is None:
        return None
    return f"{PAY_WORDS[judged.pay]}{yuan(judged.amount)}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"

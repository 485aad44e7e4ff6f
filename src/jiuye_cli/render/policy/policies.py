"""Rules themselves on screen and as JSON: lists, pages, case runs, differences, impact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jiuye_cli.core.policy.cases import CaseRun
from jiuye_cli.core.policy.difference import Difference
from jiuye_cli.core.policy.handbook import Page, version_on
from jiuye_cli.core.policy.shelf import Rule
from jiuye_cli.core.rules.days import FAR
from jiuye_cli.errors import Problem
from jiuye_cli.render.people.listing import Listing, name
from jiuye_cli.render.screen.folding import hanging

SECTIONS = (
    ("给多少", "how_much"), ("给多久", "how_long"), ("能领几次", "how_often"), ("不能同时领", "not_with"),
    ("带什么", "papers"), ("去哪办", "where"), ("怎么办", "steps"), ("什么时候办", "last_day"),
    ("政策要求做到", "promises"), ("还没查到", "not_found"), ("说明", "notes"),
)  # fmt: skip


def policies_listing(rules: Sequence[Rule], day: date) -> Listing:
    """Each rule: its policy, region, how it stands on a day with the layers above it."""
    items = [_policy_json(rule, day) for rule in rules]
    rows = [
        (
            one["policy"],
            one["region"],
            one["beneficiary"],
            one["standing"],
            one["trust"],
            one["name"],
        )
        for one in items
    ]
    return Listing(
        "policies",
        (name("编号"), name("地区"), "给谁", "现状", "依据", "名称"),
        rows,
        items,
        empty="还没有政策文件。",
        foot=f"共 {len(items)} 份",
    )


def _policy_json(rule: Rule, day: date) -> dict[str, Any]:
    policy = rule.policy
    version, standing = version_on(rule, day)
    return {
        "policy": policy.id,
        "name": policy.name,
        "region": policy.region,
        "beneficiary": policy.beneficiary,
        "nature": rule.nature,
        "standing": standing,
        "start": version.start,
        "end": version.end if version.end < FAR else None,
        "trust": min(source.trust for source in version.sources).name if version.sources else None,
        "cases": len(policy.cases),
        "file": policy.file,
    }


def page_json(page: Page) -> dict[str, Any]:
    """One rule in full, as the handbook says it."""
    return {
        "policy": page.policy.id,
        "name": page.policy.name,
        "region": page.policy.region,
        "beneficiary": page.policy.beneficiary,
        "version": page.version.start,
        "standing": page.standing,
        "who": [{"depth": line.depth, "text": line.text} for line in page.who],
        **{key: list(getattr(page, key)) for _, key in SECTIONS},
        "sources": [
            {
                "number": source.number,
                "clause": source.clause or None,
                "quote": source.quote or None,
                "read_at": list(source.read_at),
                "trust": source.trust.name,
                "checked_on": source.checked_on,
            }
            for source in page.sources
        ],
        "faults": list(page.faults),
    }


def page_screen(page: Page) -> str:
    """One rule in full, to read on the screen."""
    policy = page.policy
    lines = [
        f"{policy.name}（{policy.region}，{page.standing}）  给{policy.beneficiary}",
        "",
        "谁能领",
    ]
    who = [hanging(f"  {'  ' * line.depth}· ", line.text) for line in page.who]
    lines += [line for folded in who for line in folded] or ["  没有条件"]
    for title, key in SECTIONS:
        some = getattr(page, key)
        if some:
            lines += ["", title, *(line for one in some for line in hanging("  ", one))]
    lines += ["", "依据", *_sources(page)]
    for run in page.worked:
        lines += ["", *hanging("例：", f"{run.case.label} → {run.judged.verdict.word}")]
    return "\n".join(lines)


def _sources(page: Page) -> Iterator[str]:
    for source in page.sources:
        quote = f"“{source.quote}”" if source.quote else ""
        yield from hanging("  ", f"{source.label}{quote}")
        read = f"{source.trust.name}，{source.checked_on} 核实；{'；'.join(source.read_at)}"
        yield from hanging("    ", read)


def problems_json(problems: Sequence[Problem]) -> dict[str, Any]:
    """Lint of the contract."""
    return {
        "problems": [
            {"file": one.file, "line": one.line, "message": one.message} for one in problems
        ]
    }


def runs_json(runs: Sequence[CaseRun]) -> dict[str, Any]:
    """Test of the contract."""
    failed = sum(bool(run.faults) for run in runs)
    return {"passed": len(runs) - failed, "failed": failed, "cases": [_run(run) for run in runs]}


def _run(run: CaseRun) -> Mapping[str, Any]:
    return {
        "policy": run.policy.id,
        "region": run.policy.region,
        "case": run.case.label,
        "file": run.case.file,
        "line": run.case.line,
        "verdict": run.judged.verdict.value,
        "passed": not run.faults,
        "faults": list(run.faults),
    }


def runs_screen(runs: Sequence[CaseRun]) -> str:
    """The failing cases with their places, and the count."""
    failed = [run for run in runs if run.faults]
    lines = [
        f"{run.case.file}:{run.case.line}: {run.case.label}：{'；'.join(run.faults)}"
        for run in failed
    ]
    lines.append(f"{len(runs)} 个样例，{len(runs) - len(failed)} 个过，{len(failed)} 个不过")
    return "\n".join(lines)


def diff_listing(differences: Sequence[Difference]) -> Listing:
    """Which files are new, gone or changed, and in which parts."""
    items = [
        {
            "policy": one.id,
            "region": one.region,
            "kind": one.kind,
            "what": list(one.what),
            "file": one.file or None,
        }
        for one in differences
    ]
    rows = [(one.id, one.region, one.kind, "、".join(one.what)) for one in differences]
    heads = (name("编号"), name("地区"), name("怎样"), "哪里")
    return Listing("differences", heads, rows, items, empty="两边一样。")


def diff_screen(differences: Sequence[Difference]) -> str:
    """Each file that differs on a line, below it what of it is another thing."""
    lines = []
    for one in differences:
        lines.append(f"{one.id}（{one.region}）{one.kind}")
        lines += [line for what in one.what for line in hanging("    ", what)]
    return "\n".join(lines) or "两边一样。"

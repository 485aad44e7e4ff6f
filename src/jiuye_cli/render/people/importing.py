"""What an import did, or would do: as a screen and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from jiuye_cli.core.intake.header import Header
from jiuye_cli.core.intake.plan import ImportPlan, Outcome
from jiuye_cli.core.intake.rows import CellProblem
from jiuye_cli.render.screen.text import cut, printable

MOST_LINES = 20
MOST_ROWS = 10
UNSAID = ("序号", "编号")
"""Columns whose being left out needs no word."""


def import_json(plan: ImportPlan, header: Header) -> dict[str, object]:
    """The promised keys; problems in row order."""
    return {
        "rows": len(plan.rows),
        **{outcome.value: plan.count(outcome) for outcome in Outcome},
        "problems": [
            {"row": one.row, "column": one.column, "message": one.message} for one in plan.problems
        ],
        "mapping": header.mapping,
        "unmapped": header.unmapped,
    }


def import_screen(plan: ImportPlan, header: Header, name: str, *, dry_run: bool) -> str:
    """The outcome in a few lines; problems of one kind share a line."""
    lines = [_summary(plan, name, dry_run)]
    left_out = [printable(title) for title in header.unmapped if title not in UNSAID]
    if left_out:
        lines.append(f"没有用到的列：{'、'.join(left_out)}（要用就加 --map 列=字段）")
    lines += _problem_lines(plan)
    if not dry_run and plan.writes:
        lines.append("导错了：jiuye undo 整个撤回。")
    return "\n".join(lines)


def _summary(plan: ImportPlan, name: str, dry_run: bool) -> str:
    new, updated, same, refused = (plan.count(outcome) for outcome in Outcome)
    head = (
        f"{printable(name)}：试导，还没有写进台账。" if dry_run else f"{printable(name)}：导完了。"
    )
    return f"{head}共 {len(plan.rows)} 行：新建 {new}，更新 {updated}，没有变 {same}，没导进 {refused}。"


def _problem_lines(plan: ImportPlan) -> list[str]:
    refused = {row.row for row in plan.rows if row.outcome is Outcome.REFUSED}
    whole = [problem for problem in plan.problems if problem.row in refused]
    parts = [problem for problem in plan.problems if problem.row not in refused]
    return [
        *(["没导进的行：", *_shown(whole)] if whole else []),
        *(["这几格没录，或要看一眼；同一行别的已录：", *_shown(parts)] if parts else []),
    ]


def _shown(problems: Sequence[CellProblem]) -> list[str]:
    """A line for each kind of problem, with the rows it is in."""
    rows: dict[tuple[str, str], list[int]] = {}
    for problem in problems:
        rows.setdefault((problem.column, problem.message), []).append(problem.row)
    lines = [
        f"  第 {_numbers(found)} 行 {cut(printable(column), 16)}：{printable(message)}"
        for (column, message), found in rows.items()
    ]
    if len(lines) > MOST_LINES:
        lines[MOST_LINES:] = [f"  还有 {len(lines) - MOST_LINES} 种，加 --json 看全部。"]
    return lines


def _numbers(rows: Sequence[int]) -> str:
    shown = "、".join(map(str, rows[:MOST_ROWS]))
    return shown if len(rows) <= MOST_ROWS else f"{shown} 等 {len(rows)}"

"""`import`: bring a roster in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, assignments, emit, emit_json, note
from jiuye_cli.cli.progress import Bar, progress

if TYPE_CHECKING:
    from jiuye_cli.core.fields.value import Evidence
    from jiuye_cli.core.intake.header import Header
    from jiuye_cli.core.intake.people import PersonRow
    from jiuye_cli.core.intake.plan import ImportPlan
    from jiuye_cli.core.intake.same_person import Question

COLUMN = "列=字段，如 技能特长=意向工种"

app = new_app()


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="文件", help="名册：.xlsx .xls .et .csv")],
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="表名", help="工作簿里的哪张表")
    ] = None,
    wanted: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="列=字段", help="列名认不出时说一声；列=不要 就不导这一列"),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会怎样，不写进台账")] = False,
    as_json: JsonOption = False,
) -> None:
    """把现有的名册导进来：表头自己认，同一份再导一次什么都不变。

    例：jiuye import 台账.xlsx --dry-run    jiuye import 台账.xlsx --map 技能特长=意向工种
    """
    from jiuye_cli.render.people.importing import import_json, import_screen

    with progress() as bar:
        header, rows = _read(file, sheet, wanted or [], bar)
        plan = _planned(rows) if dry_run else _carried_out(rows, file, bar)
    if as_json:
        emit_json(import_json(plan, header))
    else:
        emit(import_screen(plan, header, file.name, dry_run=dry_run))


def bring_in(file: Path) -> tuple[ImportPlan, Header]:
    """Import a roster as the command does, with no one to ask; what came of it."""
    with progress() as bar:
        header, rows = _read(file, None, (), bar)
        return _carried_out(rows, file, bar), header


def _read(
    file: Path, sheet: str | None, wanted: Sequence[str], bar: Bar
) -> tuple[Header, Sequence[PersonRow]]:
    from jiuye_cli.core.intake.choose_sheet import people_sheet
    from jiuye_cli.core.intake.people import person_rows
    from jiuye_cli.files.workbook.read import read_workbook

    book = read_workbook(file, lambda: bar("正在打开"))
    found, header = people_sheet(book, sheet, assignments(wanted, COLUMN))
    if sheet is None:
        for line in book.notes:
            note(line)
    rows = person_rows(found, header, desk.today(), desk.settings().region)
    return header, bar.through("正在看每一行", rows, len(found.rows))


def _planned(rows: Sequence[PersonRow], answers: dict[int, int] | None = None) -> ImportPlan:
    from jiuye_cli.actions.people.import_people import plan_people

    with desk.reading() as conn:
        return plan_people(conn, rows, desk.today(), answers)


def _carried_out(rows: Sequence[PersonRow], file: Path, bar: Bar) -> ImportPlan:
    """Ask first, outside the change; then plan again and write in one."""
    from jiuye_cli.actions.people.import_people import carry_out, plan_people

    answers = _answers(rows, bar)
    with desk.writing(f"导入 {file.name}") as change:
        plan = plan_people(change.conn, rows, desk.today(), answers)
        carry_out(change, plan, _evidence(file), lambda done, whole: bar("正在写", done, whole))
    return plan


def _evidence(file: Path) -> Evidence:
    from jiuye_cli.core.fields.value import Evidence, Grade

    return Evidence(Grade.TOLD, f"导入 {file.name}", desk.today())


def _answers(rows: Sequence[PersonRow], bar: Bar) -> dict[int, int]:
    """Her answers to the same-person questions, by row; none where nobody is asked."""
    answers: dict[int, int] = {}
    if not desk.interactive():
        return answers
    asked: set[int] = set()
    # An answer can raise a new question, as when a later row is about the person just named
    while open_ones := [q for q in _planned(rows, answers).questions if q.row not in asked]:
        bar.clear()
        for question in open_ones:
            asked.add(question.row)
            answer = _ask(question)
            if answer is not None:
                answers[question.row] = answer
    return answers


def _ask(question: Question) -> int | None:
    """Which candidate it is (from 1), 0 for none of them, None when she does not know."""
    note(f"第 {question.row} 行：{question.sentence}")
    for place, known in enumerate(question.candidates, 1):
        note(f"  {place}  是 {known.called}")
    note("  0  都不是，是另一个人（以后不再问）")
    most = len(question.candidates)
    while True:
        typed = typer.prompt(
            "选一个，不知道就直接回车", default="", show_default=False, err=True
        ).strip()
        if not typed:
            return None
        if typed.isascii() and typed.isdigit() and int(typed) <= most:
            return int(typed)
        note(f"请打 0 到 {most}，或直接回车。")

"""`doctor`: what is wrong or doubtful with file, backups, rules and people."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, emit, emit_csv, emit_json

app = new_app()


@app.command()
def doctor(
    fix: Annotated[
        bool, typer.Option("--fix", help="把能稳妥修好的修好（权限、备份、改动记录）")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="同样的疑点也一处处列全")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """体检：文件、备份、设置、政策、日历和每个人档案里的疑点；不写 --fix 什么都不动。

    例：jiuye doctor    jiuye doctor --fix
    """
    from jiuye_cli.actions.safe.doctor import examine, mend
    from jiuye_cli.files.examine import file_findings
    from jiuye_cli.render.screen.findings import findings_lines

    place = desk.workspace()
    with desk.reading() as conn:
        findings = [
            *examine(conn, place, desk.today()),
            *file_findings(place.home, place.policy_folders, desk.today()),
        ]
    done = mend(place, findings, desk.now()) if fix else []
    if as_json:
        emit_json({"problems": findings, "fixed": done})
        return
    if as_csv:
        emit_csv(
            ("类别", "哪里", "什么事", "怎么办"),
            [(one.code, one.where, one.message, one.fix) for one in findings],
        )
        return
    for line in findings_lines(findings, everything=everything):
        emit(line)
    for line in done:
        emit(f"修好了：{line}")
    emit(f"查完了：{len(findings)} 处要看。" if findings else "查完了，都好。")

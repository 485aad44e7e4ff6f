"""`import-jobs`: bring a workbook of posts in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, assignments, emit, emit_json, note
from jiuye_cli.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jiuye_cli.core.intake.header import Header
    from jiuye_cli.core.intake.sheet import Sheet, Workbook
    from jiuye_cli.core.posts.imported import PostImport

app = new_app()


@app.command(name="import-jobs")
def import_jobs(
    file: Annotated[Path, typer.Argument(metavar="文件", help="岗位表：.xlsx .xls .et .csv")],
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="表名", help="工作簿里的哪张表")
    ] = None,
    wanted: Annotated[
        list[str] | None, typer.Option("--map", metavar="列=字段", help="列名认不出时说一声")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会怎样，不写进台账")] = False,
    as_json: JsonOption = False,
) -> None:
    """把用工需求表导进来：年龄、工资、班次照平常写法认；同一份再导一次什么都不变。

    例：jiuye import-jobs 岗位需求表.xlsx --dry-run
    """
    from jiuye_cli.files.workbook.read import read_workbook
    from jiuye_cli.render.posts.posts import import_json, import_screen

    book = read_workbook(file)
    chosen, header = _posts_sheet(
        book, sheet, assignments(wanted or [], "列=字段，如 用工单位=单位"), file.name
    )
    done = _carried_out(chosen, header, file.name, dry_run=dry_run)
    for line in book.notes:
        note(line)
    emit_json(import_json(done)) if as_json else emit(
        import_screen(done, file.name, dry_run=dry_run)
    )


def _posts_sheet(
    book: Workbook, name: str | None, wanted: Mapping[str, str], file: str
) -> tuple[Sheet, Header]:
    """The sheet that holds posts, and its header: the one named, else the one that fills most."""
    from jiuye_cli.core.intake.header import find_header
    from jiuye_cli.core.posts.spelling import WRITTEN_FIELDS

    sheets = [one for one in book.sheets if name in (None, one.name)]
    found = [(one, find_header(one, WRITTEN_FIELDS, wanted)) for one in sheets]
    headed = [(one, header) for one, header in found if header and header.fills("单位")]
    if not headed:
        raise RefusedError(
            f"{file} 里没有认出岗位表：表头要有单位和岗位名称。也可用 --map 列=单位。"
        )
    return max(headed, key=lambda pair: len(pair[1].mapping))


def _carried_out(sheet: Sheet, header: Header, file: str, *, dry_run: bool) -> PostImport:
    """The same run for both; a dry one is rolled back before anything is kept."""
    from jiuye_cli.actions.posts.posts import import_posts
    from jiuye_cli.core.intake.lines import data_lines

    lines = list(data_lines(sheet, header))
    with desk.writing(f"导入岗位 {file}") as change:
        change.conn.execute("SAVEPOINT import_posts")
        done = import_posts(change, header, lines, desk.settings().region, desk.today())
        if dry_run:
            change.conn.execute("ROLLBACK TO import_posts")
        change.conn.execute("RELEASE import_posts")
    return done

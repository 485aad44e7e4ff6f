"""`import-results`: the call sheet's workbook, filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.callback.calling import calling
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json

if TYPE_CHECKING:
    from jiuye_cli.core.callback.entry.returned import Columns, FilledRow

app = new_app()


class _OnlyTried(Exception):  # noqa: N818 - nothing is wrong: the change is taken back
    """Leaves a change without keeping it."""


@app.command(name="import-results")
def import_results(
    file: Annotated[Path, typer.Argument(metavar="表", help="填好的 回访名单.xlsx")],
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="表名", help="工作簿里的哪张表")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会怎样，不写进台账")] = False,
    as_json: JsonOption = False,
) -> None:
    """把在电脑上填好的名单录进来；没填结果的行不动，同一份再来一次什么都不变。

    例：jiuye import-results 回访名单.xlsx
    """
    from jiuye_cli.actions.callback.import_results import take_results
    from jiuye_cli.render.callback.results import results_json, results_screen

    columns, rows = _read(file, sheet)
    taken = None
    try:
        with desk.writing(f"导入结果 {file.name}") as change:
            taken = take_results(change, calling(), rows)
            if dry_run:
                raise _OnlyTried
    except _OnlyTried:
        pass
    assert taken is not None
    shown = results_json(taken, columns) if as_json else results_screen(taken, dry_run=dry_run)
    emit_json(shown) if as_json else emit(str(shown))


def _read(file: Path, name: str | None) -> tuple[Columns, list[FilledRow]]:
    """The header and the filled rows of the sheet that has 行号 and 结果."""
    from jiuye_cli.core.callback.entry.returned import filled_rows, find_columns
    from jiuye_cli.errors import NotFoundError, RefusedError
    from jiuye_cli.files.workbook.read import read_workbook

    book = read_workbook(file)
    chosen = [one for one in book.sheets if name in (None, one.name)]
    if not chosen:
        raise NotFoundError(f"{file.name} 里没有叫“{name}”的表。")
    for one in chosen:
        columns = find_columns(one.rows)
        if columns:
            return columns, list(filled_rows(one.rows, columns))
    raise RefusedError(f"{file.name} 不像回访名单：没有“行号”和“结果”两列。什么都没有动。")

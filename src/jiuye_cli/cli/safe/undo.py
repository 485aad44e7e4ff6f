"""`undo`: take back whole commands, the newest first."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import (
    CsvOption,
    JsonOption,
    YesOption,
    emit,
    emit_csv_of,
    emit_json,
)
from jiuye_cli.cli.safe.log import OPERATION
from jiuye_cli.errors import UsageError

app = new_app()


@app.command()
def undo(
    count: Annotated[int, typer.Argument(metavar="[几次]", min=1, help="往回退几次操作")] = 1,
    listed: Annotated[bool, typer.Option("--list", help="只列出能撤销的操作")] = False,
    yes: YesOption = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """撤销最近一次操作（整条命令），先给您看前后；写 3 就连退三次。

    例：jiuye undo --list    jiuye undo    jiuye undo 3
    """
    from jiuye_cli.actions.safe.undo import preview, take_back
    from jiuye_cli.render.people.history import undo_screen

    if listed:
        _list(as_json=as_json, as_csv=as_csv)
        return
    if as_csv:
        raise UsageError("--csv 要和 --list 一起用：jiuye undo --list --csv")
    with desk.reading() as conn:
        steps = preview(conn, count)
    if not as_json:
        emit(undo_screen(steps))
    if desk.interactive():
        desk.confirm("撤销吗？", yes=yes)
    with desk.writing(f"撤销 {count} 次") as change:
        take_back(change, steps)
    emit_json({"operations": [s.operation for s in steps]}) if as_json else emit("撤销好了。")


def _list(*, as_json: bool, as_csv: bool) -> None:
    from jiuye_cli.render.people.history import undo_list
    from jiuye_cli.store.file import history

    with desk.reading() as conn:
        told = history.undoable(conn)
        sizes = history.sizes(conn, told)
    if as_json:
        emit_json({"operations": told})
    elif as_csv:
        emit_csv_of(map(asdict, told), OPERATION)
    else:
        emit(undo_list(told, sizes))

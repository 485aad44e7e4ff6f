"""`undo`: take back whole commands, the newest first."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, YesOption, emit, emit_json

app = new_app()


@app.command()
def undo(
    count: Annotated[int, typer.Argument(metavar="[几次]", min=1, help="往回退几次操作")] = 1,
    listed: Annotated[bool, typer.Option("--list", help="只列出能撤销的操作")] = False,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """撤销最近一次操作（整条命令），先给您看前后；写 3 就连退三次。

    例：jiuye undo --list    jiuye undo    jiuye undo 3
    """
    from jiuye_cli.actions.undo import preview, take_back
    from jiuye_cli.render.history import undo_list, undo_screen
    from jiuye_cli.store import history

    with desk.reading() as conn:
        if listed:
            told = history.undoable(conn)
            lines = undo_list(told, history.sizes(conn, told))
            emit_json({"operations": told}) if as_json else emit(lines)
            return
        steps = preview(conn, count)
    if not as_json:
        emit(undo_screen(steps))
    if desk.interactive():
        desk.confirm("撤销吗？", yes=yes)
    with desk.writing(f"撤销 {count} 次") as change:
        take_back(change, steps)
    emit_json({"operations": [s.operation for s in steps]}) if as_json else emit("撤销好了。")

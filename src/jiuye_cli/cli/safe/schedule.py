"""`schedule`: have the computer run the night's work by itself."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, YesOption, emit, emit_json
from jiuye_cli.errors import UsageError

app = new_app()

_TIME = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")


@app.command()
def schedule(
    at: Annotated[str, typer.Option("--at", metavar="时刻", help="每晚几点跑，如 20:30")] = "20:30",
    install: Annotated[bool, typer.Option("--install", help="装上")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="拆掉")] = False,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """让电脑每晚自己跑夜班；不加选项只看不动。

    例：jiuye schedule    jiuye schedule --at 19:00 --install    jiuye schedule --remove
    """
    from jiuye_cli.cli.safe import timer

    time = _TIME.fullmatch(at.strip())
    if not time or (install and remove):
        raise UsageError("时刻要写成 20:30 这样，--install 和 --remove 只能用一个。")
    task = timer.Task(desk.workspace().home, int(time[1]), int(time[2]))
    system = timer.of_this_system()
    if install or remove:
        desk.confirm("要改这台电脑的定时任务。", yes=yes)
        system.install(task) if install else system.remove(task)
    state = system.state(task)
    if as_json:
        emit_json({"entry": system.entry(task), "installed": state})
    else:
        emit(system.told(task, installed=state))

"""`nightly`: the night's work, for cron and the Windows task scheduler."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli.callback.calling import ForOption
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json, note

app = new_app()


@app.command()
def nightly(
    for_: ForOption = None,
    renew: Annotated[
        bool, typer.Option("--renew", help="重排还没录的行；录过的和用过的行号不动")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """夜班：排下一个工作日的名单，出网页、PDF、表格，备份。跑几次都一样。

    例：jiuye nightly    jiuye nightly --for 11-23
    """
    from jiuye_cli.cli.callback.night_work import work_through_night

    done = work_through_night(for_, renew=renew)
    for warning in done.warnings:
        note(f"注意：{warning}")
    emit_json(done.as_json()) if as_json else emit(done.sentence())

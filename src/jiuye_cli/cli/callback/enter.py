"""`enter`: what became of one call, in one line."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.callback.calling import calling
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json, note

app = new_app()

RowArgument = Annotated[
    str,
    typer.Argument(
        metavar="行号或谁", help="纸上的行号（1123-07k，当天的只打 07k），或姓名、首字母、尾号"
    ),
]


@app.command()
def enter(
    row: RowArgument,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="结果…", help="接通/无人接…，近况，意愿，需求，字段=值；简拼、数字都行"
        ),
    ] = None,
    note_: Annotated[str | None, typer.Option("--note", metavar="话", help="备注")] = None,
    next_: Annotated[
        str | None,
        typer.Option("--next", metavar="日期", help="约好哪天再打：明天、周五、12-03、3天后"),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="日期", help="哪天打的；不写按名单的日期")
    ] = None,
    caller: Annotated[str, typer.Option("--caller", metavar="谁打的", help="回访人")] = "",
    as_json: JsonOption = False,
) -> None:
    """录一个电话的结果；同一行再录一次就是改正。

    例：jiuye enter 1123-07k 接通 在岗    jiuye enter 07k wrj    jiuye enter lgj 1 3 有 岗位 --next 周五
    """
    from jiuye_cli.actions.callback.enter import Details, waiting_names
    from jiuye_cli.cli.callback.call_entry import enter_result, past_or_today, secret_kept
    from jiuye_cli.core.callback.entry.words import read_result
    from jiuye_cli.core.callback.when import read_day
    from jiuye_cli.render.callback.calls import entered_json, entered_screen

    rules = calling()
    result = read_result(secret_kept(words or []), rules.rules)
    details = Details(
        note_,
        read_day(next_, desk.today()) if next_ else None,
        caller,
        past_or_today(on),
    )
    entered, others = enter_result(row, rules, result, details)
    if as_json:
        emit_json(entered_json(entered))
    else:
        emit(entered_screen(entered, result.outcome.value))
    if details.next_on and not rules.calendar.is_working(details.next_on):
        note(f"{details.next_on:%m-%d} 不上班，会排到下一个工作日。")
    if others:
        note(f"同一个电话还有 {waiting_names(others)} 没记。")

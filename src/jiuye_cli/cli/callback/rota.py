"""`rota`: who calls, and who answers, on which days."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.callback.calling import ForOption
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, emit, emit_csv, emit_json
from jiuye_cli.cli.verbs import told, verb

app = new_app(no_args_is_help=True, help="轮值：哪天谁打电话、谁当管家。")

DutyOption = Annotated[str, typer.Option("--duty", metavar="活", help="回访 或 管家")]


@verb(app, "add", "排")
def add(
    name: Annotated[str, typer.Argument(metavar="谁", help="名字")],
    days: Annotated[
        list[str], typer.Argument(metavar="哪天…", help="周一 周三（每周），或 11-23（那一天）")
    ],
    duty: DutyOption = "回访",
    as_json: JsonOption = False,
) -> None:
    """排一个人的班；写了某一天的，那天就按那天的。

    例：jiuye rota add 王芳 周一 周三    jiuye rota add 李静 11-23 --duty 管家
    """
    from jiuye_cli.core.callback.handed.rota import read_turns
    from jiuye_cli.render.callback.rota import when
    from jiuye_cli.store.callback.contacts import add_turn

    turns = read_turns(name, days, duty, desk.today())
    with desk.writing(f"轮值 {name}") as change:
        numbers = [add_turn(change.conn, turn) for turn in turns]
    told(
        {"ids": numbers, "changed": change.changed},
        f"{name}：{'、'.join(when(turn) for turn in turns)} {duty}。",
        as_json=as_json,
    )


@verb(app, "list", "看")
def list_(for_: ForOption = None, as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """全部的班；--for 看某一天是谁。

    例：jiuye rota list    jiuye rota list --for 明天
    """
    from jiuye_cli.cli.callback.calling import day_meant
    from jiuye_cli.core.callback.handed.rota import DUTIES, on_duty
    from jiuye_cli.render.callback.rota import HEADS, rota_rows, rota_screen
    from jiuye_cli.store.callback.contacts import rota

    day = day_meant(for_) or desk.today()
    with desk.reading() as conn:
        turns = rota(conn)
    now = {duty: on_duty(turns, day, duty) for duty in DUTIES}
    if as_json:
        emit_json({"turns": turns, "for": day, "on_duty": now})
    elif as_csv:
        emit_csv(HEADS, rota_rows(turns))
    else:
        emit(rota_screen(turns, day, now))


@verb(app, "remove", "去掉")
def remove(
    number: Annotated[int, typer.Argument(metavar="号", help="rota list 里的号")],
    as_json: JsonOption = False,
) -> None:
    """去掉一个班。

    例：jiuye rota remove 3
    """
    from jiuye_cli.store.callback.contacts import remove_turn

    with desk.writing(f"轮值 去掉 {number}") as change:
        turn = remove_turn(change.conn, number)
    told({"id": number}, f"去掉了 {turn.name} 的一个班。", as_json=as_json)

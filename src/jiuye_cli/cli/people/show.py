"""`show`: one person's whole file."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, OnOption, emit, emit_json, parse_day
from jiuye_cli.cli.typing_in import typed_or_read

app = new_app()

FullOption = Annotated[bool, typer.Option("--full", help="号码不遮盖（会记下谁看过）")]
WhoArgument = Annotated[
    str,
    typer.Argument(
        metavar="谁",
        help="姓名、档案号、拼音首字母、电话或身份证后四位；- 从键盘输入",
        callback=typed_or_read,
    ),
]


@app.command()
def show(
    who: WhoArgument, on: OnOption = None, full: FullOption = False, as_json: JsonOption = False
) -> None:
    """看一个人的档案；--on 看那天当时知道的。

    例：jiuye show lgj    jiuye show 李广军@3组 --on 2026-05-03
    """
    from jiuye_cli.actions.callback.call_next import next_call
    from jiuye_cli.actions.people.person_page import person_page, with_next
    from jiuye_cli.cli.callback.calling import calling
    from jiuye_cli.render.people.person import person_json, person_screen

    day = parse_day(on)
    with desk.reading() as conn:
        page = person_page(conn, who, desk.today(), day)
        if not page.on and not page.person.closed_on:
            page = with_next(page, next_call(conn, calling(), page.person.id, desk.today()))
    if full:
        desk.note_look("看档案", "全部", 1)
    emit_json(person_json(page, full=full)) if as_json else emit(person_screen(page, full=full))

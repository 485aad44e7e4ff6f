"""`find`: people in whom a text occurs."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json
from jiuye_cli.cli.person_show import FullOption

app = new_app()


@app.command()
def find(
    text: Annotated[
        str, typer.Argument(metavar="找什么", help="姓名、拼音、首字母、组、电话、尾号")
    ],
    full: FullOption = False,
    as_json: JsonOption = False,
) -> None:
    """找人；有人回电话过来，打上号码就知道是谁。

    例：jiuye find lgj    jiuye find 19900001234
    """
    from jiuye_cli.actions.people_lists import found_people
    from jiuye_cli.render.people import people_json, people_screen

    with desk.reading() as conn:
        table = found_people(conn, text, desk.today())
    if full:
        desk.note_look("查人", "、".join(table.fields), len(table.people))
    emit_json(people_json(table, full=full)) if as_json else emit(people_screen(table, full=full))

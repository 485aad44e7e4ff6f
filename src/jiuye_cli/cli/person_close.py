"""`forget`: close a file, or erase it."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, YesOption, emit, emit_json, note
from jiuye_cli.cli.person_show import WhoArgument

app = new_app()


@app.command()
def forget(
    who: WhoArgument,
    why: Annotated[str, typer.Option("--why", metavar="原因", help="如 迁出、去世、退休")] = "",
    erase: Annotated[
        bool, typer.Option("--erase", help="本人要求删除：全部记录抹掉，不能撤销")
    ] = False,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """注销一个人的档案（不再回访，记录留着）；--erase 按本人要求全部抹掉。

    例：jiuye forget 李小满 --why 迁出    jiuye forget 12 --erase
    """
    from jiuye_cli.actions import people_close
    from jiuye_cli.render.erasure import what_is_left
    from jiuye_cli.store import find
    from jiuye_cli.store.backup import KEPT

    place = desk.workspace()
    with desk.reading() as conn:
        person = find.who(conn, who)
    if erase:
        desk.confirm(
            f"要把 {person.id} 号 {person.name} 的全部记录抹掉吗？抹掉就找不回来了。", yes=yes
        )
        with desk.writing(f"删除 {person.id} 号档案") as change:
            elsewhere = people_close.erase_file(change, person.id, person.name)
        for line in what_is_left(elsewhere, people_close.copies_that_still_hold(place), KEPT):
            note(line)
    else:
        with desk.writing(f"注销 {person.name}") as change:
            people_close.close_file(change, person.id, desk.today(), why or "未说明")
    if as_json:
        emit_json({"id": person.id, "changed": ["erased" if erase else "closed_on"]})
    else:
        emit(f"{person.id} 号档案{'全部抹掉了' if erase else '注销了，jiuye undo 可以恢复'}。")

"""`forget`: close a file, open it again, or erase it."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, YesOption, emit, emit_json, note
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.errors import UsageError

app = new_app()


@app.command()
def forget(
    who: WhoArgument,
    why: Annotated[str, typer.Option("--why", metavar="原因", help="如 迁出、去世、退休")] = "",
    erase: Annotated[
        bool, typer.Option("--erase", help="本人要求删除：全部记录抹掉，不能撤销")
    ] = False,
    reopen: Annotated[
        bool, typer.Option("--reopen", help="人又回来了：重新打开，接着回访")
    ] = False,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """注销一个人的档案（不再回访，记录留着）；--erase 按本人要求全部抹掉；--reopen 又回来了。

    例：jiuye forget 李小满 --why 迁出    jiuye forget 12 --erase    jiuye forget 12 --reopen
    """
    if erase and reopen:
        raise UsageError("--erase 和 --reopen 只能写一个。")
    from jiuye_cli.actions.people import close as people_close
    from jiuye_cli.render.people.erasure import what_is_left
    from jiuye_cli.store.file.backup import KEPT
    from jiuye_cli.store.people import find

    place = desk.workspace()
    with desk.reading() as conn:
        person = find.who(conn, who)
    if erase:
        desk.confirm(
            f"要把 {person.id} 号 {person.name} 的全部记录抹掉吗？抹掉就找不回来了。", yes=yes
        )
        with desk.writing(f"删除 {person.id} 号档案") as change:
            elsewhere = people_close.erase_file(change, person.id, person.name)
        people_close.sweep_drafts(place, person.id)
        for line in what_is_left(elsewhere, people_close.copies_that_still_hold(place), KEPT):
            note(line)
        done, sentence = "erased", "全部抹掉了"
    elif reopen:
        with desk.writing(f"重新打开 {person.name}") as change:
            people_close.reopen_file(change, person.id, desk.today())
        done, sentence = "closed_on", "重新打开了，接着回访"
    else:
        with desk.writing(f"注销 {person.name}") as change:
            people_close.close_file(change, person.id, desk.today(), why or "未说明")
        done = "closed_on"
        sentence = f"注销了，jiuye undo 可以恢复；以后人回来了：jiuye forget {person.id} --reopen"
    if as_json:
        emit_json({"id": person.id, "changed": [done]})
    else:
        emit(f"{person.id} 号档案{sentence}。")

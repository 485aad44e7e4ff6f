"""`merge`: two files of one person become one."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, YesOption, emit, emit_json
from jiuye_cli.cli.people.show import WhoArgument

app = new_app()


@app.command()
def merge(
    who: WhoArgument,
    other: Annotated[str, typer.Argument(metavar="并进来的", help="多出来的那一份")],
    take: Annotated[
        list[str] | None,
        typer.Option("--take", metavar="字段", help="这一项听并进来的那份；可以写几次"),
    ] = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """一个人有两份档案，并成一份：先列出两份说得不一样的，问过才并；撤销得回来。

    例：jiuye merge 12 57    jiuye merge 12 57 --take 组 --take 住址
    """
    from jiuye_cli.actions.people.merging import look_at_merging, merge_files
    from jiuye_cli.core.people.typed import typed_field
    from jiuye_cli.render.people.merging import merged_screen, merging_json, merging_question
    from jiuye_cli.store.people import find
    from jiuye_cli.store.people.people import read_person

    chosen = [typed_field(name).name for name in take or []]
    today = desk.today()
    with desk.reading() as conn:
        kept, gone = (read_person(conn, find.who(conn, one).id, today) for one in (who, other))
        merging = look_at_merging(kept, gone, chosen)
    desk.confirm(merging_question(merging), yes=yes)
    with desk.writing(f"合并 {kept.id} 号 {gone.id} 号") as change:
        done = merge_files(change, merging, today)
    emit_json(merging_json(merging)) if as_json else emit(merged_screen(merging, done.left))

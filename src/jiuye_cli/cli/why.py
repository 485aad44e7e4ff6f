"""`why`: one verdict, one match or one place on the call list in full."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, OnOption, emit, emit_json, parse_day
from jiuye_cli.cli.person_show import WhoArgument

app = new_app()


@app.command()
def why(
    who: WhoArgument,
    what: Annotated[str, typer.Argument(metavar="政策|岗位", help="政策的编号或名称，或岗位号")],
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """一项政策为什么能领或不能领：每个条件、用的哪句话、文件第几条；--on 看当时。

    例：jiuye why lgj 技能提升补贴    jiuye why lgj 岗12
    """
    from jiuye_cli.actions.judging import check_person, one_policy
    from jiuye_cli.cli.bench import bench
    from jiuye_cli.render.verdicts import verdict_json, why_screen

    day = parse_day(on)
    rules = bench()
    with desk.reading() as conn:
        checked = check_person(conn, who, rules, desk.today(), day)
    found = one_policy(checked, what)
    if as_json:
        told = [verdict_json(one) for one in found]
        emit_json(told[0] if len(told) == 1 else {"verdicts": told})
    else:
        emit(why_screen(checked.person.name, found))

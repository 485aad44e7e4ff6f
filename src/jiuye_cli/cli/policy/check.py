"""`check`: what a person can get."""

from __future__ import annotations

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, OnOption, emit, emit_json, parse_day
from jiuye_cli.cli.people.show import WhoArgument

app = new_app()


@app.command()
def check(who: WhoArgument, on: OnOption = None, as_json: JsonOption = False) -> None:
    """看一个人能领什么、差哪一句话、为什么不行、先问什么。

    例：jiuye check lgj    jiuye check 李广军 --on 2026-05-03
    """
    from jiuye_cli.actions.policy.judging import check_person
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.render.policy.verdict_json import check_json
    from jiuye_cli.render.policy.verdicts import check_screen

    day = parse_day(on)
    rules = bench()
    with desk.reading() as conn:
        checked = check_person(conn, who, rules, desk.today(), day)
    emit_json(check_json(checked)) if as_json else emit(check_screen(checked))

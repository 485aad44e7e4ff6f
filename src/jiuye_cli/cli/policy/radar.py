"""`radar`: the days ahead on which something flips."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, emit, emit_csv, emit_json

app = new_app()


@app.command()
def radar(
    who: Annotated[str | None, typer.Argument(metavar="[谁]", help="只看一个人")] = None,
    days: Annotated[
        int, typer.Option("--days", metavar="天数", min=1, max=3660, help="往后看几天")
    ] = 365,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """往后一年里，谁的哪一项在哪天会变：够月数了、到期限了、到退休了。

    例：jiuye radar    jiuye radar lgj --days 90
    """
    from jiuye_cli.actions.policy.judging import flips_of
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.render.policy.radar import HEADS, radar_json, radar_rows, radar_screen

    rules = bench()
    with desk.reading() as conn:
        flips = sorted(
            flips_of(conn, rules, desk.today(), days, who),
            key=lambda pair: (pair[1].on, pair[0].id),
        )
    if as_json:
        emit_json(radar_json(flips))
    elif as_csv:
        emit_csv(HEADS, radar_rows(flips))
    else:
        emit(radar_screen(flips, desk.today()))

"""`refer`: a slip with posts for one person."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, YesOption, emit, emit_json
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.cli.posts.matching_desk import matching
from jiuye_cli.cli.verbs import NoteOption

app = new_app()


@app.command()
def refer(
    who: WhoArgument,
    jobs: Annotated[
        list[str] | None, typer.Argument(metavar="岗位…", help="岗位号；不写就推荐最合适的三个")
    ] = None,
    note: NoteOption = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """开一张推荐单，一次三个岗位，七天内回话。

    例：jiuye refer lgj    jiuye refer 李广军 3 7 12
    """
    from jiuye_cli.actions.posts.slips import refer as write_slip
    from jiuye_cli.render.posts.referrals import slip_json, slip_screen

    rules, today = matching(), desk.today()
    with desk.writing(f"推荐 {who}") as change:
        slip = write_slip(change, who, jobs or [], rules, today, anyway=yes, note=note)
    emit_json(slip_json(slip, today)) if as_json else emit(slip_screen(slip, today))

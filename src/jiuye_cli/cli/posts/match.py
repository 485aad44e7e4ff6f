"""`match`: three posts for one person, for everyone, or what would open more for the village."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, emit, emit_csv, emit_json
from jiuye_cli.cli.posts.matching_desk import matching, view
from jiuye_cli.cli.verbs import show
from jiuye_cli.errors import UsageError

if TYPE_CHECKING:
    from jiuye_cli.actions.posts.seekers import Matching

app = new_app()


@app.command()
def match(
    who: Annotated[
        str | None, typer.Argument(metavar="谁", help="姓名、档案号、拼音首字母、尾号")
    ] = None,
    everyone: Annotated[bool, typer.Option("--all", help="给所有要找活的人一起配")] = False,
    unlock: Annotated[bool, typer.Option("--unlock", help="全村：做什么能多出岗位")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """给一个人推荐三个岗位，说明为什么、每月多多少、差在哪里；--all 全村一起配，名额不重许。

    例：jiuye match lgj    jiuye match --all    jiuye match --unlock
    """
    if sum((who is not None, everyone, unlock)) != 1:
        raise UsageError("写一个人，或 --all，或 --unlock。例：jiuye match lgj")
    rules = matching()
    if who is not None:
        _one(who, rules, as_json=as_json, as_csv=as_csv)
    elif everyone:
        _everyone(rules, as_json=as_json, as_csv=as_csv)
    else:
        _unlock(rules, as_json=as_json, as_csv=as_csv)


def _one(who: str, rules: Matching, *, as_json: bool, as_csv: bool) -> None:
    from jiuye_cli.actions.posts.matching import match_person, meter_of, notes_on
    from jiuye_cli.actions.posts.opening import ring_for
    from jiuye_cli.render.posts.matching import match_screen
    from jiuye_cli.render.posts.matching_json import HEADS, match_json, match_rows

    today = desk.today()
    with desk.reading() as conn:
        found = match_person(conn, who, rules, today)
        rings = ring_for(conn, found.seeker.id, rules, today) if found.shortfall.missing else []
        meter = meter_of(conn, found.seeker.id, rules, today)
        notes = notes_on(conn, found.seeker.id, rules, today)
    if as_json:
        emit_json(
            {
                **match_json(found, rings, view(rules.rules)),
                "meter": dict(meter.given),
                "notes": notes,
            }
        )
    elif as_csv:
        emit_csv(HEADS, match_rows(found))
    else:
        emit(match_screen(found, rings, view(rules.rules), meter, notes))


def _everyone(rules: Matching, *, as_json: bool, as_csv: bool) -> None:
    from jiuye_cli.actions.posts.matching import match_everyone
    from jiuye_cli.cli.progress import progress
    from jiuye_cli.render.posts.matching_json import everyone_json
    from jiuye_cli.render.posts.openings import everyone_listing

    with desk.reading() as conn, progress() as bar:
        matches, shares = match_everyone(
            conn, rules, desk.today(), lambda done, whole: bar("正在配", done, whole)
        )
    if as_json:
        emit_json(everyone_json(matches, shares.promised, view(rules.rules)))
    else:
        show(everyone_listing(matches, shares.promised), as_csv=as_csv)


def _unlock(rules: Matching, *, as_json: bool, as_csv: bool) -> None:
    from jiuye_cli.actions.posts.opening import unlock_village
    from jiuye_cli.render.posts.openings import unlock_listing

    with desk.reading() as conn:
        rows = unlock_village(conn, rules, desk.today())
    show(unlock_listing(rows), as_json=as_json, as_csv=as_csv)

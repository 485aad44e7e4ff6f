"""`why`: one verdict, one match or one place on the call list in full."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, OnOption, emit, emit_json, parse_day
from jiuye_cli.cli.people.show import WhoArgument

app = new_app()


@app.command()
def why(
    who: WhoArgument,
    what: Annotated[
        str, typer.Argument(metavar="政策|岗位|名单", help="政策的编号或名称、岗位号，或“名单”")
    ],
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """一项政策、一个岗位为什么行或不行：每个条件、用的哪句话；写 名单 看为什么今天打或不打。

    例：jiuye why lgj 技能提升补贴    jiuye why lgj 岗12    jiuye why lgj 名单
    """
    day = parse_day(on)
    if what in ("名单", "callbacks"):
        from jiuye_cli.cli.callback.callbacks import show_why

        show_why(who, day or desk.today(), as_json=as_json)
    elif _means_post(what):
        _post(who, what, as_json=as_json)
    else:
        _policy(who, what, day, as_json=as_json)


def _means_post(what: str) -> bool:
    """A number, a slash between employer and post, or what no policy is called but a post is."""
    bare = what.strip().lstrip("#＃岗").removesuffix("岗").removesuffix("号")
    if (bare.isascii() and bare.isdigit()) or "/" in what:
        return True
    from jiuye_cli.cli.policy.bench import bench

    if any(what in one.id or what in one.name for one in bench().shelf.policies):
        return False
    from jiuye_cli.store.posts.posts import read_posts

    with desk.reading() as conn:
        return any(
            what in (post.name, f"{post.employer_name}{post.name}") for post in read_posts(conn)
        )


def _post(who: str, what: str, *, as_json: bool) -> None:
    from jiuye_cli.actions.posts.matching import why_pair
    from jiuye_cli.cli.posts.matching_desk import matching, view
    from jiuye_cli.render.posts.matching import why_pair_screen
    from jiuye_cli.render.posts.matching_json import why_pair_json

    rules = matching()
    with desk.reading() as conn:
        found = why_pair(conn, who, what, rules, desk.today())
    seen = view(rules.rules)
    emit_json(why_pair_json(found, seen)) if as_json else emit(why_pair_screen(found, seen))


def _policy(who: str, what: str, day: date | None, *, as_json: bool) -> None:
    from jiuye_cli.actions.policy.judging import check_person, one_policy
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.render.policy.verdict_json import verdict_json
    from jiuye_cli.render.policy.verdicts import why_screen

    rules = bench()
    with desk.reading() as conn:
        checked = check_person(conn, who, rules, desk.today(), day)
    found = one_policy(checked, what)
    if as_json:
        told = [verdict_json(one) for one in found]
        emit_json(told[0] if len(told) == 1 else {"verdicts": told})
    else:
        emit(why_screen(checked.person.name, found))

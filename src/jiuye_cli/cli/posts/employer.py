"""`employer`: the register of employers, and whom to ring."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, assignments, emit
from jiuye_cli.cli.posts.matching_desk import matching
from jiuye_cli.cli.verbs import NoteOption, WordsArgument, show, told, verb

app = new_app(no_args_is_help=True, help="单位：登记、查看、该打哪家、打过记下。")

EmployerArgument = Annotated[str, typer.Argument(metavar="单位", help="单位号或名称")]


@verb(app, "add", "登记")
def add(name: EmployerArgument, words: WordsArgument = None, as_json: JsonOption = False) -> None:
    """登记一家单位。可写：单位类型 联系人 联系电话 地址 共建单位 代聘 职工人数 …

    例：jiuye employer add 诚安物业 联系人=王经理 联系电话=19900001111 共建单位=是
    """
    from jiuye_cli.actions.posts.posts import add_employer, typed_employer

    values = typed_employer({"单位名称": name, **assignments(words or [])}, desk.settings().region)
    with desk.writing(f"登记单位 {name}") as change:
        one = add_employer(change, values, desk.today())
    told({"id": one.id}, f"{one.id} 号单位 {one.name} 登记好了。", as_json=as_json)


@verb(app, "set", "改")
def set_(
    employer: EmployerArgument, words: WordsArgument = None, as_json: JsonOption = False
) -> None:
    """改一家单位的几项。

    例：jiuye employer set 诚安物业 职工人数=60 正常经营=是
    """
    from jiuye_cli.actions.posts.posts import change_employer, typed_employer

    values = typed_employer(assignments(words or []), desk.settings().region)
    with desk.writing(f"改单位 {employer}") as change:
        one, changed = change_employer(change, employer, values)
    said = f"改了{'、'.join(changed)}。" if changed else "没有要改的。"
    told({"id": one.id, "changed": changed}, f"{one.id} 号单位 {one.name}：{said}", as_json=as_json)


@verb(app, "list", "名单")
def list_(
    partners: Annotated[bool, typer.Option("--partners", help="只列共建单位")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出单位和在招的岗位数。

    例：jiuye employer list --partners
    """
    from jiuye_cli.render.posts.posts import employers_listing
    from jiuye_cli.store.posts.posts import read_employers, read_posts

    with desk.reading() as conn:
        found = [one for one in read_employers(conn) if one.is_partner or not partners]
        posts = read_posts(conn)
    show(employers_listing(found, posts, desk.today()), as_json=as_json, as_csv=as_csv)


@verb(app, "ring", "该打")
def ring(
    plan: Annotated[
        bool, typer.Option("--plan", help="最少打几个电话能让大家都有三个岗位")
    ] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """该给哪些单位打电话，说什么：能松一松的要求、好久没核实的岗位、没回话的推荐、没问过的。

    例：jiuye employer ring    jiuye employer ring --plan
    """
    from jiuye_cli.actions.posts.opening import employers_to_ring
    from jiuye_cli.render.posts.openings import ring_listing, ring_screen

    rules = matching()
    with desk.reading() as conn:
        page = employers_to_ring(conn, rules, desk.today(), plan=plan)
    if as_json or as_csv:
        show(ring_listing(page), as_json=as_json, as_csv=as_csv)
    else:
        emit(ring_screen(page))


@verb(app, "rang", "打过")
def rang(
    employer: EmployerArgument,
    missed: Annotated[bool, typer.Option("--missed", help="没打通")] = False,
    note: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """记下给单位打过电话。岗位还招就用 job refresh，不招了用 job close。

    例：jiuye employer rang 诚安物业 --note "年龄放到55"
    """
    from jiuye_cli.actions.posts.opening import note_employer_call

    with desk.writing(f"联系单位 {employer}") as change:
        one = note_employer_call(
            change, employer, reached=not missed, day=desk.today(), who=desk.user(), note=note
        )
    said = "没打通" if missed else "打通了"
    told({"id": one.id, "reached": not missed}, f"{one.name} 今天{said}，记下了。", as_json=as_json)

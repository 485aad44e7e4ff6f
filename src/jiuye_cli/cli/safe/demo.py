"""`demo`: an invented village, a messy workbook imported before your eyes, tonight's list on paper."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json
from jiuye_cli.errors import RefusedError

if TYPE_CHECKING:
    from jiuye_cli.workspace import Workspace

app = new_app()

MARK = "这是演示"
DEFAULT_HOME = "jiuye-demo"
REGISTER = "演示台账.xlsx"
POSTS = 60


@app.command()
def demo(
    people: Annotated[
        int, typer.Option("--people", metavar="人数", min=1, max=50_000, help="编几个人")
    ] = 300,
    as_json: JsonOption = False,
) -> None:
    """编一个村子：人、半年的回访、岗位和政策；当面导一张乱表，印出今晚的名单、一本手册、一本汇编。

    例：jiuye demo    jiuye --home 演示 demo --people 1500
    """
    place = _fresh_place()
    tell = (lambda _: None) if as_json else emit
    tell(f"编好了 {_settled(place, people)} 个人、{POSTS} 个岗位和五个月的回访。都是编的。\n")
    tell(f"村里的表来了（{REGISTER}），就这样导进来：\n")
    tell(_imported(place, people))
    shown = _introduced()
    files = _printed(shown)
    if as_json:
        emit_json({"home": str(place.home), "files": [str(path) for path in files]})
        return
    emit("\n印好了，打开看看：\n" + "\n".join(f"  {path}" for path in files))
    emit(_next_steps(place, shown))


def _fresh_place() -> Workspace:
    """A new workspace; an earlier demo in the same folder makes room, anything else is refused."""
    from jiuye_cli.actions.safe.make_workspace import make_workspace

    if not desk.home_chosen():
        desk.choose_home(DEFAULT_HOME)
    place = desk.workspace()
    if (place.home / MARK).is_file():
        shutil.rmtree(place.home)
    elif place.home.exists() and any(place.home.iterdir()):
        raise RefusedError(
            f"{place.home} 里已经有东西，演示不占这里。换个文件夹：jiuye --home 演示 demo"
        )
    make_workspace(place, "柳树屯", "山东/聊城/临清")
    (place.home / MARK).write_text(
        "这个文件夹是 jiuye demo 编的，可以整个删掉。\n", encoding="utf-8"
    )
    return place


def _settled(place: Workspace, people: int) -> int:
    from jiuye_cli.actions.safe.village import open_posts, settle
    from jiuye_cli.store.file.connection import connect

    conn = connect(place.database)
    try:
        open_posts(conn, POSTS, desk.today(), who="演示")
        return len(settle(conn, people, desk.today(), who="演示"))
    finally:
        conn.close()


def _imported(place: Workspace, people: int) -> str:
    """Write the messy register and import it as `jiuye import` does; what that says."""
    from jiuye_cli.cli.people.import_ import bring_in
    from jiuye_cli.core.village.workbook import messy_workbook
    from jiuye_cli.render.people.importing import import_screen
    from jiuye_cli.render.workbooks.messy_workbook import write_messy_workbook

    register = write_messy_workbook(
        place.home / REGISTER, messy_workbook(max(people // 5, 20), desk.today())
    )
    plan, header = bring_in(register)
    return import_screen(plan, header, REGISTER, dry_run=False)


def _introduced() -> str:
    """Write a slip with three posts for someone worth reading about; their case number."""
    from jiuye_cli.actions.posts.slips import refer
    from jiuye_cli.actions.safe.village import most_to_show
    from jiuye_cli.cli.posts.matching_desk import matching

    rules, today = matching(), desk.today()
    with desk.reading() as conn:
        shown = str(most_to_show(conn, rules, today))
    with desk.writing(f"推荐 {shown}") as change:
        refer(change, shown, [], rules, today)
    return shown


def _printed(shown: str) -> list[Path]:
    from jiuye_cli.cli.callback.night_work import work_through_night
    from jiuye_cli.cli.paper.print_ import printed

    night = work_through_night(None, renew=False)
    return [*night.files, *printed("manual", [shown]).files, *printed("policies", []).files]


def _next_steps(place: Workspace, shown: str) -> str:
    home = f"jiuye --home {place.home}"
    steps = (
        ("today", "今天的名单"),
        (f"show {shown}", "一个人的档案"),
        (f"check {shown}", "能领什么"),
        (f"match {shown}", "推荐三个岗位"),
        ("radar", "往后一年哪天会变"),
    )
    return "\n接着试：\n" + "\n".join(f"  {home} {words:<12}{told}" for words, told in steps)

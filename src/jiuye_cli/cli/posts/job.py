"""`job`: posts entered, looked at, confirmed, closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, assignments, emit, emit_json
from jiuye_cli.cli.posts.matching_desk import match_rules
from jiuye_cli.cli.verbs import WordsArgument, show, told, verb

if TYPE_CHECKING:
    from jiuye_cli.core.posts.post import Post

app = new_app(no_args_is_help=True, help="岗位：登记、查看、核实、停招。")

JobArgument = Annotated[str, typer.Argument(metavar="岗位", help="岗位号，或 单位/岗位名称")]


@verb(app, "add", "登记")
def add(words: WordsArgument = None, as_json: JsonOption = False) -> None:
    """登记一个岗位；单位是新的就一起登记。

    例：jiuye job add 单位=诚安物业 岗位名称=电工 人数=2 月薪=3200-3800 工作地点=镇上 年龄要求=60岁以下
    """
    from jiuye_cli.actions.posts.posts import add_post, typed_post

    written = typed_post(assignments(words or []), desk.settings().region, desk.today())
    with desk.writing(
        f"登记岗位 {written.employer} {written.values.get('工种', '')}".strip()
    ) as change:
        post = add_post(change, written, desk.today())
    told(
        {"id": post.id},
        f"{post.id} 号岗位 {post.employer_name} {post.name} 登记好了{_until(post)}。",
        as_json=as_json,
    )


def _until(post: Post) -> str:
    from jiuye_cli.render.words import full_day

    day = post.value("截止日期")
    return f"，招到 {full_day(day)}" if isinstance(day, date) else ""


@verb(app, "list", "名单")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="连停招、招满的也列")] = False,
    stale: Annotated[bool, typer.Option("--stale", help="只列好久没核实的")] = False,
    held: Annotated[bool, typer.Option("--held", help="只列村里代聘的")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出在招的岗位。

    例：jiuye job list    jiuye job list --stale    jiuye job list --held
    """
    from jiuye_cli.render.posts.posts import posts_listing
    from jiuye_cli.store.posts.posts import read_posts

    today, fresh = desk.today(), match_rules().fresh_days
    with desk.reading() as conn:
        found = [one for one in read_posts(conn) if everything or one.is_open(today)]
    if stale:
        found = [one for one in found if one.is_stale(today, fresh)]
    if held:
        found = [one for one in found if one.is_held]
    show(posts_listing(found, today, fresh), as_json=as_json, as_csv=as_csv)


@verb(app, "show", "看")
def show_(job: JobArgument, as_json: JsonOption = False) -> None:
    """看一个岗位：写了什么，还有什么没问过单位。

    例：jiuye job show 12
    """
    from jiuye_cli.core.opening.asks import questions_for
    from jiuye_cli.render.posts.posts import post_json, post_screen
    from jiuye_cli.store.posts.posts import find_post

    today, fresh = desk.today(), match_rules().fresh_days
    with desk.reading() as conn:
        post = find_post(conn, job, today)
    questions = questions_for(post)
    if as_json:
        emit_json({**post_json(post, today, fresh), "ask": list(questions)})
    else:
        emit(post_screen(post, today, fresh, questions))


@verb(app, "refresh", "核实")
def refresh(job: JobArgument, words: WordsArgument = None, as_json: JsonOption = False) -> None:
    """问过单位还在招：记下今天核实了，顺手改几项；停招的重新开。

    例：jiuye job refresh 12    jiuye job refresh 12 人数=3 上班时间=8:00-17:00
    """
    from jiuye_cli.actions.posts.posts import confirm_post, typed_post

    written = typed_post(assignments(words or []), desk.settings().region, desk.today())
    with desk.writing(f"核实岗位 {job}") as change:
        post, changed = confirm_post(change, job, written, desk.today())
    said = f"，改了{'、'.join(changed)}" if changed else ""
    told(
        {"id": post.id, "changed": changed},
        f"{post.id} 号岗位 {post.name} 今天核实过{said}{_until(post) if '截止日期' in changed else ''}。",
        as_json=as_json,
    )


@verb(app, "close", "停招")
def close(
    job: JobArgument,
    why: Annotated[str, typer.Option("--why", metavar="原因", help="如 招满了、不招了")] = "",
    as_json: JsonOption = False,
) -> None:
    """岗位不招了。

    例：jiuye job close 12 --why 招满了
    """
    from jiuye_cli.actions.posts.posts import end_post

    with desk.writing(f"停招 {job}") as change:
        post = end_post(change, job, desk.today(), why)
    told(
        {"id": post.id},
        f"{post.id} 号岗位 {post.employer_name} {post.name} 停招了。",
        as_json=as_json,
    )

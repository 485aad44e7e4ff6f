"""Projects to show, and stories to tell with consent."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, assignments
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.cli.verbs import DayOption, WordsArgument, past_day, show, told, verb

app = new_app()


@verb(app, "project", "加项目")
def project(
    name: Annotated[str, typer.Argument(metavar="名称", help="如 早点铺")],
    words: WordsArgument = None,
    as_json: JsonOption = False,
) -> None:
    """加一个门槛低的创业项目。可写：行业 投入 门槛 联系人。

    例：jiuye venture project 早点铺 投入=5000 门槛=会做面食
    """
    from jiuye_cli.actions.course.venture import add_project
    from jiuye_cli.core.course.venture import Project
    from jiuye_cli.core.course.wording import PROJECT

    values = PROJECT.read(assignments([f"名称={name}", *(words or [])]), desk.today())
    with desk.writing(f"创业项目 {name}") as change:
        one = add_project(change, Project(added_on=desk.today(), **values))
    told(
        {"id": one.id},
        f"{one.id} 号项目 {one.name} 加好了。给人看：jiuye venture offer {one.id} 谁",
        as_json=as_json,
    )


@verb(app, "projects", "项目")
def projects(as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """列出创业项目。

    例：jiuye venture projects
    """
    from jiuye_cli.actions.course.venture import projects as all_projects
    from jiuye_cli.render.course.venture import projects_listing

    with desk.reading() as conn:
        found = all_projects(conn)
    show(projects_listing(found), as_json=as_json, as_csv=as_csv)


@verb(app, "shelve", "撤项目")
def shelve(
    project_: Annotated[str, typer.Argument(metavar="项目", help="项目的号或名称")],
    as_json: JsonOption = False,
) -> None:
    """项目不推了。

    例：jiuye venture shelve 早点铺
    """
    from jiuye_cli.actions.course.venture import shelve_project

    with desk.writing(f"撤项目 {project_}") as change:
        one = shelve_project(change, project_, desk.today())
    told({"id": one.id}, f"{one.name} 撤下来了。", as_json=as_json)


@verb(app, "offer", "推项目")
def offer(
    project_: Annotated[str, typer.Argument(metavar="项目", help="项目的号或名称")],
    who: WhoArgument,
    answer: Annotated[
        str | None, typer.Argument(metavar="[怎么说]", help="愿做、不做、再想想")
    ] = None,
    on: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """记给谁看了项目、他怎么说。

    例：jiuye venture offer 早点铺 lgj 愿做
    """
    from jiuye_cli.actions.course.venture import offer_project
    from jiuye_cli.cli.choosing import the_person

    card, day = the_person(who), past_day(on)
    with desk.writing(f"推项目 {card.name} {project_}") as change:
        one = offer_project(change, project_, card.id, day, answer)
    told(
        {"id": card.id, "project": one.id, "answer": answer},
        f"{one.name}给 {card.name} 看了{f'：{answer}' if answer else ''}。",
        as_json=as_json,
    )


@verb(app, "story", "故事")
def story(
    who: WhoArgument,
    title: Annotated[str, typer.Argument(metavar="题目")],
    text: Annotated[str, typer.Argument(metavar="讲的什么", help="写 - 就从键盘或文件读")],
    consent: Annotated[bool, typer.Option("--consent", help="本人同意讲给别人听")] = False,
    as_json: JsonOption = False,
) -> None:
    """记一个创业故事；本人同意了才能讲给别人。

    例：jiuye venture story lgj 下岗开饭馆 从摆摊做起，现在雇了六个人 --consent
    """
    import sys

    from jiuye_cli.actions.course.venture import write_story
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.course.venture import Story

    card, day = the_person(who), desk.today()
    words = sys.stdin.read().strip() if text == "-" else text
    with desk.writing(f"创业故事 {card.name}") as change:
        one = write_story(
            change, Story(card.id, title, words, day, consent_on=day if consent else None)
        )
    told(
        {"id": card.id, "story": one.id},
        f"{card.name} 的故事记下了{'' if consent else '，还没问能不能讲给别人'}。",
        as_json=as_json,
    )


@verb(app, "consent", "同意讲")
def consent(
    number: Annotated[int, typer.Argument(metavar="号", min=1)],
    on: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """记本人同意把故事讲给别人。

    例：jiuye venture consent 1
    """
    from jiuye_cli.actions.course.venture import consent as agree

    day = past_day(on)
    with desk.writing(f"同意讲故事 {number}") as change:
        one = agree(change, number, day)
    told({"story": one.id, "consent_on": day}, f"“{one.title}”可以讲了。", as_json=as_json)


@verb(app, "stories", "讲故事")
def stories(
    to_tell: Annotated[bool, typer.Option("--to-tell", help="只要本人同意讲的")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出创业故事。

    例：jiuye venture stories --to-tell
    """
    from jiuye_cli.actions.course.venture import stories as all_stories
    from jiuye_cli.render.course.venture import stories_listing

    with desk.reading() as conn:
        found = all_stories(conn, to_tell=to_tell)
    show(stories_listing(found), as_json=as_json, as_csv=as_csv)

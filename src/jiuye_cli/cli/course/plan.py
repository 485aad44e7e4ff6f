"""`plan`: one plan a person, its steps with days, and who answers for the person."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.cli.verbs import DayOption, ReasonOption, past_day, show, told, verb

app = new_app(no_args_is_help=True, help="一人一策：目标、步骤、到哪天、谁做；责任人只添不改。")

NumberArgument = Annotated[int, typer.Argument(metavar="第几步", min=1)]
ResultOption = Annotated[str | None, typer.Option("--result", metavar="结果")]


@verb(app, "make", "定")
def make(
    who: WhoArgument,
    goal: Annotated[str, typer.Argument(metavar="目标", help="如 学电工，年前上岗")],
    steps: Annotated[
        list[str] | None, typer.Argument(metavar="步骤@哪天…", help="如 报电工班@12-1")
    ] = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """给一个人定方案；步骤可以接着写，@ 后面是哪天前做完。

    例：jiuye plan make lgj 学电工，年前上岗 报电工班@12-1 联系物业公司@12-20 --reason 有技术底子，不能干重活
    """
    from jiuye_cli.actions.course.plan import add_step, make_plan
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.course_desk import what_and_day
    from jiuye_cli.core.course.plan import Plan
    from jiuye_cli.render.words import full_day

    card = the_person(who)
    todo = [what_and_day(text) for text in steps or []]
    with desk.writing(f"方案 {card.name}") as change:
        one = make_plan(
            change, Plan(card.id, goal, desk.today(), why=reason or None, made_by=desk.user())
        )
        for what, day in todo:
            add_step(change, card.id, what, day, None)
    told(
        {"id": card.id, "plan": one.id, "steps": len(todo)},
        f"{card.name} 的方案定了：{goal}（{len(todo)} 步）。"
        + "".join(f"\n  {full_day(day)} 前 {what}" for what, day in todo if day),
        as_json=as_json,
    )


@verb(app, "step", "加步骤")
def step(
    who: WhoArgument,
    what: Annotated[str, typer.Argument(metavar="做什么")],
    by: Annotated[
        str | None, typer.Option("--by", metavar="哪天前", help="12-1、周五、3天后")
    ] = None,
    person: Annotated[str | None, typer.Option("--who", metavar="谁做")] = None,
    as_json: JsonOption = False,
) -> None:
    """给方案加一步。

    例：jiuye plan step lgj 陪去物业公司面试 --by 周五 --who 王芳
    """
    from jiuye_cli.actions.course.plan import add_step
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.course_desk import coming_day
    from jiuye_cli.render.words import full_day

    card, day = the_person(who), coming_day(by) if by else None
    with desk.writing(f"方案加步骤 {card.name}") as change:
        one = add_step(change, card.id, what, day, person)
    told(
        {"id": card.id, "number": one.number, "due_on": one.due_on},
        f"{card.name} 第 {one.number} 步：{what}{f'，{full_day(day)} 前' if day else ''}。",
        as_json=as_json,
    )


@verb(app, "done", "做完")
def done(
    who: WhoArgument,
    number: NumberArgument,
    on: DayOption = None,
    result: ResultOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一步做完了。

    例：jiuye plan done lgj 1 --result 考下五级证
    """
    _close(who, number, on, result, done_=True, as_json=as_json)


@verb(app, "drop", "不做了")
def drop(
    who: WhoArgument,
    number: NumberArgument,
    on: DayOption = None,
    result: ResultOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一步不做了。

    例：jiuye plan drop lgj 2 --result 本人不愿出村
    """
    _close(who, number, on, result, done_=False, as_json=as_json)


def _close(
    who: str, number: int, on: str | None, result: str | None, *, done_: bool, as_json: bool
) -> None:
    from jiuye_cli.actions.course.plan import close_step
    from jiuye_cli.cli.choosing import the_person

    card, day = the_person(who), past_day(on)
    word = "做完" if done_ else "不做了"
    with desk.writing(f"方案{word} {card.name} 第{number}步") as change:
        one = close_step(change, card.id, number, day, done=done_, result=result)
    told(
        {"id": card.id, "number": number, "done": done_},
        f"{card.name} 第 {number} 步（{one.what}）{word}。",
        as_json=as_json,
    )


@verb(app, "move", "改日子")
def move(
    who: WhoArgument,
    number: NumberArgument,
    day: Annotated[str, typer.Argument(metavar="哪天", help="12-1、周五、3天后")],
    as_json: JsonOption = False,
) -> None:
    """给一步换个日子。

    例：jiuye plan move lgj 2 12-25
    """
    from jiuye_cli.actions.course.plan import move_step
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.course_desk import coming_day
    from jiuye_cli.render.words import full_day

    card, new = the_person(who), coming_day(day)
    with desk.writing(f"方案改日子 {card.name} 第{number}步") as change:
        one = move_step(change, card.id, number, new)
    told(
        {"id": card.id, "number": number, "due_on": new},
        f"{card.name} 第 {number} 步（{one.what}）改到 {full_day(new)}。",
        as_json=as_json,
    )


@verb(app, "show", "看")
def show_(who: WhoArgument, as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """看一个人的方案和责任人。打印用 jiuye print 帮扶方案。

    例：jiuye plan show lgj
    """
    from jiuye_cli.actions.course.plan import plan_page
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.render.course.plan import plan_listing

    card = the_person(who)
    with desk.reading() as conn:
        page = plan_page(conn, card.id)
    show(plan_listing(page, desk.today()), as_json=as_json, as_csv=as_csv)


@verb(app, "due", "到期")
def due(
    days: Annotated[int, typer.Option("--days", metavar="天数", min=0, help="看几天以内的")] = 7,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出这几天该做的步骤，过期的在前。

    例：jiuye plan due --days 14
    """
    from datetime import timedelta

    from jiuye_cli.actions.course.plan import due as due_soon
    from jiuye_cli.render.course.plan import due_listing

    with desk.reading() as conn:
        found = due_soon(conn, desk.today() + timedelta(days=days))
    show(due_listing(found, desk.today()), as_json=as_json, as_csv=as_csv)


@verb(app, "responsible", "责任人")
def responsible(
    who: WhoArgument,
    name: Annotated[str, typer.Argument(metavar="姓名", help="责任人的姓名")],
    since: Annotated[
        str | None, typer.Option("--since", metavar="哪天", help="从哪天起，不写就是今天")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="职务")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="单位")] = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="电话")] = None,
    as_json: JsonOption = False,
) -> None:
    """换责任人：在后面添一行，以前的不动。

    例：jiuye plan responsible lgj 李静 --title 驻村干部 --phone 19900001111
    """
    from jiuye_cli.actions.course.plan import make_responsible
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.course.plan import Responsible

    card, day = the_person(who), past_day(since)
    with desk.writing(f"责任人 {card.name} {name}") as change:
        make_responsible(
            change, Responsible(card.id, name, day, title=title, unit=unit, phone=phone)
        )
    told(
        {"id": card.id, "responsible": name, "since": day},
        f"{card.name} 的责任人：{name}，{day} 起。",
        as_json=as_json,
    )


@verb(app, "under", "名下")
def under(
    name: Annotated[str, typer.Argument(metavar="姓名", help="责任人的姓名")],
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """看一个责任人名下有哪些人。

    例：jiuye plan under 李静
    """
    from jiuye_cli.actions.course.plan import under as people_under
    from jiuye_cli.render.course.plan import people_listing

    with desk.reading() as conn:
        found = people_under(conn, name, desk.today())
    show(people_listing(name, found), as_json=as_json, as_csv=as_csv)

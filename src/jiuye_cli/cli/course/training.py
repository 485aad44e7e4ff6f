"""`training`: classes, who is in them, who came, who passed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, assignments, note
from jiuye_cli.cli.verbs import (
    DayOption,
    PeopleArgument,
    ReasonOption,
    WordsArgument,
    past_day,
    show,
    told,
    verb,
)

if TYPE_CHECKING:
    from jiuye_cli.core.course.training import TrainingClass

app = new_app(no_args_is_help=True, help="培训班：开班、报名、考勤、结班、取证。")

ClassArgument = Annotated[str, typer.Argument(metavar="班", help="班的号或名称")]
ChosenOption = Annotated[
    str | None, typer.Option("--where", metavar="条件", help="按条件挑人，如 '培训意愿=电工'")
]
FileOption = Annotated[
    str | None, typer.Option("--file", metavar="表", help="按表里的身份证号、电话或姓名挑人")
]


@verb(app, "add", "开班")
def add(
    name: Annotated[str, typer.Argument(metavar="名称", help="如 电工初级班")],
    words: WordsArgument = None,
    as_json: JsonOption = False,
) -> None:
    """开一个班。可写：职业 等级 机构 方式 学时 起 止 地点 名额。

    例：jiuye training add 电工初级班 职业=电工 等级=五级 学时=80 起=2026-12-01 止=2026-12-30 名额=40
    """
    from jiuye_cli.actions.course.training import open_class
    from jiuye_cli.core.course.wording import CLASS

    values = CLASS.read(assignments([f"名称={name}", *(words or [])]), desk.today())
    with desk.writing(f"开班 {name}") as change:
        one = open_class(change, values)
    told(
        {"id": one.id},
        f"{one.id} 号班 {one.name} 开好了{_when(one)}。报名：jiuye training enrol {one.id} 谁…",
        as_json=as_json,
    )


@verb(app, "set", "改班")
def set_(name: ClassArgument, words: WordsArgument = None, as_json: JsonOption = False) -> None:
    """改一个班的几项。

    例：jiuye training set 3 地点=镇上 止=2027-01-05
    """
    from jiuye_cli.actions.course.training import change_class
    from jiuye_cli.core.course.wording import CLASS

    values = CLASS.read(assignments(words or []), desk.today())
    with desk.writing(f"改班 {name}") as change:
        one = change_class(change, name, values)
    told(
        {"id": one.id, "changed": list(values)},
        f"{one.id} 号班 {one.name} 改好了{_when(one)}。",
        as_json=as_json,
    )


def _when(one: TrainingClass) -> str:
    from jiuye_cli.render.words import full_day

    days = [full_day(day) for day in (one.starts, one.ends) if day]
    return f"，{' 到 '.join(days)}" if days else ""


@verb(app, "list", "名单")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="连结了班的也列")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出班和人数。

    例：jiuye training list --all
    """
    from jiuye_cli.actions.course.training import class_pages
    from jiuye_cli.render.course.training import classes_listing

    with desk.reading() as conn:
        pages = class_pages(conn, everything=everything)
    show(classes_listing(pages, desk.today()), as_json=as_json, as_csv=as_csv)


@verb(app, "show", "看班")
def show_(name: ClassArgument, as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """看一个班：谁在班里、到课、学时、结果。

    例：jiuye training show 3
    """
    from jiuye_cli.actions.course.training import class_page
    from jiuye_cli.render.course.training import class_listing

    with desk.reading() as conn:
        page = class_page(conn, name)
    show(class_listing(page), as_json=as_json, as_csv=as_csv)


@verb(app, "wishes", "意愿")
def wishes(as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """看谁想学什么，还没进班的。

    例：jiuye training wishes
    """
    from jiuye_cli.actions.course.training import wishes as find_wishes
    from jiuye_cli.render.course.training import wishes_listing

    with desk.reading() as conn:
        found = find_wishes(conn)
    show(wishes_listing(found), as_json=as_json, as_csv=as_csv)


@verb(app, "enrol", "报名")
def enrol(
    name: ClassArgument,
    people: PeopleArgument = None,
    where: ChosenOption = None,
    file: FileOption = None,
    as_json: JsonOption = False,
) -> None:
    """给几个人报名；也可以按条件，或按一张表。

    例：jiuye training enrol 3 lgj 2017    jiuye training enrol 3 --where '培训意愿=电工'
    """
    from jiuye_cli.actions.course.training import enrol as put_in
    from jiuye_cli.cli.choosing import chosen_people

    chosen = chosen_people(people, where, file)
    with desk.writing(f"培训报名 {name}") as change:
        new, again = put_in(change, name, chosen, desk.today())
    already = f"，{again} 人早已在班里" if again else ""
    told({"new": new, "same": again}, f"报上 {new} 人{already}。", as_json=as_json)


@verb(app, "mark", "考勤")
def mark(
    name: ClassArgument,
    on: DayOption = None,
    hours: Annotated[
        int | None, typer.Option("--hours", metavar="学时", min=0, help="这天上了几个学时")
    ] = None,
    absent: Annotated[
        list[str] | None, typer.Option("--absent", metavar="谁", help="缺课的，可以写几次")
    ] = None,
    excused: Annotated[
        list[str] | None, typer.Option("--excused", metavar="谁", help="请假的，可以写几次")
    ] = None,
    came: Annotated[
        str | None, typer.Option("--came", metavar="表", help="签到表：表上有的算到，没有的算缺")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """记一天的考勤：只写没来的，别人都算到了；有签到表就用 --came。

    例：jiuye training mark 3 --hours 6 --absent lgj --excused 2017
    """
    from jiuye_cli.actions.course.training import mark_day, missing_from
    from jiuye_cli.cli.choosing import chosen_people, people_named

    day = past_day(on)
    away, leave = people_named(absent), people_named(excused)
    if came:
        with desk.reading() as conn:
            away += missing_from(conn, name, {*chosen_people(None, None, came), *away, *leave})
    with desk.writing(f"考勤 {name} {day}") as change:
        done = mark_day(change, name, day, hours=hours, absent=away, excused=leave)
    told(
        {"day": day, "present": done.present, "excused": done.excused, "absent": [c.id for c in done.absent], "streaks": done.streaks},
        f"{day}：到 {done.present} 人，请假 {done.excused} 人，缺课 {len(done.absent)} 人。",
        as_json=as_json,
    )  # fmt: skip
    for card in done.absent:
        if card.id in done.streaks:
            note(f"{card.name} 连着缺了 {done.streaks[card.id]} 次，会排进回访名单。")


@verb(app, "leave", "退班")
def leave(
    name: ClassArgument,
    who: Annotated[str, typer.Argument(metavar="谁", help="一个人")],
    reason: Annotated[str, typer.Option("--reason", metavar="原因", help="为什么不上了")],
    on: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """一个人不上了。

    例：jiuye training leave 3 lgj --reason 找到活了
    """
    from jiuye_cli.actions.course.training import leave as take_out
    from jiuye_cli.cli.choosing import people_named

    day = past_day(on)
    (person,) = people_named([who])
    with desk.writing(f"退班 {name} {who}") as change:
        take_out(change, name, person, day, reason)
    told({"id": person, "left_on": day}, f"{person} 号 {day} 退班：{reason}。", as_json=as_json)


@verb(app, "finish", "结班")
def finish(
    name: ClassArgument,
    failed: Annotated[
        list[str] | None, typer.Option("--failed", metavar="谁", help="没考过的，可以写几次")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """结班：只写没考过的，别人都算合格；学时和结果写进各人档案。

    例：jiuye training finish 3 --failed lgj
    """
    from jiuye_cli.actions.course.training import finish as close
    from jiuye_cli.cli.choosing import people_named

    missed = people_named(failed)
    with desk.writing(f"结班 {name}") as change:
        passed, not_passed = close(change, name, desk.today(), failed=missed)
    told(
        {"passed": passed, "failed": not_passed},
        f"结班：合格 {passed} 人，不合格 {not_passed} 人。发证后：jiuye training certify {name} --on 发证日期",
        as_json=as_json,
    )


@verb(app, "off", "停班")
def off(name: ClassArgument, reason: ReasonOption = "", as_json: JsonOption = False) -> None:
    """班不办了：名单上的人退出来，不记培训。

    例：jiuye training off 3 --reason 老师来不了
    """
    from jiuye_cli.actions.course.training import call_off

    with desk.writing(f"停班 {name}") as change:
        one = call_off(change, name, desk.today(), reason)
    told({"id": one.id}, f"{one.name} 停了。", as_json=as_json)


@verb(app, "certify", "取证")
def certify(
    name: ClassArgument,
    people: PeopleArgument = None,
    on: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """证书发下来了：写进合格的人的档案（不写谁就是全部）。

    例：jiuye training certify 3 --on 2026-12-31
    """
    from jiuye_cli.actions.course.training import certify as give
    from jiuye_cli.cli.choosing import people_named

    day, only = past_day(on), people_named(people)
    with desk.writing(f"取证 {name}") as change:
        got = give(change, name, day, desk.today(), numbers={}, only=only)
    told(
        {"ids": got, "issued_on": day},
        f"{len(got)} 人的证书写进了档案，发证日期 {day}。",
        as_json=as_json,
    )

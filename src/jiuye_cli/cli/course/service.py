"""`service`: guidance, 心理疏导, visits, things lent; noted once, counted from the notes."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption
from jiuye_cli.cli.people.show import FullOption, WhoArgument
from jiuye_cli.cli.verbs import DayOption, NoteOption, past_day, show, told, verb

app = new_app(no_args_is_help=True, help="服务：职业指导、心理疏导、走访、借出物品；次数自己数。")

KINDS = "职业指导、心理疏导、政策宣介、岗位推荐、上门走访、试工陪同、居家就业安置、创业服务、代办手续、其他"
SinceOption = Annotated[str | None, typer.Option("--since", metavar="哪天", help="从哪天起")]


@verb(app, "add", "记")
def add(
    who: WhoArgument,
    kind: Annotated[str, typer.Argument(metavar="服务", help=KINDS)],
    on: DayOption = None,
    how: Annotated[
        str | None, typer.Option("--how", metavar="方式", help="电话、上门、到所")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="谁", help="谁做的；不写就是您")] = None,
    note_: NoteOption = None,
    result: Annotated[str | None, typer.Option("--result", metavar="结果")] = None,
    as_json: JsonOption = False,
) -> None:
    """记一次服务。

    例：jiuye service add lgj 心理疏导 --how 上门 --note 怕年纪大没人要 --result 愿意先试工
    """
    from jiuye_cli.actions.course.service import note_service
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.course.service import Service, ServiceKind
    from jiuye_cli.core.course.wording import one_of

    card, what, day = the_person(who), one_of(ServiceKind, kind, "服务"), past_day(on)
    given = Service(card.id, day, what, how=how, by=by or desk.user(), note=note_, result=result)
    with desk.writing(f"{what.value} {card.name}") as change:
        one = note_service(change, given)
    told(
        {"id": card.id, "service": one.id},
        f"{card.name} {day} {what.value}，记下了。",
        as_json=as_json,
    )


@verb(app, "list", "名单")
def list_(
    who: Annotated[str | None, typer.Argument(metavar="谁", help="只看一个人的")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="服务", help="只看一种")] = None,
    since: SinceOption = None,
    full: FullOption = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出服务记录；心理疏导说了什么只在 --full 里看。

    例：jiuye service list lgj    jiuye service list --kind 职业指导 --since 11-1
    """
    from jiuye_cli.actions.course.service import services
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.course.service import ServiceKind
    from jiuye_cli.core.course.wording import one_of
    from jiuye_cli.render.course.service import services_listing

    person = the_person(who).id if who else None
    what = one_of(ServiceKind, kind, "服务") if kind else None
    first = past_day(since) if since else None
    with desk.reading() as conn:
        found = services(conn, person=person, kind=what, since=first)
    if full:
        desk.note_look("看服务记录", "内容", len({one.card.id for one in found}))
    show(services_listing(found, full=full), as_json=as_json, as_csv=as_csv)


@verb(app, "count", "次数")
def count(
    since: SinceOption = None, as_json: JsonOption = False, as_csv: CsvOption = False
) -> None:
    """数各种服务做了几次、几个人；不写从哪天起，就从今年元旦起。

    例：jiuye service count --since 11-1
    """
    from jiuye_cli.actions.course.service import people_by_kind
    from jiuye_cli.render.course.service import counts_listing

    today = desk.today()
    first = past_day(since) if since else today.replace(month=1, day=1)
    with desk.reading() as conn:
        found = people_by_kind(conn, first, today)
    show(counts_listing(found, first, today), as_json=as_json, as_csv=as_csv)


@verb(app, "lend", "借出")
def lend(
    who: WhoArgument,
    thing: Annotated[str, typer.Argument(metavar="物品", help="如 手机、缝纫机")],
    mark: Annotated[str | None, typer.Option("--mark", metavar="编号", help="物品的编号")] = None,
    giver: Annotated[str | None, typer.Option("--giver", metavar="谁捐的")] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="哪天", help="该还的日子：12-1、下周五、25号")
    ] = None,
    on: DayOption = None,
    note_: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """记借出去一样东西，给他在家干活用。

    例：jiuye service lend lgj 手机 --mark 01 --giver 镇商会
    """
    from jiuye_cli.actions.course.service import lend as hand_out
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.course_desk import coming_day
    from jiuye_cli.core.course.service import Loan
    from jiuye_cli.render.words import full_day

    card, day = the_person(who), past_day(on)
    loan = Loan(
        card.id,
        thing,
        day,
        mark=mark,
        giver=giver,
        until=coming_day(until) if until else None,
        note=note_,
    )
    with desk.writing(f"借出 {card.name} {thing}") as change:
        one = hand_out(change, loan)
    back = f"，{full_day(one.until)} 该还" if one.until else ""
    told(
        {"id": card.id, "loan": one.id, "until": one.until},
        f"{thing}借给 {card.name}{back}，记下了。",
        as_json=as_json,
    )


@verb(app, "back", "归还")
def back(
    who: WhoArgument,
    thing: Annotated[str, typer.Argument(metavar="物品", help="物品或编号")],
    on: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """记东西还回来了。

    例：jiuye service back lgj 手机
    """
    from jiuye_cli.actions.course.service import take_back
    from jiuye_cli.cli.choosing import the_person

    card, day = the_person(who), past_day(on)
    with desk.writing(f"归还 {card.name} {thing}") as change:
        one = take_back(change, card.id, thing, day)
    told(
        {"id": card.id, "loan": one.id, "back_on": day},
        f"{card.name} 还了{one.thing}。",
        as_json=as_json,
    )


@verb(app, "lent", "借物")
def lent(
    everything: Annotated[bool, typer.Option("--all", help="还了的也列")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出借出去还没还的东西。

    例：jiuye service lent
    """
    from jiuye_cli.actions.course.service import loans
    from jiuye_cli.render.course.service import loans_listing

    with desk.reading() as conn:
        found = loans(conn, everything=everything)
    show(loans_listing(found, desk.today()), as_json=as_json, as_csv=as_csv)

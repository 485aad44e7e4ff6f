"""`event`: fairs, interviews, coaching, buses; who is invited, comes, agrees, is hired."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.course.event_bus import app as bus_app
from jiuye_cli.cli.course.event_people import EventArgument
from jiuye_cli.cli.course.event_people import app as people_app
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, assignments
from jiuye_cli.cli.people.show import FullOption
from jiuye_cli.cli.verbs import DayOption, ReasonOption, WordsArgument, past_day, show, told, verb

if TYPE_CHECKING:
    from jiuye_cli.core.course.event import Event

app = new_app(
    no_args_is_help=True, help="活动：招聘会、面试、辅导、返岗专车；请人、签到、意向、录用、排座。"
)


@verb(app, "add", "新办")
def add(
    name: Annotated[str, typer.Argument(metavar="名称", help="如 春风行动招聘会")],
    words: WordsArgument = None,
    as_json: JsonOption = False,
) -> None:
    """新办一场活动。可写：类别 日期 时刻 地点 主办 线上 名额 单位数 岗位数。

    例：jiuye event add 春风行动 类别=招聘会 日期=2026-12-05 地点=镇文化站 单位数=12 岗位数=300
    """
    from jiuye_cli.actions.course.event import add_event
    from jiuye_cli.core.course.wording import EVENT, event_values

    values = event_values(EVENT.read(assignments([f"名称={name}", *(words or [])]), desk.today()))
    with desk.writing(f"活动 {name}") as change:
        one = add_event(change, values)
    told(
        {"id": one.id},
        f"{one.id} 号活动 {one.name} 记好了{_when(one)}。请人：jiuye event invite {one.id} --where 条件",
        as_json=as_json,
    )


@verb(app, "set", "改")
def set_(event: EventArgument, words: WordsArgument = None, as_json: JsonOption = False) -> None:
    """改一场活动的几项。

    例：jiuye event set 2 日期=2026-12-06
    """
    from jiuye_cli.actions.course.event import change_event
    from jiuye_cli.core.course.wording import EVENT, event_values

    values = event_values(EVENT.read(assignments(words or []), desk.today()))
    with desk.writing(f"改活动 {event}") as change:
        one = change_event(change, event, values)
    told(
        {"id": one.id, "changed": list(values)},
        f"{one.id} 号活动 {one.name} 改好了{_when(one)}。",
        as_json=as_json,
    )


def _when(one: Event) -> str:
    from jiuye_cli.render.words import full_day

    return f"，{full_day(one.day)}"


@verb(app, "list", "名单")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="办完的也列")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出要办的活动和各步人数。

    例：jiuye event list --all
    """
    from jiuye_cli.actions.course.event import event_pages
    from jiuye_cli.render.course.event import events_listing

    with desk.reading() as conn:
        pages = event_pages(conn, desk.today(), everything=everything)
    show(events_listing(pages, desk.today()), as_json=as_json, as_csv=as_csv)


@verb(app, "show", "看")
def show_(
    event: EventArgument,
    full: FullOption = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """看一场活动：请了谁、谁来、谁达成意向。

    例：jiuye event show 2
    """
    from jiuye_cli.actions.course.event import event_page
    from jiuye_cli.render.course.event import event_listing

    with desk.reading() as conn:
        page = event_page(conn, event, desk.today())
    if full:
        desk.note_look("看活动名单", "电话", len(page.guests), page.event.name)
    show(event_listing(page, full=full), as_json=as_json, as_csv=as_csv)


@verb(app, "calls", "要打的")
def calls(event: EventArgument, as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """列出还没答复的人和电话，照着打。

    例：jiuye event calls 2
    """
    from jiuye_cli.actions.course.event import event_page
    from jiuye_cli.render.course.event import event_listing

    with desk.reading() as conn:
        page = event_page(conn, event, desk.today())
    desk.note_look("活动邀请电话", "电话", len(page.to_call), page.event.name)
    show(event_listing(page, calls_only=True), as_json=as_json, as_csv=as_csv)


@verb(app, "off", "取消")
def off(
    event: EventArgument,
    reason: ReasonOption = "",
    on: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """取消一场活动。

    例：jiuye event off 2 --reason 下雪
    """
    from jiuye_cli.actions.course.event import call_off

    day = past_day(on)
    with desk.writing(f"取消活动 {event}") as change:
        one = call_off(change, event, day, reason)
    told({"id": one.id, "called_off_on": day}, f"{one.name} 取消了。", as_json=as_json)


app.registered_commands += [*people_app.registered_commands, *bus_app.registered_commands]

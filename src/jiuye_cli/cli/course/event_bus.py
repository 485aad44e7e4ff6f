"""The buses of an event: seats, the waiting list, who boarded."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.course.event_people import ChosenOption, EventArgument, FileOption
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, assignments, note
from jiuye_cli.cli.people.show import FullOption
from jiuye_cli.cli.verbs import PeopleArgument, WordsArgument, show, told, verb

app = new_app()


@verb(app, "bus", "加车")
def bus(event: EventArgument, words: WordsArgument = None, as_json: JsonOption = False) -> None:
    """给活动加一辆车。可写：座位 车名 车牌 带队 带队电话 司机 发车 到 上车点。

    例：jiuye event bus 4 座位=49 带队=王芳 带队电话=19900001111 发车=6:30 到=济南 上车点=村口、镇政府
    """
    from jiuye_cli.actions.course.bus import add_bus
    from jiuye_cli.core.course.wording import BUS

    values = BUS.read(assignments(words or []), desk.today())
    with desk.writing(f"加车 {event}") as change:
        one, moved = add_bus(change, event, values)
    told(
        {"id": one.id, "name": one.name, "moved_up": [c.id for c in moved]},
        f"{one.name}（{one.seats} 座）加好了。",
        as_json=as_json,
    )
    if moved:
        note(f"候补的有座了：{'、'.join(card.name for card in moved)}。")


@verb(app, "seat", "排座")
def seat(
    event: EventArgument,
    people: PeopleArgument = None,
    where: ChosenOption = None,
    file: FileOption = None,
    on_bus: Annotated[str | None, typer.Option("--bus", metavar="车", help="指定哪辆车")] = None,
    stop: Annotated[str | None, typer.Option("--stop", metavar="上车点")] = None,
    as_json: JsonOption = False,
) -> None:
    """给人排座，一人一座；满了进候补。

    例：jiuye event seat 4 lgj 2017 --stop 村口
    """
    from jiuye_cli.actions.course.bus import seat_people
    from jiuye_cli.cli.choosing import chosen_people

    chosen = chosen_people(people, where, file)
    with desk.writing(f"排座 {event}") as change:
        given = seat_people(change, event, chosen, desk.today(), bus=on_bus, stop=stop)
    waiting = [one.person for one in given if one.bus is None]
    already = len(chosen) - len(given)
    tail = (f"，{len(waiting)} 人候补" if waiting else "") + (
        f"，{already} 人早有座" if already else ""
    )
    told(
        {"seated": [s.person for s in given if s.bus], "waiting": waiting, "same": already},
        f"排上 {len(given) - len(waiting)} 人{tail}。",
        as_json=as_json,
    )


@verb(app, "unseat", "退座")
def unseat(
    event: EventArgument, people: PeopleArgument = None, as_json: JsonOption = False
) -> None:
    """有人不坐了：座位给候补里最早的。

    例：jiuye event unseat 4 lgj
    """
    from jiuye_cli.actions.course.bus import give_back
    from jiuye_cli.cli.choosing import chosen_people

    chosen = chosen_people(people)
    with desk.writing(f"退座 {event}") as change:
        moved = give_back(change, event, chosen)
    told(
        {"ids": chosen, "moved_up": [c.id for c in moved]},
        f"退了 {len(chosen)} 个座。",
        as_json=as_json,
    )
    if moved:
        note(f"候补的有座了：{'、'.join(str(card) for card in moved)}，打电话告诉一声。")


@verb(app, "seats", "座位")
def seats(
    event: EventArgument,
    full: FullOption = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """看车上谁坐哪里、谁在候补。打印用 jiuye print 乘车名单。

    例：jiuye event seats 4
    """
    from jiuye_cli.actions.course.bus import manifest
    from jiuye_cli.render.course.event import manifest_listing

    with desk.reading() as conn:
        found = manifest(conn, event)
    if full:
        desk.note_look(
            "看乘车名单", "电话", sum(len(people) for _, people in found.buses), found.name
        )
    show(manifest_listing(found, full=full), as_json=as_json, as_csv=as_csv)


@verb(app, "boarded", "上车")
def boarded(
    event: EventArgument,
    absent: Annotated[
        list[str] | None, typer.Option("--absent", metavar="谁", help="没上车的，可以写几次")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """记上车：只写没上的。

    例：jiuye event boarded 4 --absent 2017
    """
    from jiuye_cli.actions.course.bus import board
    from jiuye_cli.cli.choosing import people_named

    missing = people_named(absent)
    with desk.writing(f"上车 {event}") as change:
        count = board(change, event, missing)
    told(
        {"boarded": count, "absent": missing},
        f"上车 {count} 人，没上 {len(missing)} 人。",
        as_json=as_json,
    )

"""`welfare days`, `grade`, `month`, `paid`: the month's end on welfare posts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, assignments, note
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.cli.verbs import DayOption, NoteOption, WordsArgument, past_day, show, told, verb

app = new_app()

MonthOption = Annotated[
    str | None, typer.Option("--month", metavar="哪月", help="上月、10月、2026-10；不写就是本月")
]


@verb(app, "days", "出勤")
def days(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="谁=天数…", help="和大家不一样的人")
    ] = None,
    everyone: Annotated[
        int | None, typer.Option("--all", metavar="天数", help="其余的人都是几天")
    ] = None,
    month: MonthOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """记一个月的出勤：大家都一样的写 --all，不一样的单写。

    例：jiuye welfare days --all 22 lgj=18 2017=0 --month 上月
    """
    from jiuye_cli.actions.course.welfare_month import note_days
    from jiuye_cli.cli.choosing import people_named
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.core.course.when import read_past_month
    from jiuye_cli.render.course.welfare import month_listing

    first, standard = read_past_month(month, desk.today()), course_rules().standard
    typed = assignments(words or [])
    but = {people_named([who])[0]: _whole(text) for who, text in typed.items()}
    with desk.writing(f"公益岗出勤 {first:%Y-%m}") as change:
        lines = note_days(change, first, standard, everyone=everyone, but=but)
    show(month_listing(first, lines, list(standard.items)), as_json=as_json, as_csv=as_csv)


def _whole(text: str) -> int:
    from jiuye_cli.core.people.amounts import read_number

    return read_number(text, "天")


@verb(app, "grade", "考核")
def grade(
    who: WhoArgument,
    words: WordsArgument = None,
    grade_: Annotated[
        str | None, typer.Option("--grade", metavar="等次", help="不按分数定时，人定的等次")
    ] = None,
    month: MonthOption = None,
    note_: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一个人一个月的考核分，等次按标准算。

    例：jiuye welfare grade lgj 出勤=40 履职=35 群众评价=18 --month 上月
    """
    from jiuye_cli.actions.course.welfare_month import assess
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.core.course.when import read_past_month

    first, standard = read_past_month(month, desk.today()), course_rules().standard
    card = the_person(who)
    points = {item: _points(text) for item, text in assignments(words or []).items()}
    with desk.writing(f"公益岗考核 {card.name} {first:%Y-%m}") as change:
        done = assess(change, card.id, first, points, standard, grade=grade_, note=note_)
    lacking = [item for item in standard.items if item not in done.points]
    told(
        {"id": card.id, "month": f"{first:%Y-%m}", "points": done.points, "grade": done.grade},
        f"{card.name} {first:%Y-%m} 考核：{done.grade or '还差' + '、'.join(lacking)}。",
        as_json=as_json,
    )


def _points(text: str) -> int:
    from jiuye_cli.core.people.amounts import read_number

    return read_number(text, "分")


@verb(app, "month", "月表")
def month(
    which: Annotated[
        str | None, typer.Argument(metavar="哪月", help="上月、10月、2026-10；不写就是本月")
    ] = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """看一个月的出勤考核。

    例：jiuye welfare month 上月
    """
    from jiuye_cli.actions.course.welfare_month import month_lines
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.core.course.when import read_past_month
    from jiuye_cli.render.course.welfare import month_listing

    first, standard = read_past_month(which, desk.today()), course_rules().standard
    with desk.reading() as conn:
        lines = month_lines(conn, first, standard)
    show(month_listing(first, lines, list(standard.items)), as_json=as_json, as_csv=as_csv)


@verb(app, "paid", "发放")
def paid(
    which: Annotated[str, typer.Argument(metavar="哪月", help="上月、10月、2026-10")],
    but: Annotated[
        list[str] | None, typer.Option("--except", metavar="谁", help="不发的人，可以写几次")
    ] = None,
    on: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一个月的岗位补贴发了：除了写出来的，在岗的都发；领取月数跟着加。

    例：jiuye welfare paid 上月 --except lgj
    """
    from jiuye_cli.actions.course.welfare_month import pay_month
    from jiuye_cli.cli.choosing import people_named
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.core.course.when import read_past_month

    first, day, standard = (
        read_past_month(which, desk.today()),
        past_day(on),
        course_rules().standard,
    )
    left_out: Sequence[int] = people_named(but)
    with desk.writing(f"公益岗发放 {first:%Y-%m}") as change:
        done = pay_month(change, first, day, standard, leave_out=left_out)
    sum_ = f"，共 {done.total} 元" if done.total is not None else "，金额没写全"
    told(
        {"month": f"{first:%Y-%m}", "ids": [c.id for c in done.people], "total": done.total},
        f"{first:%Y-%m} 发给 {len(done.people)} 人{sum_}。",
        as_json=as_json,
    )
    for card, why in done.doubtful:
        note(f"留意：{card.name} {why}，该不该发由您定；不发就 jiuye undo 再加 --except。")

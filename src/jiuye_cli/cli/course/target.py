"""`target`: the year's targets and how far they are reached."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, emit
from jiuye_cli.cli.verbs import show, told, verb

app = new_app(no_args_is_help=True, help="年度任务和完成率，每个数都能翻到人。")

YearOption = Annotated[
    int | None, typer.Option("--year", metavar="哪年", min=2000, max=2100, help="不写就是今年")
]


@verb(app, "set", "定")
def set_(
    measure: Annotated[
        str,
        typer.Argument(
            metavar="任务", help="新增就业、转移就业、培训、取证、公益岗安置、创业、带动就业……"
        ),
    ],
    wanted: Annotated[str, typer.Argument(metavar="多少", help="如 470、23.16万元")],
    year: YearOption = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="依据", help="哪里下的任务")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """定一年的任务，再写一次就是改。

    例：jiuye target set 转移就业 470 --source 镇里下达
    """
    from jiuye_cli.actions.course.target import set_target
    from jiuye_cli.core.course.target import Target
    from jiuye_cli.core.people.amounts import read_money

    which = year or desk.today().year
    amount = read_money(wanted) or 0
    with desk.writing(f"定任务 {which} {measure} {wanted}") as change:
        set_target(change, Target(which, measure, amount, desk.today(), source=source))
    told(
        {"year": which, "measure": measure, "wanted": amount},
        f"{which} 年{measure}：{amount}。",
        as_json=as_json,
    )


@verb(app, "list", "进度")
def list_(
    year: YearOption = None,
    open_: Annotated[
        str | None, typer.Option("--open", metavar="任务", help="翻开一个数，看是哪些人")
    ] = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """看任务完成了多少；--open 翻开看是谁。

    例：jiuye target list    jiuye target list --open 转移就业
    """
    from jiuye_cli.actions.course.target import progress
    from jiuye_cli.render.course.target import targets_listing
    from jiuye_cli.store.file.measures import MEASURES
    from jiuye_cli.store.people.roll import cards

    which = year or desk.today().year
    with desk.reading() as conn:
        found = progress(conn, which)
        chosen = [one for one in found if open_ is None or one.target.measure == open_]
        behind = cards(conn, {person for one in chosen for person in one.people}) if open_ else {}
    units = {name: measure.unit for name, measure in MEASURES.items()}
    show(targets_listing(chosen, units, which, desk.today()), as_json=as_json, as_csv=as_csv)
    if open_ and not (as_json or as_csv):
        emit("\n".join(f"  {card}" for card in behind.values()) or "  还没有人。")

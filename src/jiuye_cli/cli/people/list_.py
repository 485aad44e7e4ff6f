"""`list`: people chosen by a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, emit, emit_csv, emit_json
from jiuye_cli.cli.people.show import FullOption

if TYPE_CHECKING:
    from jiuye_cli.render.people.people import PeopleTable

app = new_app()


@app.command(name="list")
def list_(
    where: Annotated[
        str | None,
        typer.Option("--where", metavar="条件", help="如 '就业状态=登记失业 且 年龄≥50'"),
    ] = None,
    fields: Annotated[str, typer.Option("--fields", metavar="项,项", help="要看哪几项")] = "",
    sort: Annotated[
        str, typer.Option("--sort", metavar="项", help="按哪一项排；-年龄 就倒着排")
    ] = "",
    full: FullOption = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """按条件列名单；没问到的不算符合。

    例：jiuye list --where "人员类别=低保 且 证书=有" --fields 组,年龄,证书
    """
    from jiuye_cli.actions.people.lists import listed_people
    from jiuye_cli.core.rules.where import parse_where

    condition = parse_where(where) if where is not None else None
    names = [name for name in fields.replace("，", ",").split(",") if name]
    with desk.reading() as conn:
        table = listed_people(conn, desk.today(), where=condition, fields=names, sort=sort)
    if full:
        desk.note_look("列名单", "、".join(table.fields), table.total, where or "")
    show_people(table, full=full, as_json=as_json, as_csv=as_csv)


def show_people(table: PeopleTable, *, full: bool, as_json: bool, as_csv: bool) -> None:
    """A list of people on the screen, as JSON or as CSV."""
    from jiuye_cli.render.people.people import people_heads, people_json, people_rows, people_screen

    if as_json:
        emit_json(people_json(table, full=full))
    elif as_csv:
        emit_csv(people_heads(table), people_rows(table, full=full))
    else:
        emit(people_screen(table, full=full))

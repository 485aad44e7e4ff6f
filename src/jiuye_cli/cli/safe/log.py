"""`log`: what was changed, by which command."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, emit, emit_csv_of, emit_json

app = new_app()

OPERATION = {
    "id": "号",
    "at": "时间",
    "who": "谁",
    "command": "做了什么",
    "undone_by": "被哪次撤销",
}
"""The columns of an operation in a CSV, by the keys of its JSON."""


@app.command()
def log(
    who: Annotated[str | None, typer.Argument(metavar="[谁]", help="只看一个人的")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="条数", min=1, help="最多几条")] = 20,
    seen: Annotated[
        bool, typer.Option("--looks", help="看过全号、印过、导出过什么：谁、多少人、什么用途")
    ] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """看改过什么，新的在前；带上人就只看这个人的。

    例：jiuye log 李广军    jiuye log --looks
    """
    if seen:
        _looks(limit, as_json=as_json, as_csv=as_csv)
        return
    from jiuye_cli.render.people.history import log_screen
    from jiuye_cli.store.file import history
    from jiuye_cli.store.people import find

    with desk.reading() as conn:
        person = find.who(conn, who).id if who else None
        told = history.operations(conn, person, limit)
        sizes = history.sizes(conn, told, person)
        changed = {
            one.id: list(history.changes(conn, one.id, person)) for one in (told if person else ())
        }
    operations = [_as_json(one, sizes[one.id].rows) for one in told]
    if as_json:
        emit_json({"operations": operations})
    elif as_csv:
        emit_csv_of(operations, {**OPERATION, "rows": "几处"})
    else:
        emit(log_screen(told, sizes, changed))


def _looks(limit: int, *, as_json: bool, as_csv: bool) -> None:
    from jiuye_cli.cli.verbs import show
    from jiuye_cli.render.looks import looks_listing
    from jiuye_cli.store.file.looks import looks

    with desk.reading() as conn:
        told = looks(conn, limit)
    show(looks_listing(told), as_json=as_json, as_csv=as_csv)


def _as_json(one: object, rows: int) -> dict[str, object]:
    from dataclasses import asdict

    return {**asdict(one), "rows": rows}  # type: ignore[call-overload]

"""`print`: the paper the work runs on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json, note, parse_day

if TYPE_CHECKING:
    from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted

app = new_app()

KINDS_HELP = "回访名单 帮扶手册 明白纸 政策汇编 推荐单 申领表 花名册 签到表 乘车名单 考核表 帮扶方案 周报 月报 公示 …"


@app.command(name="print")
def print_(
    kind: Annotated[str, typer.Argument(metavar="哪种", help=KINDS_HELP)],
    who: Annotated[
        list[str] | None, typer.Argument(metavar="[谁…]", help="人、单号或政策；不写就是全部")
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="只要 PDF")] = False,
    html: Annotated[bool, typer.Option("--html", help="只要网页")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="只要表格")] = False,
    large: Annotated[bool, typer.Option("--large", help="大字")] = False,
    booklet: Annotated[
        bool, typer.Option("--booklet", help="手册拼成骑马订小册子，单双面两遍打")
    ] = False,
    where: Annotated[
        str | None, typer.Option("--where", metavar="条件", help="给符合条件的人")
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="地区", help="政策汇编：哪里的")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="日期", help="哪一天的，如 2026-11-20")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """印纸：网页、PDF、表格放在 out/日期/ 里，每印一次都有编号、有记录。

    例：jiuye print 政策汇编    jiuye print 帮扶手册 lgj --large    jiuye print 周报 --pdf
    """
    from jiuye_cli.actions.papers.gatherers import gatherer
    from jiuye_cli.actions.papers.paper import Wanted

    made_by = gatherer(kind)
    wanted = Wanted(who=who or (), region=region, on=parse_day(on), large=large, where=where)
    kinds = [name for name, asked in (("html", html), ("pdf", pdf), ("xlsx", xlsx)) if asked] or [
        "html",
        "pdf",
        "xlsx",
    ]
    gathered = _gather(made_by.gather, wanted)
    number = desk.note_look(
        f"印{made_by.name}",
        "；".join(sorted({g.columns for g in gathered})),
        sum(g.people for g in gathered),
    )
    files, pages, problems = _write(
        made_by.word, gathered, f"P{number:06d}", kinds, booklet=booklet
    )
    for problem in problems:
        note(problem)
    if as_json:
        emit_json(
            {"files": [str(path) for path in files], "print_id": f"P{number:06d}", "pages": pages}
        )
    else:
        emit(f"印好了（编号 P{number:06d}）：\n" + "\n".join(f"  {path}" for path in files))


def _gather(
    gather: Callable[[Press, Wanted], Sequence[Gathered]], wanted: Wanted
) -> list[Gathered]:
    from functools import cache

    from jiuye_cli.actions.papers.paper import Press
    from jiuye_cli.cli.bench import bench

    with desk.reading() as conn:
        press = Press(conn, desk.settings(), desk.today(), desk.now(), cache(bench), _copies())
        return list(gather(press, wanted))


def _copies() -> list[dict[str, object]]:
    from jiuye_cli.store.backup import copies

    return [
        {"name": copy.path.name, "day": copy.day} for copy in copies(desk.workspace().backups)[-3:]
    ]


def _write(
    word: str, gathered: Sequence[Gathered], number: str, kinds: Sequence[str], *, booklet: bool
) -> tuple[list[Path], int | None, list[str]]:
    from jiuye_cli.render.documents.print_out import print_out

    place = desk.workspace()
    folder = place.out(desk.today())
    return print_out(word, gathered, number, kinds, folder, place.template_folders, booklet=booklet)

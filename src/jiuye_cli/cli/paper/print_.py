"""`print`: the paper the work runs on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json, note, parse_day

if TYPE_CHECKING:
    from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted

app = new_app()


@dataclass(frozen=True, slots=True)
class Printed:
    """The files of one print, its number in the log, the pages of its PDFs, what could not be made."""

    files: tuple[Path, ...]
    print_id: str
    pages: int | None
    problems: tuple[str, ...]


CALL_SHEET = ("callbacks", "回访名单")
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
    from jiuye_cli.actions.papers.paper import Wanted
    from jiuye_cli.render.paper.booklet import how_to_print

    wanted = Wanted(who=who or (), region=region, on=parse_day(on), large=large, where=where)
    kinds = [name for name, asked in (("html", html), ("pdf", pdf), ("xlsx", xlsx)) if asked]
    done = print_out_kind(kind, wanted, kinds, booklet=booklet)
    for problem in done.problems:
        note(problem)
    if as_json:
        emit_json(
            {
                "files": [str(path) for path in done.files],
                "print_id": done.print_id,
                "pages": done.pages,
            }
        )
    else:
        emit(f"印好了（编号 {done.print_id}）：\n" + "\n".join(f"  {path}" for path in done.files))
        for hint in how_to_print(done.files):
            note(hint)


def printed(kind: str, who: Sequence[str]) -> Printed:
    """One kind of paper for those named, as every kind of file."""
    from jiuye_cli.actions.papers.paper import Wanted

    return print_out_kind(kind, Wanted(who=who), (), booklet=False)


def print_out_kind(kind: str, wanted: Wanted, kinds: Sequence[str], *, booklet: bool) -> Printed:
    """Gather, log and write one kind of paper; all kinds of file where none is named."""
    from jiuye_cli.actions.papers.gatherers import gatherer
    from jiuye_cli.cli.progress import progress
    from jiuye_cli.render.documents.print_out import print_out

    if kind in CALL_SHEET:
        return _call_sheet(wanted, kinds)
    made_by = gatherer(kind)
    with progress() as bar:
        gathered = _gather(made_by.gather, wanted, bar)
    columns = "；".join(sorted({one.columns for one in gathered}))
    number = (
        f"P{desk.note_look(f'印{made_by.name}', columns, sum(one.people for one in gathered)):06d}"
    )
    place = desk.workspace()
    with progress() as bar:
        files, pages, problems = print_out(
            made_by.word, gathered, number, kinds or ("html", "pdf", "xlsx"),
            place.out(desk.today()), place.template_folders, booklet=booklet,
            progress=lambda done: bar("排版", done, len(gathered)),
        )  # fmt: skip
    _remember(gathered)
    return Printed(tuple(files), number, pages, tuple(problems))


def _remember(gathered: Sequence[Gathered]) -> None:
    """Keep the figures that were printed, so that the next print can tell what changed since."""
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.reports import note_printed

    for report in (one.report for one in gathered if one.report is not None):
        conn = connect(desk.workspace().database)
        try:
            note_printed(
                conn,
                report.name,
                report.last,
                report.figures,
                desk.now().isoformat(timespec="seconds"),
            )
        finally:
            conn.close()


def _call_sheet(wanted: Wanted, kinds: Sequence[str]) -> Printed:
    """The day's call sheet; printing hands it out, so that its row numbers hold."""
    from jiuye_cli.cli.callback.call_sheet import handed_out
    from jiuye_cli.render.callback.call_paper import COLUMNS, KINDS, NAME, write_paper

    day, place = wanted.on or desk.today(), desk.workspace()
    sheet = handed_out(day, "print")
    number = desk.note_look(f"印{NAME}", COLUMNS, len(sheet.rows))
    done = write_paper(
        sheet, desk.settings().village, place.out(day), place.template_folders, kinds or KINDS
    )
    return Printed(done.files, f"P{number:06d}", None, done.problems)


def _gather(
    gather: Callable[[Press, Wanted], Sequence[Gathered]],
    wanted: Wanted,
    tell: Callable[[str, int, int], None],
) -> list[Gathered]:
    from functools import cache

    from jiuye_cli.actions.papers.paper import Press
    from jiuye_cli.cli.counting import counting
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.cli.posts.matching_desk import matching

    rules = cache(bench)
    with desk.reading() as conn:
        press = Press(
            conn,
            desk.settings(),
            desk.today(),
            desk.now(),
            rules,
            cache(counting),
            cache(course_rules),
            cache(lambda: matching(rules())),
            tell,
            str(desk.workspace().home),
            _copies(),
        )
        return list(gather(press, wanted))


def _copies() -> list[dict[str, object]]:
    from jiuye_cli.store.file.backup import copies

    return [
        {"name": copy.path.name, "day": copy.day} for copy in copies(desk.workspace().backups)[-3:]
    ]

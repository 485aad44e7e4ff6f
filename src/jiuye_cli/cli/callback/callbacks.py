"""`callbacks`: any day's sheet, on paper, or why someone is or is not on it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.callback.calling import ForOption, calling, day_meant
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, emit, emit_json, note

if TYPE_CHECKING:
    from pathlib import Path

app = new_app()


@app.command()
def callbacks(
    for_: ForOption = None,
    why: Annotated[
        str | None, typer.Option("--why", metavar="谁", help="这个人为什么在（不在）名单上")
    ] = None,
    html: Annotated[bool, typer.Option("--html", help="网页，可以打印")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="PDF")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="表格，可在电脑上填")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """某一天的回访名单；要打印就定下来，行号不再变。

    例：jiuye callbacks --for 明天    jiuye callbacks --html --pdf    jiuye callbacks --why lgj
    """
    from jiuye_cli.cli.callback.call_sheet import looked_at, show

    day = day_meant(for_) or desk.today()
    kinds = [k for k, wanted in (("html", html), ("pdf", pdf), ("xlsx", xlsx)) if wanted]
    if why:
        show_why(why, day, as_json=as_json)
    elif kinds:
        files = print_sheet(day, kinds)
        emit_json({"files": files}) if as_json else emit("\n".join(map(str, files)))
    else:
        show(looked_at(day), as_json=as_json, as_csv=as_csv)


def show_why(who: str, day: date, *, as_json: bool) -> None:
    """Show why one person is, or is not, on a day's sheet."""
    from jiuye_cli.actions.callback.call_why import why_on_sheet
    from jiuye_cli.render.callback.calls import why_json, why_screen

    with desk.reading() as conn:
        found = why_on_sheet(conn, calling(), who, day)
    emit_json(why_json(found)) if as_json else emit(why_screen(found))


def print_sheet(day: date, kinds: list[str]) -> list[Path]:
    """Freeze a day's sheet if it is not, and write it; the files, and a word on what could not be made."""
    from jiuye_cli.cli.callback.call_sheet import handed_out
    from jiuye_cli.render.callback.call_paper import COLUMNS, NAME, write_paper

    sheet, place = handed_out(day, "callbacks"), desk.workspace()
    done = write_paper(
        sheet, desk.settings().village, place.out(day), place.template_folders, kinds
    )
    desk.note_look(f"打印{NAME} {sheet.number}", COLUMNS, len(sheet.rows))
    for problem in done.problems:
        note(problem)
    return list(done.files)

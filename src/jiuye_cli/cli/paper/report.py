"""`report`: figures that open into names."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import (
    CsvOption,
    JsonOption,
    OnOption,
    emit,
    emit_csv,
    emit_csv_of,
    emit_json,
    parse_day,
)
from jiuye_cli.errors import UsageError

app = new_app()

KINDS = {
    "weekly": "周报",
    "monthly": "月报",
    "base": "四个底数",
    "lists": "两个清单",
    "progress": "进度",
    "targets": "任务",
    "responsible": "责任人",
}
"""The reports by the contract's word, with the word she types."""

FIGURE = {
    "name": "数字名",
    "value": "数",
    "unit": "单位",
    "previous": "上次",
    "target": "任务",
    "percent": "完成率%",
}
"""The columns of a figure in a CSV, by the keys of its JSON."""


@app.command()
def report(
    kind: Annotated[str, typer.Argument(metavar="哪张", help="、".join(KINDS.values()))] = "weekly",
    on: OnOption = None,
    open_: Annotated[
        str | None,
        typer.Option("--open", metavar="数字名", help="这个数是哪些人；名字写一部分也行"),
    ] = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """报表：每个数都能点回名单，旁边是上周的数和全年任务。

    例：jiuye report weekly    jiuye report 周报 --open 逾期
    """
    from jiuye_cli.actions.report.report_open import opened
    from jiuye_cli.actions.report.reports import KINDS as MADE_BY
    from jiuye_cli.cli.counting import counting
    from jiuye_cli.core.report.figure import figure_named
    from jiuye_cli.render.report.report import (
        figure_json,
        opened_json,
        opened_screen,
        report_json,
        report_screen,
    )
    from jiuye_cli.render.screen.table import screen_of

    rules = counting()
    make, day = MADE_BY[_kind(kind)], parse_day(on) or desk.today()
    with desk.reading() as conn:
        made = make(conn, rules, day)
        if open_ is not None:
            figure = figure_named(made.figures, open_)
            rows = opened(conn, figure)
    if as_csv and open_ is not None:
        emit_csv(("号", figure.name), rows)
    elif as_csv:
        emit_csv_of(map(figure_json, made.figures), FIGURE)
    elif open_ is not None:
        emit_json(opened_json(figure, rows)) if as_json else emit(opened_screen(figure, rows))
    else:
        emit_json(report_json(made)) if as_json else emit(report_screen(made, screen_of()))


def _kind(word: str) -> str:
    for name, chinese in KINDS.items():
        if word in (name, chinese):
            return name
    raise UsageError(f"没有“{word}”这张报表。有：{'、'.join(KINDS.values())}。")

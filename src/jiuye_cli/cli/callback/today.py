"""`today`: this day's sheet, made on the first look if the night did not make it."""

from __future__ import annotations

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, note

app = new_app()


@app.command()
def today(as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """今天要打的电话。

    例：jiuye today
    """
    from jiuye_cli.cli.callback.call_sheet import handed_out, missed, show

    show(handed_out(desk.today(), "today"), as_json=as_json, as_csv=as_csv)
    if sentence := missed():
        note(sentence)
    if desk.interactive() and not (as_json or as_csv):
        note("\n一个个打：jiuye call　照纸录：jiuye enter 行号 结果　印：jiuye callbacks --pdf")

"""`find`: people in whom a text occurs."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption
from jiuye_cli.cli.people.list_ import show_people
from jiuye_cli.cli.people.show import FullOption
from jiuye_cli.cli.typing_in import typed_or_read_all

app = new_app()


@app.command()
def find(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="找什么…",
            help="姓名、拼音、首字母、组、电话、尾号；几个就都要对上；- 从键盘输入",
            callback=typed_or_read_all,
        ),
    ],
    full: FullOption = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """找人；有人回电话过来，打上号码就知道是谁。

    例：jiuye find lgj    jiuye find 19900001234    jiuye find 李 3组
    """
    from jiuye_cli.actions.people.lists import found_people

    with desk.reading() as conn:
        table = found_people(conn, words, desk.today())
    if full:
        desk.note_look("查人", "、".join(table.fields), table.total)
    show_people(table, full=full, as_json=as_json, as_csv=as_csv)

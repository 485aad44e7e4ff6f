"""`init`: make the workspace."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json

app = new_app()


@app.command()
def init(
    village: Annotated[str, typer.Option("--village", metavar="村名", help="村名，印在表头")] = "",
    region: Annotated[
        str, typer.Option("--region", metavar="地区", help="从省写到县，如 山东/聊城/临清")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """建一个工作文件夹：台账、设置、政策、模板、输出、备份都在里面。

    例：jiuye init --village 柳树屯 --region 山东/聊城/临清
    """
    from jiuye_cli.actions.safe.make_workspace import make_workspace

    place = desk.workspace()
    made = make_workspace(place, village, region)
    if as_json:
        emit_json({"home": str(place.home), "created": made})
    else:
        emit(f"建好了：{place.home}\n下一步：jiuye import 台账.xlsx，把现有的表导进来。")

"""`add`: open a file."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json, note

app = new_app()

WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="字段=值…", help="如 学历=初中 电话=19900001234；身份证号=- 从键盘输入"),
]
GradeOption = Annotated[
    str, typer.Option("--grade", metavar="凭据", help="told 口头、seen 查看、copy 留存")
]
SourceOption = Annotated[str, typer.Option("--source", metavar="来源", help="谁说的、看的什么")]


@app.command()
def add(
    words: WordsArgument = None,
    grade: GradeOption = "told",
    source: SourceOption = "",
    as_json: JsonOption = False,
) -> None:
    """新建一个人的档案，只有姓名也可以；不写内容就一项一项问。

    例：jiuye add 李小满 组=3组 电话=19900001234 身份证号=-
    """
    from jiuye_cli.actions.people import change as people_change
    from jiuye_cli.cli.typing_in import asked, named_words, with_secrets

    words = with_secrets(named_words(words or []) or asked())
    evidence = people_change.evidence_of(grade, source or "电话", desk.today())
    values = people_change.typed_values(words, {}, desk.settings().region)
    people_change.refuse_not_yet(values, desk.today())
    with desk.writing(f"建档 {values.get('姓名', '')}") as change:
        number = people_change.open_file(change, values, evidence)
        others = people_change.namesakes(change, str(values["姓名"]), number)
    for line in people_change.identity_notes(values):
        note(line)
    if others:
        note(
            "同名的还有：\n  "
            + "\n  ".join(others)
            + "\n如果是同一个人：jiuye undo 撤销，再用 jiuye set 改原来的档案；早就建了两份，用 jiuye merge 并成一份。"
        )
    if as_json:
        emit_json({"id": number, "changed": list(values)})
    else:
        emit(f"建好了：{number} 号 {values['姓名']}。")

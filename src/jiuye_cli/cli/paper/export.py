"""`export`: people out, as others ask for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json
from jiuye_cli.cli.safe.backup import PassphraseFile
from jiuye_cli.errors import RefusedError, UsageError

if TYPE_CHECKING:
    from jiuye_cli.actions.report.exports import Handout

app = new_app()


@app.command()
def export(
    format_: Annotated[
        str, typer.Option("--format", metavar="格式", help="xlsx、csv、json、parquet")
    ] = "xlsx",
    id_style: Annotated[
        str,
        typer.Option(
            "--id-style", metavar="写法", help="全号、带空格、前6后4、前2后3、后4位、出生年月、不要"
        ),
    ] = "前2后3",
    columns: Annotated[
        str | None,
        typer.Option("--columns", metavar="列组", help="存好的列组、省系统，或 姓名,组,表头=字段"),
    ] = None,
    where: Annotated[
        str | None, typer.Option("--where", metavar="条件", help="只要符合条件的人")
    ] = None,
    purpose: Annotated[
        str, typer.Option("--purpose", metavar="用途", help="给谁、干什么用；导出全号必须写")
    ] = "",
    encrypt: Annotated[bool, typer.Option("--encrypt", help="放进带口令的压缩包")] = False,
    passphrase_file: PassphraseFile = None,
    as_json: JsonOption = False,
) -> None:
    """按上级要的列和身份证写法导出名册；没写用途的，电话和住址遮住中间。

    例：jiuye export --columns 省系统 --id-style 全号 --purpose 报县里系统 --encrypt
    """
    from jiuye_cli.actions.report.exports import hand_out, needs_purpose
    from jiuye_cli.core.handout.columns import chosen_columns
    from jiuye_cli.core.handout.identity_style import checked_style
    from jiuye_cli.core.rules.where import parse_where

    kind, style = _format(format_), checked_style(id_style)
    chosen = chosen_columns(columns, desk.settings().raw)
    purpose = purpose or _asked(needs_purpose(chosen, style))
    word = _passphrase(passphrase_file) if encrypt else None
    only = parse_where(where) if where else None
    with desk.reading() as conn:
        found = hand_out(conn, desk.today(), chosen, style, where=only, purpose=purpose)
    desk.note_look("导出", "、".join(found.heads), found.people, purpose)
    file = _write(found, kind, columns, word)
    if as_json:
        emit_json({"files": [str(file)]})
    else:
        emit(f"导出了 {found.people} 人：{file}")


def _format(word: str) -> str:
    from jiuye_cli.render.policy.handout import FORMATS

    if word not in FORMATS:
        raise UsageError(f"没有“{word}”这种格式。有：{'、'.join(FORMATS)}。")
    return word


def _asked(why: str) -> str:
    """The purpose, asked for where it must be named and somebody is there to answer."""
    if not why or not desk.interactive():
        return ""
    return str(typer.prompt(f"要导出{why}，给谁、干什么用"))


def _passphrase(file: str | None) -> str:
    from jiuye_cli.cli.safe.passphrase import passphrase
    from jiuye_cli.store.file.seal import SHORTEST

    word = passphrase(file, twice=True)
    if len(word) < SHORTEST:
        raise RefusedError(f"口令至少 {SHORTEST} 个字符。什么都没有导出。")
    return word


def _write(found: Handout, kind: str, columns: str | None, word: str | None) -> Path:
    from jiuye_cli.render.policy.handout import write_handout, write_sealed

    name = columns if columns and "," not in columns and "，" not in columns else "名册"
    stem = desk.workspace().out(desk.today()) / f"导出-{name.replace('/', ' ').replace('=', '')}"
    if word is None:
        return write_handout(stem.with_suffix(f".{kind}"), found, kind)
    return write_sealed(stem.with_suffix(".zip"), found, kind, word)

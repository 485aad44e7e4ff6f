"""`restore`: the file as a backup holds it; today's is put aside first."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, YesOption, emit, emit_json, note
from jiuye_cli.cli.safe.backup import PassphraseFile

app = new_app()


@app.command()
def restore(
    file: Annotated[
        Path, typer.Argument(metavar="备份文件", help="backup 文件夹里的一份，.age 是加密的")
    ],
    passphrase_file: PassphraseFile = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """从备份恢复。现在的台账先另存一份，恢复错了还能退回来。

    例：jiuye restore backup/jiuye-000012-2026-11-20-….db
    """
    from jiuye_cli.actions.safe.restore import restore_copy

    place = desk.workspace()
    path = file if file.exists() else place.backups / file.name
    desk.confirm(f"要把台账换成 {path.name} 里的样子吗？", yes=yes)
    secret = None
    if path.suffix == ".age":
        from jiuye_cli.cli.safe.passphrase import passphrase

        secret = passphrase(passphrase_file, twice=False)
    done = restore_copy(place, path, desk.now(), secret)
    kept = done.kept
    for number in done.back:
        note(f"{number} 号本人要求删除过，这份旧备份里又有了：jiuye forget '#{number}' --erase")
    if as_json:
        emit_json({"file": str(path), "kept": str(kept) if kept else None})
    else:
        emit(f"恢复好了。{f'恢复前的台账另存在 {kept}。' if kept else ''}")

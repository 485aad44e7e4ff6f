"""`backup`: a verified copy, sealed on request."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, emit, emit_json

app = new_app()

PassphraseFile = Annotated[
    str | None, typer.Option("--passphrase-file", metavar="文件", help="从文件读口令，- 是标准输入")
]


@app.command()
def backup(
    encrypt: Annotated[bool, typer.Option("--encrypt", help="用口令加密，适合放 U 盘")] = False,
    passphrase_file: PassphraseFile = None,
    as_json: JsonOption = False,
) -> None:
    """备份台账，当场打开核对一遍，放在 backup 文件夹里。

    例：jiuye backup --encrypt
    """
    from jiuye_cli.store.file.backup import back_up

    secret = _passphrase(passphrase_file) if encrypt else None
    place = desk.workspace()
    path = back_up(place.database, place.backups, desk.now()).path
    if secret is not None:
        from jiuye_cli.store.file.seal import seal

        path = seal(path, secret)
    if as_json:
        emit_json({"file": str(path)})
    else:
        emit(f"备份好了，打开核对过：{path}")


def _passphrase(file: str | None) -> str:
    from jiuye_cli.cli.safe.passphrase import passphrase
    from jiuye_cli.store.file.seal import refuse_short

    secret = passphrase(file, twice=True)
    refuse_short(secret)
    return secret

"""Sealing a copy with a passphrase (age), for what leaves the house on a stick."""

from __future__ import annotations

import os
import time
from pathlib import Path

from jiuye_cli.errors import RefusedError
from jiuye_cli.store.file.backup import sync_folder

SHORTEST = 12
TRIES = 6


def seal(copy: Path, passphrase: str) -> Path:
    """Write `copy` sealed beside itself, open the seal once to prove it, and remove the plain one."""
    refuse_short(passphrase)
    import pyrage

    plain = copy.read_bytes()
    sealed = pyrage.passphrase.encrypt(plain, passphrase)
    if _opened(sealed, passphrase) != plain:
        raise RefusedError("加密后打不开，没有用它。")
    path = copy.with_name(copy.name + ".age")
    part = path.with_name(f".{path.name}.part")
    with os.fdopen(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)
    copy.unlink()
    return path


def refuse_short(passphrase: str) -> None:
    """Raise `RefusedError` for a passphrase that can be tried through."""
    if len(passphrase) < SHORTEST:
        raise RefusedError(f"口令至少 {SHORTEST} 个字符。没有加密，也没有备份。")


def unseal(path: Path, passphrase: str, into: Path) -> None:
    """Open a sealed copy into a private file; `RefusedError` when the passphrase is not its own."""
    plain = _opened(path.read_bytes(), passphrase)
    with os.fdopen(os.open(into, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(plain)


def _opened(sealed: bytes, passphrase: str) -> bytes:
    """What is under the seal.

    The library times the machine before it tries and gives up on one that is slow
    or busy just then, which says nothing about the passphrase: tried again, it
    mostly goes.
    """
    import pyrage

    for left in range(TRIES - 1, -1, -1):
        try:
            return bytes(pyrage.passphrase.decrypt(sealed, passphrase))
        except pyrage.DecryptError as error:
            if "work parameter" not in str(error):
                raise RefusedError("口令不对，或者文件坏了。什么都没有动。") from None
        if left:
            time.sleep(0.5)
    raise RefusedError(
        "这台电脑现在太忙或太慢，加密的备份没能打开，口令对不对还不知道。关掉别的程序再试，或换一台快些的电脑。"
    )

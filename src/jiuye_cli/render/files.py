"""Writing finished paper: whole or not at all, and readable by its owner only."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from jiuye_cli.errors import RefusedError


def write_file(path: Path, content: bytes | str) -> Path:
    """Put the content under `path` in one step (0600); readers see the old file or the new one.

    Folders on the way are made (0700). RefusedError says why it could not be
    written, and then nothing has changed.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = part_beside(path)
        try:
            with part.open("wb") as file:
                file.write(data)
            settle(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise RefusedError(f"写不了 {path}：{reason(error)}；原来的文件没有动") from error
    return path


def part_beside(path: Path) -> Path:
    """A new empty file beside `path` (0600) to be filled and then settled under its name."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    os.close(handle)
    return Path(name)


def settle(part: Path, path: Path) -> None:
    """Bring a filled file to the disk and under its final name."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def reason(error: OSError) -> str:
    """Why a file could not be written, in her words."""
    if isinstance(error, PermissionError):
        return "没有权限，或文件正开着（先把它关掉）"
    if error.errno == errno.ENOSPC:
        return "磁盘满了"
    if error.errno == errno.EFBIG:
        return "文件太大，系统不让再写"
    if error.errno == errno.EROFS:
        return "磁盘是只读的"
    return error.strerror or str(error)

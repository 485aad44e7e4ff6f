"""The one place that writes to stdout, and what happens when nobody can read it."""

from __future__ import annotations

import errno
import os
import sys
from typing import NoReturn

from jiuye_cli.cli import desk
from jiuye_cli.errors import JiuyeError, RefusedError


def write_out(data: str | bytes) -> None:
    """Write and hand over at once; quiet where the reader has gone (`| head -1`).

    Raises `RefusedError` where stdout cannot be written, plain `JiuyeError` where
    the database was changed before that.
    """
    try:
        if isinstance(data, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
        else:
            sys.stdout.write(data)
        sys.stdout.flush()
    except OSError as error:
        _mute()
        if not _reader_gone(error):
            _refuse(error)


def _reader_gone(error: OSError) -> bool:
    """Windows calls a closed pipe an invalid argument."""
    return error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL)


def _mute() -> None:
    """Nothing more is written, and nothing is flushed again when the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _refuse(error: OSError) -> NoReturn:
    from jiuye_cli.cli.complaints import reason

    why = f"结果写不出去：{reason(error)}。"
    if desk.has_changed():
        raise JiuyeError(f"{why}改动已经记进台账，用 jiuye log 看得到，不用再打一遍。") from None
    raise RefusedError(f"{why}台账没有动。") from None

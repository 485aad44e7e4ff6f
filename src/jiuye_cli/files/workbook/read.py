"""Workbooks in: xlsx, xls, et, ods, csv, tsv and tables saved as HTML, as plain values.

The reading itself happens in a child process under limits of time and memory,
since a hostile or damaged file can abort the reader or swell without end.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from jiuye_cli.core.intake.sheet import Flaw, Merge, Sheet, Workbook
from jiuye_cli.core.people.cell import Cell
from jiuye_cli.errors import NotFoundError, RefusedError

SECONDS = 60
GLANCE = 0.25  # seconds between two looks at the clock
MOST_COLUMNS = 1000
LARGEST_FILE = 200_000_000
CHILD = "jiuye_cli.files.workbook.child"


def read_workbook(path: Path, waiting: Callable[[], None] | None = None) -> Workbook:
    """Every sheet of a workbook, hidden ones marked; `waiting` is called now and then meanwhile.

    Raises `NotFoundError` when there is no such file and `RefusedError` with a
    sentence when it is no workbook, is locked by a password, is damaged, or is
    too large to be an honest one.
    """
    _refuse_at_sight(path)
    answer = _ask_child(path, waiting)
    if "refused" in answer:
        raise RefusedError(f"{path.name}：{answer['refused']}")
    for one in answer["sheets"]:
        _refuse_endless(path, one["rows"])
    return Workbook(tuple(_sheet(one) for one in answer["sheets"]), tuple(answer["notes"]))


def _refuse_endless(path: Path, rows: Sequence[Sequence[Any]]) -> None:
    """No register has a thousand filled columns; looking for a head among them takes minutes."""
    for row in rows:
        if len(row) > MOST_COLUMNS and sum(cell not in (None, "") for cell in row) > MOST_COLUMNS:
            raise RefusedError(
                f"{path.name} 有上千列，不像一本台账；请把要用的列单独存成一个文件。"
            )


def _refuse_at_sight(path: Path) -> None:
    try:
        size = path.stat().st_size
    except (OSError, ValueError):
        raise NotFoundError(f"没有找到文件 {path}，看看名字和文件夹对不对。") from None
    if not path.is_file():
        raise RefusedError(f"{path} 不是文件，要给一个工作簿（.xlsx .xls .et .csv）。")
    if size == 0:
        raise RefusedError(f"{path.name} 是空的，里面没有表。")
    if size > LARGEST_FILE:
        raise RefusedError(f"{path.name} 太大了，不像一本台账；请把要用的表单独存成一个文件。")


def _ask_child(path: Path, waiting: Callable[[], None] | None) -> Mapping[str, Any]:
    command = [sys.executable, "-P", "-X", "utf8", "-m", CHILD, str(path.absolute())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        written = _written(child, path, waiting)
    if child.returncode != 0 or not written:
        raise RefusedError(
            f"{path.name} 读不下去：文件坏了，或者格式特别。请用 WPS 打开，另存为 .xlsx 再导。"
        )
    answer: Mapping[str, Any] = json.loads(written, object_hook=_revived)
    return answer


def _written(
    child: subprocess.Popen[bytes], path: Path, waiting: Callable[[], None] | None
) -> bytes:
    """All that the child writes; it is stopped when its time is up, or ours is cut short."""
    ends = monotonic() + SECONDS
    try:
        while monotonic() < ends:
            try:
                return child.communicate(timeout=min(GLANCE, SECONDS))[0]
            except subprocess.TimeoutExpired:
                if waiting:
                    waiting()
    except BaseException:
        child.kill()
        raise
    child.kill()
    raise RefusedError(
        f"{path.name} 读了 {SECONDS} 秒还没读完，已停下。请用 WPS 打开，只留要导的表，另存为 .xlsx 再导。"
    )


def _revived(found: dict[str, Any]) -> Any:
    """Days travel as {"d": "2024-05-06"}, moments as {"t": "2024-05-06T08:30:00"}."""
    if len(found) == 1:
        if "d" in found:
            return date.fromisoformat(found["d"])
        if "t" in found:
            return datetime.fromisoformat(found["t"])
    return found


def _sheet(one: Mapping[str, Any]) -> Sheet:
    rows: list[tuple[Cell, ...]] = [tuple(row) for row in one["rows"]]
    return Sheet(
        name=one["name"],
        rows=rows,
        merged=tuple(Merge(*corners) for corners in one["merged"]),
        flaws=tuple(Flaw(*flaw) for flaw in one["flaws"]),
        hidden=one["hidden"],
    )

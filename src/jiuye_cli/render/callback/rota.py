"""The rota on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from jiuye_cli.core.callback.handed.rota import RotaEntry
from jiuye_cli.render.screen.table import Column, screen_of, table_text
from jiuye_cli.render.screen.text import printable
from jiuye_cli.render.words import short_date, weekday

HEADS = ("号", "谁", "哪天", "活")


def rota_rows(turns: Sequence[RotaEntry]) -> list[tuple[object, ...]]:
    """A row a turn, under `HEADS`."""
    return [(one.id, one.name, when(one), one.duty) for one in turns]


def rota_screen(turns: Sequence[RotaEntry], day: date, now: Mapping[str, Sequence[str]]) -> str:
    """Every turn in a line, and whose turn it is on one day."""
    if not turns:
        return "还没有排班，回访都算协理员一个人的。排班：jiuye rota add 王芳 周一 周三"
    columns = (Column("号", right=True, whole=True), Column("谁", whole=True), "哪天", "活")
    mine = "，".join(
        f"{duty} {printable('、'.join(names))}" for duty, names in now.items() if names
    )
    return (
        table_text(columns, rota_rows(turns), screen_of())
        + f"{short_date(day)} {weekday(day)}：{mine or '没有排'}"
    )


def when(turn: RotaEntry) -> str:
    """The day of a turn in full, or the weekday it comes every week."""
    if turn.day:
        return turn.day.isoformat()
    return "每周" + "一二三四五六日"[turn.weekday or 0]

"""What an erasure could not reach, in words: other people's files, copies, paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from jiuye_cli.core.fields.catalogue import LIST_TABLES
from jiuye_cli.render.people.record_names import TABLES


class Place(Protocol):
    """Where a name is still written: a table, its row, and whose it is if anybody's."""

    @property
    def table(self) -> str: ...
    @property
    def key(self) -> int: ...
    @property
    def person(self) -> int | None: ...


def what_is_left(elsewhere: Sequence[Place], copies: Sequence[str], kept: int) -> Iterator[str]:
    """The sentences, none where nothing is left; `kept` is how many backups are kept."""
    if elsewhere:
        told = dict.fromkeys(_told(one) for one in elsewhere)
        yield (
            "别处还写着这个名字，是别人的记录，没有动（改过以后，日志里的旧样子还在）：\n  "
            + "\n  ".join(told)
        )
    if copies:
        yield (
            f"这些备份和打印文件里可能还有这个人，要一并处理。备份留最近 {kept} 份，新的顶掉旧的；"
            "要马上干净，先 jiuye backup 再删掉旧的：\n  " + "\n  ".join(copies)
        )


def _told(one: Place) -> str:
    lists = {table: name for name, table in LIST_TABLES.items()}
    noun = TABLES.get(one.table) or lists.get(one.table) or "档案"
    return f"{one.person} 号的{noun}" if one.person else f"{one.key} 号{noun}"

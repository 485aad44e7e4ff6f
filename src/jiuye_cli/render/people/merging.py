"""Merging two files: the question before, and what was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from jiuye_cli.core.people.merging import Compared
from jiuye_cli.core.people.person import Person
from jiuye_cli.render.people.people import cell
from jiuye_cli.render.people.record_names import TABLES


class Merging(Protocol):
    """Two files and what follows for each field."""

    @property
    def kept(self) -> Person: ...
    @property
    def gone(self) -> Person: ...
    @property
    def compared(self) -> Compared: ...


def merging_question(merging: Merging) -> str:
    """What is asked before two files become one: each value on which they differ."""
    kept, gone = merging.kept, merging.gone
    lines = [f"把 {gone.id} 号 {gone.name} 并进 {kept.id} 号 {kept.name}。", *_differences(merging)]
    return "\n".join([*lines, "是同一个人吗？"])


def merged_screen(merging: Merging, left: Mapping[str, int]) -> str:
    """What was taken, what stood, what could not go along."""
    kept, gone, compared = merging.kept, merging.gone, merging.compared
    lines = [f"{gone.id} 号并进了 {kept.id} 号 {kept.name}；{gone.id} 号注销，号码不再用。"]
    if compared.taken:
        lines.append(f"补上了{'、'.join(compared.taken)}。")
    lines += _differences(merging)
    lines += [
        f"{gone.id} 号还留着{count}条{TABLES.get(table) or table}：{kept.id} 号已经有一样的。"
        for table, count in left.items()
    ]
    return "\n".join([*lines, "并错了：jiuye undo 整个退回去。"])


def merging_json(merging: Merging) -> dict[str, object]:
    """The case number that stays, and the fields that changed in it."""
    return {
        "id": merging.kept.id,
        "merged": merging.gone.id,
        "changed": list(merging.compared.taken),
        "differing": list(merging.compared.differing),
    }


def _differences(merging: Merging) -> Iterator[str]:
    kept, gone = merging.kept, merging.gone
    for name in merging.compared.differing:
        ours, theirs = (cell(one, name, full=False) for one in (kept, gone))
        yield f"  {name}：{kept.id} 号是{ours}，{gone.id} 号是{theirs}；留{ours}"

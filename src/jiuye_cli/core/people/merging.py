"""Two files that turn out to be one person's: what the kept file takes from the other.

A name alone never makes two files one: a human says so, sees each value on which
the files differ, and the kept file's value stands unless they choose the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from jiuye_cli.core.fields.value import UNKNOWN, Record, Value

IDENTITY = "身份证号"


@dataclass(frozen=True, slots=True)
class Compared:
    """The fields to take from the other file, and those on which both say something else."""

    taken: tuple[str, ...]
    differing: tuple[str, ...]


def compare(
    kept: Mapping[str, Value],
    other: Mapping[str, Value],
    names: Iterable[str],
    chosen: Collection[str] = (),
) -> Compared:
    """What one file takes of another, field by field: what it does not know, and what is chosen.

    >>> compare({"组": "3组", "学历": "初中"}, {"组": "5组", "在校": False}, ["组", "学历", "在校"])
    Compared(taken=('在校',), differing=('组',))
    """
    taken, differing = [], []
    for name in names:
        ours, theirs = kept.get(name, UNKNOWN), other.get(name, UNKNOWN)
        if theirs is UNKNOWN or ours == theirs:
            continue
        if ours is UNKNOWN or name in chosen:
            taken.append(name)
        else:
            differing.append(name)
    return Compared(tuple(taken), tuple(differing))


def are_two(kept: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    """Whether two identity numbers say that these are two people."""
    ours, theirs = kept.get(IDENTITY, UNKNOWN), other.get(IDENTITY, UNKNOWN)
    return isinstance(ours, str) and isinstance(theirs, str) and ours != theirs


def twin(record: Record, among: Iterable[Record]) -> Record | None:
    """The record among some that says the same, row numbers left aside.

    >>> twin({"id": 7, "职业": "电工"}, [{"id": 2, "职业": "焊工"}, {"id": 3, "职业": "电工"}])
    {'id': 3, '职业': '电工'}
    """
    said = _said(record)
    return next((one for one in among if _said(one) == said), None)


def _said(record: Record) -> dict[str, Value]:
    return {name: value for name, value in record.items() if name != "id"}

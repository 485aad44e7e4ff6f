"""Make one file of two that are the same person's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from jiuye_cli.core.fields.catalogue import LIST_TABLES, PERSON
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Record, Value
from jiuye_cli.core.people.merging import IDENTITY, Compared, are_two, compare, twin
from jiuye_cli.core.people.person import Person, said_by_identity
from jiuye_cli.errors import RefusedError
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people.merging import (
    move_columns,
    move_evidence,
    move_listed,
    move_paper,
    move_rooms,
)
from jiuye_cli.store.people.write import close_person

COLUMNS = tuple(field.name for field in PERSON.columns)
CATEGORIES = "人员类别"


@dataclass(frozen=True, slots=True)
class Merging:
    """The file that stays, the one that goes into it, and what follows for each field."""

    kept: Person
    gone: Person
    compared: Compared


@dataclass(frozen=True, slots=True)
class Merged:
    """What was merged; `left` counts, by table, rows that the kept file already had one for."""

    merging: Merging
    left: Mapping[str, int]


def look_at_merging(kept: Person, gone: Person, chosen: Collection[str]) -> Merging:
    """What merging two files would do, before it is done.

    `RefusedError` for one file twice, a closed one, or two identity numbers.
    """
    if kept.id == gone.id:
        raise RefusedError(f"两次说的都是 {kept.id} 号，没有什么可并的。")
    for one in (kept, gone):
        if one.closed_on:
            raise RefusedError(f"{one.id} 号已注销，先 jiuye forget {one.id} --reopen 再并。")
    if are_two(kept.facts.values, gone.facts.values) and IDENTITY not in chosen:
        raise RefusedError(
            f"{kept.id} 号和 {gone.id} 号的身份证号不一样，是两个人，没有并。"
            f"哪一份的号抄错了，先改对：jiuye set {gone.id} 身份证号=-"
        )
    return Merging(kept, gone, compare(kept.facts.values, _told(gone), COLUMNS, chosen))


def _told(person: Person) -> dict[str, Value]:
    """What a file was told: what its identity number says comes along with the number."""
    values = dict(person.facts.values)
    number = values.get(IDENTITY)
    said = said_by_identity(number) if isinstance(number, str) else {}
    return {name: value for name, value in values.items() if said.get(name) != value}


def merge_files(change: Writing, merging: Merging, today: date) -> Merged:
    """Move everything of one file into the other and close it; one step to undo."""
    kept, gone, compared = merging.kept, merging.gone, merging.compared
    change.conn.execute("PRAGMA defer_foreign_keys=ON")
    move_columns(change, kept.id, gone.id, compared.taken)
    rows, twins = _rows(kept, gone)
    move_listed(change, kept.id, rows, twins)
    lists = [name for name in LIST_TABLES if _is_news(kept.facts.value(name), name in rows)]
    move_evidence(change, kept.id, gone.id, [*compared.taken, *lists])
    left = move_rooms(change, kept.id, gone.id)
    move_paper(change, kept.id, gone.id)
    close_person(change.conn, gone.id, today, f"并入 {kept.id} 号")
    return Merged(merging, left)


def _is_news(known: Value, has_moved: bool) -> bool:
    """Whether what the other file says of a list as a whole holds now."""
    return known is UNKNOWN or (known is NONE and has_moved)


def _rows(kept: Person, gone: Person) -> tuple[dict[str, list[int]], dict[str, dict[int, int]]]:
    """By list, the rows that move, and the pairs (kept row: other row) that say the same."""
    rows: dict[str, list[int]] = {}
    twins: dict[str, dict[int, int]] = {}
    for name in LIST_TABLES:
        ours = _listed(kept, name)
        for record in _listed(gone, name):
            same = _category(record, ours) if name == CATEGORIES else twin(record, ours)
            if same is None:
                rows.setdefault(name, []).append(_number(record))
            else:
                twins.setdefault(name, {})[_number(same)] = _number(record)
    return rows, twins


def _listed(person: Person, name: str) -> tuple[Record, ...]:
    if name == CATEGORIES:
        return tuple(person.categories)
    value = person.facts.value(name)
    return value if isinstance(value, tuple) else ()


def _category(record: Record, among: tuple[Record, ...]) -> Record | None:
    """What the kept file says of a category stands, whatever the other says."""
    return next((one for one in among if one["类别"] == record["类别"]), None)


def _number(record: Record) -> int:
    return int(str(record["id"]))

"""Open and change files; each call stands inside an open change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from jiuye_cli.core.fields.value import UNKNOWN, Evidence, Grade, Value
from jiuye_cli.core.people.doubts import PAST_DAYS
from jiuye_cli.core.people.identity import read_identity
from jiuye_cli.core.people.pinyin import name_pinyin
from jiuye_cli.core.people.typed import new_value, read_word, same
from jiuye_cli.errors import RefusedError
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import find
from jiuye_cli.store.people.people import read_person
from jiuye_cli.store.people.write import (
    insert_person,
    next_case_numbers,
    update_person,
)


def typed_values(
    words: Sequence[str], current: Mapping[str, Value], region: str
) -> dict[str, Value]:
    """What typed words make of a person's values; later words see what earlier ones did.

    Raises `UsageError` for a field or form that is none, `RefusedError` for a value that cannot be.
    """
    values: dict[str, Value] = {}
    for word in words:
        field, sign, text = read_word(word)
        before = values.get(field.name, current.get(field.name, UNKNOWN))
        values[field.name] = new_value(field, sign, text, before, region)
    return values


def open_file(change: Writing, values: Mapping[str, Value], evidence: Evidence) -> int:
    """Open a file for a new person; its case number.

    Raises `RefusedError` when there is no name, or the identity number is in another file.
    """
    name = values.get("姓名", UNKNOWN)
    if not isinstance(name, str):
        raise RefusedError("建档至少要有姓名。")
    _refuse_double(change, values.get("身份证号", UNKNOWN), None)
    number = next_case_numbers(change.conn)[0]
    insert_person(change.conn, number, values, name_pinyin(name), evidence)
    return number


def change_file(
    change: Writing, number: int, values: Mapping[str, Value], evidence: Evidence
) -> list[str]:
    """Change what differs; the names of the fields that did, in the order given."""
    person = read_person(change.conn, number, evidence.noted_on)
    changed = {
        n: v
        for n, v in values.items()
        if not same(person.facts.value(n), v) or _better(person.facts.grade(n), evidence.grade)
    }
    name = changed.get("姓名")
    if name is UNKNOWN:
        raise RefusedError("姓名不能去掉。")
    _refuse_double(change, changed.get("身份证号", UNKNOWN), number)
    names = name_pinyin(name) if isinstance(name, str) else None
    update_person(change.conn, number, changed, evidence, names)
    return list(changed)


def refuse_not_yet(values: Mapping[str, Value], today: date) -> None:
    """Raise `RefusedError` for a day that lies ahead and cannot, as of birth."""
    for name in PAST_DAYS:
        day = values.get(name)
        if isinstance(day, date) and day > today:
            raise RefusedError(f"{name} {day} 还没到；请核对。什么都没有动。")


def _better(now: Grade | None, told: Grade) -> bool:
    """The same value, better attested, is news."""
    order = (None, Grade.TOLD, Grade.SEEN, Grade.COPY)
    return now is not None and order.index(told) > order.index(now)


def _refuse_double(change: Writing, identity: Value, number: int | None) -> None:
    if not isinstance(identity, str):
        return
    for one in find.candidates(change.conn, identity, most=2):
        if one.id != number and len(identity) == 18:
            what = (
                f"人回来了就 jiuye forget {one.id} --reopen"
                if one.closed
                else f"要改就用 jiuye set {one.id} …"
            )
            raise RefusedError(
                f"这个身份证号已经在 {one.id} 号档案（{one.name}{'，已注销' if one.closed else ''}）里了。{what}"
            )


def identity_notes(values: Mapping[str, Value]) -> tuple[str, ...]:
    """What is worth a look in an identity number that is no reason to refuse."""
    number = values.get("身份证号", UNKNOWN)
    return read_identity(number, confirmed=True).notes if isinstance(number, str) else ()


def namesakes(change: Writing, name: str, number: int) -> list[str]:
    """Others of the same name, each in a line."""
    return [str(one) for one in find.candidates(change.conn, name, most=8) if one.id != number]


def evidence_of(grade: str, source: str, day: date) -> Evidence:
    """Evidence from what was typed: 口头 or told, 查看 or seen, 留存 or copy.

    Raises `RefusedError` for any other word.
    """
    words = {grade.label: grade for grade in Grade} | {grade.value: grade for grade in Grade}
    if grade not in words:
        raise RefusedError(
            f"--grade 只能是 told（口头）、seen（查看）、copy（留存），不是“{grade}”。"
        )
    return Evidence(words[grade], source, day)

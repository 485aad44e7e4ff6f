"""A person's file on one screen, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from jiuye_cli.core.fields.catalogue import facts as catalogue
from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.household import HOUSEHOLD_FIELDS
from jiuye_cli.core.fields.lists import LISTS
from jiuye_cli.core.fields.person import GROUPS
from jiuye_cli.core.fields.privacy import masked, whole
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Facts, PartialSet, Value
from jiuye_cli.core.people.person import Person
from jiuye_cli.render.screen.folding import hanging
from jiuye_cli.render.screen.text import pad, printable, width
from jiuye_cli.render.words import shown

COLUMNS = 80
LABEL = 10
HEAD = frozenset({"姓名", "性别", "组", "年龄"})
MOST_UNKNOWN = 12
HAD = frozenset({"合同", "社保"})
"""Yes-or-no columns that are had or not had."""


class PersonPage(Protocol):
    """A file and what stands around it, as `actions` gather it."""

    @property
    def person(self) -> Person: ...
    @property
    def derived(self) -> Facts: ...
    @property
    def members(self) -> Sequence[tuple[int, str]]: ...
    @property
    def past(self) -> Sequence[tuple[str, str]]: ...
    @property
    def next(self) -> str | None: ...
    @property
    def on(self) -> date | None: ...


def person_json(page: PersonPage, *, full: bool) -> dict[str, object]:
    """The contract's shape of `show`; personal numbers masked unless `full`."""
    return {
        "id": page.person.id,
        "name": page.person.name,
        "fields": {
            name: _field_json(page, name, value, full)
            for name, value in _known(page)
            if name in catalogue()
        }
        | {
            name: {"value": text, "grade": None, "source": None, "noted_on": None}
            for name, text in page.person.own.items()
            if name not in catalogue()
        },
        "household": {
            "id": page.person.household,
            "members": [{"id": number, "name": name} for number, name in page.members],
        }
        if page.person.household
        else None,
        "history": [{"on": day, "what": what} for day, what in page.past],
        "next": page.next,
    }


def _known(page: PersonPage) -> Iterator[tuple[str, Value]]:
    yield from page.person.facts.values.items()
    for name, value in page.derived.values.items():
        if name not in page.person.facts.values and value is not UNKNOWN:
            yield name, value


def _field_json(page: PersonPage, name: str, value: Value, full: bool) -> dict[str, object]:
    proof = page.person.facts.evidence.get(name)
    return {
        "value": whole(value) if full else masked(catalogue()[name], value),
        "grade": proof.grade.value if proof else None,
        "source": proof.source if proof else None,
        "noted_on": proof.noted_on if proof else None,
    }


def person_screen(page: PersonPage, *, full: bool) -> str:
    """The file at 80 columns: head, what is known by groups, lists, household, past, what was never asked."""
    lines = [_head(page), _rule()]
    for title, fields in GROUPS:
        lines += _group(page, title, [f for f in fields if f.name not in HEAD], full)
    lines += _group(page, "家庭", list(HOUSEHOLD_FIELDS), full)
    lines += _own(page)
    for one in LISTS:
        lines += _list(page, one, full)
    if len(page.members) > 1:
        lines.append(
            "同户  "
            + "、".join(
                f"{name}（{number} 号）"
                for number, name in page.members
                if number != page.person.id
            )
        )
    lines += _past(page)
    lines += _unknown(page)
    if page.next:
        lines += [_rule(), f"下一步  {page.next}"]
    return "\n".join(printable(line) for line in lines)


def _head(page: PersonPage) -> str:
    person = page.person
    age = page.derived.value("年龄")
    parts = [
        person.name,
        f"{person.id} 号",
        _short(person.facts.value("组")),
        _short(person.facts.value("性别")),
    ]
    parts.append(f"{age} 岁" if age is not UNKNOWN and age is not NONE else "")
    if person.closed_on:
        parts.append(f"{person.closed_on} 注销")
    if page.on:
        parts.append(f"—— {page.on} 当时的样子")
    return "  ".join(part for part in parts if part)


def _short(value: Value) -> str:
    return "" if value is UNKNOWN else shown(value)


def _rule() -> str:
    return "─" * (COLUMNS // 2) if width("─") == 2 else "─" * COLUMNS


def _group(page: PersonPage, title: str, fields: Sequence[Field], full: bool) -> list[str]:
    cells = []
    for one in fields:
        value = page.person.facts.value(one.name)
        if value is UNKNOWN:
            value = page.derived.value(one.name)
        if value is not UNKNOWN:
            cells.append(f"{one.name} {_shown(one, value, full)}{_grade(page, one.name)}")
    return _flow(title, cells)


def _shown(one: Field, value: Value, full: bool) -> str:
    value = value if full else masked(one, value)
    unit = {"元/月": "元/月", "个月": "个月", "人": "人", "周岁": "岁"}.get(one.unit, "")
    if value == frozenset():
        return shown(NONE)
    return shown(value) + (unit if isinstance(value, int) and not isinstance(value, bool) else "")


def _grade(page: PersonPage, name: str) -> str:
    proof = page.person.facts.evidence.get(name)
    return f"〔{proof.grade.label}〕" if proof and proof.grade.value != "told" else ""


def _flow(title: str, cells: Sequence[str]) -> list[str]:
    """Cells set side by side at two stops; a long one takes a line of its own."""
    stop = (COLUMNS - 6) // 2
    lines: list[str] = []
    line = ""
    for cell in cells:
        if width(cell) < stop - 1 and (not line or width(line) <= stop):
            line = cell if not line else pad(line, stop) + cell
            if width(line) > stop:
                lines.append(line)
                line = ""
            continue
        if line:
            lines.append(line)
            line = ""
        if width(cell) < stop - 1:
            line = cell
        else:
            lines += hanging("", cell, COLUMNS - 6)
    if line:
        lines.append(line)
    return [f"{title if n == 0 else '    '}  {text}" for n, text in enumerate(lines)]


def _own(page: PersonPage) -> list[str]:
    """The workspace's own fields."""
    return _flow(
        "其他", [f"{name} {shown(page.person.facts.value(name))}" for name in page.person.own]
    )


def _list(page: PersonPage, one: Field, full: bool) -> list[str]:
    value = page.person.facts.value(one.name)
    if value is UNKNOWN:
        return []
    if value is NONE or isinstance(value, frozenset | PartialSet):
        return hanging(f"{one.name}  ", _members(value))
    records = value if full else masked(one, value)
    assert isinstance(records, tuple)
    return [
        line
        for n, record in enumerate(records)
        for line in hanging(
            f"{one.name if n == 0 else ' ' * width(one.name)}  ", _record(one, record), COLUMNS
        )
    ]


def _members(value: Value) -> str:
    """A set in words; what was asked about and is not so is said as that."""
    if isinstance(value, PartialSet) and value.no:
        refused = f"不是{'、'.join(sorted(value.no))}"
        return "，".join(part for part in (shown(value), refused) if part)
    return shown(value) or "还没问全"


def _record(one: Field, record: Mapping[str, Value]) -> str:
    return "，".join(
        _column(column, record[column.name])
        for column in one.records
        if record.get(column.name, UNKNOWN) is not UNKNOWN
    )


def _column(column: Field, value: Value) -> str:
    """One column of a record: days and figures with their name, a yes or no as 有 or 没有."""
    if column.name in ("起", "止"):
        return f"{column.name} {shown(value)}"
    if isinstance(value, bool):
        return (
            f"{'有' if value else '没'}{column.name}"
            if column.name in HAD
            else f"{column.name} {shown(value)}"
        )
    if column.kind in (Kind.MONEY, Kind.NUMBER):
        unit = column.unit or ("元" if column.kind is Kind.MONEY else "")
        return f"{column.name} {shown(value)}{unit}"
    return shown(value)


def _past(page: PersonPage) -> list[str]:
    return [
        line
        for n, (day, what) in enumerate(page.past[:8])
        for line in hanging(f"{'经过' if n == 0 else '    '}  {day}  ", what, COLUMNS)
    ]


def _unknown(page: PersonPage) -> list[str]:
    names = [
        one.name
        for _, fields in GROUPS
        for one in fields
        if not one.derived and one.question and page.person.facts.value(one.name) is UNKNOWN
    ]
    if not names:
        return []
    more = f" 等 {len(names)} 项" if len(names) > MOST_UNKNOWN else ""
    return hanging("未问到  ", "、".join(names[:MOST_UNKNOWN]) + more, COLUMNS)

"""The history on a screen: what each command changed, before and after, masked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from jiuye_cli.core.fields.catalogue import LIST_TABLES, facts
from jiuye_cli.core.fields.field import Kind
from jiuye_cli.core.fields.privacy import masked
from jiuye_cli.render.people import record_names
from jiuye_cli.render.screen.text import printable
from jiuye_cli.render.words import shown

TABLE_NAMES = (
    {"person": "档案", "household": "家庭", "evidence": "", "own_field": "自加字段"}
    | {table: name for name, table in LIST_TABLES.items()}
    | dict(record_names.TABLES)
)
INTERNAL = record_names.HIDDEN | {"pinyin", "initials"}
MOST_LINES = 12


class Row(Protocol):
    """A changed row, as the history tells it."""

    @property
    def table(self) -> str: ...
    @property
    def key(self) -> int: ...
    @property
    def person(self) -> int | None: ...
    @property
    def before(self) -> Mapping[str, Any] | None: ...
    @property
    def after(self) -> Mapping[str, Any] | None: ...


class Command(Protocol):
    """A command of the history."""

    @property
    def id(self) -> int: ...
    @property
    def at(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def command(self) -> str: ...
    @property
    def undone_by(self) -> int | None: ...


class Size(Protocol):
    """How much a command touched."""

    @property
    def people(self) -> int: ...
    @property
    def rows(self) -> int: ...


class Step(Protocol):
    """A command that can be taken back, with its rows."""

    @property
    def operation(self) -> Command: ...
    @property
    def changes(self) -> Sequence[Row]: ...
    @property
    def size(self) -> Size: ...


def log_screen(
    told: Sequence[Command], sizes: Mapping[int, Size], changed: Mapping[int, Sequence[Row]]
) -> str:
    """Commands newest first, each with how much it touched and the lines of what is in `changed`."""
    if not told:
        return "还没有改过什么。"
    lines = []
    for one in told:
        undone = "（已撤销）" if one.undone_by else ""
        lines.append(
            f"{one.at[:16].replace('T', ' ')}  {printable(one.command)}{undone}  {_count(sizes[one.id])}  {printable(one.who)}"
        )
        lines += [f"    {line}" for line in change_lines(changed.get(one.id, ()))]
    return "\n".join(lines)


def undo_list(told: Sequence[Command], sizes: Mapping[int, Size]) -> str:
    """The commands that can be taken back, numbered by how many steps that takes."""
    if not told:
        return "没有可以撤销的操作。"
    return "\n".join(
        f"{n:>3}  {one.at[:16].replace('T', ' ')}  {printable(one.command)}  {_count(sizes[one.id])}"
        for n, one in enumerate(told, 1)
    )


def undo_screen(steps: Sequence[Step]) -> str:
    """What will go back to what, command by command."""
    lines = []
    for step in steps:
        lines.append(
            f"撤销：{printable(step.operation.command)}（{step.operation.at[:16].replace('T', ' ')}，{_count(step.size)}）"
        )
        told = change_lines(step.changes, back=True)
        lines += [f"    {line}" for line in told[:MOST_LINES]]
        if len(told) > MOST_LINES:
            lines.append(f"    ……还有 {len(told) - MOST_LINES} 处")
    return "\n".join(lines)


def change_lines(rows: Sequence[Row], *, back: bool = False) -> list[str]:
    """One line a changed value, `前 → 后`; with `back`, as an undo will turn it."""
    lines = []
    for row in rows:
        if not TABLE_NAMES.get(row.table, row.table):
            continue
        before, after = (row.after, row.before) if back else (row.before, row.after)
        whose = f"{row.person} 号 " if row.person else ""
        lines += [f"{whose}{line}" for line in _lines(row.table, before, after)]
    return lines


def _lines(
    table: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> list[str]:
    if before is None or after is None:
        row = after or before or {}
        verb = "加上" if before is None else "去掉"
        told = "，".join(
            f"{record_names.column_name(table, n)} {_shown(table, n, v)}"
            for n, v in row.items()
            if v is not None and n not in INTERNAL
        )
        return [f"{verb}{TABLE_NAMES.get(table, table)}" + (f"：{told}" if told else "")]
    return [
        f"{_place(table, n)}：{_shown(table, n, before.get(n))} → {_shown(table, n, after.get(n))}"
        for n in {**before, **after}
        if before.get(n) != after.get(n) and n not in INTERNAL
    ]


def _place(table: str, column: str) -> str:
    """Which column of what changed; a field of the catalogue needs no table before it."""
    name = record_names.column_name(table, column)
    return f"{record_names.TABLES[table]} {name}" if table in record_names.TABLES else name


def _shown(table: str, name: str, value: Any) -> str:
    """A stored cell as she reads it: sensitive ones as ●, numbers of people masked."""
    if value is None:
        return "空"
    field = facts().get(f"{TABLE_NAMES.get(table, table)}.{name}") or facts().get(name)
    if field is None:
        return printable(record_names.cell_text(table, name, value))
    if field.kind is Kind.YES_NO:
        value = bool(value)
    elif field.kind is Kind.CHOICES and str(value).startswith("["):
        value = frozenset(json.loads(value))
    elif isinstance(value, float) and value.is_integer():
        value = int(value)
    return printable(shown(masked(field, value, hide_sensitive=True)))


def _count(size: Size) -> str:
    return f"{size.people} 人" if size.people else f"{size.rows} 处"

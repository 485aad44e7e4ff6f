"""字段.yaml: the fields a workspace adds, usable at once in forms, lists, rules and imports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jiuye_cli.core.fields.catalogue import CLOCK_FIELDS, EMPLOYER, HOUSEHOLD, PERSON
from jiuye_cli.core.fields.field import PLAIN, SENSITIVE, Field, Kind
from jiuye_cli.core.rules.node import Node, unknown_keys
from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.files.kept import read_kept

KEYS = ("种类", "值", "问", "别名", "单位", "敏感")
NOT_IN_NAMES = frozenset(" \t=＝+-*/<>≤≥?？,，;；:：\"'“”()（）[]{}|")
"""What would part a name in `字段=值`, in a condition, or in a list of columns."""
KINDS = {kind.value: kind for kind in Kind if kind is not Kind.RECORDS}
NAMES = {
    "文字": Kind.TEXT,
    "数": Kind.NUMBER,
    "钱": Kind.MONEY,
    "日期": Kind.DATE,
    "是否": Kind.YES_NO,
}


def read_own_fields(path: Path) -> tuple[Field, ...]:
    """The fields of 字段.yaml; none where there is no file. `RuleFileError` with every problem."""
    if not path.is_file():
        return ()
    node = read_kept(path, path.name)
    problems: list[Problem] = []
    fields = tuple(_fields(node, problems))
    if problems:
        raise RuleFileError(problems)
    return fields


def _fields(node: Node, problems: list[Problem]) -> Iterator[Field]:
    if node.entries is None:
        if node.text or node.items:
            problems.append(node.problem("要写成 字段名: {种类: 选, 值: [甲, 乙]}"))
        return
    taken = {one.name for entity in (PERSON, HOUSEHOLD, EMPLOYER) for one in entity.fields}
    taken |= {one.name for one in CLOCK_FIELDS}
    for name, told in node.entries.items():
        if name in taken:
            problems.append(told.key_problem(f"“{name}”本来就有，不用再加"))
            continue
        if not name.strip() or any(char in name for char in NOT_IN_NAMES) or not name.isprintable():
            problems.append(told.key_problem(f"“{name}”不能做字段名，不要带空格、等号和符号"))
            continue
        problems.extend(unknown_keys(told, KEYS, f"“{name}”"))
        kind = _kind(told, problems)
        values = _words(told.get("值"))
        if kind is Kind.CHOICE and not values:
            problems.append(told.problem(f"“{name}”是选，要写 值: [甲, 乙]"))
        yield Field(
            name,
            kind,
            values=values,
            aliases=_words(told.get("别名")),
            question=_text(told.get("问")),
            unit=_text(told.get("单位")),
            sensitivity=SENSITIVE if _text(told.get("敏感")) == "是" else PLAIN,
        )


def _kind(told: Node, problems: list[Problem]) -> Kind:
    node = told.get("种类")
    if node is None:
        return Kind.TEXT
    kind = KINDS.get(_text(node)) or NAMES.get(_text(node))
    if kind is None:
        problems.append(node.problem(f"种类只能是 {' '.join(KINDS)}，不是“{_text(node)}”"))
    return kind or Kind.TEXT


def _words(node: Node | None) -> tuple[str, ...]:
    return tuple(one.text or "" for one in node.as_items()) if node is not None else ()


def _text(node: Node | None) -> str:
    return (node.text or "").strip() if node is not None else ""

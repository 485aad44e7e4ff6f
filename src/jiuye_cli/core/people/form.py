"""A person's file as a YAML form to edit, and what the edited form changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.household import HOUSEHOLD_FIELDS
from jiuye_cli.core.fields.lists import LISTS
from jiuye_cli.core.fields.person import GROUPS
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Facts, PartialSet, Record, Value
from jiuye_cli.core.intake.values import read_value
from jiuye_cli.core.people.typed import same, typed_field
from jiuye_cli.core.rules.node import Node
from jiuye_cli.errors import Problem, RefusedError, RuleFileError, UsageError

HEAD = """\
# {name}，{number} 号。改完存盘退出；不想改就原样退出。
# 冒号用英文的“:”，后面空一格。空着是没问到，无 是知道没有。
"""


def form_text(number: int, name: str, facts: Facts) -> str:
    """The form: every typed field in reading order, empty where it was never asked."""
    lines = [HEAD.format(name=name, number=number)]
    for title, fields in (*GROUPS, ("家庭", HOUSEHOLD_FIELDS), ("名单", LISTS)):
        lines.append(f"# {title}")
        for field in fields:
            if not field.derived:
                lines += _lines(field, facts.value(field.name))
        lines.append("")
    return "\n".join(lines)


def _lines(field: Field, value: Value) -> Iterator[str]:
    hint = (
        f"  # {' '.join(field.values)}"
        if field.values and value is UNKNOWN and len(field.values) < 13
        else ""
    )
    if isinstance(value, tuple):
        yield f"{field.name}:"
        for record in value:
            yield f"  - {{{', '.join(_pairs(field, record))}}}"
    elif isinstance(value, PartialSet):
        yield f"{field.name}: {{是: [{', '.join(sorted(value.yes))}], 不是: [{', '.join(sorted(value.no))}]}}"
    else:
        yield f"{field.name}: {_scalar(value)}{hint}".rstrip()


def _pairs(field: Field, record: Record) -> Iterator[str]:
    for column in field.records:
        if column.name in record:
            yield f"{column.name}: {_scalar(record[column.name])}"
    yield f"行: {record['id']}"


def _scalar(value: Value) -> str:
    if value is UNKNOWN:
        return ""
    if value is NONE:
        return "无"
    if isinstance(value, tuple | PartialSet):
        return "…"
    if isinstance(value, frozenset):
        return f"[{', '.join(_quoted(one) for one in sorted(value))}]"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return value.isoformat()
    return _quoted(str(value))


def _quoted(text: str) -> str:
    """A text as YAML takes it; quoted where a sign in it would mean something."""
    if (
        not text
        or any(ch in text for ch in ":#{}[],&*!|>'\"%@`\\")
        or text != text.strip()
        or text[:1] in "-?"
    ):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


def read_form(form: Node, facts: Facts, region: str) -> dict[str, Value]:
    """The values an edited form changes.

    Raises `RuleFileError` with every problem in it, each with its line.
    """
    problems: list[Problem] = []
    values: dict[str, Value] = {}
    if form.entries is None and form.text:
        raise RuleFileError([form.problem("要写成一行一项，如 组: 3组")])
    for name, node in (form.entries or {}).items():
        try:
            field = typed_field(name)
            if node.text is not None and node.text == _scalar(facts.value(field.name)).strip('"'):
                continue
            value = _value(field, node, region)
        except (RefusedError, UsageError) as error:
            problems.append(node.key_problem(str(error)))
            continue
        if not same(value, facts.value(field.name)):
            values[field.name] = value
    if problems:
        raise RuleFileError(problems)
    return values


def _value(field: Field, node: Node, region: str) -> Value:
    if field.kind is Kind.RECORDS and node.items is not None:
        return tuple(_record(field, one, region) for one in node.items)
    if field.dated and node.entries is not None:
        return PartialSet(
            _members(field, node.get("是"), region), _members(field, node.get("不是"), region)
        )
    if node.items is not None and field.kind is Kind.CHOICES:
        return _members(field, node, region)
    if node.text is None:
        raise RefusedError(f"{field.name}的写法看不懂")
    return read_value(field, node.text, region)


def _members(field: Field, node: Node | None, region: str) -> frozenset[str]:
    found: set[str] = set()
    for one in node.as_items() if node is not None else ():
        value = read_value(field, one.text or "", region)
        found |= value if isinstance(value, frozenset) else set()
    return frozenset(found)


def _record(field: Field, node: Node, region: str) -> Record:
    entries: Mapping[str, Node] = node.entries or {}
    record: dict[str, Value] = {}
    for name, cell in entries.items():
        if name == "行":
            record["id"] = int(cell.text or "0")
            continue
        try:
            column = field.column(name)
        except KeyError:
            raise RefusedError(
                f"{field.name}里没有“{name}”，只有 {'、'.join(c.name for c in field.records)}"
            ) from None
        value = read_value(column, cell.text or "", region)
        if value is not UNKNOWN:
            record[column.name] = value
    if not record:
        raise RefusedError(f"{field.name}里有一条是空的")
    return record

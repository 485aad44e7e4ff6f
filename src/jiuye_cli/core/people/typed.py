"""`字段=值`, `字段+=值`, `字段-=值` as she types them: what becomes of a person's values."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from jiuye_cli.core.fields.catalogue import TYPED, facts, own_fields
from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.value import NONE, PartialSet, Record, Value
from jiuye_cli.core.intake.values import read_value
from jiuye_cli.errors import UsageError

ENDED = "止"
"""The column that tells when a record of a list came to its end."""

_ALIASES = {alias: f.name for f in TYPED.values() for alias in f.aliases}


def typed_field(word: str) -> Field:
    """The field a word names, by its name or a header people use; `UsageError` with the nearest ones.

    >>> typed_field("学历").name
    '文化程度'
    """
    own = own_fields()
    for one in own.values():
        if word == one.name or word in one.aliases:
            return one
    name = word if word in TYPED else _ALIASES.get(word)
    if name is None:
        if (computed := facts().get(word)) is not None and computed.derived:
            raise UsageError(f"{word}是算出来的，不用填；要改就改它的来历，如 出生日期、就业经历。")
        near = get_close_matches(word, [*own, *TYPED, *_ALIASES], n=3, cutoff=0.4)
        hint = f"是不是 {'、'.join(near)}？" if near else "jiuye show --help 里有例子。"
        raise UsageError(f"没有“{word}”这一项。{hint}")
    return TYPED[name]


def read_word(word: str) -> tuple[Field, str, str]:
    """A typed word as field, sign (`=`, `+=`, `-=`) and text.

    >>> field, sign, text = read_word("不能+=夜班")
    >>> field.name, sign, text
    ('不能', '+=', '夜班')
    """
    name, equals, text = word.replace("＝", "=").partition("=")
    sign = "="
    if name.endswith(("+", "-", "＋", "－")):
        sign = "+=" if name[-1] in "+＋" else "-="
        name = name[:-1]
    if not equals or not name.strip():
        raise UsageError(f"“{word}”看不懂，要写成 字段=值，如 学历=初中。")
    field = typed_field(name.strip())
    if sign != "=" and not (field.listed or field.kind is Kind.CHOICES):
        raise UsageError(f"{field.name}只有一个值，用 {field.name}=… 来改。")
    return field, sign, text.strip()


def new_value(field: Field, sign: str, text: str, current: Value, home: str = "") -> Value:
    """The field's value after what was typed; an empty text or `?` means it is not known.

    >>> from jiuye_cli.core.fields.catalogue import fact
    >>> sorted(new_value(fact("不能"), "+=", "夜班", frozenset({"登高"})))
    ['夜班', '登高']
    >>> new_value(fact("证书"), "+=", "电工 2025-12-20", ({"职业": "电工", "等级": "五级"},))
    ({'职业': '电工', '等级': '五级', '发证日期': datetime.date(2025, 12, 20)},)
    >>> new_value(fact("不能"), "=", "", frozenset({"登高"}))
    <Absent.UNKNOWN: '未问到'>
    """
    if sign == "=":
        return _kept_rows(field, read_value(field, text, home), current)
    added = read_value(field, text, home)
    if field.kind is Kind.RECORDS:
        return _records(sign, added, current)
    return _members(field, sign, added, current)


def _records(sign: str, typed: Value, current: Value) -> Value:
    old: Sequence[Record] = current if isinstance(current, tuple) else ()
    new: Sequence[Record] = typed if isinstance(typed, tuple) else ()
    if sign == "-=":
        left = tuple(r for r in old if not any(_says(r, n) for n in new))
        return left or NONE
    records = list(old)
    for record in new:
        fitting = [at for at, known in enumerate(records) if _completes(known, record)]
        if any(_says(known, record) for known in records):
            continue
        if len(fitting) == 1:
            records[fitting[0]] = {**records[fitting[0]], **record}
        else:
            records.append(record)
    return tuple(records)


def _completes(known: Record, typed: Record) -> bool:
    """Whether what was typed tells more of a record: its name is the same, nothing says otherwise.

    What has ended is not told on: the same name after that is another one.
    """
    first = next(iter(typed), None)
    both = [name for name in typed if name in known]
    return first in both and ENDED not in known and all(known[n] == typed[n] for n in both)


def _says(record: Record, typed: Record) -> bool:
    """Whether a record says all that was typed."""
    return all(record.get(name) == value for name, value in typed.items())


def _members(field: Field, sign: str, typed: Value, current: Value) -> Value:
    changed = typed if isinstance(typed, frozenset) else frozenset[str]()
    if field.dated and not isinstance(current, frozenset):
        known = current if isinstance(current, PartialSet) else PartialSet()
        if sign == "+=":
            return PartialSet(known.yes | changed, known.no - changed)
        return PartialSet(known.yes - changed, known.no | changed)
    old = current if isinstance(current, frozenset) else frozenset[str]()
    return old | changed if sign == "+=" else old - changed


def _kept_rows(field: Field, typed: Value, current: Value) -> Value:
    """Records typed anew keep the row of the record they repeat."""
    if not isinstance(typed, tuple) or not isinstance(current, tuple):
        return typed
    key = field.records[0].name
    rows = {record.get(key): record for record in current}
    return tuple(
        {**record, "id": rows[record[key]]["id"]}
        if record.get(key) in rows and "id" in rows[record[key]]
        else record
        for record in typed
    )


def same(one: Value, other: Value) -> bool:
    """Whether two values say the same, rows' numbers left aside."""
    return _bare(one) == _bare(other)


def _bare(value: Value) -> object:
    if isinstance(value, tuple):
        return [{k: v for k, v in record.items() if k != "id"} for record in value]
    return value

"""One cell, or one typed word, as a value of one field."""

from __future__ import annotations

import re
from collections.abc import Callable

from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Record, Value
from jiuye_cli.core.people.amounts import read_money, read_number
from jiuye_cli.core.people.answers import read_yes_no
from jiuye_cli.core.people.cell import SAYS_NONE, Cell, cell_text, half_width, is_blank
from jiuye_cli.core.people.dates import read_date, read_month
from jiuye_cli.core.people.identity import read_identity
from jiuye_cli.core.people.names import clean_name
from jiuye_cli.core.people.phone import read_phones
from jiuye_cli.core.people.places import read_region
from jiuye_cli.errors import RefusedError

LONGEST = 500
_BETWEEN = re.compile(r"[、，,；;/\s|]+")


def read_value(field: Field, cell: Cell, home: str = "") -> Value:
    """What a cell says of a field: a value, `NONE`, or `UNKNOWN` for a cell that says nothing.

    `home` is the workspace's region, from which 本县 and 临清市 are completed.
    Raises `RefusedError` with a sentence that does not name the place.

    >>> from jiuye_cli.core.fields.catalogue import fact
    >>> read_value(fact("文化程度"), "初中毕业"), read_value(fact("在校"), "否"), read_value(fact("最低月薪"), "3000元/月")
    ('初中', False, 3000)
    >>> read_value(fact("培训意愿"), "无"), read_value(fact("培训意愿"), "")
    (<Absent.NONE: '无'>, <Absent.UNKNOWN: '未问到'>)
    """
    if is_blank(cell):
        return UNKNOWN
    special = _BY_NAME.get(field.name)
    if special is not None and not (field.listed and cell_text(cell) in SAYS_NONE):
        return special(cell)
    if (
        field.kind not in (Kind.YES_NO, Kind.NUMBER)
        and cell_text(cell) in SAYS_NONE
        and "无" not in field.values
    ):
        return NONE
    return _BY_KIND[field.kind](field, cell, home)


def _text(field: Field, cell: Cell, _: str) -> Value:
    text = cell_text(cell)
    if len(text) > LONGEST:
        raise RefusedError(f"{field.name}写得太长（{len(text)} 个字），最多 {LONGEST} 个")
    return text


def _choice(field: Field, cell: Cell, _: str) -> Value:
    text = half_width(cell_text(cell))
    answer = known_answer(field, text)
    if answer is None:
        raise RefusedError(
            f"“{_short(text)}”不在{field.name}的选项里；可填 {'、'.join(field.values)}"
        )
    return answer or UNKNOWN


def known_answer(field: Field, text: str) -> str | None:
    """The allowed answer a word stands for, `""` for a code that means not known, None for no answer.

    >>> from jiuye_cli.core.fields.catalogue import fact
    >>> known_answer(fact("性别"), "1"), known_answer(fact("文化程度"), "技校"), known_answer(fact("性别"), "甲")
    ('男', '中专', None)
    """
    bare = text.strip().rstrip("。.")
    for known in (bare, bare.split("(")[0].strip()):
        if known in field.values:
            return known
        if known in field.synonyms:
            return field.synonyms[known]
        if known in field.codes:
            return field.codes[known]
    return None


def _choices(field: Field, cell: Cell, home: str) -> Value:
    parts = [part for part in _BETWEEN.split(half_width(cell_text(cell))) if part]
    if not field.values:
        return frozenset(parts)
    members = {
        str(_choice(field, part, home))
        for part in parts
        if _choice(field, part, home) is not UNKNOWN
    }
    return frozenset(members) if members else UNKNOWN


def _place(_: Field, cell: Cell, home: str) -> Value:
    return read_region(cell, home)


def _money(_: Field, cell: Cell, __: str) -> Value:
    amount = read_money(cell)
    return UNKNOWN if amount is None else amount


def _records(field: Field, cell: Cell, home: str) -> Value:
    """A list typed in a word: `电工 五级 2025-12-20；焊工 四级`, its columns told by their kinds.

    >>> from jiuye_cli.core.fields.lists import JOBS_HELD
    >>> _records(JOBS_HELD, "诚安物业 县内 3800 合同 没社保", "")
    ({'单位': '诚安物业', '区域': '县内', '月薪': 3800, '合同': True, '社保': False},)
    """
    lines = [line for line in re.split(r"[；;\n]+", half_width(cell_text(cell))) if line.strip()]
    return tuple(_record(field, line.split(), home) for line in lines)


def _record(field: Field, words: list[str], home: str) -> Record:
    record: dict[str, Value] = {}
    for word in words:
        flag = _flag(field, word)
        if flag:
            record |= flag
            continue
        column = _column_for(field, word, record, home)
        if column is None:
            raise RefusedError(
                f"“{word}”不知道是{field.name}的哪一项；可写 {' '.join(c.name for c in field.records)}"
            )
        record[column.name] = read_value(column, word, home)
    return record


def _column_for(field: Field, word: str, record: Record, home: str) -> Field | None:
    """The column a word belongs to: the first word names the record, a plain text fits last."""
    free = [c for c in field.records if c.name not in record and _fits(c, word, home)]
    if record:
        free.sort(key=lambda c: c.kind is Kind.TEXT)
    return next(iter(free), None)


def _flag(field: Field, word: str) -> Record:
    """`合同`, `没社保`: a yes-or-no column named by the word itself; empty when it names none."""
    flags = {c.name for c in field.records if c.kind is Kind.YES_NO}
    if word in flags:
        return {word: True}
    bare = word[1:] if word[:1] in "没无" else word
    return {bare: False} if bare in flags else {}


def _fits(column: Field, word: str, home: str) -> bool:
    if column.kind is Kind.TEXT:
        return not word[:1].isdigit()
    if column.kind is Kind.NUMBER and len(word) >= 8:
        return False
    try:
        return read_value(column, word, home) is not UNKNOWN
    except RefusedError:
        return False


def _phones(cell: Cell) -> Value:
    read = read_phones(cell)
    if not read.phones:
        raise RefusedError(
            read.faults[0] if read.faults else f"“{_short(cell_text(cell))}”不是电话号码"
        )
    return tuple(
        {"号码": one.number}
        | ({"属于": one.belongs} if one.belongs else {})
        | ({"状态": one.state} if one.state else {})
        for one in read.phones
    )


def _lowest_wage(cell: Cell) -> Value:
    amount = read_money(cell, lowest=True)
    return UNKNOWN if amount is None else amount


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:19] + "…"


_BY_NAME: dict[str, Callable[[Cell], Value]] = {
    "姓名": clean_name,
    "身份证号": lambda cell: read_identity(cell).number,
    "电话": _phones,
    "最低月薪": _lowest_wage,
}

_BY_KIND: dict[Kind, Callable[[Field, Cell, str], Value]] = {
    Kind.TEXT: _text,
    Kind.NUMBER: lambda field, cell, _: read_number(cell, field.unit),
    Kind.MONEY: _money,
    Kind.DATE: lambda _, cell, __: read_date(cell),
    Kind.MONTH: lambda _, cell, __: read_month(cell),
    Kind.YES_NO: lambda _, cell, __: read_yes_no(cell),
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.PLACE: _place,
    Kind.RECORDS: _records,
}

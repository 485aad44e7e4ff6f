"""Lists in a row: which cells make one record, and which record of the file it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Record, Value
from jiuye_cli.core.people.cell import half_width

KEYS: Mapping[str, tuple[str, ...]] = {
    "电话": ("号码",),
    "证书": ("职业", "等级", "编号"),
    "就业经历": ("单位", "工种", "起"),
    "培训": ("名称", "起"),
    "创业": ("名称",),
}
"""The columns by which two records of a list are told apart."""

STILL_OPEN = "止"
"""A record of a list with this column is open while it has none."""

_SEVERAL = re.compile(r"[、，,；;/|\n]+")
_PAPER_END = re.compile(r"(?:职业资格|职业技能|技能等级|技能|培训)?(?:证书|证)$")
_LEVEL = re.compile(
    r"[(\[]?(专项职业能力|专项能力|[一二三四五12345]级|高级技师|高级工|中级工|初级工|技师|高级|中级|初级)(?:工)?[)\]]?"
)


def has_substance(record: Record) -> bool:
    """Whether a record says that there is something: not only 否 and 0.

    >>> has_substance({"合同": False}), has_substance({"月薪": 3200})
    (False, True)
    """
    return any(value is not False and value != 0 and value is not NONE for value in record.values())


def named_certificates(text: str, levels: Field) -> list[dict[str, Value]]:
    """The certificates named in a cell, each with the level written beside it.

    >>> from jiuye_cli.core.fields.lists import CERTIFICATES
    >>> named_certificates("电工（四级）、育婴员证", CERTIFICATES.column("等级"))
    [{'职业': '电工', '等级': '四级'}, {'职业': '育婴员'}]
    """
    found = []
    for part in _SEVERAL.split(half_width(text)):
        record: dict[str, Value] = {}
        level = _LEVEL.search(part)
        trade = part
        if level:
            trade = (part[: level.start()] + part[level.end() :]).strip(" ()[]")
            word = level[1]
            record["等级"] = word if word in levels.values else levels.synonyms.get(word, UNKNOWN)
        trade = (_PAPER_END.sub("", trade) or trade).strip()
        if trade:
            found.append({"职业": trade, **{k: v for k, v in record.items() if v is not UNKNOWN}})
    return found


def joined(field: Field, old: Sequence[Record], new: Sequence[Record]) -> tuple[Record, ...]:
    """The old records with what the new ones add or change; row numbers (`id`) stay.

    A new record that an old one already says changes nothing; one that fits an old
    one by its keys completes it; any other is added.

    >>> from jiuye_cli.core.fields.lists import CERTIFICATES
    >>> joined(CERTIFICATES, [{"职业": "电工", "id": 7}], [{"职业": "电工", "等级": "五级"}])
    ({'职业': '电工', 'id': 7, '等级': '五级'},)
    """
    records = [dict(record) for record in old]
    for record in new:
        if any(_says(known, record) for known in records):
            continue
        place = _place_of(field, records, record)
        if place is None:
            records.append(dict(record))
        else:
            records[place] |= record
    return tuple(records)


def _says(known: Record, record: Record) -> bool:
    return all(known.get(name, UNKNOWN) == value for name, value in record.items())


def _place_of(field: Field, records: Sequence[Record], record: Record) -> int | None:
    keys = KEYS.get(field.name, ())
    fitting = [at for at, known in enumerate(records) if _fits(keys, known, record)]
    if fitting:
        return fitting[0]
    if any(key in record for key in keys):
        return None
    return _only_open(field, records) if any(c.name == STILL_OPEN for c in field.records) else None


def _fits(keys: Sequence[str], known: Record, record: Record) -> bool:
    both = [key for key in keys if key in known and key in record]
    return bool(both) and all(known[key] == record[key] for key in both)


def _only_open(field: Field, records: Sequence[Record]) -> int | None:
    """The one record without an end: a wage without a workplace is today's wage."""
    open_ones = [at for at, known in enumerate(records) if STILL_OPEN not in known]
    return open_ones[0] if len(open_ones) == 1 else None

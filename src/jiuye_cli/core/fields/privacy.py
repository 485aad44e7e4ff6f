"""What of a value may be shown: whole, with its middle hidden, or not at all."""

from __future__ import annotations

from collections.abc import Callable

from jiuye_cli.core.fields.field import PERSONAL, SENSITIVE, Field
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Record, Value
from jiuye_cli.core.people.mask import mask_address, mask_identity, mask_phone, mask_serial

HIDDEN = "●"
"""Stands for a sensitive value in a list; that there is one is all it says."""

_MASKS: dict[str, Callable[[str], str]] = {
    "身份证号": mask_identity,
    "号码": mask_phone,
    "住址": mask_address,
    "民族": str,
}


def masked(field: Field, value: Value, *, hide_sensitive: bool = False) -> Value:
    """The value with personal numbers masked; with `hide_sensitive`, health and hardship as ●.

    >>> from jiuye_cli.core.fields.catalogue import fact
    >>> masked(fact("身份证号"), "999999197506267715")
    '99*************715'
    >>> masked(fact("健康状况"), frozenset({"残疾"}), hide_sensitive=True)
    '●'
    """
    if value is UNKNOWN or value is NONE:
        return value
    if hide_sensitive and field.sensitivity is SENSITIVE:
        return HIDDEN
    if isinstance(value, tuple):
        return tuple(_masked_record(field, record, hide_sensitive) for record in value)
    if field.sensitivity is PERSONAL and isinstance(value, str):
        return _MASKS.get(field.name, mask_serial)(value)
    return value


def whole(value: Value) -> Value:
    """The value with nothing hidden; the row numbers of its records are no part of it."""
    if isinstance(value, tuple):
        return tuple({name: one for name, one in row.items() if name != "id"} for row in value)
    return value


def _masked_record(field: Field, record: Record, hide_sensitive: bool) -> Record:
    known = {column.name: column for column in field.records}
    return {
        name: masked(known[name], value, hide_sensitive=hide_sensitive)
        for name, value in record.items()
        if name in known
    }

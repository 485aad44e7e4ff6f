"""The user's own mapping of columns to fields: `--map 列=字段`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from jiuye_cli.core.intake.columns import Target, header_key
from jiuye_cli.core.intake.sheet import column_letter
from jiuye_cli.errors import UsageError

NOT_WANTED = frozenset({"不要", "不导", "-", ""})
"""As the field of a mapping: leave this column out."""

Choice = Mapping[str, Target | None]
"""The user's word by header key or column letter; None leaves a column out."""


def user_choice(wanted: Mapping[str, str], index: Mapping[str, Target]) -> Choice:
    """The targets of a mapping from header (or column letter) to field name.

    Raises `UsageError` for a field that does not exist, with the nearest ones.
    """
    return {_key(column): _target(column, field, index) for column, field in wanted.items()}


def refuse_unknown_columns(choice: Choice, columns: Iterable[tuple[str, int]]) -> None:
    """Raise `UsageError` when the user's mapping speaks of a column the sheet has not."""
    columns = list(columns)
    known = {header_key(part) for title, _ in columns for part in (title, title.rpartition("/")[2])}
    known |= {"/".join(map(header_key, title.split("/"))) for title, _ in columns}
    known |= {column_letter(place) for _, place in columns}
    for key in choice:
        if key not in known:
            titles = "、".join(title for title, _ in columns)
            raise UsageError(f"--map 说的列“{key}”表里没有。表头有：{titles}")


def _key(column: str) -> str:
    if re.fullmatch("[A-Za-z]{1,3}", column.strip()):
        return column.strip().upper()
    return "/".join(map(header_key, column.split("/")))


def _target(column: str, field: str, index: Mapping[str, Target]) -> Target | None:
    if field.strip() in NOT_WANTED:
        return None
    found = index.get(header_key(field))
    if found is None:
        names = sorted({target.name for target in index.values()})
        near = get_close_matches(field, names, n=3, cutoff=0.4)
        hint = f"，是不是 {'、'.join(near)}" if near else ""
        raise UsageError(f"--map {column}={field}：没有“{field}”这个字段{hint}。")
    return found
